"""How do the files of `data/` become rows that know the line they stand on?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import yaml

from mahdar.errors import DataError

Node: TypeAlias = "str | list[Node] | dict[str, Node]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a table or an entry of a YAML file, with the place it stands at (`world/states.tsv:41`)."""

    at: str
    cells: Mapping[str, Node]

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
    return tuple(row for path in _found(root, name) for row in _table_rows(path, path.relative_to(root).as_posix()))


def read_entries(root: Path, name: str) -> tuple[Row, ...]:
    """Return the entries of a YAML file (or of all that a pattern names), every value as text."""
    return tuple(row for path in _found(root, name) for row in _yaml_rows(path, path.relative_to(root).as_posix()))


def _found(root: Path, name: str) -> list[Path]:
    """Return the files that a name or pattern stands for, in the order of their names."""
    paths = sorted(root.glob(name))
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
