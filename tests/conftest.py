"""What all tests share: one language, compiled once and kept between runs."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from mahdar.language.cache import load_language
from mahdar.language.language import Language

CACHE = Path(tempfile.gettempdir()) / "mahdar-test-cache"
SHARED = Path(__file__).parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def language() -> Language:
    """Return the language of the shipped data."""
    return load_language(cache=CACHE)


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Return the five seed articles, which stand outside this repository; where they are missing, the build fails."""
    folder = SHARED / "gold" / "seeds"
    if not folder.is_dir():
        if os.environ.get("CI") == "true" and SHARED.is_dir():
            pytest.fail(f"{folder} is missing")
        pytest.skip("the seed articles stand outside this repository, and are not here")
    return folder
