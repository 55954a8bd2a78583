"""What becomes of pages that are handed in: read, kept, grouped, named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mahdar.batch.local import Outcome
from mahdar.batch.naming import name_records
from mahdar.language.language import Language
from mahdar.records.problem import Problem
from mahdar.records.record import LedgerLine
from mahdar.store.changes import Changes, Run
from mahdar.store.database import Store
from mahdar.store.save import save_problem, save_reading
from mahdar.store.search.names import open_lexis


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What a run came to: for each article what became of its claims, the acts of naming, and the problems met."""

    run: Run
    articles: tuple[Changes, ...]
    named: tuple[LedgerLine, ...]
    problems: tuple[Problem, ...]
    """Pages that could not be read; those met in a text that was read stand on its reading, and here too."""


def take_in(store: Store, outcomes: Iterable[Outcome], language: Language, *, run: Run) -> Intake:
    """Keep the readings, each whole or not at all, then name all groups of the store."""
    articles: list[Changes] = []
    problems: list[Problem] = []
    lexis = open_lexis(language)
    for outcome in outcomes:
        if isinstance(outcome, Problem):
            problems.append(outcome)
            save_problem(store, outcome)
            continue
        page, reading = outcome
        articles.append(save_reading(store, reading, page, run=run, lexis=lexis))
        problems += reading.problems
    return Intake(run=run, articles=tuple(articles), named=name_records(store, language, run=run), problems=tuple(problems))
