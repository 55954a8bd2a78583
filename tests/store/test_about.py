"""What is asked of the database must be what a look at everything would give, on every backend."""

from __future__ import annotations

from datetime import UTC, datetime

from mahdar.records.claim import MeetingClaim
from mahdar.records.record import Record
from mahdar.records.value import value_of
from mahdar.store import about, counts, news
from mahdar.store.database import Store
from mahdar.store.query import articles_of, find_articles, find_records, newest_articles, text_of, texts_of

DAY = datetime(2026, 1, 5, 9, tzinfo=UTC)


def claims_in(record: Record) -> list[MeetingClaim]:
    """Return the claims of a record of a meeting."""
    return [member.claim for member in record.group.members if isinstance(member.claim, MeetingClaim)]


def sides_in(record: Record) -> set[str | None]:
    """Return the sides that any source of a record names."""
    return {party.of for claim in claims_in(record) for party in claim.parties}


def test_one_actor_field_or_article_is_found_without_the_rest(full: Store) -> None:
    all_of_them = find_records(full, kind="meeting")
    wanted = [record for record in all_of_them if {"RUS", "CHN"} <= sides_in(record)]
    assert wanted and list(about.records_of_sides(full, ["RUS", "CHN"])) == wanted
    forum = next(value_of(claim.forum_id) for one in all_of_them for claim in claims_in(one) if value_of(claim.forum_id))
    found = about.records_of_field(full, "forum_id", str(forum))
    assert list(found) == [one for one in all_of_them if any(value_of(c.forum_id) == forum for c in claims_in(one))]
    articles = about.articles_naming(full, "ru:lavrov")
    told = about.records_in_articles(full, articles)
    assert list(told) == [one for one in all_of_them if {m.article_id for m in one.group.members} & set(articles)]
    assert {member.article_id for member in about.claims_of_actor(full, "ru:lavrov", "statement")} <= set(articles)
    assert about.records_of_sides(full, ["R%S"]) == about.records_of_sides(full, ['"']) == ()


def test_lists_are_cut_without_doubles_or_holes(full: Store) -> None:
    whole = about.records_of_kind(full, "meeting", limit=1000)
    assert sorted(one.record_id for one in whole) == sorted(one.record_id for one in find_records(full, kind="meeting"))
    parts = [about.records_of_kind(full, "meeting", limit=7, offset=7 * number) for number in range(len(whole) // 7 + 1)]
    assert [one for part in parts for one in part] == list(whole)
    days = [max(member.published or "" for member in one.group.members) for one in whole]
    assert days == sorted(days, reverse=True)
    assert [one.article_id for one in newest_articles(full, limit=3)] == [
        one.article_id for one in newest_articles(full, limit=9)
    ][:3]


def test_articles_and_texts_come_in_lots(full: Store) -> None:
    ids = [one.article_id for one in find_articles(full)]
    assert articles_of(full, ids) == {one.article_id: one for one in find_articles(full)}
    assert texts_of(full, ids[:3]) == {one: text_of(full, one) for one in ids[:3]}
    assert articles_of(full, []) == texts_of(full, ["a-none"]) == {}


def test_counts_are_of_reports(full: Store) -> None:
    [lavrov] = [one for one in counts.count_actors(full, ["person"]) if one.value == "ru:lavrov"]
    assert lavrov.reports == len(about.articles_naming(full, "ru:lavrov"))
    assert sum(one.reports for one in counts.count_outlets(full)) == len([one for one in find_articles(full) if one.outlet])
    held = counts.holdings_of(full)
    assert held.articles == len(find_articles(full)) and held.of("meeting") == len(find_records(full, kind="meeting"))
    assert held.of("nothing") == 0
    issues = counts.count_field(full, "issue", "stance")
    assert issues[0].reports == len({m.article_id for m in about.claims_of_field(full, "issue", issues[0].value, "stance")})
    assert {met.record_id for met in counts.met_sides(full)} == {one.record_id for one in find_records(full, kind="meeting")}


def test_news_are_what_came_after_a_moment(full: Store) -> None:
    assert {one.record_id for one in news.news_since(full, "2026-01-05")} == {one.record_id for one in find_records(full)}
    assert all(one.is_new for one in news.news_since(full, "2026-01-05"))
    assert news.news_since(full, "2026-01-06") == ()
    assert (news.last_run(full) or "")[:10] == "2026-01-05"
