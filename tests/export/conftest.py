"""A store to export from."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.serve.filled import database, store

from mahdar.export.tell import Book, load_book
from mahdar.export.views.means import Means
from mahdar.export.views.pair import Pair, pair_of
from mahdar.language.cache import SHIPPED
from mahdar.language.language import Language
from mahdar.store.database import Store

__all__ = ["database", "store"]


@pytest.fixture(scope="session")
def book() -> Book:
    """Give the words of the shipped data."""
    return load_book(Path(SHIPPED))


@pytest.fixture(scope="session")
def pair(store: Store, language: Language, book: Book) -> Pair:
    """Give the dossier of Russia and China as the sample tells it."""
    return pair_of(store, ("RUS", "CHN"), Means(language=language, phrases=book.phrases, as_of="2026-01-05"))
