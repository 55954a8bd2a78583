"""Which pages do files, folders and standard input hold?"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from mahdar.errors import SourceError
from mahdar.records.ids import digest
from mahdar.records.page import Media, Page, PageMeta
from mahdar.records.problem import Problem

MOST_BYTES = 20 * 1024 * 1024
MEDIA: dict[str, Media] = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html"}
LINES = (".jsonl", ".jsonl.gz")
ARTICLE = ".article.json"
STDIN = "-"
HEADS = (b"<!doctype", b"<html", b"<head", b"<body", b"<?xml", b"<article", b"<div", b"<p>", b"<meta")


def find_pages(paths: Iterable[str | Path], stdin: BinaryIO) -> Iterator[Page | Problem]:
    """Yield the pages of files, of folders with all below them in the order of their names, and of `-`, standard input.

    What cannot be read is a `Problem`, and the rest is read on; only a path that does not exist raises, before anything is read.
    """
    wanted = [str(path) for path in paths]
    for name in wanted:
        if name != STDIN and not Path(name).exists():
            raise SourceError(f"{name}: there is no such file or folder. Check the spelling of the path.")
    for name in wanted:
        if name == STDIN:
            yield from _stream(stdin.read(MOST_BYTES + 1))
        elif Path(name).is_dir():
            yield from _folder(Path(name))
        else:
            yield from _file(Path(name))


def _stream(content: bytes) -> Iterator[Page | Problem]:
    """Yield the pages of standard input, whose kind shows in its first bytes."""
    head = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if len(content) > MOST_BYTES:
        yield _problem(STDIN, "standard input is larger than 20 MB", "Put it into a file of JSON lines, one article a line.")
    elif head.startswith(b"{"):
        lines = content.splitlines()
        yield from _lines(STDIN, lines) if _all_objects(lines) else _article(STDIN, content)
    else:
        yield from _plain(STDIN, content, "text/html" if head.startswith(HEADS) else "text/plain", PageMeta(name="stdin"))


def _all_objects(lines: list[bytes]) -> bool:
    """Return whether every line that holds anything opens a JSON object."""
    return all(line.lstrip().startswith(b"{") for line in lines if line.strip())


def _folder(folder: Path) -> Iterator[Page | Problem]:
    """Yield the pages of all readable kinds below a folder; beside `*.article.json` other JSON files hold no articles."""
    files = sorted(path for path in folder.rglob("*") if _is_kind(path) and not _is_hidden(path, folder))
    named = {path.parent for path in files if path.name.endswith(ARTICLE)}
    files = [path for path in files if path.suffix != ".json" or path.name.endswith(ARTICLE) or path.parent not in named]
    if not files:
        yield _problem(str(folder), "the folder holds no file that can be read", "Give .txt, .html, .json or .jsonl files.")
    for path in files:
        yield from _file(path)


def _is_kind(path: Path) -> bool:
    """Return whether a file's name ends as that of a readable kind does."""
    return path.suffix.lower() in (*MEDIA, ".json") or path.name.lower().endswith(LINES)


def _is_hidden(path: Path, folder: Path) -> bool:
    """Return whether a file is hidden, or stands in a hidden folder below `folder`."""
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _file(path: Path) -> Iterator[Page | Problem]:
    """Yield the pages of one file."""
    name = str(path)
    if not _is_kind(path):
        yield _problem(name, f"files that end in `{path.suffix}` are not read", "Give .txt, .html, .json or .jsonl files.")
        return
    try:
        if path.name.lower().endswith(LINES):
            yield from _line_file(path)
            return
        content = path.read_bytes() if path.stat().st_size <= MOST_BYTES else None
    except PermissionError:
        yield _problem(name, "no permission to read the file", "Allow your account to read it (chmod +r), or copy it.")
        return
    except OSError as odd:
        yield _problem(name, f"the file could not be read: {odd.strerror}", "Check the disk, or copy the file.")
        return
    if content is None:
        yield _problem(name, "the file is larger than 20 MB", "One file is one article; give many articles as JSON lines.")
    elif path.suffix.lower() == ".json":
        yield from _article(name, content)
    else:
        yield from _plain(name, content, MEDIA[path.suffix.lower()], PageMeta(name=path.stem))


def _plain(source: str, content: bytes, media: Media, meta: PageMeta) -> Iterator[Page | Problem]:
    """Yield a text or HTML file as its page."""
    if not content.strip(b"\xef\xbb\xbf \t\r\n\x00"):
        yield _problem(source, "the file is empty", "Give a file that holds an article, or leave it out.")
    elif _is_binary(content):
        yield _problem(source, "the file is binary, no text", "Save the article as text or HTML.")
    else:
        yield _page(source, content, media, meta)


def _is_binary(content: bytes) -> bool:
    """Return whether bytes are no text: signs of control that no text encoding uses; UTF-16 has its own pattern of zeros."""
    head = content[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    if head.startswith((b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")):
        return True
    zeros = head.count(0)
    even, odd = head[::2].count(0), head[1::2].count(0)
    if zeros and not (zeros > len(head) * 0.05 and min(even, odd) * 10 < max(even, odd)):
        return True
    controls = sum(head.count(code) for code in (*range(1, 9), *range(14, 27), *range(28, 32)))
    return not zeros and controls > len(head) * 0.02


def _article(source: str, content: bytes) -> Iterator[Page | Problem]:
    """Yield the article of a JSON file."""
    try:
        item = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        yield _problem(source, "the file is not JSON", "Mend it, or save the article as .txt.")
        return
    if isinstance(item, list):
        yield _problem(source, "the file holds a list", "Write one article a line (.jsonl), or one file an article.")
        return
    yield _item(source, item, default=Path(source).name.removesuffix(".json").removesuffix(".article"))


def _line_file(path: Path) -> Iterator[Page | Problem]:
    """Yield the articles of a file of JSON lines, one line at a time, so that the file may be of any size."""
    name = str(path)
    with gzip.open(path, "rb") if path.name.lower().endswith(".gz") else path.open("rb") as lines:
        try:
            yield from _lines(name, iter(lambda: lines.readline(MOST_BYTES + 1), b""))
        except (EOFError, gzip.BadGzipFile, zlib.error):
            yield _problem(name, "the compressed file is damaged or cut short", "Fetch or compress it again.")


def _lines(source: str, lines: Iterable[bytes]) -> Iterator[Page | Problem]:
    """Yield the article of each JSON line."""
    seen = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        seen = True
        place = f"{source}:{number}"
        try:
            item = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            yield _problem(place, "the line is not JSON", "Mend or delete the line; the other lines are read.")
            continue
        yield _item(place, item, default=None)
    if not seen:
        yield _problem(source, "the file is empty", "Give a file that holds an article, or leave it out.")


def _item(source: str, item: object, *, default: str | None) -> Page | Problem:
    """Return the page of a JSON object with `text` or `html`, and what else it tells of its article."""
    if not isinstance(item, dict):
        return _problem(source, "not a JSON object", 'Write {"text": …} with the article\'s text.')
    text, html = item.get("text"), item.get("html")
    body = text if isinstance(text, str) and text.strip() else html
    if not isinstance(body, str) or not body.strip():
        given = "is empty" if "text" in item or "html" in item else "is missing"
        return _problem(source, f"the key `text` {given}", "Put the article's words under `text`, or its page under `html`.")
    known = {name: _given(item, name) for name in ("url", "outlet", "published", "title", "id")}
    meta = PageMeta(
        url=known["url"],
        outlet=known["outlet"],
        published=known["published"],
        title=known["title"],
        name=known["id"] or default,
    )
    content = body.encode("utf-8", "surrogatepass")
    if len(content) > MOST_BYTES:
        return _problem(source, "the text is larger than 20 MB", "One line is one article; split it.")
    return _page(source, content, "text/plain" if body is text else "text/html", meta)


def _given(item: dict[object, object], name: str) -> str | None:
    """Return what an article says under a key as text, None where it says nothing."""
    value = item.get(name)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) and value.strip() else None


def _page(source: str, content: bytes, media: Media, meta: PageMeta) -> Page:
    """Return bytes as a page."""
    return Page(page_id=digest(content), content=content, media=media, source=source, meta=meta)


def _problem(article: str, what: str, remedy: str) -> Problem:
    """Return what could not be read."""
    return Problem(article=article, stage="read", what=what, remedy=remedy)
