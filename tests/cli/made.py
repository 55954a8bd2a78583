"""Short reports of our own, as files that a user would hand in."""

from __future__ import annotations

from pathlib import Path

REPORTS = Path(__file__).parent / "reports"
TALKS, CALL, PERSIAN = ((REPORTS / name).read_text("utf-8") for name in ("talks.txt", "call.html", "persian.txt"))


def write_reports(folder: Path) -> Path:
    """Write two good reports into a folder, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "talks.txt").write_text(TALKS, "utf-8")
    (folder / "call.html").write_text(CALL, "utf-8")
    return folder


def write_bad(folder: Path) -> Path:
    """Write one file of each kind that cannot be read into a folder, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "huge.txt").write_bytes("خبر ".encode() * (3 * 1024 * 1024))
    links = "".join(f'<li><a href="/{n}">خبر {n}</a></li>' for n in range(30))
    (folder / "no-article.html").write_text(f"<html><body><ul>{links}</ul></body></html>", "utf-8")
    (folder / "broken.txt").write_bytes(b"\xd9\xff\xfe\x80\x81" * 200)
    (folder / "persian.txt").write_text(PERSIAN, "utf-8")
    (folder / "not-json.json").write_text("{", "utf-8")
    return folder
