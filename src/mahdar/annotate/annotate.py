"""The order of annotation: letters to tokens, sentences, names, people, stage."""

from __future__ import annotations

from dataclasses import replace

from mahdar.annotate.dates import find_dates
from mahdar.annotate.discourse import resolve
from mahdar.annotate.modality import find_moods
from mahdar.annotate.names import find_names
from mahdar.annotate.people import find_people
from mahdar.annotate.places import find_places
from mahdar.annotate.quotes import find_quotes
from mahdar.annotate.scene import Scene, by_place
from mahdar.annotate.sentences import find_sentences, sentence_numbers
from mahdar.annotate.surnames import find_surnames, identify
from mahdar.annotate.tokens import tokenize
from mahdar.annotate.unlisted import find_unlisted
from mahdar.language.language import Language
from mahdar.language.patterns import find
from mahdar.records.annotated import Annotated, Hit, Mention
from mahdar.records.text import Text
from mahdar.records.value import value_of


def annotate(text: Text, language: Language) -> Annotated:
    """Return a text with its tokens, sentences, quotations, names, moods, dates and places."""
    tokens = tokenize(text.letters, language.folding)
    quotes = find_quotes(tokens)
    sentences = find_sentences(text, tokens, quotes)
    hits = tuple(find(language.trie, tokens.words, tokens.kinds))
    published = value_of(text.published)
    scene = Scene(
        letters=text.letters,
        tokens=tokens,
        sentences=sentences,
        sentence_of=sentence_numbers(tokens, sentences),
        hits_at=by_place(hits),
        titles=tuple(sorted({hit.first for hit in hits if hit.kind in {"role", "post"}})),
        language=language,
        day=published[:10] if published else None,
        home=_home(text, language),
    )
    mentions = find_mentions(scene, hits)
    return Annotated(
        text=text,
        published=published,
        tokens=tokens,
        sentences=sentences,
        sentence_of=scene.sentence_of,
        quotes=quotes,
        hits=hits,
        mentions=mentions,
        moods=find_moods(scene, hits),
        dates=find_dates(scene),
        places=find_places(scene, mentions),
        problems=(),
    )


def find_mentions(scene: Scene, hits: tuple[Hit, ...]) -> tuple[Mention, ...]:
    """Return all mentions: people in full, states and organisations, surnames, pairs; then who stands for whom."""
    sides = find_names(scene, ())
    meant = {name.first: name.actor for name in sides if name.actor and name.kind in {"state", "org"}}
    titled = find_people(replace(scene, meant=meant))
    people = identify(scene, [*titled, *find_unlisted(scene, [*titled, *sides])])
    names = find_names(scene, people)
    surnames = find_surnames(scene, people, [name for name in names if name.kind != "city"])
    taken = {place for mention in (*people, *names) for place in range(mention.first, mention.last)}
    pairs = [_sides(scene, hit) for hit in hits if hit.kind == "sides" and hit.first not in taken]
    return resolve(scene, [*people, *names, *surnames, *pairs])


def _sides(scene: Scene, hit: Hit) -> Mention:
    """Return the mention of a pair or group; its role tells the kind."""
    return Mention(
        first=hit.first,
        last=hit.last,
        span=scene.span(hit.first, hit.last),
        kind="sides",
        form="group",
        actor=None,
        of=(),
        name=None,
        title=None,
        role=hit.detail[0],
        rule=hit.entry,
    )


def _home(text: Text, language: Language) -> str | None:
    """Return the state of the dateline, else of the outlet."""
    dateline = value_of(text.dateline)
    if dateline:
        tokens = tokenize(dateline, language.folding)
        for hit in find(language.trie, tokens.words, tokens.kinds):
            if hit.kind == "city":
                return hit.detail[0]
            if hit.kind == "state":
                return hit.entry
    outlet = value_of(text.outlet)
    return language.outlet_states.get(outlet) if outlet else None
