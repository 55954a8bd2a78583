"""Who is named in full, with or without a title?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mahdar.annotate.known_words import carries_particle
from mahdar.annotate.listed_names import lengthened, listed, past_titles
from mahdar.annotate.person_names import GIVEN, LONGEST, is_ordinary, looks_like_name, name_end, strong_name
from mahdar.annotate.scene import COMMAS, OPENING, Scene
from mahdar.annotate.titles import Side, Title, read_title, skip_to_name
from mahdar.arabic.clitics import CONJUNCTIONS
from mahdar.records.annotated import Form, Mention
from mahdar.records.value import Entry, Span

_WAW = CONJUNCTIONS[0]
OPENERS = frozenset({"role", "post", "name", "person"})
"""Kinds of words at which a title, an honorific or a listed name may begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person's name at tokens [first, last); `skipped` letters of particles stand before it in its first word."""

    first: int
    last: int
    skipped: int
    person: str | None
    form: Form


def find_people(scene: Scene) -> list[Mention]:
    """Return people named in full or by a title, in text order; who a bare title or counterpart is comes later."""
    found: list[Mention] = []
    for sentence in scene.sentences:
        if sentence.part == "furniture":
            continue
        place = sentence.first
        while place < sentence.last:
            mentions = _people_at(scene, place)
            if mentions:
                found.extend(mention for mention in mentions if not _is_namesake(scene, mention))
                place = max(mentions[-1].last, place + 1)
            else:
                place += 1
    return found


def _is_namesake(scene: Scene, mention: Mention) -> bool:
    """Return True where a name is that of an institution called after somebody: «the King Faisal hospital»."""
    before = mention.first - 1
    while scene.hit(before, "role", "name") and scene.is_definite(before):
        before -= 1
    return mention.name is not None and any(hit.entry == "clue.namesake" for hit in scene.hits_at.get(before, ()))


def _people_at(scene: Scene, place: int) -> list[Mention]:
    """Return the people whose mention begins at a place: several for a title that two or many hold."""
    if not scene.is_word(place):
        return []
    if not any(hit.kind in OPENERS for hit in scene.hits_at.get(place, ())):
        return _named_before_title(scene, place)
    title = read_title(scene, place)
    name = _name_at(scene, place, loose=False)
    if name and (title is None or name.last > title.last):
        return [_with_apposition(scene, name)]
    if title is not None:
        return _holders(scene, title)
    start = skip_to_name(scene, place)
    if start > place and scene.word(place) not in COMMAS | OPENING | {":", "-"}:
        after = _name_at(scene, start, loose=True)
        if after:
            return [replace(_with_apposition(scene, after), first=place)]
    return _named_before_title(scene, place)


def _holders(scene: Scene, title: Title) -> list[Mention]:
    """Return the mentions of a title's holders, with their names where these follow."""
    if title.number == "one":
        return [_one_holder(scene, title)]
    if title.sides:
        return [_mention(scene, title, None, title.sides)]
    return _several_holders(scene, title)


def _one_holder(scene: Scene, title: Title) -> Mention:
    """Return the mention of a title that one person holds."""
    start = skip_to_name(scene, title.last)
    comma = scene.word(title.last) in COMMAS or scene.word(title.last) in OPENING | {":"}
    sides = tuple(side.code for side in title.sides[:1])
    name = _name_at(scene, start, loose=True, sides=sides) if scene.same_sentence(title.first, start) else None
    if name and (name.skipped or (not name.person and not _is_plausible(scene, title, name, comma=comma))):
        name = None
    return _mention(scene, title, name, title.sides[:1])


def _is_plausible(scene: Scene, title: Title, name: Name, *, comma: bool) -> bool:
    """Return True where an unlisted name may be the holder's.

    After a comma, and after a title without article or side, it must be two sure words, or one that another comma closes.
    """
    sure = strong_name(scene, name.first, name.last)
    words = name.last - name.first
    if words == 1 and (carries_particle(scene, name.first) or _is_adjective(scene, name.first)):
        return False
    if words == 1 and title.last > title.hit.last + 1 and scene.hit(name.first, "clue"):
        return False
    if comma:
        return sure and (words > 1 or scene.word(name.last) in COMMAS)
    if not scene.is_definite(title.first) and (not title.sides or not scene.is_definite_side(title.sides[0].place)):
        return sure and words > 1 and (looks_like_name(scene, name.first, name.last) or _has_unknown(scene, name))
    return sure or (words > 1 and strong_name(scene, name.first + 1, name.last))


def _is_adjective(scene: Scene, place: int) -> bool:
    """Return True for a word of the language with the article: «the Russian business council» goes on with «the Arab»."""
    return scene.is_definite(place) and is_ordinary(scene, place)


def _has_unknown(scene: Scene, name: Name) -> bool:
    """Return True where a word of a name is nothing else in the language: «a western diplomat» has none."""
    return any(scene.is_word(place) and not is_ordinary(scene, place) for place in range(name.first, name.last))


def _several_holders(scene: Scene, title: Title) -> list[Mention]:
    """Return one mention for each side or name that follows a title in the dual or plural.

    «The foreign ministers, the Chinese N and the Russian N»; «the foreign ministers of A, B and C»; «the presidents N and N».
    """
    place = title.last
    found: list[Mention] = []
    while len(found) < 40:
        side, after = _side_of_one(scene, place, first=not found)
        start = skip_to_name(scene, after) if side else after
        listing = side is not None and bool(found) and found[-1].name is None and scene.word(after) in COMMAS
        name = None if listing else _name_at(scene, start, loose=side is not None)
        if name and not name.person and (name.last - name.first < 2 or not strong_name(scene, name.first, name.last)):
            name = None
        if side is None and name is None:
            break
        mention = _mention(scene, replace(title, last=max(title.last, after)), name, (side,) if side else ())
        first = place if found else mention.first
        last = name.last if name else after
        found.append(replace(mention, first=first, last=last, span=scene.span(first, last)))
        place = name.last if name else after
        if scene.word(place) in COMMAS:
            place += 1
    sides = [mention for mention in found if mention.name is None]
    names = [mention for mention in found if mention.name is not None]
    if len(sides) == len(names) == 2:
        return [replace(named, of=sided.of, first=sided.first) for sided, named in zip(sides, names, strict=True)]
    if found and len(found) == 1 and title.number == "two" and not found[0].name:
        return [_mention(scene, title, None, title.sides)]
    if not found and scene.hit(title.first, "sides"):
        return []
    return found or [_mention(scene, title, None, ())]


def _side_of_one(scene: Scene, place: int, *, first: bool) -> tuple[Side | None, int]:
    """Return the side named at a place of a list («the Russian», «and the Chinese», «of Britain»), and the place after it."""
    hit = scene.hit(place, "nisba", "state", "org")
    if hit is None or (hit.prefix not in ({"", _WAW} if not first else {""})) or hit.form in {"capital", "seat", "body"}:
        return None, place
    code = scene.side(hit) or (hit.entry if hit.kind == "nisba" else None)
    return (Side(code, place) if code else None), hit.last


def _name_at(scene: Scene, place: int, *, loose: bool, sides: tuple[str, ...] = ()) -> Name | None:
    """Return the name that begins at a place: of a listed person, or (`loose`) of anybody."""
    hit = listed(scene, place, loose=loose, sides=sides)
    if hit:
        first = past_titles(scene, hit)
        return Name(
            first=first,
            last=lengthened(scene, hit.last),
            skipped=len(hit.prefix) if first == place else 0,
            person=hit.entry,
            form="full" if hit.form in {"full", "alias", "spelling"} else "family",
        )
    if not loose:
        return None
    last = name_end(scene, place, titled=True)
    if last == place:
        return None
    return Name(first=place, last=last, skipped=0, person=None, form="full")


def _with_apposition(scene: Scene, name: Name) -> Mention:
    """Return the mention of a name, with the title that follows it («N, minister of…», «N (secretary of…)»)."""
    place = name.last
    if scene.word(place) in COMMAS or scene.word(place) in {"(", "-"}:
        place += 1
    title = read_title(scene, place) if scene.same_sentence(name.first, place) else None
    if title is None or title.number != "one" or title.hit.prefix or title.level == "counterpart":
        return _mention(scene, None, name, ())
    title = replace(title, last=_to_bracket(scene, title.last)) if scene.word(place - 1) == "(" else title
    apart = place > name.last
    if apart and _name_at(scene, skip_to_name(scene, title.last), loose=True):
        return _mention(scene, None, name, ())
    return _mention(scene, title, name, title.sides[:1])


def _to_bracket(scene: Scene, place: int) -> int:
    """Return the place of the bracket that closes a title in brackets, the place itself where none is near."""
    return next((near for near in range(place, place + 8) if scene.word(near) == ")"), place)


def _named_before_title(scene: Scene, place: int) -> list[Mention]:
    """Return an unlisted person by a name of two sure words or more: before a title, after a verb of speech, or by its words."""
    said = any(
        hit.kind == "say" and hit.form in {"past", "present"} and hit.last == place for hit in scene.hits_at.get(place - 1, ())
    )
    if not (said or _opens_name(scene, place) or scene.title_within(place + 2, place + LONGEST + 2)):
        return []
    last = name_end(scene, place)
    if last - place < 2 or not strong_name(scene, place, last):
        return []
    after = last + 1 if scene.word(last) in COMMAS or scene.word(last) == "(" else last
    title = read_title(scene, after) if scene.same_sentence(place, after) else None
    titled = title is not None and title.number == "one" and title.level != "counterpart"
    if not (titled or said or looks_like_name(scene, place, last)):
        return []
    return [_with_apposition(scene, Name(first=place, last=last, skipped=0, person=None, form="full"))]


def _opens_name(scene: Scene, place: int) -> bool:
    """Return True where the word is a usual given name."""
    return scene.language.name_units.get(scene.word(place), (0, 0))[0] >= GIVEN


def _mention(scene: Scene, title: Title | None, name: Name | None, sides: tuple[Side | None, ...]) -> Mention:
    """Return the mention of a person by title, name or both."""
    firsts = [part.first for part in (title, name) if part] + [side.place for side in sides if side and not name]
    lasts = [part.last for part in (title, name) if part]
    first, last = min(firsts), max(lasts)
    name_span = None
    if name:
        whole = scene.span(name.first, name.last)
        name_span = Span(start=whole.start + name.skipped, end=whole.end)
    form: Form = name.form if name else ("counterpart" if title and title.level == "counterpart" else "title")
    return Mention(
        first=first,
        last=last,
        span=scene.span(first, last),
        kind="person",
        form=form,
        actor=name.person if name else None,
        of=tuple(side.code for side in sides if side),
        name=name_span,
        title=scene.span(title.first, title.last) if title else None,
        role=title.role if title else None,
        rule="name.titled" if title and name else ("name.listed" if name else "title.alone"),
        evidence=(Entry(entry=f"people:{name.person}"),) if name and name.person else (),
    )
