"""`data check`: is `data/` as its READMEs say; `data where`: what does a word stand for, and who says so?"""

from __future__ import annotations

import sys
from dataclasses import asdict

import click

from mahdar.batch.rules import check_claims
from mahdar.cli.settings import Settings, verb
from mahdar.cli.told import talk, tell_json, tell_table
from mahdar.language.check import check_data, mend_data
from mahdar.language.where import find_word


@click.group()
def data() -> None:
    """Check the data files, and look up what they say of a word."""


@data.command()
@click.option("--fix", is_flag=True, help="Mend what needs no judgement: letters, spaces, order, doubled rows.")
@verb
def check(fix: bool, settings: Settings) -> None:
    """Check letters, order, doubles, days, links, and that each rule fires on its examples and on no near miss."""
    if fix and settings.own:
        mended = mend_data(settings.own)
        talk(f"mended {', '.join(mended) or 'nothing'} in {settings.own}. Now check it without --fix.")
        return
    checked = check_data(settings.data, fix=fix)
    findings = [*checked.findings]
    if not findings:
        findings += check_claims(settings.data, settings.language())
    if settings.as_json:
        tell_json({"findings": [asdict(one) for one in findings], "mended": list(checked.mended), "files": checked.files})
    else:
        for finding in findings:
            click.echo(str(finding))
    for name in checked.mended:
        talk(f"mended data/{name}")
    talk(f"{checked.files} files, {len(findings)} findings.")
    if findings:
        sys.exit(1)


@data.command()
@click.argument("word", nargs=-1, required=True)
@verb
def where(word: tuple[str, ...], settings: Settings) -> None:
    """Tell which entries a WORD or phrase matches, from which file and line, and which of them the reader takes."""
    found = find_word(" ".join(word), settings.data, settings.language())
    if settings.as_json:
        tell_json([asdict(one) for one in found])
        return
    if not found:
        talk(f"no entry matches {' '.join(word)!r}. How to add one: docs/add/name.md.")
        return
    rows = [("yes" if one.wins else "", one.words, one.kind, one.entry, one.form, one.prefix, one.layer, one.at) for one in found]
    tell_table(("TAKEN", "WORDS", "KIND", "ENTRY", "FORM", "PREFIX", "LAYER", "FROM"), rows)
