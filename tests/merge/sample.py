"""The sample's gold meetings as claims, and which of them its gold groups hold to be one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any, TypeAlias

from tests.merge.made import ABSENT, meeting, value

from mahdar.language.language import Language
from mahdar.language.patterns import find
from mahdar.merge.words import words_of
from mahdar.records.claim import MeetingClaim, Place
from mahdar.records.group import Group, Member

GOLD = Path(__file__).parents[2] / "sample" / "gold"
Name: TypeAlias = tuple[str, int]
"""An article and the number of a meeting in its gold."""
Pair: TypeAlias = frozenset[Name]


def gold_meetings(article: str) -> list[dict[str, Any]]:
    """Return the meetings of an article's gold."""
    found: list[dict[str, Any]] = json.loads((GOLD / f"{article}.json").read_text("utf-8"))["meetings"]
    return found


def gold_groups() -> Mapping[str, Any]:
    """Return the gold groups, the pairs that only look alike, and those that are possibly one."""
    found: Mapping[str, Any] = json.loads((GOLD / "groups.json").read_text("utf-8"))
    return found


def articles() -> list[str]:
    """Return the names of the sample's articles."""
    return sorted(path.name.removesuffix(".article.json") for path in GOLD.glob("*.article.json"))


def gold_claims(language: Language) -> dict[Name, Member]:
    """Return each gold meeting as the claim that a perfect reader would make."""
    return {
        (article, number): _claim(article, number, told, language)
        for article in articles()
        for number, told in enumerate(gold_meetings(article))
    }


def pairs(groups: Sequence[Sequence[Sequence[Any]]]) -> set[Pair]:
    """Return all pairs of the members of some groups."""
    return {frozenset(pair) for group in groups for pair in combinations([(str(name), int(n)) for name, n in group], 2)}


def joined(groups: Sequence[Group], names: Mapping[str, Name]) -> set[Pair]:
    """Return the pairs that groups hold to be one, of claims that have a name in gold."""
    return pairs([[names[member.claim_id] for member in group.members if member.claim_id in names] for group in groups])


def _claim(article: str, number: int, told: dict[str, Any], language: Language) -> Member:
    published = json.loads((GOLD / f"{article}.article.json").read_text("utf-8")).get("published")
    who = [f"{one['of']}:{_person(one, language)}" if one["name"] else one["of"] for one in told["who"]]
    when = {"day": told["when"], "basis": "weekday_resolved"} if told["when"] else {}
    member = meeting(f"{article}-{number}", *who, article=article, published=published, status=told["status"], **when)
    claim = member.claim
    assert isinstance(claim, MeetingClaim)
    parties = [replace(party, name=one["name"]) for party, one in zip(claim.parties, told["who"], strict=True)]
    holder = next((hit for hit in _hits(told["forum"], language) if hit[0] == "org"), None)
    if holder is not None and parties[0].of == holder[1]:
        parties[0] = replace(parties[0], rule="forum.holder")
    claim = replace(
        claim,
        parties=tuple(parties),
        format=value(told["format"]) if told["format"] != "unknown" else ABSENT,
        forum=value(told["forum"]) if told["forum"] else ABSENT,
        forum_id=value(holder[1]) if holder else ABSENT,
        ordinal=value(told["ordinal"]) if told["ordinal"] else ABSENT,
        place=value(_place(told["where"], language)) if told["where"] else ABSENT,
    )
    return replace(member, claim=claim)


def _place(where: dict[str, Any], language: Language) -> Place:
    city = next((entry for kind, entry in _hits(where["city"], language) if kind in {"city", "state"}), None)
    return Place(city=where["city"], city_id=city, country=where["country"])


def _person(one: dict[str, Any], language: Language) -> str:
    listed = {entry for kind, entry in _hits(one["name"], language) if kind == "person"}
    own = sorted(entry for entry in listed if entry in language.world.people and language.world.people[entry].side == one["of"])
    return own[0] if len(own) == 1 else str(one["name"])


def _hits(letters: str | None, language: Language) -> list[tuple[str, str]]:
    words = words_of(letters or "", language.folding)
    return [(hit.kind, hit.entry) for hit in find(language.trie, words, "w" * len(words))]
