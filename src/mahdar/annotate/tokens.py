"""Where do the words of a text stand? The answer is about letters alone, so it is given in `arabic/`."""

from mahdar.arabic.tokens import tokenize

__all__ = ["tokenize"]
