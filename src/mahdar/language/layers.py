"""How does a user's own folder of data lie over the shipped one?"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path, PurePosixPath

from mahdar.errors import DataError
from mahdar.language.cache import data_digest
from mahdar.language.load import OWN


def lay_over(base: Path, own: Path, into: Path) -> Path:
    """Return a folder below `into` with the files of `base` and, beside each, those of `own` under the name `…-own`.

    Raises DataError where `own` is no folder, or holds a file whose place the shipped data does not know.
    """
    if not own.is_dir():
        raise DataError(f"{own}: there is no such folder. Name the one that holds your own data (docs/add/own-data.md).")
    places = {path: _place(base, path.relative_to(own)) for path in sorted(own.rglob("*")) if path.suffix in {".tsv", ".yaml"}}
    laid = into / f"layers-{data_digest(base)}-{data_digest(own)}"
    if laid.is_dir():
        return laid
    into.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=into))
    shutil.copytree(base, draft, dirs_exist_ok=True)
    for path, place in places.items():
        shutil.copyfile(path, draft / place)
    try:
        draft.rename(laid)
    except OSError:  # another process was faster; its folder holds the same
        shutil.rmtree(draft)
    return laid


def _place(base: Path, name: Path) -> PurePosixPath:
    """Return where a user's file goes: beside the shipped file, or the shipped parts, of its name."""
    if not (base / name).exists() and not list((base / name.parent).glob(f"{name.stem}-*{name.suffix}")):
        known = ", ".join(sorted(path.name for path in (base / name.parent).glob(f"*{name.suffix}"))[:8]) or "nothing"
        raise DataError(
            f"{name.as_posix()}: the shipped data has no file of that name, so nothing would read it. That folder has: {known}."
        )
    return PurePosixPath(name.parent.as_posix()) / f"{name.stem}{OWN}{name.suffix}"
