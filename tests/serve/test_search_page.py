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


def test_facets_narrow_by_the_address_alone(client: TestClient) -> None:
    page = client.get("/search", params={"q": "Lavrov", "lang": "en"}).text
    assert "only=actor%3ACHN" in page and "not=actor%3ACHN" in page and "month=2024-04" in page
    without = client.get("/search?q=Lavrov&not=actor:CHN&format=json").json()
    whole = client.get("/search?q=Lavrov&format=json").json()
    narrowed = client.get("/search?q=Lavrov&only=actor:CHN&format=json").json()
    assert {hit["article_id"] for hit in without} | {hit["article_id"] for hit in narrowed} == {
        hit["article_id"] for hit in whole
    }
    month = client.get("/search?q=Lavrov&month=2024-04&format=json").json()
    assert month and all(hit["published"].startswith("2024-04") for hit in month)
    assert client.get("/search?only=actor:RUS&format=json").json()


def test_a_facet_that_is_none_is_explained(client: TestClient) -> None:
    answer = client.get("/search?q=x&only=<script>:x")
    assert answer.status_code == 400 and "narrows nothing" in answer.text and "<script>:x" not in answer.text
    assert client.get("/search?q=x&month=2024-99").status_code == 400
    assert client.get("/search?q=x&month=april").status_code == 422
