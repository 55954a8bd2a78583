"""Positions: the words that show one, whose it is, the words of its object, whom it is aimed at, the file it belongs to."""
