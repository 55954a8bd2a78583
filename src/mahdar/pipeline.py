"""The order of the stages; the only file that knows it."""

from __future__ import annotations

from mahdar.annotate.annotate import annotate
from mahdar.clean.page import clean_page, problems_of
from mahdar.extract.aid import Aid
from mahdar.extract.finders import find_claims
from mahdar.extract.ground import ground
from mahdar.language.language import Language
from mahdar.records.page import Page
from mahdar.records.problem import Problem
from mahdar.records.reading import Reading, Traced
from mahdar.records.text import Text

VERSION = "0.1.0"
"""The version of the code that reads; it stands on every reading."""


def read_page(page: Page, language: Language, aids: tuple[Aid, ...] = ()) -> Traced | Problem:
    """Return what is found in a page, or why it is no article."""
    text = clean_page(page, language.pages)
    return text if isinstance(text, Problem) else trace_text(text, language, aids)


def read_text(text: Text, language: Language) -> Reading:
    """Return all claims found in one text: the same text and language give the same reading."""
    return trace_text(text, language).reading


def trace_text(text: Text, language: Language, aids: tuple[Aid, ...] = ()) -> Traced:
    """Return a reading with the annotation that it came from; `aids` are asked after the rules and named in its version."""
    doc = annotate(text, language)
    laid = ground(doc, language)
    claims = find_claims(laid)
    problems = (*problems_of(text), *doc.problems)
    for aid in aids:
        aided = aid.find(laid, claims)
        claims, problems = (*claims, *aided.claims), (*problems, *aided.problems)
    version = "+".join((VERSION, *(aid.name for aid in aids)))
    reading = Reading(text=text, version=version, data_digest=language.digest, claims=claims, problems=problems)
    return Traced(reading=reading, annotated=doc)
