"""How right and how fast is it? Measured on articles that people read, outside this repository."""
