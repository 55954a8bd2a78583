"""What does a language model add to the rules? The F1 of both, layer by layer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mahdar.extract.aid import Aid
from mahdar.language.language import Language
from quality.material import Scored, score_sets


def aided_rows(rules: Iterable[Scored], known: Language, aids: tuple[Aid, ...]) -> Iterator[tuple[str, str, float, float]]:
    """Give set, layer, F1 of the rules, F1 with the model."""
    with_model = {one.name: one.table["layers"] for one in score_sets(known, aids)}
    for one in rules:
        for layer, row in one.table["layers"].items():
            if row["gold"] or row["predicted"]:
                yield one.name, layer, row["f1"], with_model[one.name][layer]["f1"]
