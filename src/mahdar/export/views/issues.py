"""Which issues were raised at which meeting, by whom, and where is that read?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from mahdar.export.phrases import Phrase
from mahdar.export.views.lines import StanceLine
from mahdar.export.views.meeting import Meeting
from mahdar.export.views.shelf import Cite, Shelf

State = Literal["read", "unread", "absent"]
OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Whose position of which kind, and each place where it is read."""

    actor: str
    stance: str
    lines: tuple[StanceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueCell:
    """What the reports of one meeting hold of one issue: positions read, words seen and not read, or nothing."""

    issue: str
    state: State
    stands: tuple[Stand, ...]
    seen: Cite | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRow:
    """One meeting with a cell for each issue, in the order of the columns."""

    meeting: Meeting
    cells: tuple[IssueCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Meetings by date against issues; the issues that most meetings touch come first."""

    issues: tuple[str, ...]
    rows: tuple[IssueRow, ...]


def issue_matrix(
    meetings: Sequence[Meeting],
    stances: Mapping[str, Sequence[StanceLine]],
    phrases: Mapping[str, Sequence[Phrase]],
    shelf: Shelf,
) -> Matrix:
    """Return the matrix of some meetings; `stances` are by record, `phrases` by article."""
    rows = []
    for meeting in meetings:
        read = _by_issue(stances.get(meeting.record_id, ()))
        rows.append((meeting, read, _seen(meeting, phrases, shelf)))
    counted = Counter(issue for _, read, seen in rows for issue in {*read, *seen})
    weight = Counter(issue for _, read, _ in rows for issue in read)
    order = sorted(counted, key=lambda issue: (issue == OTHER, -weight[issue], -counted[issue], issue))
    return Matrix(
        issues=tuple(order),
        rows=tuple(
            IssueRow(meeting=meeting, cells=tuple(_cell(issue, read, seen) for issue in order)) for meeting, read, seen in rows
        ),
    )


def _by_issue(stances: Iterable[StanceLine]) -> dict[str, tuple[StanceLine, ...]]:
    found: dict[str, tuple[StanceLine, ...]] = {}
    for stance in stances:
        issue = stance.issue or OTHER
        found[issue] = (*found.get(issue, ()), stance)
    return found


def _seen(meeting: Meeting, phrases: Mapping[str, Sequence[Phrase]], shelf: Shelf) -> dict[str, Cite]:
    """Return for each issue whose words occur in the reports of a meeting their first place."""
    found: dict[str, Cite] = {}
    for article in meeting.sources:
        for phrase in phrases.get(article.article_id, ()):
            if phrase.kind == "issue" and phrase.entry not in found:
                found[phrase.entry] = shelf.cite(article.article_id, phrase.span)
    return found


def _cell(issue: str, read: Mapping[str, tuple[StanceLine, ...]], seen: Mapping[str, Cite]) -> IssueCell:
    if issue in read:
        return IssueCell(issue=issue, state="read", stands=_stands(read[issue]), seen=seen.get(issue))
    state: State = "unread" if issue in seen else "absent"
    return IssueCell(issue=issue, state=state, stands=(), seen=seen.get(issue))


def _stands(lines: Iterable[StanceLine]) -> tuple[Stand, ...]:
    """Return the positions of each side, each kind once; what was only raised comes last."""
    found: dict[tuple[str, str], tuple[StanceLine, ...]] = {}
    for line in sorted(lines, key=lambda line: (line.actor, line.stance == "raised")):
        found[line.actor, line.stance] = (*found.get((line.actor, line.stance), ()), line)
    return tuple(Stand(actor=actor, stance=stance, lines=those) for (actor, stance), those in found.items())
