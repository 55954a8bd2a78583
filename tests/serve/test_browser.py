"""The pages in a real browser: on a phone and on a desk, without JavaScript, by the keys, and as a screen reader needs them."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page, sync_playwright
from tests.serve.test_pages import paths

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
FONTS = ("IBM Plex Sans Arabic", "Noto Kufi Arabic", "Noto Naskh Arabic")


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
def told(store: Store) -> str:
    """Give the address of the record that most sources tell, and of its sentence in the first of them."""
    return f"/{_told(store)[0]}"


@pytest.fixture(scope="module")
def shown(store: Store, client: TestClient, told: str) -> tuple[str, ...]:
    """Give an address of each kind of page."""
    record_id, article_id, place = _told(store)
    others = (told, f"/{record_id}/readouts", f"/article/{article_id}?at={place}#e-{place}", "/m-nothing", "/?since=2020-01-01")
    return tuple(dict.fromkeys([*paths(client), *others]))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_pages_fit_and_load_nothing_from_elsewhere(
    browser: Browser, address: str, shown: tuple[str, ...], lang: str, size: str
) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    for path in shown:
        faults.clear()
        page.goto(address + _in(path, lang), wait_until="load")
        assert page.locator("html").get_attribute("dir") == ("rtl" if lang == "ar" else "ltr")
        assert page.evaluate(WIDER) <= 0, f"{path} is wider than the {size}"
        assert page.locator("h1").first.bounding_box() is not None
        assert not [fault for fault in faults if "404" not in fault], faults
        _keep(page, f"{path.strip('/').replace('/', '_').partition('?')[0] or 'home'}-{lang}-{size}")
    assert all(url.startswith(address) for url in asked)
    context.close()


@pytest.mark.parametrize(("lang", "size", "theme"), [("ar", "phone", "light"), ("en", "desk", "dark"), ("ar", "desk", "light")])
def test_nobody_is_shut_out(browser: Browser, address: str, shown: tuple[str, ...], lang: str, size: str, theme: str) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    found: list[str] = []
    for path in shown:
        page.goto(address + _in(path, lang, theme=theme), wait_until="load")
        for one in Axe().run(page).response["violations"]:
            nodes = [node["html"][:160] for node in one["nodes"][:2]]
            found.append(f"{path}: {one['id']} ({len(one['nodes'])}): {nodes}")
    context.close()
    assert not found, "\n".join(found)


def test_a_value_leads_to_its_lit_words(browser: Browser, address: str, told: str) -> None:
    context = browser.new_context(viewport={"width": 1360, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + _in(told, "ar"))
    page.locator(".cite a").first.click()
    page.wait_for_load_state("load")
    box = page.locator("mark.asked").first.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 900
    context.close()


def test_letters_stand_in_the_shipped_fonts(browser: Browser, address: str, told: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + _in(told, "ar"), wait_until="networkidle")
    loaded = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")
    assert {name.strip('"') for name in loaded} == set(FONTS)
    context.close()


def test_on_paper_nothing_is_wider_than_the_sheet(browser: Browser, address: str, told: str) -> None:
    context = browser.new_context(viewport={"width": 1040, "height": 700}, java_script_enabled=False)
    page = context.new_page()
    page.emulate_media(media="print")
    for path in ("/pair/RUS-CHN?lang=ar&theme=dark", f"{told}?lang=en", f"{told}/readouts?lang=ar", "/issue/gaza?lang=ar"):
        page.goto(address + path, wait_until="load")
        assert page.evaluate(WIDER) <= 0, path
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        assert not page.locator(".sections").is_visible()
    context.close()


def test_keys_go_through_the_lines(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "/meetings?lang=en")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    link = page.locator("[data-line].at a").first
    wanted = link.get_attribute("href")
    page.keyboard.press("o")
    page.wait_for_url(f"{address}{wanted}")
    page.keyboard.press("?")
    page.wait_for_url("**/keys?lang=en")
    page.keyboard.press("/")
    page.keyboard.type("Lavrov ?j")
    assert page.locator("#quick").input_value() == "Lavrov ?j"
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?*")
    context.close()


def test_settings_are_kept_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/pairs?lang=ar")
    page.locator(".settings summary").click()
    page.locator("input[name=digits][value=arab]").check()
    page.locator("input[name=theme][value=dark]").check()
    page.locator(".sheet button").click()
    page.wait_for_load_state("load")
    assert page.url == f"{address}/pairs"
    assert "٢٠٢٥" in page.locator("main").inner_text()
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    context.close()


def _told(store: Store) -> tuple[str, str, str]:
    """Return the record that most sources tell, its first article and the place of its words there."""
    records = find_records(store, kind="meeting")
    record = max(records, key=lambda one: (len(one.group.members), one.record_id))
    first = record.group.members[0]
    span = first.claim.anchor.evidence
    return record.record_id, first.article_id, f"{span.start}-{span.end}"


def _in(path: str, lang: str, *, theme: str = "") -> str:
    page, mark, anchor = path.partition("#")
    wanted = f"lang={lang}" + (f"&theme={theme}" if theme else "")
    return f"{page}{'&' if '?' in page else '?'}{wanted}{mark}{anchor}"


def _keep(page: Page, name: str) -> None:
    """Keep a picture of the page where a person asked for it: `MAHDAR_SHOTS=folder`."""
    folder = os.environ.get("MAHDAR_SHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder) / f"{name}.png")
