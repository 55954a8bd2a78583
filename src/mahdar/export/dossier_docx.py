"""How is a dossier written as a Word document, right to left where it is Arabic?"""

from __future__ import annotations

import io
from typing import Any, Literal

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from mahdar.export.dossier import Citation, Dossier
from mahdar.export.notes import Line

ARABIC_FONT, LATIN_FONT = "Arial", "Georgia"
TITLE, SECTION, LINE, CITATION = 22, 15, 12, 10
GREY = RGBColor(0x5D, 0x55, 0x4A)
Manner = Literal["plain", "strong", "grey", "address", "quoted", "marked"]
BOLD, ARABIC = ("strong", "marked"), ("quoted", "marked")
ORDER = ("w:bCs", "w:i", "w:iCs", "w:color", "w:sz", "w:szCs", "w:highlight", "w:u", "w:vertAlign", "w:rtl", "w:cs", "w:lang")
"""Properties of a run in the order of the format, as far as they occur here."""


def dossier_docx(dossier: Dossier) -> bytes:
    """Return a dossier as a .docx file."""
    document = Document()
    page = _Page(document, is_rtl=dossier.reader.lang == "ar")
    document.core_properties.title = dossier.title
    document.core_properties.author = "Mahdar"
    page.heading(dossier.title, level=0, size=TITLE)
    page.write(page.paragraph(), dossier.deck, size=LINE)
    for section in dossier.sections:
        page.heading(section.title, level=1, size=SECTION)
        for line in section.lines:
            _line(page, line, dossier)
        if not section.lines:
            page.write(page.paragraph(), dossier.none, size=LINE, manner="grey")
    page.heading(dossier.citations_title, level=1, size=SECTION)
    for one in dossier.citations:
        _citation(page, one, dossier)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


class _Page:
    """A document whose paragraphs all run one way; each run of Arabic letters is marked as such."""

    def __init__(self, document: Any, *, is_rtl: bool) -> None:
        self.document = document
        self.is_rtl = is_rtl

    def paragraph(self, style: str | None = None) -> Any:
        """Return a new paragraph; in Word `bidi` turns the paragraph, and «start» then means the right side."""
        paragraph = self.document.add_paragraph(style=style)
        self._turn(paragraph)
        return paragraph

    def heading(self, words: str, *, level: int, size: int) -> None:
        """Write a heading."""
        heading = self.document.add_heading(level=level)
        self._turn(heading)
        self.write(heading, words, size=size, manner="strong")

    def write(self, paragraph: Any, words: str, *, size: int, manner: Manner = "plain") -> None:
        """Write words into a paragraph; Word sets Arabic by its own size, weight and font (`szCs`, `bCs`, `cs`)."""
        run = paragraph.add_run(words)
        run.font.size = Pt(size)
        run.font.name = LATIN_FONT
        run.bold = manner in BOLD or None
        if manner in {"grey", "address"}:
            run.font.color.rgb = GREY
        properties = run._r.get_or_add_rPr()
        properties.get_or_add_rFonts().set(qn("w:cs"), ARABIC_FONT)
        if manner in BOLD:
            _add(properties, "w:bCs")
        _add(properties, "w:szCs", str(size * 2))
        if manner != "address" and (self.is_rtl or manner in ARABIC):
            _add(properties, "w:rtl")
            _add(properties, "w:lang").set(qn("w:bidi"), "ar-SA")

    def _turn(self, paragraph: Any) -> None:
        if self.is_rtl:
            properties = paragraph._p.get_or_add_pPr()
            bidi = OxmlElement("w:bidi")
            properties.insert_element_before(
                bidi, "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr", "w:sectPr"
            )


def _add(properties: Any, name: str, value: str | None = None) -> Any:
    """Put an element among the properties of a run, in the order that the format asks for."""
    element = OxmlElement(name)
    if value is not None:
        element.set(qn("w:val"), value)
    properties.insert_element_before(element, *ORDER[ORDER.index(name) + 1 :])
    return element


def _line(page: _Page, line: Line, dossier: Dossier) -> None:
    paragraph = page.paragraph("List Bullet")
    for run in line.runs:
        page.write(paragraph, run.words, size=LINE, manner=run.manner)
    numbers = "".join(f" [{dossier.reader.number(one)}]" for one in line.numbers)
    page.write(paragraph, numbers, size=CITATION, manner="grey")


def _citation(page: _Page, one: Citation, dossier: Dossier) -> None:
    paragraph = page.paragraph()
    page.write(paragraph, f"[{dossier.reader.number(one.number)}] {one.outlet}, {one.day}. ", size=CITATION, manner="grey")
    if one.url:
        page.write(paragraph, f"{one.url} ", size=CITATION, manner="address")
    page.write(paragraph, f"«{one.words.before}", size=CITATION, manner="quoted")
    page.write(paragraph, one.words.exact, size=CITATION, manner="marked")
    page.write(paragraph, f"{one.words.after}»", size=CITATION, manner="quoted")
    for gloss in one.glosses:
        page.write(paragraph, f" {gloss}", size=CITATION, manner="grey")
