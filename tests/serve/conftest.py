"""The pages as a browser on this machine, and as a stranger, gets them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.serve.filled import database, store

from mahdar.language.language import Language
from mahdar.serve.app import Settings, create_app
from mahdar.store.database import Store, open_store

__all__ = ["database", "store"]
HERE = "http://127.0.0.1"


def client_of(store: Store, language: Language, *, is_local: bool = True) -> TestClient:
    """Return a client of the pages of a store."""
    app = create_app(Settings(store=store, is_local=is_local, language=language))
    return TestClient(app, base_url=HERE, follow_redirects=False)


@pytest.fixture(scope="session")
def client(store: Store, language: Language) -> TestClient:
    """Give the pages as the local user gets them."""
    return client_of(store, language)


@pytest.fixture(scope="session")
def stranger(store: Store, language: Language) -> TestClient:
    """Give the pages as others get them."""
    return client_of(store, language, is_local=False)


@pytest.fixture
def own_store(database: Path, tmp_path: Path) -> Iterator[Store]:
    """Give a copy of the store that a test may change."""
    copy = tmp_path / "copy.db"
    shutil.copy(database, copy)
    with open_store(f"sqlite:///{copy}") as opened:
        yield opened


@pytest.fixture(scope="session")
def chromium() -> str:
    """Give the path of Chromium; where it is missing, CI fails and others skip."""
    found = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is not installed. Run `apt-get install chromium`.")
        pytest.skip("Chromium is not installed")
    return found
