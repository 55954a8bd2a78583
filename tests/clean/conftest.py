"""The patterns of our own data, loaded once."""

from pathlib import Path

import pytest

import mahdar
from mahdar.language.page_patterns import PagePatterns, load_page_patterns

DATA = Path(mahdar.__file__).parent / "data"


@pytest.fixture(scope="session")
def patterns() -> PagePatterns:
    return load_page_patterns(DATA)
