"""One language for all tests of merging."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from mahdar.language.cache import load_language
from mahdar.language.language import Language


@pytest.fixture(scope="session")
def language() -> Language:
    """Return the language of the shipped data, kept between runs."""
    return load_language(cache=Path(tempfile.gettempdir()) / "mahdar-test-cache")
