"""Which title stands here, how far does it reach, and for whom is it held?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from mahdar.annotate.person_names import is_connector, name_end, strong_name
from mahdar.annotate.scene import COMMAS, OPENING, Scene
from mahdar.arabic.clitics import BEH, CONJUNCTIONS
from mahdar.arabic.letters import ARTICLE, LAM
from mahdar.records.annotated import Hit

REACH = 14
"""Words that a title may span after its head («the minister of state for foreign affairs and…»)."""
POINTING = (
    "ambassador",
    "envoy",
    "official",
    "deputy-minister",
    "party",
    "parliament",
    "secretary-general",
    "spokesperson",
    "military",
)
"""Levels whose title goes on with «at», «in» or «to» the place of service."""
AT_HOME = frozenset({"minister", "deputy-minister", "head-of-state", "head-of-government", "parliament"})
"""Levels whose holder serves the state that «in» names: «the minister of defence in the State of Qatar»; an envoy does not."""
SERVING = frozenset({"military", "official", "intelligence", "expert"})
"""Levels whose place of service tells their side where it is a body of a state: «a colonel in the army of…»."""
DAL, NOON = "\N{ARABIC LETTER DAL}", "\N{ARABIC LETTER NOON}"
MAKSURA = "\N{ARABIC LETTER ALEF MAKSURA}"


class Side(NamedTuple):
    """A code that the title is held for, and the token where the words for it stand."""

    code: str
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title at tokens [first, last): its role, whether one, two or many hold it, and the sides named in it."""

    first: int
    last: int
    hit: Hit
    level: str
    number: str
    sides: tuple[Side, ...]
    special: bool

    @property
    def role(self) -> str:
        """The id of the role, or of the post for a special title."""
        return self.hit.entry


def read_title(scene: Scene, place: int) -> Title | None:
    """Return the title that begins at a place with all that belongs to it up to a name, None where none begins."""
    hit = _title_word(scene, place)
    if hit is None or (hit.last == place + 1 and _is_particle(scene, place)):
        return None
    if hit.kind == "post":
        return _title(hit, hit.last, (Side(hit.detail[0], hit.first),), special=True)
    level = hit.detail[0]
    if level in {"honorific", "modifier", "former"} or (hit.prefix and hit.prefix[-1] == LAM and level == "citizen"):
        return None
    held = _held_for(scene, hit)
    if held is not None:
        return _title(hit, held.last, (Side(scene.side(held) or held.entry, held.first),), special=False)
    if hit.form in {"dual", "plural"}:
        return _title(hit, hit.last, (), special=False)
    last, sides = _extend(scene, hit)
    return _title(hit, last, () if _speaks_for_nobody(scene, hit, last) else sides, special=False)


def _speaks_for_nobody(scene: Scene, hit: Hit, last: int) -> bool:
    """Return True for a scholar or journalist, and for somebody whose office is over («the former ambassador of…»)."""
    past = (scene.hit(place, "role") for place in range(hit.last, last))
    return hit.detail[0] == "expert" or any(role is not None and role.detail[0] == "former" for role in past)


def _title_word(scene: Scene, place: int) -> Hit | None:
    """Return the longest title at a place; a word inside a name is none: «Abd al-Malik» (the king), «Sultan bin N»."""
    hits = [hit for hit in scene.hits_at.get(place, ()) if hit.kind in {"post", "role"}]
    hit = max(hits, key=lambda hit: (hit.last, hit.kind == "post"), default=None)
    if hit is None or (is_connector(scene, place - 1) and scene.is_definite(place) and scene.word(place - 1).endswith(DAL)):
        return None
    between = is_connector(scene, hit.last) and hit.last == place + 1 and not scene.is_definite(place)
    return None if between and scene.word(hit.last).endswith(NOON) else hit


def _held_for(scene: Scene, hit: Hit) -> Hit | None:
    """Return the organisation whose name begins with the last word of a title: «leader of the movement» before its name."""
    if hit.last - hit.first < 2:
        return None
    name = scene.hit(hit.last - 1, "org")
    return name if name and not name.prefix and name.last > hit.last and name.form != "part" else None


def _is_particle(scene: Scene, place: int) -> bool:
    """Return True where a particle that is spelled like a title stands («before», «in front of», «and to» like «governor»)."""
    return any(
        other.kind == "function"
        and other.entry != "function.ordinary"
        and (not other.prefix or scene.raw(place).endswith(MAKSURA))
        for other in scene.hits_at[place]
    )


def _title(hit: Hit, last: int, sides: tuple[Side, ...], *, special: bool) -> Title:
    """Return a title with its number told from the form of its head."""
    number = {"dual": "two", "plural": "many"}.get(hit.form, "one")
    level = hit.detail[0] if not special else hit.detail[1]
    return Title(first=hit.first, last=last, hit=hit, level=level, number=number, sides=sides, special=special)


def _extend(scene: Scene, hit: Hit) -> tuple[int, tuple[Side, ...]]:
    """Return where the title ends after its head, and the sides that it names.

    Words of a tail count only if a side, a further title or a name follows them; otherwise the title ends before.
    """
    place = sure = hit.last
    sides: list[Side] = []
    pointed = False
    while place < hit.last + REACH and scene.same_sentence(hit.first, place):
        step = _step(scene, hit, place, bool(sides))
        if step is None:
            break
        if step.side and not sides and (not pointed or (step.body and hit.detail[0] in SERVING)):
            sides.append(Side(step.side, place))
        pointed = step.points
        place = step.last
        if step.sure:
            sure = place
    if place > sure and _name_follows(scene, place):
        sure = place
    return sure, tuple(sides)


class _Step(NamedTuple):
    """How far one more part of a title reaches, the side in it (`body`: by its army), and whether it is surely part."""

    last: int
    side: str = ""
    sure: bool = False
    points: bool = False
    body: bool = False


def _step(scene: Scene, head: Hit, place: int, sided: bool) -> _Step | None:
    """Return the next part of a title at a place, None where the title ends."""
    word = scene.word(place)
    if not scene.is_word(place):
        return None
    modifier = scene.hit(place, "name")
    if modifier and modifier.entry == "name.modifier" and not modifier.prefix:
        return _Step(modifier.last, sure=True)
    role = _title_word(scene, place)
    if role and role.kind == "role" and role.detail[0] in {"modifier", "former"} and not role.prefix:
        return _Step(role.last, sure=True)
    if (
        role
        and role.kind == "role"
        and role.form in {"words", "construct"}
        and role.prefix in {"", CONJUNCTIONS[0]}
        and role.detail[0] != "honorific"
    ):
        return _Step(role.last, sure=True) if role.first > head.last - 1 and not scene.hit(place, "person") else None
    side = _side_step(scene, head, place, sided)
    if side is not None:
        return side
    return _tail_step(scene, head, place, word)


def _side_step(scene: Scene, head: Hit, place: int, sided: bool) -> _Step | None:
    """Return the part of a title that names a side: a demonym, a state in the genitive, or «of» an organisation."""
    nisba = scene.hit(place, "nisba")
    agrees = nisba and (scene.is_definite(place) or not scene.is_definite(head.first))
    if nisba and agrees and not nisba.prefix and not (sided and head.detail[0] != "spokesperson"):
        return _Step(nisba.last, side=scene.side(nisba) or nisba.entry, sure=True)
    name = scene.hit(place, "org", "state")
    if name is None or (name.form == "part" and not scene.is_definite(place)):
        return None
    genitive = not name.prefix and (head.form == "construct" or place > head.last) and place > 0
    if name.prefix == BEH and place > head.last - 1:
        ruled = head.detail[0] in AT_HOME and name.kind == "state" and name.form in {"official", "short"} and not sided
        return _Step(name.last, side=(scene.side(name) or "") if ruled else "", sure=True)
    if name.prefix in {"", LAM, LAM + LAM} and (genitive or name.prefix) and not (name.prefix and name.form == "capital"):
        return _Step(name.last, side=scene.side(name) or "", sure=True, body=name.form == "body")
    return None


def _tail_step(scene: Scene, head: Hit, place: int, word: str) -> _Step | None:
    """Return a further word of a title's tail: «in the name of», «at», a noun with the article, a noun in construct."""
    function = scene.hit(place, "function")
    if function:
        at = head.detail[0] in POINTING and function.entry == "function.preposition" and not function.prefix
        return _Step(place + 1, points=True) if at and _side_near(scene, place + 1) else None
    if any(hit.kind in {"say", "person", "mood"} and not hit.prefix for hit in scene.hits_at.get(place, ())):
        return None
    bare = word[1:] if word[0] in CONJUNCTIONS else word
    definite = bare.startswith(ARTICLE) or word.startswith(LAM + LAM)
    if definite and not strong_name(scene, place, place + 1):
        return _Step(place + 1)
    construct = head.form == "construct" or head.detail[0] in POINTING
    city = scene.hit(place, "city")
    if construct and city is None and scene.is_definite(place + 1) and not strong_name(scene, place, place + 1):
        return _Step(place + 1)
    return _Step(city.last) if city and construct and place > head.last else None


def _side_near(scene: Scene, place: int) -> bool:
    """Return True where a state, organisation, city or institution begins at the place or one word later."""
    return any(scene.hit(near, "state", "org", "nisba", "city") for near in (place, place + 1, place + 2))


def _name_follows(scene: Scene, place: int) -> bool:
    """Return True where a name begins after a title's tail."""
    if scene.hit(place, "person"):
        return True
    last = name_end(scene, place)
    return last > place + 1 and strong_name(scene, place, last)


def skip_to_name(scene: Scene, place: int) -> int:
    """Return the place where a name may begin after a title: past commas, brackets, honorifics and modifiers."""
    if scene.word(place) in COMMAS or scene.word(place) in OPENING | {":", "-"}:
        place += 1
    for _ in range(4):
        role = scene.hit(place, "role")
        honorific = role if role and role.detail[0] in {"honorific", "modifier", "former"} and not role.prefix else None
        word = scene.hit(place, "name")
        respect = word if word and word.entry in {"name.honorific", "name.modifier"} and not word.prefix else None
        longest = max((hit.last for hit in (honorific, respect) if hit), default=place)
        if longest == place:
            break
        place = longest
        if scene.word(place) == "/":
            place += 1
    return place
