"""The pages in a real browser, without JavaScript, on a phone and on a desk."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from mahdar.language.language import Language
from mahdar.serve.app import Settings, create_app
from mahdar.store.database import Store
from mahdar.store.query import find_records

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SIZES = {"phone": (390, 844), "desk": (1360, 900)}
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def address(store: Store, language: Language) -> Iterator[str]:
    """Give the address of the pages, served on this machine."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    app = create_app(Settings(store=store, is_local=True, language=language))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 30
    while not server.started and time.monotonic() < until:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """Give Chromium."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def shown(store: Store) -> dict[str, str]:
    """Give an address of each kind of page."""
    told = [record for record in find_records(store, kind="meeting") if len(record.group.members) > 1]
    record = max(told, key=lambda record: len(record.group.members))
    span = record.group.members[0].claim.anchor.evidence
    place = f"{span.start}-{span.end}"
    return {
        "home": "/",
        "pair": "/pair/RUS-CHN",
        "record": f"/{record.record_id}",
        "article": f"/article/{record.group.members[0].article_id}?at={place}#e-{place}",
        "problem": "/m-nothing",
        "search": "/search?q=لافروف",
    }


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_pages_fit_and_load_nothing_from_elsewhere(
    browser: Browser, address: str, shown: dict[str, str], lang: str, size: str
) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    for name, path in shown.items():
        faults.clear()
        page.goto(address + _in(path, lang), wait_until="load")
        assert page.locator("html").get_attribute("dir") == ("rtl" if lang == "ar" else "ltr")
        assert page.evaluate(WIDER) <= 0, f"{name} is wider than the {size}"
        assert page.locator("h1").first.bounding_box() is not None
        assert not [fault for fault in faults if "404" not in fault], faults
        _keep(page, f"{name}-{lang}-{size}")
    assert all(url.startswith(address) for url in asked)
    context.close()


def test_a_value_leads_to_its_lit_words(browser: Browser, address: str, shown: dict[str, str]) -> None:
    context = browser.new_context(viewport={"width": 1360, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + _in(shown["record"], "ar"))
    page.locator(".cite a").first.click()
    page.wait_for_load_state("load")
    lit = page.locator("mark.asked").first
    box = lit.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 900
    context.close()


def _in(path: str, lang: str) -> str:
    page, mark, anchor = path.partition("#")
    return f"{page}{'&' if '?' in page else '?'}lang={lang}{mark}{anchor}"


def _keep(page: Page, name: str) -> None:
    """Keep a picture of the page where a person asked for it: `MAHDAR_SHOTS=folder`."""
    folder = os.environ.get("MAHDAR_SHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder) / f"{name}.png")
