"""Which two sides does an article bind to each other, and whom do «the two sides» stand for?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from mahdar.annotate.scene import COMMAS, Scene
from mahdar.arabic.clitics import CONJUNCTIONS
from mahdar.records.annotated import Mention

HYPHENS = frozenset({"-", "\N{EN DASH}", "/"})
OPENING = 3
"""Words at the head of a sentence within which its subjects begin."""
APART = 4
"""Words that may stand between a side and «with» that binds another to it."""
_WAW = CONJUNCTIONS[0]


class Link(NamedTuple):
    """Two sides that the words bind to each other, the place where they are bound, and for how long they stay in view.

    `lasts`: 2 into the next sentence (two people), 1 to the end of this one (between, with, subjects), 0 not at all (a topic).
    """

    place: int
    sides: tuple[str, str]
    lasts: int


def bind(scene: Scene, links: list[Link], before: Sequence[Mention], mention: Mention) -> None:
    """Add to `links` the side before a mention to which the words bind it; a list of three or more binds no two."""
    if not mention.of or mention.form == "part" or mention.kind not in {"person", "state", "org"}:
        return
    other = _bound_to(scene, before, mention)
    if other is None or other.of[0] == mention.of[0]:
        return
    if links and links[-1].place == other.first and links[-1].sides[1] == other.of[0] and _is_joined(scene, other, mention):
        links.pop()
        return
    links.append(Link(mention.first, (other.of[0], mention.of[0]), _lasts(scene, other, mention)))


def pairs_at(scene: Scene, links: Sequence[Link], place: int) -> list[tuple[str, str]]:
    """Return the pairs that a place may speak of, the likeliest first: those in view, then those bound most often."""
    number = scene.sentence_of[place]
    told = [link for link in links if link.place < place and _part(scene, link) != "furniture"]
    near = [link for link in told if number - scene.sentence_of[link.place] < link.lasts and (_part(scene, link) == "content")]
    counts = Counter(frozenset(link.sides) for link in told)
    often = sorted(told, key=lambda link: -counts[frozenset(link.sides)])
    return list(dict.fromkeys(link.sides for link in (*reversed(near), *often)))


def _part(scene: Scene, link: Link) -> str:
    """Return the part of the text in which sides are bound."""
    return scene.sentences[scene.sentence_of[link.place]].part


def _lasts(scene: Scene, other: Mention, mention: Mention) -> int:
    """Return for how many sentences two sides stay in view."""
    if other.kind == mention.kind == "person" or _is_compound(scene, other, mention):
        return 2
    opening = other.first - scene.sentences[scene.sentence_of[other.first]].first
    return 1 if opening <= OPENING or _has_link(scene, other, "between") or _has_link(scene, mention, "with") else 0


def _bound_to(scene: Scene, before: Sequence[Mention], mention: Mention) -> Mention | None:
    """Return the side before a mention to which the words bind it: joined, as counterpart, by «with», or both met."""
    inside = [other for other in before[-12:] if other.of and other.last <= mention.first and other.kind != "city"]
    near = [other for other in inside if scene.same_sentence(other.first, mention.first)]
    if not near:
        return None
    people = [other for other in near if other.kind == "person"]
    if mention.form == "counterpart":
        return people[-1] if people else None
    last = max(near, key=lambda other: (other.last, -other.first))
    if _is_joined(scene, last, mention) or _is_compound(scene, last, mention):
        return last
    if _has_link(scene, mention, "with"):
        return next((other for other in near if other.kind == "person" or other.form in {"name", "capital"}), None)
    both = last.kind == mention.kind == "person" and last.last == mention.first and _meets_before(scene, last)
    return last if both else None


def _is_joined(scene: Scene, other: Mention, mention: Mention) -> bool:
    """Return True where «and» joins a mention to the one right before it, perhaps through the noun that it qualifies."""
    gap = mention.first - other.last
    if gap == 1 and scene.word(other.last) in COMMAS | {_WAW}:
        return scene.raw(mention.first).startswith(_WAW) or scene.word(other.last) == _WAW
    return gap in {0, 1} and scene.raw(other.last).startswith(_WAW) and scene.is_word(other.last)


def _is_compound(scene: Scene, other: Mention, mention: Mention) -> bool:
    """Return True for two adjectives that qualify one noun («the Russian-Chinese talks»), or two names with a hyphen."""
    gap = mention.first - other.last
    if gap == 1 and scene.word(other.last) in HYPHENS:
        return True
    return gap == 0 and mention.form == "nisba" == other.form


def _has_link(scene: Scene, mention: Mention, kind: str) -> bool:
    """Return True where «with» or «between» stands before a mention or the noun that it qualifies."""
    return any(
        hit.kind == "party" and hit.detail[:1] == (kind,)
        for place in (mention.first - 1, mention.first - 2)
        for hit in scene.hits_at.get(place, ())
    )


def _meets_before(scene: Scene, mention: Mention) -> bool:
    """Return True where a verb of meeting stands shortly before a person, so that the next one is who is met."""
    return any(
        hit.kind == "meet" and hit.form in {"past", "present"}
        for place in range(max(0, mention.first - APART), mention.first)
        for hit in scene.hits_at.get(place, ())
    )
