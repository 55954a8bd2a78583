"""What others were measured on is printed beside our own scores."""

import json

import pytest
from quality.material import SHARED, absent
from quality.peers import OTHERS, peers_figures
from tests.batch.test_asking import Endpoint, endpoint

from mahdar.batch.asking import Model
from mahdar.language.language import Language

__all__ = ["endpoint"]


@pytest.mark.skipif(not (SHARED / "bench" / "peers.py").is_file(), reason="the benches are not beside this repository")
def test_figures_of_the_benches(language: Language) -> None:
    figures = peers_figures(language)
    assert set(figures) == set(OTHERS)
    assert all(0 < figure < 1 for figure in figures.values())


@pytest.mark.skipif(bool(absent()), reason="there is no gold beside this repository")
def test_a_model_gets_a_column_of_its_own(endpoint: Endpoint, language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    from quality import aided, blind, material

    monkeypatch.setattr(material, "SETS", {"seeds": material.SETS["seeds"]})
    monkeypatch.setattr(blind, "SETS", ())
    endpoint.answer = json.dumps({"events": []})
    rules = tuple(material.score_sets(language))
    aids = (Model(name="tiny-1", url=endpoint.url(), key="none"),)
    rows = list(aided.aided_rows(rules, language, aids))
    assert len(endpoint.asked) == 5
    assert rows and all(alone == both for _, _, alone, both in rows)
