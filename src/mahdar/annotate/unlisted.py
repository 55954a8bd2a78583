"""Who is named without a title and without being listed?"""

from __future__ import annotations

from collections.abc import Iterable

from mahdar.annotate.name_context import person_context, stands_beside
from mahdar.annotate.name_runs import Run, is_family, run_at
from mahdar.annotate.name_strength import LIKELY, SURE, WEAK, borne
from mahdar.annotate.person_names import GIVEN, is_connector, is_ordinary, looks_like_name
from mahdar.annotate.scene import OPENING, Scene
from mahdar.records.annotated import Mention
from mahdar.records.value import Span


def find_unlisted(scene: Scene, taken: Iterable[Mention]) -> list[Mention]:
    """Return people named by words that look like a name, where the words around allow it; `taken` is read already."""
    known = list(taken)
    covered = {place for mention in known for place in range(mention.first, mention.last)}
    covered |= _surname_places(scene, {mention.actor for mention in known})
    found: list[Mention] = []
    for sentence in scene.sentences:
        place = sentence.first
        while sentence.part != "furniture" and place < sentence.last:
            run = run_at(scene, place, covered) if place not in covered and scene.is_word(place) else None
            if run is not None and run.last <= sentence.last and _is_person(scene, run, found):
                found.append(_mention(scene, run))
                place = run.last
            else:
                place += 1
    return found


def _surname_places(scene: Scene, introduced: set[str | None]) -> set[int]:
    """Return the places of surnames that lead to a listed person: of those named in full, and of those whom all know by it."""
    return {
        place
        for place, hits in scene.hits_at.items()
        if any(hit.kind == "person" and (hit.form == "famous" or hit.entry in introduced) for hit in hits)
    }


def _is_person(scene: Scene, run: Run, found: list[Mention]) -> bool:
    """Return True where a run is strong enough, given what stands around it."""
    if stands_beside(scene, run.first, "clue.thing") or _is_quoted(scene, run):
        return False
    total = sum(run.strengths)
    words = run.last - run.first
    bonus = person_context(scene, run, after_person=bool(found) and found[-1].last == run.first)
    given = borne(scene, scene.word(run.first)[run.skipped :])[0]
    if given < GIVEN and scene.hit(run.first - 1, "locative"):
        return False
    if words > 1:
        return _fits_together(scene, run) and total + bonus >= (1.0 if given >= 3 else 1.25) * words
    if is_ordinary(scene, run.first, run.skipped):
        return run.strengths[0] + bonus >= SURE + SURE
    return run.strengths[0] + bonus >= SURE + WEAK


def _is_quoted(scene: Scene, run: Run) -> bool:
    """Return True where a run of no usual given name is all that stands between quotation marks, as names of things do."""
    if scene.word(run.first - 1) not in OPENING - {"("} or scene.is_word(run.last):
        return False
    return borne(scene, scene.word(run.first)[run.skipped :])[0] < 3


def _fits_together(scene: Scene, run: Run) -> bool:
    """Return True where several words are one name: the first may be a given name, and one at least is nothing but a name."""
    unknown = [
        place
        for place in range(run.first, run.last)
        if not is_connector(scene, place) and not is_ordinary(scene, place, run.skipped if place == run.first else 0)
    ]
    if all(len(scene.word(place)) < 4 for place in range(run.first, run.last)):
        return False
    if not unknown:
        return looks_like_name(scene, run.first, run.last) or is_family(scene, run.first, run.skipped)
    given = borne(scene, scene.word(run.first)[run.skipped :])[0]
    return max(run.strengths) >= LIKELY and (unknown[0] == run.first or given >= 3 or is_connector(scene, run.first))


def _mention(scene: Scene, run: Run) -> Mention:
    """Return the mention of a person by a run of words."""
    whole = scene.span(run.first, run.last)
    name = Span(start=whole.start + run.skipped, end=whole.end)
    return Mention(
        first=run.first,
        last=run.last,
        span=name,
        kind="person",
        form="full",
        actor=None,
        of=(),
        name=name,
        title=None,
        role=None,
        rule="name.unlisted",
    )
