"""Which documents did sides issue, and what was agreed?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mahdar.export.views.lines import AgreementLine, agreement_lines, told_once
from mahdar.export.views.shelf import Cite, Shelf, open_shelf
from mahdar.records.annotated import When
from mahdar.records.claim import AgreementClaim, DocumentClaim
from mahdar.records.group import Member
from mahdar.records.record import Record
from mahdar.records.value import value_of
from mahdar.store.about import records_of_kind
from mahdar.store.counts import holdings_of
from mahdar.store.database import Store
from mahdar.store.query import Article, newest_articles

PAGE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Which part of a long list this is: the first of so many."""

    page: int
    many: int

    def pages(self) -> int:
        """Return how many pages the list has."""
        return max((self.many + PAGE - 1) // PAGE, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """A document as a report names it."""

    record_id: str
    form: str
    issuers: tuple[str, ...]
    title: str
    day: When | None
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """An agreement with its sources, and what the same sides agreed before and after on record."""

    record_id: str
    line: AgreementLine
    statuses: tuple[str, ...]
    later: tuple[tuple[str, AgreementLine], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsView:
    """Documents that reports name, and the reports themselves."""

    documents: tuple[DocumentLine, ...]
    articles: tuple[Article, ...]
    sheet: Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementsView:
    """Agreements, those last reported first."""

    agreements: tuple[Agreed, ...]
    sheet: Sheet


def documents_of(store: Store, *, page: int) -> DocumentsView:
    """Return one page of the reports and, on the first one, the documents that were last reported."""
    held = holdings_of(store)
    records = records_of_kind(store, "document", limit=PAGE) if page == 1 else ()
    shelf = open_shelf(store, _articles(records))
    lines = [document_line(record, member, shelf) for record in records for member in record.group.members[:1]]
    return DocumentsView(
        documents=tuple(line for line in lines if line is not None),
        articles=newest_articles(store, limit=PAGE, offset=(page - 1) * PAGE),
        sheet=Sheet(page=page, many=held.articles),
    )


def agreements_of(store: Store, *, page: int) -> AgreementsView:
    """Return one page of agreements."""
    many = holdings_of(store).of("agreement")
    records = records_of_kind(store, "agreement", limit=PAGE, offset=(page - 1) * PAGE)
    shelf = open_shelf(store, _articles(records))
    lines = {record.record_id: _told(record, shelf) for record in records}
    return AgreementsView(
        agreements=tuple(
            Agreed(
                record_id=record.record_id,
                line=lines[record.record_id],
                statuses=_statuses(record),
                later=_later(record, records, lines),
            )
            for record in records
        ),
        sheet=Sheet(page=page, many=many),
    )


def _articles(records: Iterable[Record]) -> list[str]:
    return [member.article_id for record in records for member in record.group.members]


def document_line(record: Record, member: Member, shelf: Shelf) -> DocumentLine | None:
    """Return a document as one report names it, None where the claim is of another kind."""
    claim = member.claim
    if not isinstance(claim, DocumentClaim):
        return None
    return DocumentLine(
        record_id=record.record_id,
        form=claim.form.value,
        issuers=claim.issuers,
        title=claim.title.value,
        day=value_of(claim.day),
        cite=shelf.cite(member.article_id, claim.anchor.evidence),
    )


def _told(record: Record, shelf: Shelf) -> AgreementLine:
    """Return an agreement in the words of its first report, with its other sources."""
    members = sorted(record.group.members, key=lambda one: (one.published or "~", one.claim_id))
    [line] = told_once(agreement_lines(members, shelf), {one.claim_id: record.record_id for one in members})
    return line


def _statuses(record: Record) -> tuple[str, ...]:
    """Return what reports say became of it, each once, in the order of the reports."""
    members = sorted(record.group.members, key=lambda one: (one.published or "~", one.claim_id))
    return tuple(dict.fromkeys(one.claim.status.value for one in members if isinstance(one.claim, AgreementClaim)))


def _later(record: Record, records: Sequence[Record], lines: dict[str, AgreementLine]) -> tuple[tuple[str, AgreementLine], ...]:
    """Return what the same sides are reported to have agreed later, the first of it first."""
    own = lines[record.record_id]
    day = own.cite.article.published or "~"
    same = [
        (other.record_id, lines[other.record_id])
        for other in records
        if set(lines[other.record_id].parties) == set(own.parties) and (lines[other.record_id].cite.article.published or "") > day
    ]
    return tuple(sorted(same, key=lambda one: (one[1].cite.article.published or "", one[0])))
