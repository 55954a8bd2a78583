"""Whose surname is this? People once named in full come back by the last part of the name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mahdar.annotate.person_names import is_closed, is_common
from mahdar.annotate.scene import Scene
from mahdar.arabic.clitics import BEH, KAF, splits
from mahdar.arabic.letters import ARTICLE
from mahdar.records.annotated import Hit, Mention
from mahdar.records.value import Entry, Span

GIVEN = 10
"""So many listed people bear a usual given name."""


def identify(scene: Scene, people: Iterable[Mention]) -> list[Mention]:
    """Return the mentions with an actor for each name: listed people keep theirs, others get one that holds in the article.

    Of two unlisted names one is the other's person where its words are the first or last words of it.
    """
    mentions = _as_introduced(scene, list(people))
    named = [(mention, name_words(scene, mention)) for mention in mentions if mention.name and not mention.actor]
    listed = [(mention.actor, name_words(scene, mention)) for mention in mentions if mention.name and mention.actor]
    ids: dict[tuple[str, ...], str] = {}
    for mention, words in sorted(named, key=lambda pair: (-len(pair[1]), pair[0].first)):
        known = next((actor for actor, longer in listed if actor and _is_part(words, longer)), None)
        same = next((ids[longer] for longer in ids if _is_part(words, longer)), None)
        ids.setdefault(words, known or same or f"p:{mention.name.start if mention.name else 0}")
    return [_identified(scene, mention, ids) for mention in mentions]


def _as_introduced(scene: Scene, people: list[Mention]) -> list[Mention]:
    """Return the mentions without the listed person of a surname that another person, named in full in the article, bears."""
    full = [(mention.actor, name_words(scene, mention)) for mention in people if mention.name and mention.form == "full"]
    actors = {actor for actor, _ in full}
    found = []
    for mention in people:
        if mention.form == "family" and mention.actor and mention.actor not in actors:
            words = name_words(scene, mention)
            if any(len(longer) > len(words) and longer[-len(words) :] == words for _, longer in full):
                mention = replace(mention, actor=None, evidence=())
        found.append(mention)
    return found


def _identified(scene: Scene, mention: Mention, ids: dict[tuple[str, ...], str]) -> Mention:
    """Return a mention with its actor; a lone unknown word with the article after a title is an adjective, not a name."""
    if mention.name is None or mention.actor:
        return mention
    words = name_words(scene, mention)
    lone = len(words) == 1 and words[0].startswith(ARTICLE) and not sum(scene.language.name_units.get(words[0], (0, 0)))
    if lone and not any(len(longer) > 1 and ids[longer] == ids[words] for longer in ids) and ids[words].startswith("p:"):
        return replace(mention, name=None, form="title", rule="title.alone")
    return replace(mention, actor=ids[words])


def name_words(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """Return the folded words of a mention's name, without the particle written onto the first."""
    if mention.name is None:
        return ()
    words = []
    for place in range(mention.first, mention.last):
        start, end = scene.tokens.starts[place], scene.tokens.ends[place]
        if start < mention.name.end and end > mention.name.start and scene.is_word(place):
            word = scene.word(place)
            words.append(word[mention.name.start - start :] if start < mention.name.start else word)
    return tuple(words)


def _is_part(words: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Return True where a name is the whole, the first or the last part of a longer one."""
    return bool(words) and len(words) <= len(longer) and (longer[-len(words) :] == words or longer[: len(words)] == words)


def find_surnames(scene: Scene, people: list[Mention], taken: Iterable[Mention]) -> list[Mention]:
    """Return mentions by surname alone of people named in full anywhere in the article, and of those whom all know by it."""
    covered = {place for mention in [*people, *taken] for place in range(mention.first, mention.last)}
    introduced = {mention.actor for mention in people if mention.name and mention.form == "full"}
    aliases = _aliases(scene, people)
    found = []
    for sentence in scene.sentences:
        for place in range(sentence.first, sentence.last) if sentence.part != "furniture" else ():
            if place not in covered and scene.is_word(place):
                mention = _surname_at(scene, place, introduced, aliases)
                if mention:
                    found.append(mention)
    return found


def _aliases(scene: Scene, people: list[Mention]) -> dict[str, tuple[str, int]]:
    """Return, for the last words of unlisted names, the actor and how many words the alias has."""
    aliases: dict[str, tuple[str, int]] = {}
    for mention in people:
        words = name_words(scene, mention)
        if not mention.actor or len(words) < 2 or not mention.actor.startswith("p:"):
            continue
        last = words[-1]
        if len(last) > 2:
            aliases[last] = (mention.actor, 1)
            if last.startswith(ARTICLE):
                aliases.setdefault(last[2:], (mention.actor, 1))
        if len(words) > 2 and len(words[-2]) <= 3:
            aliases[words[-2] + " " + last] = (mention.actor, 2)
    return aliases


def _surname_at(scene: Scene, place: int, introduced: set[str | None], aliases: dict[str, tuple[str, int]]) -> Mention | None:
    """Return the mention of a person by surname at a place."""
    for hit in sorted(scene.hits_at.get(place, ()), key=lambda hit: hit.entry not in introduced):
        if (
            hit.kind != "person"
            or is_closed(scene, place)
            or (hit.entry not in introduced and hit.prefix and hit.prefix[-1] in BEH + KAF)
            or (hit.prefix and _is_whole_place(scene, place))
        ):
            continue
        if hit.form == "famous" and hit.entry not in introduced and (_is_shared(scene, hit) or scene.word(place) in aliases):
            continue
        if hit.form == "famous" or (hit.form in {"family", "alias"} and hit.entry in introduced):
            return _mention(scene, hit, hit.entry)
    for prefix, rest in splits(scene.word(place)):
        double = f"{rest} {scene.word(place + 1)}"
        for alias in (double, rest):
            if alias in aliases:
                actor, length = aliases[alias]
                return _mention(scene, Hit(place, place + length, prefix, "person", actor, "family", ()), actor)
    return None


def _is_whole_place(scene: Scene, place: int) -> bool:
    """Return True where the word with its first letter names a state or city («Beijing»), so that no surname begins after it."""
    return any(hit.kind in {"state", "city"} and not hit.prefix for hit in scene.hits_at.get(place, ()))


def _is_shared(scene: Scene, hit: Hit) -> bool:
    """Return True where a lone word is an ordinary word or a usual given name, and so not surely a surname all know."""
    word = scene.word(hit.first)[len(hit.prefix) :]
    given = scene.language.name_units.get(word, (0, 0))[0]
    return is_common(scene, hit.first, len(hit.prefix)) or (hit.last == hit.first + 1 and given >= GIVEN)


def _mention(scene: Scene, hit: Hit, actor: str) -> Mention:
    """Return the mention of a person by a hit of the surname."""
    whole = scene.span(hit.first, hit.last)
    name = Span(start=whole.start + len(hit.prefix), end=whole.end)
    return Mention(
        first=hit.first,
        last=hit.last,
        span=name,
        kind="person",
        form="family",
        actor=actor,
        of=(),
        name=name,
        title=None,
        role=None,
        rule="name.surname",
        evidence=() if actor.startswith("p:") else (Entry(entry=f"people:{actor}"),),
    )
