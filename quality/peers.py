"""What do we read in the sentence benches on which others were measured? Figures beside theirs, without a target."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from mahdar.batch.gold import write_gold
from mahdar.batch.local import read_many
from mahdar.language.language import Language
from mahdar.read.files import find_pages
from quality.material import SHARED

BENCH = SHARED / "bench"
SCRIPT = BENCH / "peers.py"
OTHERS = {
    "gsr_type": "right type on GSR, recall (UniversalPetrarch .113)",
    "gsr_source": "right source state on GSR (.06)",
    "gsr_target": "right target state on GSR (.10)",
    "gsr_full": "type and both states on GSR (.003)",
    "persons_f1": "persons, ANERcorp test part",
    "quad_macro_f1": "QuadClass, macro F1 (UniversalPetrarch .114, trained models .56 and .63)",
}
"""What each figure is, with what others reached."""


def peers_figures(known: Language) -> dict[str, float]:
    """Return the figures of the benches by name, none where they are not there; what cannot be read counts as nothing found."""
    if not SCRIPT.is_file():
        return {}
    with tempfile.TemporaryDirectory() as held:
        articles, out = Path(held) / "articles", Path(held) / "out"
        _run("write", articles)
        write_gold(read_many(find_pages(sorted(articles.glob("*.article.json")), sys.stdin.buffer), known), out)
        found = json.loads(_run("score", out))
    return {str(name): float(figure) for name, figure in found.items()}


def _run(verb: str, folder: Path) -> str:
    """Return what the script of the benches prints."""
    command = [sys.executable, str(SCRIPT), verb, str(BENCH), str(folder)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
