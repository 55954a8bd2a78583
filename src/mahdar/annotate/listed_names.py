"""Which listed person bears the name that begins here, and where does it begin and end?"""

from __future__ import annotations

from mahdar.annotate.person_names import GIVEN, is_closed, name_end
from mahdar.annotate.scene import Scene
from mahdar.arabic.clitics import CONJUNCTIONS
from mahdar.records.annotated import Hit


def listed(scene: Scene, place: int, *, loose: bool, sides: tuple[str, ...] = ()) -> Hit | None:
    """Return the hit of a listed person's name; a surname alone only after a title (`loose`), and one of the title's sides."""
    hit = _likeliest(scene, place, sides)
    if (
        hit is None
        or (scene.hit(place, "function") and hit.last == place + 1)
        or (hit.prefix and hit.prefix[-1] not in CONJUNCTIONS and len(hit.prefix) > 1)
    ):
        return None
    if hit.form == "family" and (not loose or not _is_surname_of(scene, hit, sides)):
        return None
    if hit.form in {"famous", "family"} and loose and name_end(scene, place) > hit.last and not hit.prefix:
        return None
    return hit


def _likeliest(scene: Scene, place: int, sides: tuple[str, ...]) -> Hit | None:
    """Return the longest name of a listed person at a place; of several people one of the title's sides, then one in office."""
    hits = [hit for hit in scene.hits_at.get(place, ()) if hit.kind == "person"]
    return max(hits, key=lambda hit: (hit.last, *_claims(scene, hit.entry, sides)), default=None)


def _claims(scene: Scene, person: str, sides: tuple[str, ...]) -> tuple[bool, bool]:
    """Return whether a listed person ever acted for one of the sides, and whether they were in office on the article's day."""
    world = scene.language.world
    tenures = world.tenures.get(person, ())
    acted = {world.people[person].side, *(tenure.side for tenure in tenures)} if person in world.people else set()
    return bool(acted & set(sides)), any(tenure.since and scene.day and tenure.covers(scene.day) for tenure in tenures)


def _is_surname_of(scene: Scene, hit: Hit, sides: tuple[str, ...]) -> bool:
    """Return True where a surname after a title leads to a person: of the title's side, or no usual given name of others."""
    if sides:
        return _claims(scene, hit.entry, sides)[0] or sides[0] in scene.language.world.orgs
    word = scene.word(hit.first)[len(hit.prefix) :]
    return scene.language.borne.get(word, (0, 0))[0] < GIVEN or hit.last > hit.first + 1


def past_titles(scene: Scene, listed: Hit) -> int:
    """Return where a listed name begins after «King», «Prince» or another title that the list keeps with it."""
    place = listed.first
    while place + 1 < listed.last and scene.is_definite(place) and scene.hit(place, "role", "name"):
        place += 1
    return place


def lengthened(scene: Scene, last: int) -> int:
    """Return the end of a listed name with the further words that only the text gives («bin N Al N»)."""
    word = scene.hit(last, "name")
    if word and word.entry in {"name.connector", "name.closer"} and not word.prefix and not is_closed(scene, last):
        return max(last, name_end(scene, last))
    return last
