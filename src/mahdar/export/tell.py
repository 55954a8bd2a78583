"""What does a reader see of a value, a name or a meeting?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mahdar.export.dates import tell_day, tell_moment
from mahdar.export.phrases import Phrases, find_phrases, load_phrases
from mahdar.export.reader import Reader
from mahdar.export.views.meeting import Cell, Meeting, side_of
from mahdar.export.wording import Said, Wording, load_wording
from mahdar.merge.fields import PERSON
from mahdar.records.annotated import When
from mahdar.records.claim import Place
from mahdar.store.query import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """All that pages and dossiers take from `data/`."""

    wording: Wording
    phrases: Phrases


@dataclass(frozen=True, slots=True, kw_only=True)
class Gloss:
    """A loaded name as an outlet wrote it, what it is called without taking sides, and why."""

    written: str
    neutral: str
    note: str


def load_book(root: Path) -> Book:
    """Return the book of a `data/` folder."""
    return Book(wording=load_wording(root), phrases=load_phrases(root))


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Says things to one reader."""

    book: Book
    reader: Reader

    def label(self, name: str) -> str:
        """Return a label."""
        return self.book.wording.label(name, self.reader)

    def code(self, kind: str, value: str | None) -> str:
        """Return the label of a code, or the code where it has none; nothing for None."""
        return self.book.wording.code(kind, value, self.reader) if value else ""

    def number(self, value: int | str) -> str:
        """Return a number in the reader's digits."""
        return self.reader.number(value)

    def counted(self, name: str, many: int) -> str:
        """Return a number with its noun: Arabic counts one, two, few (3–10) and many in four ways."""
        last = many % 100
        form = "one" if many == 1 else "two" if many == 2 else "few" if 3 <= last <= 10 else "many"
        return self.label(f"count.{name}.{form}").replace("{n}", self.number(many))

    def side(self, code: str | None) -> str:
        """Return the name of a state or organisation, or of several joined by `+`."""
        return self.book.wording.side(code, self.reader) if code else ""

    def sides(self, codes: Sequence[str]) -> str:
        """Return the names of sides as a list."""
        return self.listed([self.side(code) for code in codes])

    def listed(self, parts: Sequence[str]) -> str:
        """Return words as a list that ends in «and»."""
        if len(parts) < 2:
            return "".join(parts)
        return self.label("list.comma").join(parts[:-1]) + self.label("list.and") + parts[-1]

    def person(self, actor: str | None, written: str | None) -> str:
        """Return a name: to a reader of Arabic as it is written in full, else the usual name of a listed person."""
        if written and self.reader.lang == "ar" and len(written.split()) > 1:
            return written
        return self._named(self.book.wording.people, actor) or written or ""

    def is_listed(self, actor: str | None) -> bool:
        """Tell whether a person stands in the tables of `data/`, and so has a page."""
        return actor in self.book.wording.people

    def outlet(self, article: Article) -> str:
        """Return an article's outlet, or that it is not known."""
        return self.outlet_name(article.outlet) if article.outlet else self.label("outlet.unknown")

    def outlet_name(self, outlet: str) -> str:
        """Return the name of an outlet in the reader's language, where the data know it."""
        return self._named(self.book.wording.outlets, outlet) or outlet

    def issue(self, issue: str | None) -> str:
        """Return the name of an issue."""
        return self._named(self.book.wording.issues, issue) or issue or ""

    def formula(self, formula: str) -> str:
        """Return a formula in the reader's language."""
        return self._named(self.book.wording.formulae, formula) or formula

    def initiative(self, initiative: str | None) -> str:
        """Return the name of a listed initiative, nothing for one that is not listed."""
        return self._named(self.book.wording.initiatives, initiative) or ""

    def event(self, kind: str) -> str:
        """Return the name of an event type."""
        return self._named(self.book.wording.events, kind) or kind

    def reason(self, why: str) -> str:
        """Return why records were joined or not; what the data do not say in Arabic stays as it is."""
        known = self._named(self.book.wording.reasons, why)
        if known is None and ", but " in why:
            first, _, rest = why.partition(", ")
            return self.label("list.comma").join((self.reason(first), self.reason(rest)))
        return known or why

    def day(self, when: When | None) -> str:
        """Return a day, or that it is not known."""
        return tell_day(when.edtf, self.book.wording, self.reader) if when else self.label("day.unknown")

    def moment(self, moment: str | None) -> str:
        """Return a moment of publication, or that it is not known."""
        return tell_moment(moment, self.book.wording, self.reader) if moment else self.label("day.unknown")

    def cell(self, name: str, cell: Cell) -> str:
        """Return what a cell of a field holds, or the words for why it holds nothing."""
        return self.value(name, cell.value.value) if cell.value else self.label(f"reason.{cell.reason}")

    def field(self, name: str) -> str:
        """Return the name of a field; that of a person tells the side."""
        if not name.startswith(PERSON):
            return self.label(f"field.{name}")
        side = side_of(name)
        return self.label("field.person").replace("{side}", self.side(side)) if side else self.label("field.someone")

    def fields(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return the names of fields."""
        return tuple(self.field(name) for name in names)

    def value(self, name: str, value: object) -> str:
        """Return the value of a field."""
        if name.startswith(PERSON):
            return self.person(name.removeprefix(PERSON).partition(":")[2], str(value))
        match value:
            case When():
                return tell_day(value.edtf, self.book.wording, self.reader)
            case Place():
                return self._place(value)
            case tuple():
                return self.sides([str(side) for side in value])
            case int():
                return self.number(value)
            case _:
                return self.code(name, str(value))

    def title(self, meeting: Meeting) -> str:
        """Return a meeting in one line: form, who, where."""
        form, place = meeting.value("form"), meeting.value("place")
        told = {one.of for one in meeting.people}
        told |= {place.country} if form == "visit" and isinstance(place, Place) else set()
        who = [self.person(one.actor, one.name) for one in meeting.people]
        who += [self.side(code) for code in meeting.sides if code not in told]
        where = (self._city(place) or self.side(place.country)) if isinstance(place, Place) else ""
        shown = self.label("title.meeting").replace("{form}", self.code("form", str(form))).replace("{who}", self.listed(who[:4]))
        name = "title.destination" if form == "visit" else "title.place"
        return shown + (self.label(name).replace("{place}", where) if where else "")

    def glosses(self, words: str, day: str | None) -> tuple[Gloss, ...]:
        """Return the loaded names among some words, each once, with the neutral ones of that day."""
        found: dict[str, Gloss] = {}
        for phrase in find_phrases(words, self.book.phrases):
            if phrase.kind == "naming":
                naming = self.book.phrases.naming[phrase.entry]
                if naming.holds(day[:10] if day else None):
                    written = words[phrase.span.start : phrase.span.end]
                    gloss = Gloss(written=written, neutral=naming.neutral.to(self.reader), note=naming.note.to(self.reader))
                    found.setdefault(naming.id, gloss)
        return tuple(found.values())

    def _place(self, place: Place) -> str:
        return self.label("list.comma").join(part for part in (self._city(place), self.side(place.country)) if part)

    def _city(self, place: Place) -> str:
        """Return a city: to a reader of Arabic as it is written."""
        written = place.city if self.reader.lang == "ar" else None
        return written or self._named(self.book.wording.cities, place.city_id) or place.city or ""

    def _named(self, names: object, key: str | None) -> str | None:
        said = names.get(key) if isinstance(names, dict) and key else None
        return said.to(self.reader) if isinstance(said, Said) else None
