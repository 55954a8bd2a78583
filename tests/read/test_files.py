"""Which pages do files, folders and standard input hold?"""

import gzip
import io
import json
from pathlib import Path

import pytest

from mahdar.errors import SourceError
from mahdar.read.files import find_pages
from mahdar.records.ids import digest
from mahdar.records.page import Page
from mahdar.records.problem import Problem

WORDS = "التقى الوزير ضيفه في القاهرة أمس."
NOTHING = io.BytesIO()


def read(*paths: Path | str, stdin: bytes = b"") -> list[Page | Problem]:
    return list(find_pages(paths, io.BytesIO(stdin)))


def only_page(found: list[Page | Problem]) -> Page:
    assert len(found) == 1
    assert isinstance(found[0], Page), found
    return found[0]


def only_problem(found: list[Page | Problem]) -> Problem:
    assert len(found) == 1
    assert isinstance(found[0], Problem), found
    assert found[0].stage == "read"
    assert found[0].remedy
    return found[0]


def test_plain_text_keeps_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_bytes(b"\xef\xbb\xbf" + WORDS.encode() + b"\r\n")
    page = only_page(read(path))
    assert page.content == path.read_bytes()
    assert page.page_id == digest(page.content)
    assert (page.media, page.meta.name, page.source) == ("text/plain", "one", str(path))


def test_article_json(tmp_path: Path) -> None:
    path = tmp_path / "a-1.article.json"
    item = {"id": "a-1", "outlet": "الأفق", "url": None, "published": "2024-05-06", "title": "عنوان", "text": WORDS, "more": [1]}
    path.write_text(json.dumps(item), "utf-8")
    page = only_page(read(path))
    assert page.content == WORDS.encode()
    assert (page.meta.name, page.meta.outlet, page.meta.url, page.meta.published) == ("a-1", "الأفق", None, "2024-05-06")
    assert page.meta.title == "عنوان"


@pytest.mark.parametrize("ending", [".jsonl", ".jsonl.gz"])
def test_json_lines_go_on_after_a_bad_one(tmp_path: Path, ending: str) -> None:
    lines = [json.dumps({"id": 1, "text": WORDS}), "{broken", "", json.dumps({"id": "2"}), json.dumps(["x"])]
    lines += [json.dumps({"id": "3", "html": "<p>نص</p>"}), json.dumps({"text": "  "})]
    path = tmp_path / f"many{ending}"
    content = "\n".join(lines).encode()
    path.write_bytes(gzip.compress(content) if ending.endswith("gz") else content)
    found = read(path)
    pages = [page for page in found if isinstance(page, Page)]
    assert [(page.meta.name, page.media) for page in pages] == [("1", "text/plain"), ("3", "text/html")]
    problems = [problem.article for problem in found if isinstance(problem, Problem)]
    assert problems == [f"{path}:2", f"{path}:4", f"{path}:5", f"{path}:7"]


def test_folders_are_read_in_order_with_all_below(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "b" / "two.html").write_text("<p>نص</p>", "utf-8")
    (tmp_path / "a.txt").write_text(WORDS, "utf-8")
    (tmp_path / "c.article.json").write_text(json.dumps({"text": WORDS}), "utf-8")
    (tmp_path / "c.json").write_text("{}", "utf-8")
    (tmp_path / "notes.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / ".git" / "x.txt").write_text("x", "utf-8")
    assert [Path(page.source).name for page in read(tmp_path) if isinstance(page, Page)] == [
        "a.txt",
        "two.html",
        "c.article.json",
    ]


def test_a_folder_without_a_readable_file(tmp_path: Path) -> None:
    (tmp_path / "notes.docx").write_bytes(b"PK")
    assert "no file" in only_problem(read(tmp_path)).what


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.html", b" \n\t", "empty"),
        ("empty.jsonl", b"\n", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "binary"),
        ("paper.html", b"%PDF-1.7 " + b"x" * 50, "binary"),
        ("zeros.txt", b"abc\x00\x00\x00\x01" * 50, "binary"),
        ("bad.json", b"{", "not JSON"),
        ("list.json", b"[]", "list"),
        ("no-text.json", b"{}", "missing"),
        ("deep.json", b"[" * 100_000, "not JSON"),
        ("cut.jsonl.gz", gzip.compress(b'{"text": "x"}' * 100, mtime=0)[:30], "damaged"),
        ("none.jsonl.gz", b"no gzip", "damaged"),
        ("notes.docx", b"PK", "not read"),
        ("large.txt", b"x" * (20 * 1024 * 1024 + 1), "20 MB"),
    ],
)
def test_what_cannot_be_read_is_a_problem(tmp_path: Path, name: str, content: bytes, what: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    problem = only_problem(read(path))
    assert problem.article.startswith(str(path))
    assert what in problem.what


def test_utf_16_is_no_binary(tmp_path: Path) -> None:
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        path = tmp_path / f"{encoding}.txt"
        path.write_bytes((WORDS * 20).encode(encoding))
        only_page(read(path))


def test_a_path_that_does_not_exist_raises_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS, "utf-8")
    with pytest.raises(SourceError, match=r"nowhere\.txt"):
        read(tmp_path / "a.txt", tmp_path / "nowhere.txt")


def test_standard_input() -> None:
    assert only_page(read("-", stdin=WORDS.encode())).media == "text/plain"
    assert only_page(read("-", stdin=b"<!DOCTYPE html><html><p>x</p>")).media == "text/html"
    two = b'{"id": "1", "text": "x"}\n{"id": "2", "text": "y"}\n'
    assert [page.meta.name for page in read("-", stdin=two) if isinstance(page, Page)] == ["1", "2"]
    assert only_page(read("-", stdin=b'{\n  "id": "1",\n  "text": "x"\n}')).meta.name == "1"
    assert "empty" in only_problem(read("-")).what
