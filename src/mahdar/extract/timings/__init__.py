"""How meetings and events lie in time to others that the text names."""
