"""How is a code, a label or a name said to a reader, in Arabic and in English?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from mahdar.errors import DataError
from mahdar.export.reader import Reader
from mahdar.language.load import Row, read_entries, read_table
from mahdar.language.tables import read_people


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One thing in the two languages of the pages."""

    ar: str
    en: str

    def to(self, reader: Reader) -> str:
        """Return it in the reader's language."""
        return self.ar if reader.lang == "ar" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Labels of the pages by id, and names by code; a side is a state or an organisation."""

    labels: Mapping[str, Said]
    sides: Mapping[str, Said]
    people: Mapping[str, Said]
    cities: Mapping[str, Said]
    issues: Mapping[str, Said]
    events: Mapping[str, Said]
    formulae: Mapping[str, Said]
    initiatives: Mapping[str, Said]
    """Named initiatives, by the first name of the table."""
    formula_kinds: Mapping[str, str]
    reasons: Mapping[str, Said]
    """By what the merge says in English."""
    outlets: Mapping[str, Said]
    """By the Arabic name under which an outlet signs."""

    def label(self, name: str, reader: Reader) -> str:
        """Return a label; one that is not in the data is a DataError."""
        if name not in self.labels:
            raise DataError(f"no file data/naming/labels*.yaml has an entry `{name}`. Add it, with `ar` and `en`.")
        return self.labels[name].to(reader)

    def code(self, kind: str, value: str, reader: Reader) -> str:
        """Return the label `kind.value`, or the value itself where it has none."""
        said = self.labels.get(f"{kind}.{value}")
        return said.to(reader) if said else value

    def side(self, code: str, reader: Reader) -> str:
        """Return the name of a state or organisation, of several joined by `+` each."""
        shown = (self.sides[one].to(reader) if one in self.sides else one for one in code.split("+"))
        return self.label("list.and", reader).join(shown)


def load_wording(root: Path) -> Wording:
    """Return the wording of a `data/` folder."""
    formulae = read_entries(root, "diplomacy/formulae.yaml")
    return Wording(
        labels={row.text("id"): Said(ar=row.text("ar"), en=row.text("en")) for row in read_entries(root, "naming/labels*.yaml")},
        sides={
            **_sides(root, "states", "state_names", ("short",)),
            **_sides(root, "orgs", "org_names", ("short", "full", "press")),
        },
        people=_people(root),
        cities=_cities(root),
        issues={row.text("issue"): _label(row) for row in read_entries(root, "codebook/issues.yaml")},
        events={row.text("type"): _label(row) for row in read_entries(root, "codebook/plover.yaml")},
        formulae={row.text("id"): Said(ar=row.words("words")[0], en=row.text("means").rstrip(".")) for row in formulae},
        initiatives=_initiatives(root),
        formula_kinds={row.text("id"): row.text("kind") for row in formulae},
        reasons={row.text("en"): Said(ar=row.text("ar"), en=row.text("en")) for row in read_entries(root, "naming/reasons.yaml")},
        outlets=_outlets(root),
    )


def _label(row: Row) -> Said:
    both = dict(row.pairs("label"))
    return Said(ar=both["ar"], en=both["en"])


def _sides(root: Path, table: str, names: str, kinds: tuple[str, ...]) -> dict[str, Said]:
    """Return the names of states or organisations; the first Arabic name of the first kind that there is, a weak one last."""
    arabic: dict[tuple[str, str], str] = {}
    weak: dict[tuple[str, str], str] = {}
    for row in read_table(root, f"world/{names}.tsv"):
        if not row.text("until"):
            (weak if row.text("note") else arabic).setdefault((row.text("code"), row.text("kind")), row.text("arabic"))
    found: dict[str, Said] = {}
    for row in read_table(root, f"world/{table}.tsv"):
        code, english = row.text("code"), row.text("english")
        found[code] = Said(ar=_first(held.get((code, kind)) for held in (arabic, weak) for kind in kinds) or english, en=english)
    return found


def _first(names: Iterable[str | None]) -> str | None:
    return next((name for name in names if name), None)


def _initiatives(root: Path) -> dict[str, Said]:
    """Return the listed initiatives by their shortest Arabic name."""
    rows = sorted(read_table(root, "world/initiatives.tsv"), key=lambda row: -len(row.text("arabic")))
    return {row.text("id"): Said(ar=row.text("arabic"), en=row.text("english")) for row in rows}


def _people(root: Path) -> dict[str, Said]:
    """Return the listed people by their usual names."""
    return {person.id: Said(ar=person.arabic or person.english, en=person.english) for person in read_people(root).values()}


def _cities(root: Path) -> dict[str, Said]:
    """Return the cities by id, and capitals by the code of their state too; of several spellings that of the press first."""
    found: dict[str, Said] = {}
    for row in sorted(read_table(root, "world/cities.tsv"), key=lambda row: row.text("source") != "press"):
        said = Said(ar=row.text("arabic"), en=row.text("english"))
        found.setdefault(row.text("id"), said)
        if row.text("role") == "capital":
            found.setdefault(row.text("state"), said)
    return found


def _outlets(root: Path) -> dict[str, Said]:
    found: dict[str, Said] = {}
    for row in read_entries(root, "outlets/outlets.yaml"):
        for name in (*row.words("names"), row.text("english")):
            found.setdefault(name, Said(ar=row.words("names")[0], en=row.text("english")))
    return found
