"""How is a dossier written in Markdown?"""

from __future__ import annotations

import re

from mahdar.export.dossier import Citation, Dossier
from mahdar.export.notes import Line, Run

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|])")


def dossier_md(dossier: Dossier) -> str:
    """Return a dossier as Markdown; the numbers in brackets lead to the sentences at the end."""
    is_arabic = dossier.reader.lang == "ar"
    parts = [f"# {_plain(dossier.title)}", _plain(dossier.deck)]
    for section in dossier.sections:
        parts.append(f"## {_plain(section.title)}")
        parts.append("\n".join(_line(line, dossier) for line in section.lines) or f"*{_plain(dossier.none)}*")
    parts.append(f"## {_plain(dossier.citations_title)}")
    parts.append("\n".join(_citation(one, dossier) for one in dossier.citations))
    body = "\n\n".join(parts)
    return f'<div dir="rtl" lang="ar">\n\n{body}\n\n</div>\n' if is_arabic else f"{body}\n"


def _line(line: Line, dossier: Dossier) -> str:
    numbers = "".join(f"[[{dossier.reader.number(one)}]](#c{one})" for one in line.numbers)
    return f"- {''.join(_run(run) for run in line.runs)} {numbers}"


def _run(run: Run) -> str:
    if run.manner == "strong":
        bare = run.words.rstrip()
        return f"**{_plain(bare)}**{run.words[len(bare) :]}"
    return _plain(run.words)


def _citation(one: Citation, dossier: Dossier) -> str:
    words = f"{_plain(one.words.before)}**{_plain(one.words.exact.strip())}**{_plain(one.words.after)}"
    link = (
        f" <{one.url}>" if one.url and one.url.startswith(("http://", "https://")) and not re.search(r"[<>\s]", one.url) else ""
    )
    glosses = "".join(f" {_plain(gloss)}" for gloss in one.glosses)
    number = dossier.reader.number(one.number)
    return f'- <a id="c{one.number}"></a>[{number}] {_plain(one.outlet)}, {_plain(one.day)}.{link} «{words}»{glosses}'


def _plain(words: str) -> str:
    """Return words in which no sign means anything to Markdown or HTML."""
    return _SIGNS.sub(r"\\\1", " ".join(words.split(" "))).replace("\n", " ").replace("&", "&amp;")
