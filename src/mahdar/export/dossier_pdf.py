"""How is a dossier written as PDF?"""

from __future__ import annotations

from typing import Any, NoReturn

from mahdar.errors import SourceError
from mahdar.export.dossier import Dossier
from mahdar.export.dossier_html import dossier_html


def dossier_pdf(dossier: Dossier) -> bytes:
    """Return a dossier as PDF; nothing is loaded for it, from no place."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:
        raise SourceError(
            "a PDF is made by WeasyPrint, which is not installed, or lacks the library Pango. Install `mahdar[pdf]`, and on"
            " Debian `apt-get install libpango-1.0-0 libpangoft2-1.0-0`; or ask for .html and print it."
        ) from error
    made: Any = HTML(string=dossier_html(dossier), url_fetcher=_nothing)
    return bytes(made.write_pdf())


def _nothing(url: str, *_: object, **__: object) -> NoReturn:
    raise ValueError(f"a briefing loads nothing, not {url[:80]}")
