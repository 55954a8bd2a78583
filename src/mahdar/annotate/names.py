"""Which states, organisations, media and cities are named, and is a capital a government or a place here?"""

from __future__ import annotations

from collections.abc import Iterable

from mahdar.annotate.scene import COMMAS, OPENING, Scene
from mahdar.arabic.clitics import BEH
from mahdar.records.annotated import Form, Hit, Mention, MentionKind
from mahdar.records.value import Entry, Span

_KINDS = ("relay", "org", "state", "nisba", "city", "other")
_FORMS: dict[str, Form] = {"nisba": "nisba", "capital": "capital", "seat": "seat", "body": "body", "part": "part"}


def find_names(scene: Scene, people: Iterable[Mention]) -> list[Mention]:
    """Return mentions of states, organisations, relaying media and cities, in text order, those inside titles too.

    A weak word (one with another everyday meaning) counts only where the same actor is named by a strong one, or in
    quotation marks; a part («the organisation») only after an actor that it can stand for.
    """
    names = {place for mention in people if mention.name for place in _name_places(scene, mention)}
    hits = [hit for hit in _leftmost(scene) if hit.first not in names]
    strong = {hit.entry for hit in hits if _is_strong(hit)}
    found: list[Mention] = []
    for hit in hits:
        chosen = _state_for_city(scene, hit, strong, found) or _settle(scene, hit, strong, found)
        if chosen is not None:
            found.append(_mention(scene, chosen))
    return found


def _name_places(scene: Scene, mention: Mention) -> Iterable[int]:
    """Yield the tokens of a person's name, where no state or city is meant."""
    if mention.name is None:
        return
    for place in range(mention.first, mention.last):
        if mention.name.start <= scene.tokens.starts[place] < mention.name.end or (
            scene.tokens.starts[place] < mention.name.start < scene.tokens.ends[place]
        ):
            yield place


def _leftmost(scene: Scene) -> list[Hit]:
    """Return the longest hit of a name at each place, without overlaps, outside furniture."""
    found: list[Hit] = []
    for sentence in scene.sentences:
        place = sentence.first
        while sentence.part != "furniture" and place < sentence.last:
            hit = _best(scene, place)
            if hit is None or hit.last > sentence.last:
                place += 1
                continue
            if hit.kind != "other":
                found.append(hit)
            place = hit.last
    return found


def _best(scene: Scene, place: int) -> Hit | None:
    """Return the longest hit of a name at a place; of equal ones a strong word before a weak one."""
    hits = [hit for hit in scene.hits_at.get(place, ()) if hit.kind in _KINDS]
    if any(hit.kind == "nisba" for hit in hits) and not _after_medium(scene, place):
        hits = [hit for hit in hits if hit.kind != "relay" or _is_marked(scene, hit)]
    return max(hits, key=lambda hit: (hit.last, _is_strong(hit), -_KINDS.index(hit.kind)), default=None)


def _is_strong(hit: Hit) -> bool:
    """Return True where the word alone names the actor."""
    return not ({"weak", "generic"} & set(hit.detail)) and hit.form != "part"


def _settle(scene: Scene, hit: Hit, strong: set[str], found: list[Mention]) -> Hit | None:
    """Return the hit that is meant, None where the words mean nothing of the kind."""
    if hit.kind == "relay":
        return hit if _is_strong(hit) or _after_medium(scene, hit.first) else None
    if hit.kind == "nisba" and _of_medium(scene, hit.first, found):
        return None
    if hit.form == "part" or "generic" in hit.detail:
        return _part(scene, hit, found)
    if hit.kind == "org" and _is_national(scene, hit):
        return None
    if _is_strong(hit) or hit.entry in strong or _is_governed(scene, hit) or _is_quoted(scene, hit):
        return hit
    return None


def _state_for_city(scene: Scene, hit: Hit, strong: set[str], found: list[Mention]) -> Hit | None:
    """Return the state that a foreign city's name means too («between Turkey and Oman»), where the text speaks of it."""
    rivals = [
        other
        for other in scene.hits_at[hit.first]
        if other.kind == "state" and other.form == "short" and other.last == hit.last and hit.kind == "city"
    ]
    if not rivals or hit.detail[0] == rivals[0].entry:
        return None
    state = rivals[0]
    joined = bool(found) and bool(hit.prefix) and found[-1].last == hit.first and found[-1].form == "name"
    after = scene.hit(hit.last, "state")
    joins = after is not None and bool(after.prefix) and after.form == "short" and not is_place_position(scene, hit)
    spoken_of = state.entry in strong and hit.detail[0] not in strong
    return state if spoken_of or (joined and found[-1].kind == "state") or joins else None


def _is_governed(scene: Scene, hit: Hit) -> bool:
    """Return True where a government or a title stands right before a name of a state, which then is no common word."""
    before = scene.hits_at.get(hit.first - 1, ())
    return (
        hit.kind == "state"
        and not hit.prefix
        and any(
            (other.kind == "party" and other.detail[:1] == ("side",)) or (other.kind == "role" and other.form == "construct")
            for other in before
        )
    )


def _is_national(scene: Scene, hit: Hit) -> bool:
    """Return True where a demonym makes another body of an organisation's name: «the Russian security council»."""
    if scene.language.world.org_kinds.get(hit.entry) not in {"igo", "court", "bank", "bloc"}:
        return False
    after = scene.hit(hit.last, "nisba")
    return after is not None and not after.prefix and after.entry in scene.language.world.states and scene.is_definite(hit.last)


def _part(scene: Scene, hit: Hit, found: list[Mention]) -> Hit | None:
    """Return the reading of «the organisation», «the kingdom» whose actor was named last; the home state at least."""
    rivals = [other for other in scene.hits_at[hit.first] if other.kind == hit.kind and other.last == hit.last]
    for mention in reversed(found):
        for rival in rivals:
            if mention.actor == rival.entry:
                return rival
    return next((rival for rival in rivals if rival.entry == scene.home), None)


def _is_quoted(scene: Scene, hit: Hit) -> bool:
    """Return True where the whole word stands between quotation marks, as papers write the names of movements."""
    marks = set('"\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}(')
    return hit.kind == "org" and scene.word(hit.first - 1) in marks and not scene.is_word(hit.last)


def _is_marked(scene: Scene, hit: Hit) -> bool:
    """Return True where a name stands between quotation marks or brackets."""
    return scene.word(hit.first - 1) in OPENING


def _after_medium(scene: Scene, place: int) -> bool:
    """Return True where a word for a medium («agency», «newspaper») stands right before, maybe with a mark between."""
    return any(hit.kind == "medium" for near in (place - 1, place - 2) for hit in scene.hits_at.get(near, ()))


def _of_medium(scene: Scene, place: int, found: list[Mention]) -> bool:
    """Return True where a demonym belongs to a medium: «the French newspaper N», «the N agency, the Russian»."""
    if _after_medium(scene, place):
        return True
    before = found[-1] if found else None
    near = before is not None and before.kind == "relay" and place - before.last <= 2
    return near or (_after_medium(scene, place - 2) and scene.word(place - 1) not in COMMAS)


def _mention(scene: Scene, hit: Hit) -> Mention:
    """Return the mention of a hit; a capital in a place's position is a city."""
    kind: MentionKind = "state" if hit.kind == "nisba" else hit.kind  # type: ignore[assignment]
    if hit.kind == "nisba" and hit.entry in scene.language.world.orgs:
        kind = "org"
    form: Form = _FORMS.get(hit.form, "name")
    city = scene.hit(hit.first, "city")
    if _names_state_too(scene, hit):
        form = "name"
    elif hit.form in {"capital", "seat"} and city and is_place_position(scene, hit):
        kind = "city"
    of = (hit.detail[0],) if hit.kind == "city" else (hit.entry,)
    actor = city.entry if kind == "city" and city and city.last == hit.last and city.detail[0] in of else hit.entry
    return Mention(
        first=hit.first,
        last=hit.last,
        span=scene.span(hit.first, hit.last),
        kind=kind,
        form=form,
        actor=actor,
        of=of if kind != "relay" else (),
        name=_without_particle(scene, hit),
        title=None,
        role=None,
        rule=f"{hit.kind}.{hit.form}",
        evidence=(Entry(entry=f"{hit.kind}:{hit.entry}"),),
    )


def _names_state_too(scene: Scene, hit: Hit) -> bool:
    """Return True where a capital's name is its state's too (Tunis, Kuwait), and no word for a city stands before it."""
    states = (other for other in scene.hits_at[hit.first] if other.kind == "state" and other.form == "short")
    same = any(state.entry == hit.entry and state.last == hit.last for state in states)
    before = (other for near in (hit.first - 1, hit.first - 2) for other in scene.hits_at.get(near, ()))
    return same and hit.form == "capital" and not any(other.entry == "locative.city" for other in before)


def _without_particle(scene: Scene, hit: Hit) -> Span:
    """Return the span of a name without the particle written onto it."""
    whole = scene.span(hit.first, hit.last)
    return Span(start=whole.start + len(hit.prefix), end=whole.end)


def is_place_position(scene: Scene, hit: Hit) -> bool:
    """Return True where a word for a place or a preposition of place stands before: «in Moscow», «the capital Beijing»."""
    if hit.prefix.endswith(BEH):
        return True
    demonym = scene.hit(hit.first - 1, "nisba")
    return any(
        before.kind == "locative" and (before.last == hit.first or (demonym is not None and before.last == demonym.first))
        for near in (hit.first - 1, hit.first - 2, hit.first - 3)
        for before in scene.hits_at.get(near, ())
    )
