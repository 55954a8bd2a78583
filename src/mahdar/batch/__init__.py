"""The same functions, for many pages at once."""
