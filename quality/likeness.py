"""Do our likenesses of articles go with people's? Pearson's correlation with the judgements of SemEval-2022 task 8."""

from __future__ import annotations

import json
import sys
from statistics import correlation

from mahdar.batch.likeness import score_pairs
from mahdar.language.language import Language
from quality.material import SHARED, language

PAIRS = SHARED / "bench" / "same_story.jsonl"


def likeness_told(known: Language) -> str:
    """Return the correlation with `overall`, 1 the same story to 4 unrelated, so that better is nearer to -1."""
    if not PAIRS.is_file():
        return "likeness: skipped, there is no bench/same_story.jsonl beside this repository"
    lines = PAIRS.read_text("utf-8").splitlines()
    people = [float(json.loads(line)["overall"]) for line in lines if line.strip()]
    ours = [one.score for one in score_pairs(lines, known)]
    return (
        f"likeness of {len(ours)} pairs of articles: Pearson {correlation(ours, people):.3f} with overall (1 same, 4 unrelated)"
    )


if __name__ == "__main__":
    print(likeness_told(language()))
    sys.exit(0)
