"""What does the store hold of some articles, as far as a page cites them?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mahdar.export.quotation import Quotation, quote
from mahdar.records.group import Member
from mahdar.records.text import Text
from mahdar.records.value import Entry, Evidence, Meta, Missing, Other, Span, Value, Words
from mahdar.store.corrections import Correction, corrections_of
from mahdar.store.database import Store
from mahdar.store.query import Article, articles_of, texts_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """The words that say something: in which article, where in it, and at most 25 of them."""

    article: Article
    span: Span
    words: Quotation

    def at(self) -> str:
        """Return the name of the place in the article's page."""
        return f"e-{self.span.start}-{self.span.end}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The articles that are cited, and their texts, by id."""

    articles: Mapping[str, Article]
    texts: Mapping[str, Text]
    corrections: tuple[Correction, ...] = ()
    """What people said that fields of their claims should be."""

    def cite(self, article_id: str, span: Span) -> Cite:
        """Return the citation of a span of an article."""
        words = quote(self.texts[article_id].letters, span)
        return Cite(article=self.articles[article_id], span=span, words=words)

    def letters(self) -> dict[str, str]:
        """Return the letters of the texts, by their ids."""
        return {text.text_id: text.letters for text in self.texts.values()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What a value rests on: citations, entries of the data, items of the page's metadata, other claims."""

    cites: tuple[Cite, ...] = ()
    entries: tuple[str, ...] = ()
    metas: tuple[tuple[str, str], ...] = ()
    claims: tuple[str, ...] = ()


def open_shelf(store: Store, article_ids: Iterable[str]) -> Shelf:
    """Return a shelf with some articles and their texts."""
    wanted = sorted(set(article_ids))
    held = texts_of(store, wanted)
    return Shelf(
        articles=articles_of(store, wanted),
        texts={one: held[one] for one in wanted if one in held},
        corrections=corrections_of(store, wanted),
    )


def grounds_of(field: Value[object] | Missing, member: Member, shelf: Shelf, members: Iterable[Member]) -> Grounds:
    """Return what a field of a claim, or of a record of several, rests on.

    A value that rests on claims is led back to their sentences, and one without words of its own to that of `member`.
    """
    by_id = {one.claim_id: one for one in members}
    claims = [one.claim for one in field.evidence if isinstance(one, Other)]
    cites = [cite for one in field.evidence if (cite := _cite(one, member, shelf)) is not None]
    cites += [shelf.cite(by_id[one].article_id, by_id[one].claim.anchor.evidence) for one in claims if one in by_id]
    if not cites and isinstance(field, Value):
        cites = [shelf.cite(member.article_id, member.claim.anchor.evidence)]
    return Grounds(
        cites=tuple(dict.fromkeys(cites)),
        entries=tuple(one.entry for one in field.evidence if isinstance(one, Entry)),
        metas=tuple((one.item, one.content) for one in field.evidence if isinstance(one, Meta)),
        claims=tuple(claims),
    )


def _cite(evidence: Evidence, member: Member, shelf: Shelf) -> Cite | None:
    """Return the citation of words in the text of `member`, or in another text of the shelf."""
    if not isinstance(evidence, Words):
        return None
    span = Span(start=evidence.start, end=evidence.end)
    holding = [one for one, text in shelf.texts.items() if text.text_id == evidence.text]
    if not holding:
        return None
    return shelf.cite(member.article_id if member.article_id in holding else holding[0], span)
