"""What does each table of `data/` say, as typed rows?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mahdar.arabic.letters import key
from mahdar.language.load import Row, read_entries, read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A listed person: id without an office in it, the side they are known for, gender (m, f), usual Arabic and English names."""

    id: str
    side: str
    gender: str
    english: str
    arabic: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A person in a post, from and until as EDTF (empty not known, `..` still open)."""

    person: str
    post: str
    side: str
    role: str
    since: str
    until: str
    disputed: bool

    def covers(self, day: str | None) -> bool:
        """Return True where the day (ISO, or None for not known) may lie in the tenure; unknown ends are open.

        >>> Tenure(person="p", post="X.r", side="X", role="r", since="2004-03", until="2008", disputed=False).covers("2008-11-02")
        True
        """
        if day is None:
            return True
        begun = not self.since or day[: len(self.since)] >= self.since
        return begun and (self.until in {"", ".."} or day[: len(self.until)] <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A title: its level, whom it is held for (state, org, either, none), and its words by form."""

    id: str
    level: str
    of: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One sense of a verb, noun or phrase: which lexicon it stands in, what it reports, and how its arguments attach."""

    id: str
    kind: str
    traits: Mapping[str, str]
    frame: tuple[tuple[str, str], ...]
    complement: tuple[str, ...]
    needs: tuple[tuple[str, ...], ...]
    """Folded words one of which must follow a verb of the sense right away; empty where it needs none."""
    beside: tuple[tuple[str, ...], ...]
    """Folded words one of which must stand in the same clause (`with` in the file); empty where none must."""
    row: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A dated session of a forum; `city` is an id of `cities.tsv`."""

    forum: str
    ordinal: str
    since: str
    until: str
    city: str
    state: str
    english: str
    arabic: str


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """People, offices, organisations, cities and sessions, by their ids."""

    states: Mapping[str, str]
    orgs: Mapping[str, str]
    org_kinds: Mapping[str, str]
    org_seats: Mapping[str, str]
    org_members: Mapping[str, tuple[str, ...]]
    cities: Mapping[str, tuple[str, str]]
    people: Mapping[str, Person]
    tenures: Mapping[str, tuple[Tenure, ...]]
    holders: Mapping[tuple[str, str], tuple[Tenure, ...]]
    sessions: tuple[Session, ...]


def read_world(root: Path) -> World:
    """Return the tables of `data/world/`."""
    people = read_people(root)
    tenures = _tenures(root)
    by_person: dict[str, list[Tenure]] = {}
    by_office: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in tenures:
        by_person.setdefault(tenure.person, []).append(tenure)
        by_office.setdefault((tenure.side, tenure.role), []).append(tenure)
    orgs = read_table(root, "world/orgs.tsv")
    return World(
        states={row.text("code"): row.text("english") for row in read_table(root, "world/states.tsv")},
        orgs={row.text("code"): row.text("english") for row in orgs},
        org_kinds={row.text("code"): row.text("kind") for row in orgs},
        org_seats={row.text("code"): row.text("seat") for row in orgs if row.text("seat")},
        org_members={row.text("code"): tuple(row.text("members").split(";")) for row in orgs if row.text("members")},
        cities={row.text("id"): (row.text("state"), row.text("english")) for row in read_table(root, "world/cities.tsv")},
        people=people,
        tenures={person: tuple(held) for person, held in by_person.items()},
        holders={office: tuple(held) for office, held in by_office.items()},
        sessions=_sessions(root),
    )


def read_people(root: Path) -> dict[str, Person]:
    """Return the listed people by id, each with the first full Arabic name given."""
    arabic: dict[str, str] = {}
    for row in read_table(root, "world/people/names*.tsv"):
        if row.text("kind") == "full":
            arabic.setdefault(row.text("person"), row.text("arabic"))
    return {
        row.text("id"): Person(
            id=row.text("id"),
            side=row.text("side"),
            gender=row.text("gender"),
            english=row.text("english"),
            arabic=arabic.get(row.text("id"), ""),
        )
        for row in read_table(root, "world/people/people*.tsv")
    }


def read_roles(root: Path) -> dict[str, Role]:
    """Return the titles of `diplomacy/roles*.yaml` by id."""
    forms = ("words", "construct", "dual", "plural", "alone")
    return {
        row.text("id"): Role(
            id=row.text("id"),
            level=row.text("level"),
            of=row.text("of"),
            words=tuple((form, word) for form in forms for word in row.words(form)),
        )
        for row in read_entries(root, "diplomacy/roles*.yaml")
    }


def read_senses(root: Path, pattern: str, kind: str, folding: Mapping[int, str]) -> dict[str, Sense]:
    """Return the senses of a lexicon by id; `traits` are its plain keys."""
    return {
        row.text("id"): Sense(
            id=row.text("id"),
            kind=kind,
            traits={name: cell for name, cell in row.cells.items() if isinstance(cell, str)},
            frame=row.pairs("frame"),
            complement=row.words("complement"),
            needs=tuple(tuple(key(words, folding).split()) for words in row.words("needs")),
            beside=tuple(tuple(key(words, folding).split()) for words in row.words("with")),
            row=row,
        )
        for row in read_entries(root, pattern)
    }


def _tenures(root: Path) -> list[Tenure]:
    """Return all tenures, each with the side and role of its post."""
    posts = {row.text("id"): row for row in read_table(root, "world/people/posts*.tsv")}
    return [
        Tenure(
            person=row.text("person"),
            post=row.text("post"),
            side=posts[row.text("post")].text("side"),
            role=posts[row.text("post")].text("role"),
            since=row.text("from"),
            until=row.text("until"),
            disputed=row.text("disputed") == "yes",
        )
        for row in read_table(root, "world/people/tenures*.tsv")
        if row.text("post") in posts
    ]


def _sessions(root: Path) -> tuple[Session, ...]:
    """Return the dated sessions of forums."""
    return tuple(
        Session(
            forum=row.text("forum"),
            ordinal=row.text("ordinal"),
            since=row.text("from"),
            until=row.text("until"),
            city=row.text("city"),
            state=row.text("state"),
            english=row.text("english"),
            arabic=row.text("arabic"),
        )
        for row in read_table(root, "world/sessions.tsv")
    )
