"""What is known without the tables of people? A data folder in which they are empty."""

from __future__ import annotations

import shutil
from pathlib import Path

from mahdar.language.cache import SHIPPED

PEOPLE = ("world/people/people*.tsv", "world/people/names*.tsv", "world/people/tenures*.tsv")


def without_people(folder: Path) -> Path:
    """Return a copy of the data below `folder` whose tables of people hold their headers only."""
    root = folder / "data"
    shutil.copytree(SHIPPED, root)
    for pattern in PEOPLE:
        for path in root.glob(pattern):
            lines = path.read_text("utf-8").split("\n")
            header = next(line for line in lines if line and not line.startswith("#"))
            path.write_text(header + "\n", "utf-8")
    return root
