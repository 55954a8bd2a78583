"""Facets count the reports that a search finds, and narrow to them, on every backend."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mahdar.language.language import Language
from mahdar.store.about import articles_naming
from mahdar.store.database import Store
from mahdar.store.query import find_articles
from mahdar.store.search.ask import Facet, parse_query
from mahdar.store.search.facets import facets_of
from mahdar.store.search.find import find
from mahdar.store.search.names import Lexis, open_lexis

EVERYTHING = "kind:article"


@pytest.fixture(scope="module")
def lexis(language: Language) -> Lexis:
    """Give the names and lemmas by which the sample is searched."""
    return open_lexis(language)


def test_counts_are_those_of_the_reports_found(full: Store, lexis: Lexis) -> None:
    query = parse_query(EVERYTHING, lexis)
    facets = facets_of(full, query, lexis)
    articles = find_articles(full)
    assert facets.reports == len(articles) and facets.is_whole
    assert sum(one.reports for one in facets.outlets) == len([one for one in articles if one.outlet])
    assert sum(one.reports for one in facets.months) == len([one for one in articles if one.published])
    assert [one.value for one in facets.months] == sorted(one.value for one in facets.months)
    [russia] = [one for one in facets.actors if one.value == "RUS"]
    assert russia.reports == len(articles_naming(full, "RUS"))


def test_only_and_not_are_two_halves_of_any(full: Store, lexis: Lexis) -> None:
    query = parse_query(EVERYTHING, lexis)
    every = {hit.article_id for hit in find(full, query, lexis, limit=100)}
    for facet in (Facet("actor", "RUS"), Facet("outlet", facets_of(full, query, lexis).outlets[0].value)):
        only = {hit.article_id for hit in find(full, replace(query, only=(facet,)), lexis, limit=100)}
        never = {hit.article_id for hit in find(full, replace(query, never=(facet,)), lexis, limit=100)}
        assert only and never
        assert only | never == every and not only & never
        assert facets_of(full, replace(query, only=(facet,)), lexis).reports == len(only)
    both = replace(query, only=(Facet("actor", "RUS"),), never=(Facet("actor", "CHN"),))
    assert {hit.article_id for hit in find(full, both, lexis, limit=100)} <= set(articles_naming(full, "RUS")) - set(
        articles_naming(full, "CHN")
    )
    assert not find(full, replace(query, only=(Facet("actor", "x' OR 1"),)), lexis, limit=100)
