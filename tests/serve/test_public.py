"""What the public may see, and how often it may ask."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from tests.cli.conftest import Run, read, run
from tests.serve.conftest import client_of
from tests.serve.test_pages import paths

from mahdar.export.public import MASK, holds_full_texts, publish
from mahdar.language.language import Language
from mahdar.serve.limits import LONGEST, Limits
from mahdar.store.database import Store, open_store
from mahdar.store.query import find_articles, text_of

__all__ = ["read", "run"]


class Clock:
    """A clock that a test turns."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_public_copy_shows_the_same_words(store: Store, language: Language, tmp_path: Path) -> None:
    file = tmp_path / "public.db"
    assert publish(store, file) == len(find_articles(store))
    with open_store(f"sqlite:///{file}") as copy:
        assert holds_full_texts(store) and not holds_full_texts(copy)
        hidden = 0
        for article in find_articles(copy):
            full, kept = text_of(store, article.article_id).letters, text_of(copy, article.article_id).letters
            assert len(full) == len(kept)
            assert all(one == other or other == MASK for one, other in zip(full, kept, strict=True))
            hidden += kept.count(MASK)
        assert hidden > 1000
        public, whole = client_of(copy, language, is_local=False), client_of(store, language, is_local=False)
        for path in paths(whole):
            if path.startswith(("/m-", "/person", "/side", "/issue", "/meetings", "/agreements")):
                assert public.get(path).text == whole.get(path).text, path


def test_the_public_never_gets_a_store_with_full_texts(read: Run, tmp_path: Path) -> None:
    told = read("serve", "--public", "--port", "18999")
    assert told.exit_code == 2 and "mahdar publish" in told.stderr
    assert read("serve", "--public", "--tokens", "x", "--port", "18999").exit_code == 2
    assert read("publish", tmp_path / "public.db").exit_code == 0
    assert read("publish", tmp_path / "public.db").exit_code == 2, "a copy is never overwritten"


def limited(clock: Clock, **rates: int) -> TestClient:
    app = FastAPI()

    @app.api_route("/", methods=["GET", "POST"])
    def here() -> str:
        return "here"

    app.add_middleware(Limits, clock=clock, **rates)
    return TestClient(app)


def test_who_asks_too_often_waits() -> None:
    clock = Clock()
    client = limited(clock, reads=3, writes=1)
    assert [client.get("/").status_code for _ in range(4)] == [200, 200, 200, 429]
    assert [client.post("/").status_code for _ in range(2)] == [200, 429]
    assert client.get("/").headers["retry-after"] == "60"
    clock.now = 20.0
    assert [client.get("/").status_code for _ in range(2)] == [200, 429]
    clock.now = 3600.0
    assert [client.get("/").status_code for _ in range(4)] == [200, 200, 200, 429]


@pytest.mark.parametrize(("length", "status"), [(LONGEST - 100, 200), (LONGEST + 100, 414)])
def test_an_address_has_a_length(length: int, status: int) -> None:
    assert limited(Clock()).get("/", params={"q": "x" * length}).status_code == status


def test_strangers_are_limited_and_the_local_user_is_not(store: Store, language: Language) -> None:
    stranger, local = client_of(store, language, is_local=False), client_of(store, language)
    long = {"q": "x" * (LONGEST + 100)}
    assert (stranger.get("/keys", params=long).status_code, local.get("/keys", params=long).status_code) == (414, 200)
