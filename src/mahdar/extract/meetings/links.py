"""Which words link a mention to a meeting, and which only place or qualify something?"""

from __future__ import annotations

from mahdar.arabic.clitics import CONJUNCTIONS
from mahdar.extract.ground import Ground
from mahdar.extract.meetings.triggers import Trigger
from mahdar.records.annotated import Mention

WITH, BETWEEN = "with", "between"
HYPHENS = frozenset({"-", "\N{EN DASH}"})
RUN = 4
"""Words from the first demonym of a shared body to the last."""
DELEGATION = 5
"""Words from «with», «between» to the side of those who take part."""
COMMAS = frozenset({",", "\N{ARABIC COMMA}"})
_WAW = CONJUNCTIONS[0]


def mentions_in(ground: Ground, first: int, last: int) -> list[Mention]:
    """Return the acting mentions within tokens [first, last)."""
    return [mention for mention in ground.actors if first <= mention.first and mention.last <= last]


def joined(ground: Ground, before: Mention, after: Mention) -> bool:
    """Return True where «and» or a comma joins two mentions, with nothing between but words like «each of», «on one side»."""
    between = [ground.word(place) for place in range(before.last, after.first)]
    passed = all(ground.has(place, "party", "also") or ground.word(place) in COMMAS for place in range(before.last, after.first))
    letter = ground.doc.text.letters[ground.doc.tokens.starts[after.first]]
    return passed and (letter == _WAW or any(word[0] == _WAW or word in COMMAS for word in between))


def after_with(ground: Ground, mention: Mention) -> bool:
    """Return True where «with» stands right before a mention."""
    return any(ground.has(place, "party", WITH) for place in (mention.first - 1, mention.first - 2))


def is_linked(ground: Ground, trigger: Trigger, mention: Mention) -> bool:
    """Return True where «with» or «between» (of a call or letter: «from») leads from the noun to the mention."""
    link = _link_before(ground, trigger, mention.first)
    if link is None or link < trigger.hit.first:
        return False
    return not any(ground.has(place, "party", "away") for place in range(trigger.hit.last, link))


def _link_before(ground: Ground, trigger: Trigger, first: int) -> int | None:
    """Return the place of the word that leads to a mention, past nouns for who takes part: «between two delegations from»."""
    letters = trigger.kind in {"call", "letter"}
    place = first - 1
    while place >= max(trigger.hit.first, first - DELEGATION):
        if ground.has(place, "party", WITH, BETWEEN) or (letters and ground.has(place, "party", "from")):
            return place
        if not ground.has(place, "party", "side", "also", "from", "ministry") and place != first - 1:
            return None
        place -= 1
    return None


def first_group(ground: Ground, mentions: list[Mention]) -> list[Mention]:
    """Return the first mention with all that «and» joins to it."""
    group = mentions[:1]
    for mention in mentions[1:]:
        if not joined(ground, group[-1], mention):
            break
        group.append(mention)
    return group


def _in_person(ground: Ground, mention: Mention) -> bool:
    """Return True where a mention stands inside a person's title or name."""
    return any(other.kind == "person" and other.first <= mention.first and mention.last <= other.last for other in ground.actors)


def is_adverbial(ground: Ground, mention: Mention) -> bool:
    """Return True where a state is a place («in Egypt») or an adjective of something else than a side."""
    if mention.kind == "state" and mention.form == "nisba":
        return not _is_side_adjective(ground, mention)
    if mention.kind != "state":
        return False
    return any(place.first == mention.first for place in ground.doc.places)


def _is_side_adjective(ground: Ground, mention: Mention) -> bool:
    """Return True where a demonym says which side or delegation: «the Russian side», «an American delegation»; or a people."""
    hit = next((hit for hit in ground.hits_at.get(mention.first, ()) if hit.kind == "nisba"), None)
    if (hit and hit.detail and hit.detail[0] in {"mp", "mo", "md"}) or mention in body_sides(ground, mention.first):
        return True
    return any(ground.has(place, "party", "side") for place in (mention.first - 1, mention.first - 2))


def is_people(ground: Ground, mention: Mention) -> bool:
    """Return True for a people's plural («the British») without a noun that makes officials of them."""
    if mention.form != "nisba":
        return False
    hits = [hit for hit in ground.hits_at.get(mention.first, ()) if hit.kind == "nisba"]
    plural = any(hit.detail[:1] in {("mp",), ("mo",)} for hit in hits)
    return plural and not any(ground.has(place, "party", "side") for place in (mention.first - 1, mention.first - 2))


def body_sides(ground: Ground, place: int) -> list[Mention]:
    """Return the two demonyms, one of them at a place, that name the sides of a shared body: «the Franco-Tunisian committee»."""
    demonyms = {mention.first: mention for mention in ground.actors if mention.kind == "state" and mention.form == "nisba"}
    first = place
    while first - 1 in demonyms or ground.word(first - 1) in HYPHENS:
        first -= 1
    run = [demonyms[near] for near in range(first, first + RUN) if near in demonyms and near - first <= 2]
    shared = any(
        hit.kind == "party" and hit.detail == ("body",) and hit.last == first for hit in ground.hits_at.get(first - 1, ())
    )
    return run[:2] if shared and len(sides_of(run[:2])) == 2 else []


def places_in(ground: Ground, first: int, last: int) -> list[Mention]:
    """Return cities and states named as places within tokens [first, last)."""
    located = {place.first for place in ground.doc.places}
    return [
        mention
        for mention in ground.doc.mentions
        if first <= mention.first < last
        and (
            mention.kind == "city"
            or (
                (mention.kind == "state" and mention.first in located)
                or (mention.kind == "state" and mention.form in {"name", "capital"})
            )
        )
        and not _in_person(ground, mention)
    ]


def sides_of(mentions: list[Mention]) -> set[str]:
    """Return the codes that mentions stand for."""
    return {side for mention in mentions for side in mention.of}
