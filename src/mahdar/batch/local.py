"""How are many pages read on one machine, one by one or by several processes?"""

from __future__ import annotations

import multiprocessing
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeAlias

from mahdar.extract.aid import Aid
from mahdar.language.language import Language
from mahdar.pipeline import read_page
from mahdar.records.page import Page
from mahdar.records.problem import Problem
from mahdar.records.reading import Reading

Outcome: TypeAlias = "tuple[Page, Reading] | Problem"
"""What became of a page: its reading, or why there is none."""

AHEAD = 8
"""Pages handed to each process before the first of them is back, so that a folder of any size is never held whole."""

_READY: list[Language] = []
"""The language of a process of the pool; the pool's own processes fill it when they start, nothing else does."""


def read_many(
    pages: Iterable[Page | Problem], language: Language, *, workers: int = 1, aids: tuple[Aid, ...] = ()
) -> Iterator[Outcome]:
    """Yield what becomes of each page, in the order of the pages, whatever the number of `workers`."""
    if workers <= 1:
        for page in pages:
            yield page if isinstance(page, Problem) else read_one(page, language, aids)
        return
    with ProcessPoolExecutor(workers, _context(), initializer=_READY.append, initargs=(language,)) as pool:
        waiting: deque[Problem | Future[Outcome]] = deque()
        for page in pages:
            waiting.append(page if isinstance(page, Problem) else pool.submit(_read_here, page, aids))
            if len(waiting) > workers * AHEAD:
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())


def read_one(page: Page, language: Language, aids: tuple[Aid, ...] = ()) -> Outcome:
    """Return what becomes of one page; a fault of ours is a problem of this page, and the batch goes on."""
    try:
        traced = read_page(page, language, aids)
    except Exception as fault:
        return _fault(page, fault)
    return traced if isinstance(traced, Problem) else (page, traced.reading)


def _context() -> multiprocessing.context.BaseContext:
    """Return a way to start processes; forked ones share the language instead of copying it."""
    return multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")


def _read_here(page: Page, aids: tuple[Aid, ...]) -> Outcome:
    return read_one(page, _READY[0], aids)


def _result(outcome: Problem | Future[Outcome]) -> Outcome:
    return outcome if isinstance(outcome, Problem) else outcome.result()


def _fault(page: Page, fault: Exception) -> Problem:
    last = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{last.filename.rpartition('mahdar/')[2]}:{last.lineno}"
    return Problem(
        article=page.meta.name or page.source,
        stage="read",
        what=f"Mahdar failed on it: {type(fault).__name__}: {fault} ({where})",
        remedy="This is a fault of Mahdar; report it with the page. The other pages were read.",
    )
