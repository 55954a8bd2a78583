"""Who stands where on one issue, since when, and in which words?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mahdar.export.views.lines import StanceLine, stance_lines, told_once
from mahdar.export.views.shelf import open_shelf
from mahdar.store.about import claims_of_field
from mahdar.store.database import Store
from mahdar.store.membership import records_of_articles


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """One actor: its positions in order of their reports, where it only raised the issue, and a cell of both for each month."""

    actor: str
    lines: tuple[StanceLine, ...]
    raised: tuple[StanceLine, ...]
    cells: tuple[tuple[StanceLine, ...], ...]

    def first(self) -> str | None:
        """Return the day of the first report of a position."""
        return next((line.cite.article.published for line in self.lines if line.cite.article.published), None)

    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of positions, each once, in the order in which they were reported."""
        return tuple(dict.fromkeys(line.stance for line in self.lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueView:
    """One issue: the months in which positions were reported, and who held them."""

    issue: str
    months: tuple[str | None, ...]
    """In order; None, at the end, stands for reports of unknown day."""
    holders: tuple[Holder, ...]
    positions: int
    reports: int
    first: str | None
    last: str | None


def issue_of(store: Store, issue: str) -> IssueView:
    """Return what the page of an issue shows."""
    members = claims_of_field(store, "issue", issue, "stance")
    shelf = open_shelf(store, {member.article_id for member in members})
    lines = told_once(stance_lines(members, shelf), records_of_articles(store, shelf.texts))
    months = tuple(sorted({_month(line) for line in lines}, key=lambda month: month or "~"))
    days = sorted(article.published for article in shelf.articles.values() if article.published)
    actors = dict.fromkeys(line.actor for line in lines)
    holders = [_holder(actor, [line for line in lines if line.actor == actor], months) for actor in actors]
    return IssueView(
        issue=issue,
        months=months,
        holders=tuple(sorted(holders, key=lambda one: (-len(one.lines), -len(one.raised), one.actor))),
        positions=sum(len(one.lines) for one in holders),
        reports=len(shelf.articles),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def _holder(actor: str, lines: Sequence[StanceLine], months: Sequence[str | None]) -> Holder:
    told = [line for line in lines if line.stance != "raised"]
    return Holder(
        actor=actor,
        lines=tuple(told),
        raised=tuple(line for line in lines if line.stance == "raised"),
        cells=tuple(tuple(line for line in lines if _month(line) == month) for month in months),
    )


def _month(line: StanceLine) -> str | None:
    published = line.cite.article.published
    return published[:7] if published else None
