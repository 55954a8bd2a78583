"""The order of the stages; the only file that knows it."""

from __future__ import annotations

from mahdar.annotate.annotate import annotate
from mahdar.clean.page import clean_page, problems_of
from mahdar.extract.finders import find_claims
from mahdar.extract.ground import ground
from mahdar.language.language import Language
from mahdar.records.page import Page
from mahdar.records.problem import Problem
from mahdar.records.reading import Reading, Traced
from mahdar.records.text import Text

VERSION = "0.1.0"
"""The version of the code that reads; it stands on every reading."""


def read_page(page: Page, language: Language) -> Traced | Problem:
    """Return what is found in a page, or why it is no article."""
    text = clean_page(page, language.pages)
    return text if isinstance(text, Problem) else trace_text(text, language)


def read_text(text: Text, language: Language) -> Reading:
    """Return all claims found in one text: the same text and language give the same reading."""
    return trace_text(text, language).reading


def trace_text(text: Text, language: Language) -> Traced:
    """Return a reading together with the annotation that it came from."""
    doc = annotate(text, language)
    claims = find_claims(ground(doc, language))
    problems = (*problems_of(text), *doc.problems)
    reading = Reading(text=text, version=VERSION, data_digest=language.digest, claims=claims, problems=problems)
    return Traced(reading=reading, annotated=doc)
