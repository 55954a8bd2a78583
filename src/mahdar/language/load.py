"""How do the files of `data/` become rows that know the line they stand on?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import yaml

from mahdar.errors import DataError

Node: TypeAlias = "str | list[Node] | dict[str, Node]"
OWN = "-own"
"""What the names of a user's own files end in, once they lie beside the shipped ones (`states-own.tsv`)."""
REPLACED_BY = {
    "world/states": ("code",),
    "world/orgs": ("code",),
    "world/cities": ("id", "arabic"),
    "world/series": ("id",),
    "world/sessions": ("forum", "ordinal"),
    "world/people/people": ("id",),
    "world/people/posts": ("id",),
    "world/people/tenures": ("person", "post"),
}
"""Tables in which a row of the user's takes the place of the shipped rows with the same cells; in the others it is one more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a table or an entry of a YAML file, with the place it stands at (`world/states.tsv:41`)."""

    at: str
    cells: Mapping[str, Node]

    @property
    def is_own(self) -> bool:
        """Return True where the row stands in a file of the user's."""
        return self.at.rsplit(":", 1)[0].rsplit(".", 1)[0].endswith(OWN)

    def text(self, key: str) -> str:
        """Return a cell as text, empty where it is not given."""
        cell = self.cells.get(key, "")
        if not isinstance(cell, str):
            raise DataError(f"{self.at}: `{key}` must be a word or a sentence, not a list. See the README of its folder.")
        return cell

    def words(self, key: str) -> tuple[str, ...]:
        """Return a cell as a list of words, empty where it is not given; a single word is a list of one."""
        cell = self.cells.get(key, [])
        if isinstance(cell, str):
            return (cell,) if cell else ()
        if isinstance(cell, dict) or not all(isinstance(word, str) for word in cell):
            raise DataError(f"{self.at}: `{key}` must be a list of words, one a line. See the README of its folder.")
        return tuple(word for word in cell if isinstance(word, str))

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """Return a cell that maps words to words, empty where it is not given."""
        cell = self.cells.get(key, {})
        if not isinstance(cell, dict):
            return ()
        return tuple((name, value) for name, value in cell.items() if isinstance(value, str))

    def entries(self, key: str) -> tuple[Row, ...]:
        """Return a cell that is a list of entries, such as `examples`."""
        cell = self.cells.get(key, [])
        if not isinstance(cell, list):
            raise DataError(f"{self.at}: `{key}` must be a list of entries.")
        return tuple(Row(at=self.at, cells=item) for item in cell if isinstance(item, dict))


def read_table(root: Path, name: str) -> tuple[Row, ...]:
    """Return the rows of a tab-separated table below `root`; `name` may be a pattern such as `world/people/names*.tsv`."""
    return without_replaced(name, [row for path in _found(root, name) for row in read_file(root, path)])


def read_entries(root: Path, name: str) -> tuple[Row, ...]:
    """Return the entries of a YAML file (or of all that a pattern names), every value as text."""
    return without_replaced(name, [row for path in _found(root, name) for row in read_file(root, path)])


def read_file(root: Path, path: Path) -> tuple[Row, ...]:
    """Return the rows or entries of one file below `root` by itself."""
    label = path.relative_to(root).as_posix()
    return tuple(_table_rows(path, label) if path.suffix == ".tsv" else _yaml_rows(path, label))


def without_replaced(name: str, rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows of a table or of entries without the shipped ones that rows of the user's replace.

    >>> ours = Row(at="world/states.tsv:2", cells={"code": "SWZ", "english": "Swaziland"})
    >>> own = Row(at="world/states-own.tsv:2", cells={"code": "SWZ", "english": "Eswatini"})
    >>> [row.text("english") for row in without_replaced("world/states.tsv", [ours, own])]
    ['Eswatini']
    """
    columns = REPLACED_BY.get(name.rsplit(".", 1)[0].rstrip("*"), ()) if name.endswith(".tsv") else ("id",)
    taken = {cells for row in rows if row.is_own and any(cells := tuple(row.text(column) for column in columns))}
    return tuple(row for row in rows if row.is_own or tuple(row.text(column) for column in columns) not in taken)


def _found(root: Path, name: str) -> list[Path]:
    """Return the files that a name or pattern stands for, in the order of their names, the user's last."""
    stem, dot, suffix = name.rpartition(".")
    paths = sorted(
        {*root.glob(name), *root.glob(f"{stem.rstrip('*')}{OWN}{dot}{suffix}")}, key=lambda path: (OWN in path.stem, path)
    )
    if not paths:
        raise DataError(f"data/{name}: no such file. Reinstall the package, or put the file back.")
    return paths


def _table_rows(path: Path, label: str) -> Iterator[Row]:
    """Yield a table's rows by the names of its header."""
    lines = path.read_text("utf-8").split("\n")
    header: list[str] | None = None
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            continue
        if len(cells) != len(header):
            raise DataError(
                f"data/{label}:{number}: {len(cells)} cells where the header has {len(header)}. "
                "Put one tab between two cells, also around an empty one."
            )
        yield Row(at=f"{label}:{number}", cells=dict(zip(header, cells, strict=True)))


class _Loader(yaml.BaseLoader):
    """Reads every value as text, and refuses a key that stands twice."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[str, Node]:
    """Return a mapping; a double key is an error, not a silent loss."""
    seen: dict[str, Node] = {}
    for key_node, value_node in node.value:
        name = str(loader.construct_object(key_node, deep=True))
        if name in seen:
            raise DataError(f"line {key_node.start_mark.line + 1}: the key `{name}` stands twice. Keep one.")
        seen[name] = loader.construct_object(value_node, deep=True)
    if "id" in seen or "issue" in seen:
        seen["#line"] = str(node.start_mark.line + 1)
    return seen


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def _yaml_rows(path: Path, label: str) -> Iterator[Row]:
    """Yield the entries of a YAML file."""
    try:
        content = yaml.load(path.read_text("utf-8"), Loader=_Loader)
    except (yaml.YAMLError, DataError) as problem:
        raise DataError(f"data/{label}: {problem}") from problem
    for item in content or ():
        if not isinstance(item, dict):
            raise DataError(f"data/{label}: an entry is not a list of keys. Each entry begins with `- id:`.")
        line = item.pop("#line", "1")
        yield Row(at=f"{label}:{line}", cells=item)
