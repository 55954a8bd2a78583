"""Which tellings are one act?"""

from __future__ import annotations

from dataclasses import replace

from mahdar.extract.events.deed import Deed

HEAD = 2
"""Words that name an object."""
ALIKE = 0.3
"""Share of object words that two tellings of one act have in common."""

MANY = frozenset({"REQUEST", "ACCUSE"})
"""Types of which one side may tell several of another in one report: each demand is its own."""


def join_deeds(deeds: list[Deed]) -> list[Deed]:
    """Return each act once, by its fullest telling, in the order of the first telling."""
    acts: list[Deed] = []
    for deed in deeds:
        for number, act in enumerate(acts):
            if _is_same(act, deed):
                acts[number] = _fuller(act, deed)
                break
        else:
            acts.append(deed)
    return acts


def _is_same(a: Deed, b: Deed) -> bool:
    """Return True for tellings of one act: type, sides that agree, and one place or object."""
    if a.type != b.type or a.alleged != b.alleged or not _agree(a.actors, b.actors):
        return False
    if a.actors and b.actors and set(a.actors) != set(b.actors) and a.in_title == b.in_title:
        return a.trigger.start < b.trigger.end and b.trigger.start < a.trigger.end
    if a.source and b.source and a.type == "CONSULT":
        return False
    if not _agree(a.recipients, b.recipients):
        return False
    if a.recipients and b.recipients and a.actors and b.actors and not (a.type in MANY and _says(a) and _says(b)):
        return True
    return a.in_title != b.in_title or a.sentence == b.sentence or _alike(a.content, b.content)


def _says(deed: Deed) -> bool:
    """Return True where the words say what is demanded or charged."""
    return len(deed.content) >= HEAD


def _agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Return True where one side's codes hold the other's, or one is not told."""
    return not a or not b or set(a) <= set(b) or set(b) <= set(a)


def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Return True where the objects begin with a shared word, or share many."""
    if not a or not b:
        return False
    shared = len(set(a) & set(b))
    return bool(set(a[:HEAD]) & set(b[:HEAD])) or shared / min(len(set(a)), len(set(b))) >= ALIKE


def _fuller(a: Deed, b: Deed) -> Deed:
    """Return the telling in the body with more sides, with all sides of both."""
    best = max(a, b, key=lambda deed: (not deed.in_title, len(deed.actors) + len(deed.recipients), a is deed))
    other = b if best is a else a
    actors = best.actors or other.actors
    return replace(
        best,
        actors=actors,
        recipients=best.recipients or tuple(code for code in other.recipients if code not in actors),
        unnamed=best.unnamed or other.unnamed,
        mode=best.mode or other.mode,
    )
