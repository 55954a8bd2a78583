"""How does a database look for a query: FTS5 in SQLite, tsquery in PostgreSQL, both over terms that we made?

The index of a row holds its words in order, their lemmas, and its names: `=id` a listed name, `@id` an actor of its claims,
`#kind` what it is, `&outlet` who published it. Nothing that a user typed reaches a database but as a quoted term.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from mahdar.arabic.lemma import carried
from mahdar.store.names import short_name
from mahdar.store.search.ask import Facet, Query, Term, Word

NAME, ACTOR, KIND, OUTLET = "=", "@", "#", "&"
GAP = "."
"""Stands where a phrase may not go on: at a line break, or where words were left out."""
LEMMA = "~"
"""Marks a lemma in PostgreSQL, where all terms of a row stand in one vector."""
RANKED = 2000
"""The newest rows that are ranked; of a frequent word there are too many to look at."""
FAR = 16383
"""The last position that a vector can tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The terms of a row of the index: words and gaps in order, lemmas and names in any."""

    place: int
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A query as far as the index sees it: with the outlets that it means, and between which places."""

    query: Query
    outlets: tuple[str, ...]
    low: int
    high: int


def outlet_token(outlet: str) -> str:
    """Return the token of an outlet."""
    return short_name(OUTLET, outlet, 12)


def put_rows(connection: Connection, rows: Sequence[Row]) -> None:
    """Write the terms of rows into the index of the database."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        insert = "INSERT INTO search_words (rowid, surface, lemma, names) VALUES (:place, :surface, :lemma, :names)"
        held = [
            {"place": row.place, "surface": " ".join(row.words), "lemma": " ".join(row.lemmas), "names": " ".join(row.names)}
            for row in rows
        ]
    else:
        insert = "INSERT INTO search_words (place, words) VALUES (:place, CAST(:words AS tsvector))"
        held = [{"place": row.place, "words": _vector(row)} for row in rows]
    connection.execute(text(insert), held)


def drop_rows(connection: Connection, places: Iterable[int]) -> None:
    """Take rows out of the index of the database."""
    held = [{"place": place} for place in places]
    if held:
        name = "rowid" if connection.dialect.name == "sqlite" else "place"
        connection.execute(text(f"DELETE FROM search_words WHERE {name} = :place"), held)


def find_places(connection: Connection, asked: Asked, *, by: str, limit: int, offset: int) -> tuple[int, ...]:
    """Return the places of the rows that a query finds: the newest first, or the best."""
    common = {"low": asked.low, "high": asked.high, "limit": limit, "offset": offset}
    if connection.dialect.name == "sqlite":
        score = "bm25(search_words, 2.0, 1.0, 1.5)" if by == "rank" else "0"
        found = f"SELECT rowid AS place, {score} AS score FROM search_words"
        found += " WHERE search_words MATCH :query AND rowid BETWEEN :low AND :high ORDER BY rowid DESC"
        page = "LIMIT :limit OFFSET :offset"
        newest = f"SELECT place FROM ({found} LIMIT {RANKED}) ORDER BY score, place DESC {page}"
        select = newest if by == "rank" else f"SELECT place FROM ({found} {page})"
        return tuple(connection.scalars(text(select), {**common, "query": _match(asked)}))
    found = "SELECT place, words FROM search_words WHERE words @@ CAST(:query AS tsquery) AND place BETWEEN :low AND :high"
    select = f"{found} ORDER BY place DESC LIMIT :limit OFFSET :offset"
    if by == "rank":
        newest = f"{found} ORDER BY place DESC LIMIT {RANKED}"
        order = "ts_rank(words, CAST(:query AS tsquery)) DESC, place DESC"
        select = f"SELECT place FROM ({newest}) AS newest ORDER BY {order} LIMIT :limit OFFSET :offset"
    return tuple(connection.scalars(text(select), {**common, "query": _tsquery(asked)}))


def _tokens(asked: Asked) -> list[tuple[str, ...]]:
    """Return the tokens that rows must have one of: of the kind, the outlet, each actor."""
    query = asked.query
    tokens = [tuple(KIND + kind for kind in query.kinds)]
    if query.outlet is not None:
        tokens.append(tuple(outlet_token(outlet) for outlet in asked.outlets))
    tokens += [tuple(ACTOR + actor for actor in actors) for actors in query.actors]
    return tokens + [(facet_token(facet),) for facet in query.only]


def facet_token(facet: Facet) -> str:
    """Return the token of a facet."""
    return outlet_token(facet.value) if facet.name == "outlet" else ACTOR + facet.value


def _match(asked: Asked) -> str:
    """Return a query as FTS5 reads it."""
    parts = [_any(map(_fts_term, choice)) for choice in asked.query.wanted]
    parts += [f"names : {_any(map(_fts, tokens))}" for tokens in _tokens(asked)]
    wanted = " AND ".join(parts)
    unwanted = [*map(_fts_term, asked.query.unwanted), *(f"names : {_fts(facet_token(one))}" for one in asked.query.never)]
    return f"({wanted}) NOT {_any(unwanted)}" if unwanted else wanted


def _fts_term(term: Term) -> str:
    if term.exact:
        first, *rest = (word.word for word in term.words)
        return f"surface : {_any(_fts(' '.join((begin, *rest))) for begin in carried(first))}"
    words = "(" + " AND ".join(map(_fts_word, term.words)) + ")"
    return f"(names : {_any(_fts(NAME + ident) for ident in term.ids)} OR {words})" if term.ids else words


def _fts_word(word: Word) -> str:
    return f"(surface : {_fts(word.word)} OR lemma : {_any(map(_fts, word.lemmas))})"


def _fts(token: str) -> str:
    return '"' + token.replace('"', '""') + '"'


def _any(parts: Iterable[str]) -> str:
    return "(" + " OR ".join(parts) + ")"


def _tsquery(asked: Asked) -> str:
    """Return a query as PostgreSQL reads it."""
    parts = [_either(map(_ts_term, choice)) for choice in asked.query.wanted]
    parts += [_either(map(_ts, tokens)) for tokens in _tokens(asked)]
    unwanted = [*map(_ts_term, asked.query.unwanted), *(_ts(facet_token(one)) for one in asked.query.never)]
    parts += ["!" + _either(unwanted)] if unwanted else []
    return " & ".join(parts)


def _ts_term(term: Term) -> str:
    if term.exact:
        first, *rest = (word.word for word in term.words)
        return "(" + " <-> ".join([_either(map(_ts, carried(first))), *map(_ts, rest)]) + ")"
    words = "(" + " & ".join(map(_ts_word, term.words)) + ")"
    return _either([*(_ts(NAME + ident) for ident in term.ids), words])


def _ts_word(word: Word) -> str:
    return _either([_ts(word.word), *(_ts(LEMMA + lemma) for lemma in word.lemmas)])


def _ts(token: str) -> str:
    return "'" + token.lower().replace("\\", "\\\\").replace("'", "''") + "'"


def _either(parts: Iterable[str]) -> str:
    return "(" + " | ".join(parts) + ")"


def _vector(row: Row) -> str:
    """Return the terms of a row as PostgreSQL reads a vector; words have positions, the rest has none."""
    words = [f"{_ts(word)}:{min(place, FAR)}A" for place, word in enumerate(row.words, 1) if word != GAP]
    return " ".join([*words, *(_ts(LEMMA + lemma) for lemma in row.lemmas), *map(_ts, row.names)])
