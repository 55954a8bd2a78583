"""Which office does a title name, and who held it on a day?"""

from __future__ import annotations

from dataclasses import replace

from mahdar.annotate.scene import Scene
from mahdar.annotate.served import may_be
from mahdar.records.annotated import Mention
from mahdar.records.value import Entry


def office_holder(scene: Scene, mention: Mention, offices: frozenset[str]) -> Mention:
    """Return a title with the person who held the office on the article's day, where the tables know exactly one."""
    if scene.day is None:
        return mention
    holders = scene.language.world.holders
    held = {
        tenure.person
        for office in offices
        for tenure in holders.get((mention.of[0], office), ())
        if tenure.since
        and tenure.until
        and tenure.covers(scene.day)
        and not tenure.disputed
        and may_be(scene, mention, tenure.person)
    }
    if len(held) != 1:
        return mention
    actor = held.pop()
    return replace(mention, actor=actor, rule="title.in-office", evidence=(Entry(entry=f"tenures:{actor}"),))


def offices_of(scene: Scene, role: str | None) -> frozenset[str]:
    """Return all roles and posts that are one office with a role; «minister» alone is none."""
    if role is None or role == "minister.generic":
        return frozenset()
    return frozenset(name for roles, posts in scene.language.offices if role in roles for name in (*roles, *posts))


def level_of(scene: Scene, role: str) -> str:
    """Return the level of a role of the lexicon, empty for a role of the posts table."""
    known = scene.language.roles.get(role)
    return known.level if known else ""
