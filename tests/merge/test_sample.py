"""The sample's hard pairs: as a perfect reader would hand them over, and as our own reader does."""

from __future__ import annotations

import io
from collections.abc import Sequence

from tests.merge.sample import GOLD, Name, articles, gold_claims, gold_groups, gold_meetings, joined, pairs

from mahdar.language.language import Language
from mahdar.merge.merge import merge
from mahdar.pipeline import read_page
from mahdar.read.files import find_pages
from mahdar.records.claim import MeetingClaim
from mahdar.records.group import Member
from mahdar.records.page import Page
from mahdar.records.problem import Problem
from mahdar.records.value import value_of


def test_gold_meetings_become_the_gold_groups(language: Language) -> None:
    claims = gold_claims(language)
    names = {member.claim_id: name for name, member in claims.items()}
    groups = merge(list(claims.values()), (), language)
    assert joined(groups, names) == pairs(gold_groups()["groups"])


def test_gold_pairs_that_are_not_sure_are_possibly_one(language: Language) -> None:
    claims = gold_claims(language)
    groups = merge(list(claims.values()), (), language)
    place = {member.claim_id: number for number, group in enumerate(groups) for member in group.members}
    for pair in gold_groups()["possibly"]:
        one, other = (claims[name, number].claim_id for name, number in pair["pair"])
        assert place[other] in {place[claim_id] for claim_id, _ in groups[place[one]].possibly}, pair["why"]


def test_what_our_reader_finds_in_the_sample_joins_no_hard_pair(language: Language) -> None:
    found = {article: _read(article, language) for article in articles()}
    names = {member.claim_id: name for article, members in found.items() for name, member in _named(article, members).items()}
    groups = merge([member for members in found.values() for member in members], (), language)
    hard = pairs([pair["pair"] for pair in gold_groups()["hard_negatives"]])
    assert joined(groups, names) & hard == set()


def _read(article: str, language: Language) -> list[Member]:
    [page] = find_pages([GOLD / f"{article}.article.json"], io.BytesIO())
    assert isinstance(page, Page)
    traced = read_page(page, language)
    assert not isinstance(traced, Problem)
    published = value_of(traced.reading.text.published)
    return [
        Member(claim_id=f"{article}#{place}", article_id=article, outlet=None, published=published, claim=claim)
        for place, claim in enumerate(traced.reading.claims)
        if isinstance(claim, MeetingClaim)
    ]


def _named(article: str, members: Sequence[Member]) -> dict[Name, Member]:
    """Return the claims that are surely one of the gold meetings: the same sides, day, status and people."""
    shapes = [_shape(member) for member in members]
    gold = [
        (
            {one["of"] for one in told["who"]},
            {(one["of"], one["name"]) for one in told["who"] if one["name"]},
            told["when"],
            told["status"],
        )
        for told in gold_meetings(article)
    ]
    return {
        (article, number): members[shapes.index(told)]
        for number, told in enumerate(gold)
        if gold.count(told) == shapes.count(told) == 1
    }


def _shape(member: Member) -> tuple[set[str | None], set[tuple[str | None, str]], str | None, str]:
    claim = member.claim
    assert isinstance(claim, MeetingClaim)
    day = value_of(claim.day)
    sides = {party.of for party in claim.parties}
    people = {(party.of, party.name) for party in claim.parties if party.name}
    return sides, people, day.edtf if day else None, claim.status.value
