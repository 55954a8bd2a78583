"""The blind sets fit the articles that they are kept for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from quality.blind import SETS, file_of, write_set
from quality.material import BULK


def words_of(held: Any) -> Iterator[str]:
    if isinstance(held, dict):
        for key, each in held.items():
            if key in {"evidence", "text", "object"}:
                yield each
            else:
                yield from words_of(each)
    elif isinstance(held, list):
        for each in held:
            yield from words_of(each)


@pytest.mark.parametrize("name", SETS)
def test_places_hold_whole_words(name: str, tmp_path: Path) -> None:
    if not BULK.is_file():
        pytest.skip("the shared bench stands outside this repository, and is not here")
    write_set(name, BULK, tmp_path)
    seen = 0
    for path in tmp_path.glob("*.article.json"):
        article = json.loads(path.read_text("utf-8"))
        gold = json.loads((tmp_path / f"{article['id']}.json").read_text("utf-8"))
        letters = f"{article['title'] or ''}\n{article['text']}"
        for words in words_of(gold):
            assert words and words == words.strip() and words in letters
            seen += 1
    assert seen > 400


def test_no_word_of_an_article_is_kept() -> None:
    assert all(file_of(name).read_bytes().isascii() for name in SETS)
