"""What a reader keeps: settings, the last visit, searches; all of it in cookies of their own."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from tests.serve.conftest import HERE, client_of

from mahdar.language.language import Language
from mahdar.serve.saved import saved_in
from mahdar.store.database import Store


@pytest.fixture
def reader(store: Store, language: Language) -> TestClient:
    """Give a reader who has never been here."""
    return client_of(store, language)


def test_settings_stay_until_an_address_says_otherwise(reader: TestClient) -> None:
    answer = reader.get("/settings?lang=ar&digits=arab&months=tammuz&theme=dark&to=/pairs")
    assert (answer.status_code, answer.headers["location"]) == (303, "/pairs")
    page = reader.get("/", headers={"Accept-Language": "en"}).text
    assert '<html lang="ar" dir="rtl" data-theme="dark">' in page
    assert "أيار ٢٠٢٥" in page
    assert "2 May 2025" in reader.get("/?lang=en").text


@pytest.mark.parametrize("to", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "\nx"])
def test_settings_lead_to_our_own_pages_only(reader: TestClient, to: str) -> None:
    assert reader.get("/settings", params={"to": to, "lang": "en"}).headers["location"] == "/"


def test_unknown_settings_are_not_kept(reader: TestClient) -> None:
    answer = reader.get("/settings?lang=fr&digits=<script>&to=/")
    assert "set-cookie" not in answer.headers


def test_what_entered_since_the_last_visit_is_new(reader: TestClient) -> None:
    first = reader.get("/?lang=en").text
    assert "New since your visit" not in first
    reader.cookies.clear()
    reader.cookies.set("mahdar_visits", "~2026-01-04T09:00:00+00:00")
    again = reader.get("/?lang=en")
    assert "New since your visit" in again.text
    assert 'class="chip new"' in again.text
    reader.cookies.clear()
    reader.cookies.set("mahdar_visits", "~2026-01-06T09:00:00+00:00")
    later = reader.get("/?lang=en").text
    assert "No meeting is new or changed." in later
    assert reader.get("/?lang=en&since=2026-01-05&format=json").json()["many_new"] > 0


def test_a_search_is_kept_and_dropped(reader: TestClient) -> None:
    own = {"Origin": HERE}
    kept = reader.post("/saved", content="search=q%3D%D8%BA%D8%B2%D8%A9%26kind%3Dany", headers=own)
    assert kept.status_code == 303 and kept.headers["location"].startswith("/search?q=")
    assert saved_in(dict(reader.cookies)) == ("q=غزة&kind=any",)
    page = reader.get("/?lang=en").text
    assert "Saved searches" in page and "غزة" in page
    reader.post("/saved", content="drop=1&search=q%3D%D8%BA%D8%B2%D8%A9%26kind%3Dany", headers=own)
    assert "Saved searches" not in reader.get("/?lang=en").text


def test_a_search_is_kept_from_our_own_pages_only(reader: TestClient) -> None:
    for origin in ({"Origin": "https://elsewhere.example"}, {}):
        assert reader.post("/saved", content="search=q%3Dx", headers=origin).status_code == 403
    assert reader.post("/saved", content="search=" + "x" * 5000, headers={"Origin": HERE}).status_code == 413
    reader.cookies.set("mahdar_saved", "no-json")
    assert reader.get("/").status_code == 200
