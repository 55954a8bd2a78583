"""The search page: hits with their words marked, problems explained, nothing that was typed comes back unescaped."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_it_finds_and_marks(client: TestClient, stranger: TestClient, lang: str) -> None:
    for reader in (client, stranger):
        answer = reader.get("/search", params={"q": "Lavrov", "lang": lang})
        assert answer.status_code == 200
        assert "<mark>" in answer.text and "لافروف</mark>" in answer.text
        assert "q=Lavrov" in answer.text


def test_every_kind_is_found_and_leads_somewhere(client: TestClient) -> None:
    hits = client.get("/search", params={"q": "actor:RUS", "kind": "any", "format": "json"}).json()
    assert {"article", "meeting", "statement"} <= {hit["kind"] for hit in hits} or len(hits) == 30
    for hit in hits[:5]:
        assert client.get(f"/{hit['record_id']}" if hit["record_id"] else f"/article/{hit['article_id']}").status_code == 200
        assert len(hit["snippet"]["words"].split()) <= 25


def test_a_query_that_cannot_be_read_is_explained(client: TestClient) -> None:
    answer = client.get("/search", params={"q": 'a"b<script>'})
    assert answer.status_code == 400 and "not closed" in answer.text and "<script>" not in answer.text
    assert client.get("/search", params={"q": "foo:x", "format": "json"}).json()["problem"].startswith("there is no filter")
    assert client.get("/search").status_code == 200
    assert client.get("/search", params={"q": "x" * 501}).status_code == 422
