"""How does a dossier tell initiatives, capacities and how things lie in time?"""

from __future__ import annotations

from mahdar.export.notes import Line, Notes, Run, exact, quoted
from mahdar.export.tell import Teller
from mahdar.export.views.beside import CapacityLine, InitiativeLine, InitiativeUse, TimingLine


def initiative_line(line: InitiativeLine, say: Teller, notes: Notes) -> Line:
    """Return an initiative: who put it forward, who is told to back it, its conditions, first and last use."""
    uses = line.dated() or line.namings
    named = say.initiative(line.initiative)
    runs = [Run(words=named, manner="strong") if named else quoted(line.title)]
    runs.append(
        Run(
            words=f" ({say.code('initiative_form', line.form)}{say.label('list.comma')}{say.counted('use', len(line.namings))}). "
        )
    )
    runs.append(Run(words=_sponsors(line, say)))
    if line.backers:
        runs.append(Run(words=f" {say.label('initiative.backers')}: {say.sides(line.backers)}."))
    if line.conditions:
        runs.append(Run(words=f" {say.label('initiative.conditions')}: "))
        for number, condition in enumerate(line.conditions):
            separator = say.label("list.semicolon") if number else ""
            runs += [Run(words=f"{separator}{say.code('condition', condition.sort)} "), exact(condition.cite)]
        runs.append(Run(words="."))
    runs += _use("pair.first_use", uses[0], say)
    if len(uses) > 1:
        runs += _use("pair.last_use", uses[-1], say)
    return notes.line(runs, (uses[0].cite, *(condition.cite for condition in line.conditions), uses[-1].cite))


def _sponsors(line: InitiativeLine, say: Teller) -> str:
    if not line.sponsors:
        return f"{say.label('initiative.sponsors')}: {say.label(f'reason.{line.reason}')}."
    known = "" if line.is_stated else f" ({say.code('basis', 'tables')})"
    return f"{say.label('initiative.sponsors')}: {say.sides(line.sponsors)}{known}."


def _use(name: str, use: InitiativeUse, say: Teller) -> list[Run]:
    return [Run(words=f" {say.label(name)} {say.moment(use.day)} "), exact(use.cite)]


def capacity_line(line: CapacityLine, say: Teller, notes: Notes) -> Line:
    """Return who acts in which capacity, in what, and for whom."""
    who = say.listed([say.person(party.actor, party.name) or say.side(party.of) for party in line.holders])
    runs = [Run(words=who, manner="strong"), Run(words=f": {say.code('capacity', line.capacity)}")]
    if line.body_id:
        runs.append(Run(words=f" · {say.side(line.body_id)}"))
    elif line.body:
        runs += [Run(words=" · "), quoted(line.body)]
    if line.behalf:
        runs.append(Run(words=f" {say.label('capacity.for')} {say.side(line.behalf)}"))
    return notes.line(runs, (line.cite, *line.also))


def timing_line(line: TimingLine, say: Teller, notes: Notes) -> Line:
    """Return how something lies in time to something else, and the days that follow from it."""
    distance = f" ({line.distance})" if line.distance else ""
    hence = f" · {say.label('timing.interval')}: {say.day(line.interval)}" if line.interval else ""
    relation = Run(words=f" {say.code('relation', line.relation)}{distance} ")
    return notes.line([exact(line.timed), relation, exact(line.object), Run(words=hence)], (line.cite, *line.also))
