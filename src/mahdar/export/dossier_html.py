"""How is a dossier written as one HTML file that loads nothing?"""

from __future__ import annotations

from html import escape

from mahdar.export.dossier import Citation, Dossier
from mahdar.export.notes import Line, Run

STYLE = """
body{max-inline-size:46rem;margin:2.5rem auto;padding-inline:1.2rem;line-height:1.8;color:#1d1a16;background:#fffdf8;
font-family:"Noto Naskh Arabic","Amiri","Traditional Arabic","Noto Serif",Georgia,serif;overflow-wrap:break-word}
h1,h2{font-family:"Noto Kufi Arabic","IBM Plex Sans Arabic","Noto Sans Arabic",Tahoma,sans-serif;line-height:1.5}
h1{border-block-end:3px double #d9d1c1;padding-block-end:.6rem}
h2{border-block-start:2px solid #1d1a16;padding-block-start:.4rem;font-size:1.2rem}
ul{padding-inline-start:1.2rem}li{margin-block:.35rem}sup a{text-decoration:none;color:#7a1f1d}mark{background:#ffe9a8}
.deck,.none,.gloss{color:#5d554a}ol{padding-inline-start:2rem}ol li{font-size:.95rem}
@media print{body{margin:0;max-inline-size:none;background:#fff}}
"""


def dossier_html(dossier: Dossier) -> str:
    """Return a dossier as HTML."""
    lang = dossier.reader.lang
    sections = "\n".join(
        f"<section><h2>{escape(section.title)}</h2>\n"
        + (
            "<ul>\n" + "\n".join(_line(line, dossier) for line in section.lines) + "\n</ul>"
            if section.lines
            else f'<p class="none">{escape(dossier.none)}</p>'
        )
        + "</section>"
        for section in dossier.sections
    )
    citations = "\n".join(_citation(one) for one in dossier.citations)
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">\n<head><meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(dossier.title)}</title>\n<style>{STYLE}</style></head>\n<body>\n"
        f'<h1>{escape(dossier.title)}</h1>\n<p class="deck">{escape(dossier.deck)}</p>\n{sections}\n'
        f"<section><h2>{escape(dossier.citations_title)}</h2>\n<ol>\n{citations}\n</ol></section>\n</body>\n</html>\n"
    )


def _line(line: Line, dossier: Dossier) -> str:
    numbers = "".join(f'<sup><a href="#c{one}">[{dossier.reader.number(one)}]</a></sup>' for one in line.numbers)
    return f"<li>{''.join(_run(run) for run in line.runs)} {numbers}</li>"


def _run(run: Run) -> str:
    words = escape(run.words)
    if run.manner == "quoted":
        return f'<bdi lang="ar">{words}</bdi>'
    return f"<b>{words}</b>" if run.manner == "strong" else words


def _citation(one: Citation) -> str:
    words = f"{escape(one.words.before)}<mark>{escape(one.words.exact)}</mark>{escape(one.words.after)}"
    is_web = one.url is not None and one.url.lower().startswith(("http://", "https://"))
    link = f' <a href="{escape(one.url or "")}" rel="noreferrer nofollow"><bdi dir="ltr">{escape(one.url or "")}</bdi></a>'
    glosses = "".join(f' <span class="gloss">{escape(gloss)}</span>' for gloss in one.glosses)
    head = f"<bdi>{escape(one.outlet)}</bdi>, {escape(one.day)}."
    return (
        f'<li id="c{one.number}" value="{one.number}">{head}{link if is_web else ""} <bdi lang="ar">«{words}»</bdi>{glosses}</li>'
    )
