"""Mahdar reads Arabic diplomatic news into a record whose every value leads back to its sentence.

The front door: what most programs need. Everything else is imported from the file where it lives.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mahdar.errors import MahdarError
    from mahdar.language.cache import load_language
    from mahdar.merge.merge import merge
    from mahdar.pipeline import read_page, read_text
    from mahdar.records.claim import Claim
    from mahdar.records.reading import Reading
    from mahdar.records.record import Record
    from mahdar.store.database import open_store

__version__ = "0.1.0"
__all__ = [
    "Claim",
    "MahdarError",
    "Reading",
    "Record",
    "load_language",
    "merge",
    "open_store",
    "read_page",
    "read_text",
]
_HOMES = {
    "Claim": "mahdar.records.claim",
    "MahdarError": "mahdar.errors",
    "Reading": "mahdar.records.reading",
    "Record": "mahdar.records.record",
    "load_language": "mahdar.language.cache",
    "merge": "mahdar.merge.merge",
    "open_store": "mahdar.store.database",
    "read_page": "mahdar.pipeline",
    "read_text": "mahdar.pipeline",
}
"""Where each name lives; it is imported when it is first asked for, so that `import mahdar` costs nothing."""


def __getattr__(name: str) -> object:
    """Return a name of the front door."""
    if name not in _HOMES:
        raise AttributeError(f"module 'mahdar' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
