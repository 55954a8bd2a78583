"""On what do the reports of a record agree, what does each leave out, and how does each word a quotation?"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from mahdar.export.views.means import Means
from mahdar.export.views.shelf import Cite, Shelf, open_shelf
from mahdar.merge.origins import Origin
from mahdar.merge.settle import Settled, SettledField, State, settle
from mahdar.records.claim import AgreementClaim, Claim, StanceClaim, StatementClaim
from mahdar.records.group import Member
from mahdar.records.record import Record
from mahdar.records.value import Span, Value
from mahdar.store.database import Store
from mahdar.store.query import Article, Tombstone, find_record


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one report stands to a field: `absent` only where no word of the report is of it, `unread` where one was seen."""

    state: State
    value: object
    """What the report tells itself; None where it tells nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A field with the value of the record, and how each report stands to it, in the order of the reports."""

    field: str
    shown: object
    cells: tuple[Standing, ...]

    def told_alone(self) -> int | None:
        """Return the number of the only report that tells the field, where all others leave it out; else None."""
        telling = [number for number, cell in enumerate(self.cells) if cell.state in {"agrees", "differs"}]
        silent = sum(cell.state == "absent" for cell in self.cells)
        return telling[0] if len(telling) == 1 and silent == len(self.cells) - 1 and silent else None

    def states(self) -> tuple[tuple[State, int], ...]:
        """Return how many reports stand in which way."""
        found: dict[State, int] = {}
        for cell in self.cells:
            found[cell.state] = found.get(cell.state, 0) + 1
        return tuple(sorted(found.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of one report, and the runs of them that the first report words otherwise or lacks."""

    article: Article
    cite: Cite
    other: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """A record as its reports tell it; `members` are its claims in order of publication, one column each."""

    record_id: str
    kind: str
    members: tuple[Member, ...]
    reports: tuple[Article, ...]
    origins: tuple[Origin, ...]
    rows: tuple[Row, ...]
    wordings: tuple[Wording, ...]
    """Of a statement, position or agreement how each report words it; none of a meeting."""

    def count(self) -> str:
        """Return how many reports there are, and from how many origins.

        Reports that copy one text, or go back to one agency, have one origin.
        """
        reports, origins = len({article.article_id for article in self.reports}), len(self.origins)
        return f"{reports} report{'s' * (reports != 1)}, {origins} origin{'s' * (origins != 1)}"

    def disputed(self) -> tuple[str, ...]:
        """Return the fields in which a report differs."""
        return tuple(row.field for row in self.rows if any(cell.state == "differs" for cell in row.cells))


def ledger_of(store: Store, record_id: str, means: Means) -> Ledger | None:
    """Return the ledger of a record by any id that it ever had, None where it is retired."""
    record = find_record(store, record_id)
    if isinstance(record, Tombstone):
        return None
    shelf = open_shelf(store, (member.article_id for member in record.group.members))
    return ledger_among(record, shelf, means)


def ledger_among(record: Record, shelf: Shelf, means: Means) -> Ledger:
    """Return the ledger of a record whose articles are on a shelf."""
    members = tuple(sorted(record.group.members, key=lambda one: (one.published or "~", one.article_id, one.claim_id)))
    settled = settle(record.group, means.language, letters=shelf.letters(), as_of=means.as_of)
    return Ledger(
        record_id=record.record_id,
        kind=record.group.kind,
        members=members,
        reports=tuple(shelf.articles[member.article_id] for member in members),
        origins=settled.origins,
        rows=_rows(settled, members),
        wordings=_wordings(members, shelf),
    )


def _rows(settled: Settled, members: tuple[Member, ...]) -> tuple[Row, ...]:
    """Return the fields of which any report has a word."""
    rows = [_row(field, members) for field in settled.fields]
    return tuple(row for row in rows if any(cell.state in {"agrees", "differs", "unread"} for cell in row.cells))


def _row(field: SettledField, members: tuple[Member, ...]) -> Row:
    told = {telling.claim_id: telling for telling in field.tellings}
    cells = [told[member.claim_id] for member in members]
    return Row(
        field=field.name,
        shown=field.value.value if isinstance(field.value, Value) else None,
        cells=tuple(Standing(state=cell.state, value=cell.own.value if isinstance(cell.own, Value) else None) for cell in cells),
    )


def _wordings(members: tuple[Member, ...], shelf: Shelf) -> tuple[Wording, ...]:
    spans = [(member, span) for member in members if (span := _words_of(member.claim)) is not None]
    if not spans:
        return ()
    first = _letters(*spans[0], shelf)
    return tuple(
        Wording(
            article=shelf.articles[member.article_id],
            cite=shelf.cite(member.article_id, span),
            other=_other_words(first, _letters(member, span, shelf), span.start),
        )
        for member, span in spans
    )


def _words_of(claim: Claim) -> Span | None:
    if isinstance(claim, StatementClaim | AgreementClaim):
        return claim.content
    return claim.object if isinstance(claim, StanceClaim) else None


def _letters(member: Member, span: Span, shelf: Shelf) -> str:
    return shelf.texts[member.article_id].letters[span.start : span.end]


def _other_words(first: str, own: str, start: int) -> tuple[Span, ...]:
    """Return the runs of words of a wording that the first one does not hold there."""
    words, at = own.split(" "), [start]
    for word in words:
        at.append(at[-1] + len(word) + 1)
    matcher = SequenceMatcher(None, first.split(" "), words, autojunk=False)
    return tuple(
        Span(start=at[low], end=at[high] - 1) for tag, _, _, low, high in matcher.get_opcodes() if tag != "equal" and high > low
    )
