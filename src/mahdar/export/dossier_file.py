"""In which format is a dossier written?"""

from __future__ import annotations

from mahdar.errors import SourceError
from mahdar.export.dossier import Dossier
from mahdar.export.dossier_docx import dossier_docx
from mahdar.export.dossier_html import dossier_html
from mahdar.export.dossier_md import dossier_md

MEDIA = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
}


def dossier_bytes(dossier: Dossier, suffix: str) -> bytes:
    """Return a dossier in the format of a file's ending: `.docx`, `.html` or `.md`."""
    if suffix == ".docx":
        return dossier_docx(dossier)
    if suffix not in MEDIA:
        raise SourceError(f"a dossier is not written as {suffix!r}. Ask for one of: {', '.join(MEDIA)}.")
    return (dossier_html(dossier) if suffix == ".html" else dossier_md(dossier)).encode("utf-8")
