"""A store filled by reading the sample, and one report that means harm."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mahdar.batch.intake import take_in
from mahdar.batch.local import read_many
from mahdar.language.language import Language
from mahdar.read.files import find_pages
from mahdar.store.changes import run_at
from mahdar.store.database import Store, open_store

SAMPLE = Path(__file__).parent.parent.parent / "sample" / "reports"
HARM = """<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>لقاء &lt;script&gt;alert(1)&lt;/script&gt; في الدوحة</title>
<meta property="og:site_name" content="صحيفة &quot;&gt;&lt;img src=x onerror=alert(2)&gt;">
<meta property="article:published_time" content="2024-06-03T10:00:00+03:00">
<link rel="canonical" href="javascript:alert(3)">
</head><body><article>
<h1>لقاء &lt;script&gt;alert(1)&lt;/script&gt; في الدوحة</h1>
<p>التقى وزير الخارجية القطري محمد بن عبد الرحمن آل ثاني نظيره التركي هاكان فيدان في الدوحة
اليوم الاثنين &lt;b onclick="x"&gt;وبحثا ملف غزة&lt;/b&gt;.</p>
<p>وقال فيدان إن بلاده «تدعم &lt;script&gt;alert(4)&lt;/script&gt; وقف إطلاق النار في قطاع غزة».</p>
</article></body></html>
"""


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory, language: Language) -> Path:
    """Give the file of a store that holds the sample."""
    folder = tmp_path_factory.mktemp("served")
    harm = folder / "harm.html"
    harm.write_text(HARM, "utf-8")
    path = folder / "store.db"
    with open_store(f"sqlite:///{path}") as store:
        outcomes = read_many(find_pages([SAMPLE, harm], io.BytesIO()), language)
        take_in(store, outcomes, language, run=run_at(datetime(2026, 1, 5, 9, tzinfo=UTC)))
    return path


@pytest.fixture(scope="session")
def store(database: Path) -> Iterator[Store]:
    """Give that store, open, for tests that only read."""
    with open_store(f"sqlite:///{database}") as opened:
        yield opened
