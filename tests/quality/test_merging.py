"""Is the merge gold large enough and well formed, and does its score count what it says?"""

from __future__ import annotations

from collections import defaultdict

from quality.merging import APART, GOLD, OUTLETS, look_alikes, mentions_of, score_groups, score_merging
from tests.merge.made import meeting

from mahdar.language.language import Language
from mahdar.records.group import Group, Member


def test_the_gold_holds_enough_meetings_and_look_alikes(language: Language) -> None:
    told = defaultdict(set)
    for mention in mentions_of(GOLD, language):
        told[mention.label].add(mention.article)
    assert sum(len(articles) > 1 for articles in told.values()) >= 25
    assert len(look_alikes()) >= 60
    assert {label for pair in look_alikes() for label in pair} <= set(told), APART


def test_the_score_counts_joined_missed_unread_and_wrong(language: Language) -> None:
    mentions = [
        one for one in mentions_of(GOLD, language) if one.label in {"renzi-abbas", "carter-isr/yaalon", "carter-isr/netanyahu"}
    ]
    told = {
        "c3dc18b3c807": meeting("1", "USA:كارتر", "ISR:يعالون"),
        "02fde4b3d35c": meeting("2", "USA:كارتر", "ISR:نتنياهو"),
    }
    members = [Member(**{**_fields(member), "article_id": article}) for article, member in told.items()]
    apart = score_groups([Group(kind="meeting", members=(member,), why=()) for member in members], mentions, language)
    assert (apart.mentions, apart.read, apart.precision, apart.whole) == (5, 2, 1.0, 0.0)
    wrong = score_groups([Group(kind="meeting", members=tuple(members), why=())], mentions, language)
    assert (wrong.precision, sum(pair.joined for pair in wrong.hard)) == (0.0, 1)


def test_few_meetings_are_joined_wrongly(language: Language) -> None:
    if OUTLETS.is_file():
        score = score_merging(language)
        assert score.precision >= 0.97
        assert score.merging >= 0.7


def _fields(member: Member) -> dict[str, object]:
    return {name: getattr(member, name) for name in ("claim_id", "outlet", "published", "claim")}
