"""A table as each format writes it: one file per format."""
