"""A score may not fall, and a floor is lowered only with a reason."""

from __future__ import annotations

from typing import Any

from quality.floors import fallen, raised
from quality.material import Scored


def scored(f1: float, digest: str = "d1") -> Scored:
    layer: dict[str, Any] = {"f1": f1, "predicted": 10, "gold": 10, "matched": 8}
    return Scored(
        name="dev", digest=digest, table={"articles": 1, "layers": {"meetings": layer}, "fields": {"meetings": {"who": 0.5}}}
    )


def test_floors() -> None:
    floors = raised([scored(0.8)], {}, lower_because=None)
    assert floors["dev"]["scores"] == {"meetings f1": 0.8, "meetings who": 0.4}
    assert fallen([scored(0.8)], floors) == [] == fallen([scored(0.9)], floors)
    assert fallen([scored(0.7)], floors) == ["dev: meetings f1 is 0.700, its floor 0.800"]
    assert fallen([scored(0.7, digest="another corpus")], floors) == []


def test_a_floor_rises_and_is_lowered_only_with_a_reason() -> None:
    floors = raised([scored(0.8)], {}, lower_because=None)
    assert raised([scored(0.7)], floors, lower_because=None) == floors
    assert raised([scored(0.9)], floors, lower_because=None)["dev"]["scores"]["meetings f1"] == 0.9
    lower = raised([scored(0.7)], floors, lower_because="the gold was wrong")
    assert lower["dev"]["scores"]["meetings f1"] == 0.7 and lower["dev"]["lowered"] == ["the gold was wrong"]
