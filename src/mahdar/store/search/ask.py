"""What does a user ask for? Words, "phrases", -excluded, one | other, and filters such as actor:RUS."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

from mahdar.arabic.letters import BIDI, key
from mahdar.errors import StoreError
from mahdar.store.search.names import Lexis, Named, english_names
from mahdar.store.search.terms import Terms, terms_of

KINDS = ("article", "meeting", "document", "statement", "stance", "agreement", "event", "initiative", "capacity", "timing")
ANY = "any"
FILTERS = ("actor", "kind", "from", "to", "outlet")
MARKS = (
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}"
)
"""What stands for a plain quotation mark."""
_QUOTES = str.maketrans(dict.fromkeys(MARKS, '"'))
_PART = re.compile(r'(?P<no>-)?(?:(?P<name>[A-Za-z]+):(?!//))?(?:"(?P<quoted>[^"]*)"|(?P<word>[^\s"|]*))')
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_MOST = 50


class Word(NamedTuple):
    """A word of a query: folded as it is written, and its lemmas."""

    word: str
    lemmas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One thing to look for: all its words, in their very run if `exact`; or, instead of them, a listed name by its id."""

    words: tuple[Word, ...]
    exact: bool = False
    ids: tuple[str, ...] = ()


class Facet(NamedTuple):
    """A value by which answers are narrowed: an outlet by its very name, or an actor by its id."""

    name: Literal["outlet", "actor"]
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is looked for: of each tuple of `wanted` one term, none of `unwanted`, and what the filters let through.

    `since` and `until` are the first and last day of publication, in ISO 8601; an answer meets all of `only`, none of `never`.
    """

    wanted: tuple[tuple[Term, ...], ...] = ()
    unwanted: tuple[Term, ...] = ()
    actors: tuple[tuple[str, ...], ...] = ()
    kinds: tuple[str, ...] = ("article",)
    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    only: tuple[Facet, ...] = ()
    never: tuple[Facet, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A piece of what the user wrote, between spaces or quotation marks."""

    text: str
    is_quoted: bool = False
    is_unwanted: bool = False
    filter: str | None = None


def parse_query(words: str, lexis: Lexis, *, kind: str | None = None) -> Query:
    """Return the query that a user wrote; a StoreError tells what is wrong with it."""
    groups, filters = _sorted(_cut(words))
    query = Query(kinds=_kinds(kind)) if kind else Query()
    for part in filters:
        query = _filtered(query, part, lexis)
    unwanted = tuple(term for group in groups if group[0].is_unwanted for part in group for term in _choice(part, lexis))
    wanted: list[tuple[Term, ...]] = []
    run: list[_Part] = []
    for group in [group for group in groups if not group[0].is_unwanted] + [[]]:
        if len(group) == 1 and not group[0].is_quoted:
            run += group
            continue
        wanted += [(term,) for term in _terms(run, lexis)]
        run = []
        choice = tuple(term for part in group for term in _choice(part, lexis))
        wanted += [choice] if choice else []
    if not wanted and not unwanted and not filters:
        raise StoreError('nothing to look for: give a word, a "phrase" or a filter such as actor:RUS.')
    if query.since and query.until and query.since > query.until:
        raise StoreError(f"from:{query.since} is later than to:{query.until}. Give the earlier day to from:.")
    return replace(query, wanted=tuple(wanted), unwanted=unwanted)


def _cut(words: str) -> list[_Part | None]:
    """Return the parts of a query, None for each bar between alternatives."""
    text = "".join(c for c in words.translate(_QUOTES) if c not in BIDI)
    if text.count('"') % 2:
        raise StoreError('a quotation mark is opened and not closed. Close the phrase: "وقف إطلاق النار".')
    parts: list[_Part | None] = []
    at = 0
    while at < len(text):
        if text[at].isspace() or text[at] == "|":
            parts += [None] if text[at] == "|" else []
            at += 1
            continue
        found = _PART.match(text, at)
        if found is None or found.end() == at:  # pragma: no cover
            raise StoreError(f"the query cannot be read from {text[at:]!r}.")
        parts.append(_part(found))
        at = found.end()
    return parts


def _part(found: re.Match[str]) -> _Part:
    name, quoted = found["name"], found["quoted"]
    held = quoted if quoted is not None else found["word"] or ""
    if name is not None and name.lower() not in FILTERS:
        raise StoreError(
            f"there is no filter {name}: ({', '.join(one + ':' for one in FILTERS)}). Put words with a colon in quotes."
        )
    if name is not None and found["no"]:
        raise StoreError(f"-{name}: cannot be excluded; only words and phrases can.")
    if not held.strip():
        what = f"{name}:" if name else "-" if found["no"] else '""'
        raise StoreError(f"{what} stands alone: write what belongs to it right after it.")
    return _Part(
        text=held, is_quoted=quoted is not None, is_unwanted=bool(found["no"]), filter=name.lower() if name is not None else None
    )


def _sorted(parts: Sequence[_Part | None]) -> tuple[list[list[_Part]], list[_Part]]:
    """Return the words, alternatives together, and the filters."""
    groups: list[list[_Part]] = []
    filters: list[_Part] = []
    joins = False
    for place, part in enumerate(parts):
        if part is None:
            if joins or not place or parts[place - 1] is None or not groups or place + 1 == len(parts):
                raise StoreError("| stands between two words: give one before it and one after it.")
            joins = True
            continue
        if joins and (part.filter or part.is_unwanted or groups[-1][0].is_unwanted):
            raise StoreError("| joins words and phrases; filters and excluded words stand alone.")
        if part.filter:
            filters.append(part)
        elif joins:
            groups[-1].append(part)
        else:
            groups.append([part])
        joins = False
    return groups, filters


def _filtered(query: Query, part: _Part, lexis: Lexis) -> Query:
    match part.filter:
        case "actor":
            return replace(query, actors=(*query.actors, find_actors(part.text, lexis)))
        case "kind":
            return replace(query, kinds=_kinds(part.text))
        case "from":
            return replace(query, since=_day(part.text, last=False))
        case "to":
            return replace(query, until=_day(part.text, last=True))
        case _:
            return replace(query, outlet=key(part.text, lexis.language.folding))


def find_actors(name: str, lexis: Lexis) -> tuple[str, ...]:
    """Return the ids that a code, an id or a name in any spelling stands for; nobody known is a StoreError."""
    world = lexis.language.world
    for ident in (name, name.upper(), name.lower()):
        if ident in world.states or ident in world.orgs or ident in world.people:
            return (ident,)
    terms = terms_of(name, lexis)
    ids = tuple(dict.fromkeys(one.id for one in _named(terms, lexis) if one.id not in world.cities))
    if not ids:
        raise StoreError(
            f"actor:{name} is nobody listed. Give a code (RUS), an id (ru:lavrov) or a name, in quotes if of several words."
        )
    return ids[:_MOST]


def _kinds(kind: str) -> tuple[str, ...]:
    if kind.lower() == ANY:
        return KINDS
    if kind.lower() not in KINDS:
        raise StoreError(f"kind:{kind} is not known. There are {', '.join(KINDS)}, and {ANY}.")
    return (kind.lower(),)


def _day(text: str, *, last: bool) -> str:
    """Return the first or last day of a year, month or day."""
    try:
        if not _DAY.fullmatch(text) or not text.isascii():
            raise ValueError
        year, month, day = (int(part) for part in (text + "-01-01")[:10].split("-"))
        first = date(year, month, day)
        if not last or len(text) == 10:
            return first.isoformat()
        after = date(year + 1, 1, 1) if len(text) == 4 or month == 12 else date(year, month + 1, 1)
    except ValueError as error:
        raise StoreError(f"{text!r} is no day. Write a day, month or year as 2024-07-26, 2024-07 or 2024.") from error
    return (after - timedelta(days=1)).isoformat()


def _choice(part: _Part, lexis: Lexis) -> tuple[Term, ...]:
    """Return what a phrase, or one of several alternatives, stands for."""
    if not part.is_quoted:
        found = _terms([part], lexis)
        return tuple(found) if len(found) < 2 else (Term(words=tuple(word for term in found for word in term.words)),)
    terms = terms_of(part.text, lexis)
    words = tuple(Word(word, (word,)) for word in terms.words if word)
    return (Term(words=words, exact=True),) if words else ()


def _terms(run: Sequence[_Part], lexis: Lexis) -> list[Term]:
    """Return the terms of words side by side: names of several words are one; what is written together stays together."""
    if not run:
        return []
    text = " ".join(part.text for part in run)
    terms = terms_of(text, lexis)
    names = _named(terms, lexis)
    found: list[Term] = []
    at = 0
    while at < len(terms):
        here = [name for name in names if name.first == at]
        last = max((name.last for name in here), default=at + 1)
        ids = tuple(dict.fromkeys(name.id for name in here if name.last == last))[:_MOST]
        words = tuple(_word(text, terms, place, lexis) for place in range(at, last) if terms.words[place])
        if words:
            found.append(Term(words=words, ids=ids))
        at = last
    return found


def _named(terms: Terms, lexis: Lexis) -> tuple[Named, ...]:
    return (*terms.names, *english_names(terms.words, lexis))


def _word(text: str, terms: Terms, place: int, lexis: Lexis) -> Word:
    """Return a word of a query with its lemmas: also those that it would have if it were no name."""
    others = lexis.lemmas.of(text[terms.starts[place] : terms.ends[place]])
    return Word(terms.words[place], tuple(dict.fromkeys((*terms.lemmas[place], *others))))
