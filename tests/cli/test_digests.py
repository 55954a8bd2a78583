"""What came in is sent as one letter by a real mail server on this machine."""

from __future__ import annotations

import email
import email.policy
import json
import socket
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from tests.cli.conftest import Run


class Box:
    """Keeps what a mail server was given."""

    def __init__(self) -> None:
        self.letters: list[tuple[list[str], EmailMessage]] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.letters.append((list(envelope.rcpt_tos), letter))
        return "250 taken"


@pytest.fixture
def box() -> Iterator[tuple[Box, str]]:
    """Give a mail server on loopback, and where it is."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    kept = Box()
    server = Controller(kept, hostname="127.0.0.1", port=port)
    server.start()
    yield kept, f"127.0.0.1:{port}"
    server.stop()


def report(folder: Path, name: str, *, outlet: str, published: str, words: str) -> Path:
    """Write a report of our own into a folder."""
    folder.mkdir(exist_ok=True)
    line = {"id": name, "outlet": outlet, "published": published, "text": words}
    (folder / f"{name}.jsonl").write_text(json.dumps(line, ensure_ascii=False), "utf-8")
    return folder


FIRST = "أجرى وزير الخارجية التركي هاكان فيدان محادثات مع نظيره العماني بدر البوسعيدي في مسقط اليوم، تناولت أمن الملاحة."
SECOND = "استقبل وزير الخارجية العماني بدر البوسعيدي في مسقط اليوم نظيره التركي هاكان فيدان، واتفقا على مواصلة التشاور."


def test_a_digest_is_one_letter_to_all(read: Run, box: tuple[Box, str]) -> None:
    kept, server = box
    told = read("digest", "--to", "a@desk.example", "--to", "b@desk.example", "--smtp", server, "--lang", "en")
    assert told.exit_code == 0, told.stderr
    [(readers, letter)] = kept.letters
    assert readers == ["a@desk.example", "b@desk.example"]
    plain, html = letter.get_body(("plain",)), letter.get_body(("html",))
    assert plain is not None and html is not None
    assert letter["auto-submitted"] == "auto-generated" and letter["message-id"] and letter["date"]
    assert "New since" in letter["subject"]
    assert "New records" in plain.get_content() and "[1]" in plain.get_content()
    assert "الرياض" in html.get_content()


def test_nothing_new_sends_nothing(read: Run, box: tuple[Box, str]) -> None:
    kept, server = box
    told = read("digest", "--to", "a@desk.example", "--smtp", server, "--since", "2999-01-01")
    assert told.exit_code == 0 and "nothing" in told.stderr
    assert kept.letters == []


def test_breaking_is_what_two_origins_tell_within_hours_in_one_letter(run: Run, box: tuple[Box, str], tmp_path: Path) -> None:
    kept, server = box
    folder = report(tmp_path / "r", "one", outlet="صحيفة أولى", published="2025-10-13T10:00:00+00:00", words=FIRST)
    assert run("read", folder).exit_code == 0
    assert run("digest", "--breaking", "--to", "a@desk.example", "--smtp", server).exit_code == 0
    assert kept.letters == [], "one origin is not enough"
    report(folder, "two", outlet="صحيفة ثانية", published="2025-10-13T12:00:00+00:00", words=SECOND)
    assert run("read", folder).exit_code == 0
    told = run("digest", "--breaking", "--to", "a@desk.example", "--smtp", server, "--lang", "en")
    assert told.exit_code == 0, told.stderr
    [(_, letter)] = kept.letters
    plain = letter.get_body(("plain",))
    assert plain is not None and "two origins within hours" in plain.get_content()
    assert "صحيفة أولى" in plain.get_content() and "صحيفة ثانية" in plain.get_content()


def test_a_letter_is_printed_where_nobody_gets_it(read: Run) -> None:
    told = read("digest", "--lang", "ar")
    letter = email.message_from_bytes(told.stdout_bytes, policy=email.policy.default)
    assert "محضر" in letter["subject"]


@pytest.mark.parametrize("wrong", [["--smtp", "nowhere"], ["--smtp", "127.0.0.1:1"], ["--since", "yesterday"]])
def test_what_cannot_be_sent_is_told(read: Run, wrong: list[str]) -> None:
    told = read("digest", "--to", "a@desk.example", *wrong)
    assert told.exit_code == 2 and "mahdar:" in told.stderr


def test_no_header_is_smuggled_in(read: Run, box: tuple[Box, str]) -> None:
    kept, server = box
    told = read("digest", "--to", "a@desk.example\nBcc: b@desk.example", "--smtp", server)
    assert told.exit_code == 2 and kept.letters == []
