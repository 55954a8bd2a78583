"""A dossier in three formats: every line leads to its sentences."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from tests.conftest import CACHE

from mahdar.cli import main
from mahdar.errors import StoreError
from mahdar.export.dossier import Dossier, dossier_of
from mahdar.export.dossier_docx import dossier_docx
from mahdar.export.dossier_html import dossier_html
from mahdar.export.dossier_md import dossier_md
from mahdar.export.notes import Notes, Run
from mahdar.export.reader import Reader
from mahdar.export.tell import Book, Teller
from mahdar.export.views.pair import Pair

LANGUAGES = ("ar", "en")


def made(pair: Pair, book: Book, lang: str) -> Dossier:
    """Return the dossier in one language."""
    return dossier_of(pair, Teller(book=book, reader=Reader(lang="ar" if lang == "ar" else "en")))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_has_a_sentence_of_25_words_at_most(pair: Pair, book: Book, lang: str) -> None:
    dossier = made(pair, book, lang)
    numbers = {one.number for one in dossier.citations}
    lines = [line for section in dossier.sections for line in section.lines]
    assert len(lines) > 20
    assert all(line.numbers and numbers >= set(line.numbers) for line in lines)
    assert numbers == set(range(1, len(numbers) + 1))
    assert all(0 < one.words.count() <= 25 for one in dossier.citations)


def test_a_line_without_evidence_cannot_be_printed() -> None:
    with pytest.raises(StoreError, match="rests on no sentence"):
        Notes().line([Run(words="they met")], [])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_word_file_opens_and_runs_the_right_way(pair: Pair, book: Book, lang: str) -> None:
    dossier = made(pair, book, lang)
    document = Document(io.BytesIO(dossier_docx(dossier)))
    turned = [
        paragraph._p.pPr is not None and paragraph._p.pPr.find(qn("w:bidi")) is not None for paragraph in document.paragraphs
    ]
    assert all(turned) if lang == "ar" else not any(turned)
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert sum(bool(re.match(r"\[\d+\] ", text)) for text in texts) == len(dossier.citations)
    assert texts[0] == dossier.title
    quoted = next(run for paragraph in document.paragraphs for run in paragraph.runs if run.text.startswith("«"))
    properties = quoted._r.rPr
    assert properties.find(qn("w:rtl")) is not None
    assert properties.rFonts.get(qn("w:cs"))
    order = [child.tag for child in properties]
    assert order.index(qn("w:sz")) < order.index(qn("w:szCs")) < order.index(qn("w:rtl")) < order.index(qn("w:lang"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_html_file_links_each_number(pair: Pair, book: Book, lang: str) -> None:
    dossier = made(pair, book, lang)
    page = dossier_html(dossier)
    assert f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">' in page
    assert set(re.findall(r'href="#(c\d+)"', page)) == set(re.findall(r'<li id="(c\d+)"', page))
    assert "<script" not in page
    assert not re.search(r'(?:src|<link)[^>]*"', page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_markdown_links_each_number(pair: Pair, book: Book, lang: str) -> None:
    dossier = made(pair, book, lang)
    text = dossier_md(dossier)
    assert set(re.findall(r"\]\(#(c\d+)\)", text)) == set(re.findall(r'<a id="(c\d+)">', text))
    assert text.count("\n## ") == len(dossier.sections) + 1


def test_arabic_is_told_in_arabic_digits_where_asked(pair: Pair, book: Book) -> None:
    reader = Reader(lang="ar", digits="arab", months="tammuz")
    text = dossier_md(dossier_of(pair, Teller(book=book, reader=reader)))
    assert "٩ نيسان ٢٠٢٤" in text


def test_the_command_writes_each_format(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    monkeypatch.setenv("MAHDAR_CACHE", str(CACHE))
    run = CliRunner()
    for suffix in ("docx", "md", "html"):
        out = tmp_path / f"file.{suffix}"
        done = run.invoke(main, ["dossier", "RUS", "CHN", "--db", str(database), "--out", str(out), "--lang", "en"])
        assert done.exit_code == 0, done.stderr
        assert out.stat().st_size > 1000
    printed = run.invoke(main, ["dossier", "chn", "rus", "--db", str(database), "--lang", "en"])
    assert printed.stdout.startswith("# Dossier: China and Russia")
    for words in (["RUS", "XYZ"], ["RUS", "FJI"], ["RUS", "CHN", "--out", "file.pdf"]):
        refused = run.invoke(main, ["dossier", *words, "--db", str(database)])
        assert (refused.exit_code, refused.stdout) == (2, "")
