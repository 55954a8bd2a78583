"""In which format is a dossier or briefing written?"""

from __future__ import annotations

from mahdar.errors import SourceError
from mahdar.export.dossier import Dossier
from mahdar.export.dossier_docx import dossier_docx
from mahdar.export.dossier_eml import dossier_eml
from mahdar.export.dossier_html import dossier_html
from mahdar.export.dossier_md import dossier_md
from mahdar.export.dossier_pdf import dossier_pdf

MEDIA = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".pdf": "application/pdf",
    ".eml": "message/rfc822",
}


def dossier_bytes(dossier: Dossier, suffix: str) -> bytes:
    """Return a dossier in the format of a file's ending."""
    match suffix:
        case ".docx":
            return dossier_docx(dossier)
        case ".pdf":
            return dossier_pdf(dossier)
        case ".eml":
            return dossier_eml(dossier)
        case ".html":
            return dossier_html(dossier).encode("utf-8")
        case ".md":
            return dossier_md(dossier).encode("utf-8")
        case _:
            raise SourceError(f"a dossier is not written as {suffix!r}. Ask for one of: {', '.join(MEDIA)}.")
