"""Who is on stage? One pass from left to right that says whom titles, counterparts and pairs stand for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from mahdar.annotate.offices import level_of, office_holder, offices_of
from mahdar.annotate.pairs import Link, bind, pairs_at
from mahdar.annotate.scene import Scene
from mahdar.annotate.served import apposed_sides, home_side, may_be, side_inside
from mahdar.arabic.letters import ARTICLE
from mahdar.records.annotated import Mention

OFFICE_LEVELS = frozenset({"minister", "head-of-state", "head-of-government", "monarch"})


@dataclass(slots=True, kw_only=True)
class _Cast:
    """What the pass knows so far of one person."""

    actor: str
    of: tuple[str, ...]
    roles: set[str]
    last_seen: int
    is_former: bool = False
    """A title says that they held an office once."""


@dataclass(slots=True, kw_only=True)
class _Stage:
    """The people and sides seen so far, and the mentions resolved."""

    scene: Scene
    cast: dict[str, _Cast] = field(default_factory=dict)
    done: list[Mention] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def resolve(scene: Scene, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the mentions with a person for each bare title and counterpart, the side for each person, members for pairs."""
    stage = _Stage(scene=scene)
    ordered = sorted(mentions, key=lambda mention: (mention.first, -mention.last))
    _foresee(stage, ordered)
    for mention in ordered:
        if mention.kind == "person":
            mention = _resolve_person(stage, mention)
            _remember(stage, mention)
        elif mention.kind == "sides":
            mention = _resolve_sides(stage, mention)
        if not _in_person(stage, mention):
            bind(scene, stage.links, stage.done, mention)
        stage.done.append(mention)
    return tuple(_inherit_sides(stage))


def _foresee(stage: _Stage, ordered: list[Mention]) -> None:
    """Note the side and roles that any titled mention of a named person gives, for a headline comes before them."""
    for mention in ordered:
        if mention.kind == "person" and mention.actor and mention.name:
            person = _cast_of(stage, mention.actor)
            if not person.of and mention.form != "counterpart":
                person.of = _believed(stage, mention)
            if mention.role:
                person.roles.add(mention.role)
            person.is_former |= _is_former(stage, mention)


def _cast_of(stage: _Stage, actor: str) -> _Cast:
    """Return what is known of a person, begun from the tables for listed people."""
    if actor not in stage.cast:
        stage.cast[actor] = _Cast(actor=actor, of=(), roles=set(_posts_of(stage.scene, actor)), last_seen=-1)
    return stage.cast[actor]


def _posts_of(scene: Scene, actor: str) -> list[str]:
    """Return the roles of the posts that a listed person may have held on the article's day."""
    tenures = scene.language.world.tenures.get(actor, ())
    return [tenure.role for tenure in tenures if scene.day and tenure.covers(scene.day)]


def side_of(scene: Scene, actor: str) -> tuple[str, ...]:
    """Return the side that a listed person acts for: of the post held that day, else the one they are known for."""
    if scene.day:
        for tenure in scene.language.world.tenures.get(actor, ()):
            if tenure.covers(scene.day):
                return (tenure.side,)
    person = scene.language.world.people.get(actor)
    return (person.side,) if person else ()


def _resolve_person(stage: _Stage, mention: Mention) -> Mention:
    """Return a person's mention with actor and side as far as the article and the tables tell them."""
    if mention.form == "counterpart" and mention.actor is None:
        return _counterpart(stage, mention)
    if mention.actor is None:
        return _bare_title(stage, mention)
    person = _cast_of(stage, mention.actor)
    of = _believed(stage, mention) or _known_side(stage, person)
    return replace(mention, of=of)


def _believed(stage: _Stage, mention: Mention) -> tuple[str, ...]:
    """Return the side that a mention's title names; of a listed person only one that they ever acted for."""
    world = stage.scene.language.world
    known = world.people.get(mention.actor or "")
    if _is_former(stage, mention):
        return ()
    if known is None or not mention.of:
        return mention.of
    sides = {known.side, *(tenure.side for tenure in world.tenures.get(known.id, ()))}
    return mention.of if sides & set(mention.of) or mention.of[0] in world.orgs else ()


def _is_former(stage: _Stage, mention: Mention) -> bool:
    """Return True where the title of a named person is one that they held once: they speak for nobody by it."""
    if mention.title is None or mention.name is None:
        return False
    starts = stage.scene.tokens.starts
    return any(
        hit.kind == "role" and hit.detail[0] == "former" and hit.entry != "former.late"
        for place in range(mention.first, mention.last)
        if not mention.name.start <= starts[place] < mention.name.end
        for hit in stage.scene.hits_at.get(place, ())
    )


def _bare_title(stage: _Stage, mention: Mention) -> Mention:
    """Return a title without a name, with the person on stage or in office whom it stands for."""
    offices = offices_of(stage.scene, mention.role)
    side = mention.of
    fitting = [
        person
        for person in stage.cast.values()
        if (not side or set(side) & set(_known_side(stage, person)))
        and _fits(stage, person, mention, offices)
        and may_be(stage.scene, mention, person.actor)
    ]
    seen = [person for person in fitting if person.last_seen >= 0]
    at_home = [person for person in seen if stage.scene.home in _known_side(stage, person)]
    seen = at_home if at_home and not side else seen
    best = max(seen, key=lambda person: person.last_seen, default=fitting[0] if len(fitting) == 1 and side else None)
    if best is not None:
        return replace(mention, actor=best.actor, of=side or _known_side(stage, best), rule="title.on-stage")
    if side:
        return office_holder(stage.scene, mention, offices)
    return mention


def _known_side(stage: _Stage, person: _Cast) -> tuple[str, ...]:
    """Return a person's side from the article, else from the tables; one who held an office once has the article's alone."""
    return person.of or (() if person.is_former else side_of(stage.scene, person.actor))


def _fits(stage: _Stage, person: _Cast, mention: Mention, offices: frozenset[str]) -> bool:
    """Return True where a person holds the office that a title names, or one that the title may stand for."""
    if mention.role is None:
        return False
    if mention.role in person.roles:
        return True
    if mention.role == "minister.generic":
        return any(
            level_of(stage.scene, role) in {"minister", "deputy-minister"} or role.endswith("minister") for role in person.roles
        )
    return bool(offices) and any(role in offices for role in person.roles)


def _counterpart(stage: _Stage, mention: Mention) -> Mention:
    """Return «his counterpart, the …» with the role of the person before it, and who that is on the other side."""
    before = _person_before(stage, mention)
    if before is None:
        return mention
    role = before.role or next(iter(sorted(_cast_of(stage, before.actor).roles)), None) if before.actor else before.role
    bare = replace(mention, role=role)
    resolved = _bare_title(stage, bare) if mention.of else bare
    return replace(resolved, form="counterpart", role=role)


def _person_before(stage: _Stage, mention: Mention) -> Mention | None:
    """Return the last person mentioned before, who is not of the side that the mention names."""
    for other in reversed(stage.done):
        if other.kind == "person" and not (set(other.of) & set(mention.of)):
            return other
    return None


def _resolve_sides(stage: _Stage, mention: Mention) -> Mention:
    """Return «the two sides», «the two ministers» with the mentions that it stands for."""
    pairs = pairs_at(stage.scene, stage.links, mention.first) if mention.role != "many" else []
    found = [_of_pair(stage, mention, pair) for pair in pairs]
    known = [each for each in found if each.members]
    return next(iter(known or found), None) or _of_last(stage, mention)


def _of_pair(stage: _Stage, mention: Mention, pair: tuple[str, str]) -> Mention:
    """Return a pair with the sides that the article binds to each other, and who stands for each."""
    kind = mention.role or ""
    members: list[int] = []
    for side in pair:
        places = range(len(stage.done) - 1, -1, -1)
        members.extend([place for place in places if side in stage.done[place].of and _is_member(stage, place, kind)][:1])
    return replace(mention, of=pair, members=tuple(members) if len(members) == len(pair) else ())


def _is_member(stage: _Stage, place: int, kind: str) -> bool:
    """Return True where a mention outside titles can be one of a pair of the kind."""
    other = stage.done[place]
    return (other.kind == "person" or not _in_person(stage, other)) and _may_be_member(stage, other, kind)


def _of_last(stage: _Stage, mention: Mention) -> Mention:
    """Return a pair or group with the mentions named last that it may stand for."""
    kind = mention.role or ""
    named = _named_after(stage, mention)
    if len(named) == 2 and kind == "two-sides":
        return replace(mention, of=named)
    members: list[int] = []
    sides: list[str] = []
    for number in range(len(stage.done) - 1, -1, -1):
        other = stage.done[number]
        if other.kind != "person" and _in_person(stage, other):
            continue
        if named and not set(other.of) & set(named):
            continue
        if _may_be_member(stage, other, kind) and other.of and other.of[0] not in sides:
            members.append(number)
            sides.append(other.of[0])
        if len(members) == 2 and kind != "many":
            break
    if len(members) < 2 and len(named) == 2:
        return replace(mention, of=named)
    if len(members) < 2 and kind in {"two-ministers", "two-heads"}:
        pair = _of_last(stage, replace(mention, role="two-sides"))
        return replace(pair, role=kind, members=())
    if len(members) < 2:
        return mention
    of = tuple(sides[::-1]) if kind != "many" else ()
    return replace(mention, of=of, members=tuple(reversed(members)) if kind != "many" else ())


def _named_after(stage: _Stage, mention: Mention) -> tuple[str, ...]:
    """Return the sides that demonyms right after a pair name: «the two sides, the Egyptian and the Russian»."""
    scene = stage.scene
    found: list[str] = []
    place = mention.last
    while (hit := scene.hit(place, "nisba")) is not None and (hit.prefix or scene.is_definite(place)):
        found.append(hit.entry)
        place = hit.last
    return tuple(dict.fromkeys(found))


def _in_person(stage: _Stage, other: Mention) -> bool:
    """Return True where a side only stands in a person's title."""
    return any(person.kind == "person" and person.first <= other.first and other.last <= person.last for person in stage.done)


def _may_be_member(stage: _Stage, other: Mention, kind: str) -> bool:
    """Return True where a mention can be one of a pair of the kind."""
    if kind in {"two-sides", "many"}:
        return other.kind == "person" or (other.kind == "state" and other.form != "part")
    if other.kind != "person":
        return False
    roles = _cast_of(stage, other.actor).roles if other.actor else {other.role or ""}
    levels = {level_of(stage.scene, role) or role for role in roles}
    if kind == "two-ministers":
        return any("minister" in level for level in levels)
    if kind == "two-heads":
        return any(level.startswith(("head", "monarch")) for level in levels)
    return True


def _remember(stage: _Stage, mention: Mention) -> None:
    """Put a person on stage."""
    if mention.actor is None:
        return
    person = _cast_of(stage, mention.actor)
    person.last_seen = mention.first
    if mention.of and not person.of:
        person.of = mention.of
    if mention.role:
        person.roles.add(mention.role)


def _inherit_sides(stage: _Stage) -> list[Mention]:
    """Return the mentions with the side that any of a person's mentions has; a titled person without any is of the home state."""
    for actor, of in apposed_sides(stage.scene, stage.done).items():
        if actor in stage.cast:
            stage.cast[actor].of = stage.cast[actor].of or of
    at_home = home_side(stage.scene, stage.done)
    found = []
    for mention in stage.done:
        if mention.kind == "person" and not mention.of:
            known = stage.cast[mention.actor].of if mention.actor in stage.cast else ()
            home = at_home if mention.title and _is_of_home(stage, mention) else ()
            own = () if _is_former(stage, mention) else side_inside(stage.scene, stage.done, mention) or home
            mention = replace(mention, of=known or own)
            _remember(stage, mention)
        found.append(mention)
    return found


def _is_of_home(stage: _Stage, mention: Mention) -> bool:
    """Return True where an official without a side may be of the home state: no counterpart, one alone, no foreign name."""
    role = stage.scene.hit(mention.first, "role")
    several = role is not None and role.form in {"plural", "dual"}
    if mention.form == "counterpart" or several:
        return False
    if mention.name is None:
        return _official(stage, mention)
    first = next(place for place in range(mention.first, mention.last) if stage.scene.tokens.ends[place] > mention.name.start)
    word = stage.scene.word(first)[max(0, mention.name.start - stage.scene.tokens.starts[first]) :]
    given = stage.scene.language.name_units.get(word, (0, 0))[0]
    return (given >= 3 or word.startswith(ARTICLE)) and _official(stage, mention)


def _official(stage: _Stage, mention: Mention) -> bool:
    """Return True where the title is an office of some state."""
    return level_of(stage.scene, mention.role or "") in OFFICE_LEVELS | {
        "deputy-minister",
        "spokesperson",
        "parliament",
        "ambassador",
    }
