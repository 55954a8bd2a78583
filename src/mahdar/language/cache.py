"""Where is the compiled language kept, so that a start takes a fraction of a second?"""

from __future__ import annotations

import gc
import hashlib
import logging
import pickle
import tempfile
from pathlib import Path

from mahdar.language.language import Language, build_language

log = logging.getLogger(__name__)
SHIPPED = Path(__file__).parent.parent / "data"


def load_language(root: Path = SHIPPED, cache: Path | None = None) -> Language:
    """Return the language of `root`; with `cache`, a folder, from there where its files have not changed.

    Raises DataError where a file of `root` is not as its README says.
    """
    name = data_digest(root)
    kept = cache / f"language-{name}.pickle" if cache else None
    if kept and kept.exists():
        try:
            language = _unpickled(kept.read_bytes())
        except (pickle.UnpicklingError, AttributeError, EOFError, TypeError, ImportError) as problem:
            log.warning("%s is not readable (%s); it is built anew", kept, problem)
        else:
            if isinstance(language, Language):
                return language
    language = build_language(root, name)
    if kept:
        _keep(language, kept)
    return language


def data_digest(root: Path) -> str:
    """Return the digest of all files below a `data/` folder and of the code that compiles them."""
    total = hashlib.sha256()
    code = Path(__file__).parent
    for base, pattern in ((root, "*"), (code, "*.py"), (code.parent / "arabic", "*.py")):
        for path in sorted(base.rglob(pattern)):
            if path.is_file() and path.suffix in {".tsv", ".yaml", ".py"}:
                total.update(path.relative_to(base).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()[:16]


def _unpickled(kept: bytes) -> object:
    """Return what a cache holds; the collector rests meanwhile, for it would walk millions of new objects again and again.

    What is loaded lives as long as the program, so it is then frozen: later collections leave it out (gc.freeze).
    """
    resting = gc.isenabled()
    gc.disable()
    try:
        language = pickle.loads(kept)
        gc.freeze()
    finally:
        if resting:
            gc.enable()
    return language


def _keep(language: Language, kept: Path) -> None:
    """Write the cache whole or not at all; a folder that cannot be written is no reason to stop."""
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as draft:
            draft.write(pickle.dumps(language, protocol=pickle.HIGHEST_PROTOCOL))
        Path(draft.name).replace(kept)
    except OSError as problem:
        log.warning("the compiled language could not be kept in %s: %s", kept.parent, problem)
