"""Annotated text to claims: each finder gets what was found before it."""
