"""`show`: the chronicle, or one record; `why`: what a field rests on; `explain`: all that was seen in an article."""

from __future__ import annotations

import sys
from dataclasses import asdict

import click

from mahdar.cli.settings import Settings, verb
from mahdar.cli.told import talk, tell_json, tell_table
from mahdar.errors import SourceError, StoreError
from mahdar.export.chronicle import Line, chronicle
from mahdar.export.evidence import Ground, Quoted, evidence_of
from mahdar.export.explained import Labelled, explain
from mahdar.export.fields import Names
from mahdar.export.reasoning import reasoning_of
from mahdar.export.whole import ALIASES, Field, Whole, field_of, whole
from mahdar.language.language import Language
from mahdar.pipeline import read_page
from mahdar.records.group import Member
from mahdar.records.problem import Problem
from mahdar.store.database import Store
from mahdar.store.query import (
    Tombstone,
    claims_of,
    current_claims,
    find_article,
    find_claim,
    find_record,
    find_records,
    letters_of,
    page_of,
    text_of,
)

CLAIM = "c-"
HEAD = ("ID", "DAY", "PRECISION", "STATUS", "FORM", "REPORTS", "OUTLETS", "WHO", "WHERE", "FORUM", "ROUND")


@click.command()
@click.argument("record", required=False, metavar="[ID]")
@verb
def show(record: str | None, settings: Settings) -> None:
    """Print the chronicle, one line a record; with ID, that record in full."""
    names = names_of(settings.language())
    with settings.store() as store:
        if record is not None:
            found = _whole(store, record, names)
            tell_json(asdict(found)) if settings.as_json else _tell_whole(found)
            return
        told = chronicle(find_records(store, kind="meeting"), current_claims(store, kind="actor"), names)
    if settings.as_json:
        tell_json({"dated": [asdict(line) for line in told.dated], "undated": [asdict(line) for line in told.undated]})
        return
    if not told.dated and not told.undated:
        talk("no record in this store. Read something: `mahdar read PATH`.")
    if told.dated:
        tell_table(HEAD, [_row(line) for line in told.dated])
    if told.undated:
        click.echo(("\n" if told.dated else "") + "Without a day:")
        tell_table(HEAD, [_row(line) for line in told.undated])


@click.command()
@click.argument("name", metavar="ID")
@click.argument("field")
@verb
def why(name: str, field: str, settings: Settings) -> None:
    """Tell what a FIELD (who, when, where, status...) of a record or claim rests on."""
    language = settings.language()
    with settings.store() as store:
        members = _members(store, name)
        found = field_of(members, field, _letters(store, members), names_of(language))
        reasons = [_reasoning(store, member, found.name, language) for member in members]
    if settings.as_json:
        cells = [{**asdict(cell), "reasoning": list(steps)} for cell, steps in zip(found.cells, reasons, strict=True)]
        tell_json({"id": name, "field": found.name, "cells": cells})
        return
    for cell, steps, member in zip(found.cells, reasons, members, strict=True):
        click.echo(f"{found.name}: {cell.shown}")
        click.echo(f"  {_grounds(cell.certainty, cell.basis, cell.rule)}  ({member.claim_id}, {_source(member)})")
        _tell_ground(cell.ground)
        for step in steps:
            click.echo(f"  reasoning {step}")


@click.command(name="explain")
@click.argument("article")
@verb
def explain_verb(article: str, settings: Settings) -> None:
    """Print the text of an ARTICLE (its id, address or name) with every label, mention, rule and claim."""
    language = settings.language()
    with settings.store() as store:
        page = page_of(store, find_article(store, article).article_id)
    traced = read_page(page, language)
    if isinstance(traced, Problem):
        raise SourceError(f"{traced.article}: {traced.what}. {traced.remedy}")
    told = explain(traced, names_of(language))
    if settings.as_json:
        tell_json([asdict(each) for each in told])
        return
    for each in told:
        _tell_labelled(each)


def names_of(language: Language) -> Names:
    """Return the English names of all codes."""
    return Names(of={**language.world.orgs, **language.world.states})


def _row(line: Line) -> tuple[str, ...]:
    when = line.when if line.first else f"{line.when}; {line.bound}"
    outlets = ", ".join(line.outlets)
    who = " – ".join(line.who)
    return (
        line.record_id,
        when,
        line.precision,
        line.status,
        line.form,
        str(line.reports),
        outlets,
        who,
        line.where,
        line.forum,
        line.ordinal,
    )


def _members(store: Store, name: str) -> tuple[Member, ...]:
    """Return the claims that a name stands for: one claim, or those of a record."""
    if name.startswith(CLAIM):
        return (find_claim(store, name),)
    found = find_record(store, name)
    if isinstance(found, Tombstone):
        raise StoreError(f"the record {name!r} is retired: {found.reason}. `mahdar show` lists the living ones.")
    return found.group.members


def _letters(store: Store, members: tuple[Member, ...]) -> dict[str, str]:
    return {text: letters_of(store, text) for text in {member.claim.anchor.text for member in members}}


def _whole(store: Store, name: str, names: Names) -> Whole:
    members = _members(store, name)
    found = find_record(store, name)
    if isinstance(found, Tombstone):
        raise StoreError(f"the record {name!r} is retired: {found.reason}.")
    articles = dict.fromkeys(member.article_id for member in members)
    told = [member for article in articles for member in claims_of(store, article)]
    return whole(found, _letters(store, members), names, told=told)


def _reasoning(store: Store, member: Member, field: str, language: Language) -> tuple[str, ...]:
    """Return how a day was worked out; empty for every other field."""
    if field != ALIASES["when"]:
        return ()
    return reasoning_of(text_of(store, member.article_id), evidence_of(member.claim, field), language)


def _tell_whole(found: Whole) -> None:
    click.echo(f"{found.record_id}  {found.kind}")
    for field in found.fields:
        _tell_field(field)
    click.echo("sources")
    for source in found.sources:
        told = ", ".join(part for part in (source.outlet, source.published) if part)
        click.echo(f"  {source.claim_id} in {source.article_id} ({told or 'outlet and day not stated'})")
        click.echo(f"    {_line(source.words)}")
    if found.beside:
        click.echo("beside")
    for one in found.beside:
        click.echo(f"  {one.kind} {one.claim_id}: {_line(one.says)}")
        click.echo(f"    {_line(one.words)}")
    for link in found.links:
        click.echo(f"{link.relation.replace('_', ' ')} {link.other}: {link.why}")
    for reason in found.why:
        click.echo(f"joined: {reason}")


def _tell_field(field: Field) -> None:
    """Print a field: once where all reports say the same, else side by side."""
    if len({cell.shown for cell in field.cells}) == 1:
        cell = field.cells[0]
        click.echo(f"{field.name}: {_line(cell.shown)}  {_grounds(cell.certainty, cell.basis, cell.rule)}")
        return
    click.echo(f"{field.name}:")
    for cell in field.cells:
        click.echo(f"  {cell.claim_id}: {_line(cell.shown)}  {_grounds(cell.certainty, cell.basis, cell.rule)}")


def _grounds(certainty: str, basis: str, rule: str) -> str:
    inside = ", ".join(part for part in (certainty, f"basis {basis}" if basis else "", f"rule {rule}" if rule else "") if part)
    return f"[{inside}]" if inside else ""


def _source(member: Member) -> str:
    return ", ".join(part for part in (member.article_id, member.outlet, member.published) if part)


def _tell_ground(ground: Ground) -> None:
    for quoted in ground.quotes:
        click.echo(f"  {quoted.start:>5}  {_marked(quoted)}")
    for meta in ground.metas:
        click.echo(f"  metadata {meta.item}: {_line(meta.content)}")
    for entry in ground.entries:
        click.echo(f"  data {entry}")
    for claim in ground.claims:
        click.echo(f"  claim {claim}")


def _marked(quoted: Quoted) -> str:
    return _line(quoted.marked("\N{ESC}[1m[[", "]]\N{ESC}[0m") if sys.stdout.isatty() else quoted.marked())


def _tell_labelled(each: Labelled) -> None:
    if not each.words.strip():
        return
    click.echo(f"[{each.part}: {each.rule}] {_line(each.words)}")
    for seen in each.seen:
        span = f"{seen.span.start}:{seen.span.end}"
        click.echo(f"    {span:>11}  {seen.layer:<7} «{_line(seen.words)}»  {_line(seen.what)}  ({seen.rule})")


def _line(words: str) -> str:
    return " ".join(words.split())
