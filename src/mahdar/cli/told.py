"""How is something told: data on stdout, talk, problems and progress on stderr?"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from mahdar.records.problem import Problem

T = TypeVar("T")
WIDE = 100_000
"""Where nobody looks at the width, a row is one line."""


def tell_json(data: Any) -> None:
    """Print data as JSON."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


def talk(words: str) -> None:
    """Say something to the user that is no data."""
    click.echo(words, err=True)


def tell_problems(problems: Iterable[Problem]) -> None:
    """Say what could not be read, why, and what to do."""
    for problem in problems:
        talk(f"{_clean(problem.article)}: {_clean(problem.what)}. {_clean(problem.remedy)}")


def problem_json(problem: Problem) -> dict[str, str]:
    """Return a problem as JSON."""
    return {"article": problem.article, "stage": problem.stage, "what": problem.what, "remedy": problem.remedy}


def tell_table(head: Sequence[str], rows: Iterable[Sequence[str]], title: str | None = None) -> None:
    """Print rows in columns; where the output is no terminal, one line a row."""
    is_screen = sys.stdout.isatty()
    table = Table(title=title, title_justify="left", box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    for name in head:
        table.add_column(name, no_wrap=not is_screen, overflow="fold")
    for row in rows:
        table.add_row(*(_clean(cell) for cell in row))
    console = Console(width=None if is_screen else WIDE, markup=False, highlight=False, emoji=False)
    with console.capture() as held:
        console.print(table)
    click.echo("\n".join(line.rstrip() for line in held.get().splitlines()))


def with_progress(items: Iterable[T], what: str) -> Iterator[T]:
    """Pass items on and show on a terminal how many there were."""
    if not sys.stderr.isatty():
        yield from items
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=None)
        for item in items:
            progress.advance(task)
            yield item


def _clean(words: str) -> str:
    """Return words without signs that could move a terminal's cursor or turn its line around."""
    return "".join(" " if ord(c) < 32 or c in _UNSEEN else c for c in words)


_UNSEEN = frozenset(chr(code) for code in (0x7F, 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
