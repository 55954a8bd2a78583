"""What can go wrong, and what the reader of the message should do about it."""

from __future__ import annotations


class MahdarError(Exception):
    """Any failure that Mahdar names; the message says what, where, and what to do now."""


class DataError(MahdarError):
    """A file of `data/` (ours or a user's) is not as its README says."""


class SourceError(MahdarError):
    """A page, file or folder handed in cannot be read as news."""


class StoreError(MahdarError):
    """The database refused, is of another version, or does not hold what was asked for."""
