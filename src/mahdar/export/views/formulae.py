"""Which set phrases do the reports of a pair use, since when, and in whose mouth?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mahdar.export.formulae import JOINT, spoken_in
from mahdar.export.phrases import Phrase
from mahdar.export.views.shelf import Cite, Shelf
from mahdar.language.language import Language
from mahdar.merge.formulae import Formula, find_formulae
from mahdar.records.claim import StatementClaim
from mahdar.records.group import Member
from mahdar.records.value import value_of

FEW = 2
"""Occasions that make a formula of a wording where only two sides are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One use of a formula: the day of its report, its words, and who says it; no speaker and no side is the outlet itself."""

    day: str | None
    cite: Cite
    speaker: str | None
    of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormulaLine:
    """A formula with its uses in order of their days; those of unknown day come last.

    `formula` is an id of `formulae.yaml`, or the words themselves of one that only recurs; `silent` counts the later occasions
    on which those who used it spoke without it.
    """

    formula: str
    uses: tuple[Use, ...]
    is_listed: bool = True
    silent: int = 0

    def dated(self) -> tuple[Use, ...]:
        """Return the uses whose day is known."""
        return tuple(use for use in self.uses if use.day)


def formula_lines(phrases: Mapping[str, Sequence[Phrase]], members: Iterable[Member], shelf: Shelf) -> tuple[FormulaLine, ...]:
    """Return the formulae that stand in the articles of `phrases`, the most used first."""
    spoken = [(member.article_id, member.claim) for member in members if isinstance(member.claim, StatementClaim)]
    found: dict[str, list[Use]] = {}
    for article_id, those in phrases.items():
        day = shelf.articles[article_id].published
        for phrase in those:
            if phrase.kind == "formula":
                within = [claim for where, claim in spoken if where == article_id and _holds(claim, phrase)]
                found.setdefault(phrase.entry, []).append(_use(shelf.cite(article_id, phrase.span), day, within))
    lines = [FormulaLine(formula=name, uses=tuple(sorted(uses, key=_order))) for name, uses in found.items()]
    return tuple(sorted(lines, key=lambda line: (-len(line.uses), line.formula)))


def recurring_lines(members: Iterable[Member], sides: Iterable[str], shelf: Shelf, language: Language) -> tuple[FormulaLine, ...]:
    """Return the wordings that recur in what some sides say, whether anybody listed them or not."""
    wanted = set(sides)
    spoken = [one for one in spoken_in(members, shelf.texts) if wanted & set(one.sides)]
    return tuple(_recurring(one, shelf) for one in find_formulae(spoken, language, least=FEW))


def _recurring(formula: Formula, shelf: Shelf) -> FormulaLine:
    uses = tuple(
        Use(
            day=use.spoken.day,
            cite=shelf.cite(use.spoken.article_id, use.span),
            speaker=use.spoken.speaker,
            of=JOINT.join(use.spoken.sides),
        )
        for use in formula.uses
    )
    return FormulaLine(formula=formula.words, uses=uses, is_listed=False, silent=formula.silent)


def _use(cite: Cite, day: str | None, within: Sequence[StatementClaim]) -> Use:
    said = min(within, key=lambda claim: claim.content.end - claim.content.start, default=None)
    return Use(
        day=day[:10] if day else None,
        cite=cite,
        speaker=value_of(said.speaker) if said else None,
        of=value_of(said.of) if said else None,
    )


def _holds(claim: StatementClaim, phrase: Phrase) -> bool:
    return claim.content.start < phrase.span.end and phrase.span.start < claim.content.end


def _order(use: Use) -> tuple[bool, str, str, int]:
    return use.day is None, use.day or "", use.cite.article.article_id, use.cite.span.start
