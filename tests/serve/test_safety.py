"""Nothing that a report says is ever more than words."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient
from tests.serve.test_pages import find_records_of, paths

from mahdar.serve.safety import POLICY
from mahdar.store.query import find_articles


class Inline(HTMLParser):
    """Collects what a page would run or load by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if tag == "script" and (held.get("src") or "").startswith("/static/"):
            return
        if tag in {"script", "style", "iframe", "object", "embed", "img"}:
            self.found.append(tag)
        if tag == "form" and not (held.get("action") or "").startswith("/"):
            self.found.append(f"form {held.get('action')}")
        for name, value in attrs:
            if name == "style" or name.startswith("on") or (value or "").lower().startswith("javascript:"):
                self.found.append(f"{tag} {name}={value}")


def inline(page: str) -> list[str]:
    """Return what a page would run or load by itself."""
    parser = Inline()
    parser.feed(page)
    return parser.found


def harm(client: TestClient) -> dict[str, str]:
    """Return the article that means harm."""
    held = find_articles(client.app.state.store)  # type: ignore[attr-defined]
    found = [article for article in held if "alert(1)" in (article.title or "")]
    assert found, "the sample of this test holds a title with a script"
    return {"article_id": found[0].article_id}


def test_every_answer_carries_the_headers(client: TestClient, stranger: TestClient) -> None:
    for path in [*paths(client), "/nothing", "/m-none", "/static/frame.css", "/static/none", "/pair/RUS-CHN.json"]:
        for answer in (client.get(path), stranger.get(path)):
            assert answer.headers["content-security-policy"] == POLICY
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.headers["referrer-policy"] == "same-origin"


def test_the_policy_allows_no_script_but_our_own_file() -> None:
    rules = dict(rule.strip().split(" ", 1) for rule in POLICY.split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["frame-ancestors"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["font-src"] == rules["form-action"] == "'self'"
    assert "unsafe" not in POLICY


def test_no_page_holds_inline_script_or_style(client: TestClient, stranger: TestClient) -> None:
    article = harm(client)["article_id"]
    sides = [f"/{one.record_id}" for one in find_records_of(client) if any(m.article_id == article for m in one.group.members)]
    assert sides
    for path in [*paths(client), f"/article/{article}", *sides, "/pair/QAT-TUR"]:
        for reader in (client, stranger):
            assert inline(reader.get(path).text) == [], path


def test_what_a_report_writes_is_shown_as_it_is(client: TestClient) -> None:
    page = client.get(f"/article/{harm(client)['article_id']}").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "onclick=&#34;x&#34;" in page


def test_an_address_that_is_none_is_no_link(client: TestClient) -> None:
    page = client.get(f"/article/{harm(client)['article_id']}").text
    assert "javascript:" not in page


def test_nothing_of_a_page_comes_from_elsewhere(client: TestClient) -> None:
    for path in paths(client):
        loaded = re.findall(r'<(?:link|img|script|iframe|source)[^>]*(?:href|src)="([^"]*)"', client.get(path).text)
        assert loaded
        assert all(one.startswith("/") for one in loaded)


def test_only_this_machines_names_are_answered(client: TestClient) -> None:
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_the_pages_only_read(client: TestClient, method: str) -> None:
    assert client.request(method, "/").status_code == 405
