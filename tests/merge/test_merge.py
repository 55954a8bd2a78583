"""Which claims are one event, and which only look so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.merge.made import forum, judged, meeting, merged, person, said

from mahdar.language.language import Language
from mahdar.merge.merge import merge

SHOUKRY, FAISAL = "EGY:eg:shoukry", "SAU:sa:faisal"
DAY = "2024-03-04"


def test_same_people_and_day_in_two_papers_are_one_meeting(language: Language) -> None:
    assert merged(language, meeting("a", SHOUKRY, FAISAL, day=DAY), meeting("b", FAISAL, SHOUKRY, day=DAY)) == ["a b"]


def test_same_people_three_days_apart_are_two_meetings(language: Language) -> None:
    assert merged(language, meeting("a", SHOUKRY, FAISAL, day=DAY), meeting("b", SHOUKRY, FAISAL, day="2024-03-07")) == ["a", "b"]


@pytest.mark.parametrize(("basis", "groups"), [("from_publication", ["a b"]), ("stated", ["a", "b"])])
def test_today_and_yesterday_of_neighbouring_papers_are_one_meeting(language: Language, basis: str, groups: list[str]) -> None:
    one = meeting("a", SHOUKRY, FAISAL, day=DAY, basis="from_publication" if basis == "from_publication" else "stated")
    other = meeting("b", SHOUKRY, FAISAL, day="2024-03-05", basis=basis)
    assert merged(language, one, other) == groups


@pytest.mark.parametrize(
    "other",
    [
        meeting("b", SHOUKRY, FAISAL, day=DAY, city="sau:jeddah"),
        meeting("b", SHOUKRY, "SAU:sa:mbs", day=DAY),
        meeting("b", SHOUKRY, FAISAL, day=DAY, format="phone"),
        meeting("b", SHOUKRY, "JOR:jo:safadi", day=DAY),
        meeting("b", "EGY", "SAU", day=DAY),
    ],
    ids=["another city", "another person", "by phone", "another side", "sides alone"],
)
def test_what_contradicts_or_is_not_enough_stays_apart(language: Language, other: object) -> None:
    held = meeting("a", SHOUKRY, FAISAL, day=DAY, city="egy:alexandria", format="in-person")
    assert merged(language, held, other) == ["a", "b"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("published", "groups"),
    [("2024-03-03", ["a b"]), ("2024-03-08", ["a b"]), ("2024-03-11", ["a", "b"])],
    ids=["the evening before", "four days after", "a week after"],
)
def test_a_report_without_a_day_is_of_the_talks_that_are_the_news(language: Language, published: str, groups: list[str]) -> None:
    dated = meeting("a", SHOUKRY, FAISAL, day=DAY, published=DAY)
    undated = meeting("b", SHOUKRY, FAISAL, city="sau:jeddah", published=published)
    assert merged(language, dated, undated) == groups


def test_a_late_report_without_a_day_is_possibly_the_same(language: Language) -> None:
    dated = meeting("a", SHOUKRY, FAISAL, day=DAY, city="sau:jeddah", published=DAY)
    undated = meeting("b", SHOUKRY, FAISAL, city="sau:jeddah", published="2024-03-16")
    one, other = merge([dated, undated], (), language)
    assert one.possibly == (("c-b", "same people, no day told"),)
    assert other.possibly == (("c-a", "same people, no day told"),)


def test_a_report_without_a_day_between_two_talks_joins_neither(language: Language) -> None:
    one = meeting("a", SHOUKRY, FAISAL, day=DAY)
    other = meeting("b", SHOUKRY, FAISAL, day="2024-03-07")
    assert merged(language, one, other, meeting("c", SHOUKRY, FAISAL, published="2024-03-07")) == ["a", "b", "c"]


def test_several_hosts_in_a_report_without_a_day_are_not_taken_for_one(language: Language) -> None:
    dated = meeting("a", SHOUKRY, FAISAL, day=DAY)
    assert merged(language, dated, meeting("b", SHOUKRY, FAISAL, "SAU:sa:mbs", published=DAY)) == ["a", "b"]


def test_a_visit_of_some_days_and_cities_is_one_and_the_next_another(language: Language) -> None:
    told = {"form": "visit", "country": "SAU"}
    first = meeting("a", SHOUKRY, "SAU", day=DAY, **told)
    second = meeting("b", SHOUKRY, "SAU", day="2024-03-06", **(told | {"city": "sau:jeddah", "form": "arrival"}))
    undated = meeting("c", SHOUKRY, "SAU", published="2024-03-12", **told)
    assert merged(language, first, second, undated) == ["a b c"]
    assert merged(language, first, meeting("d", SHOUKRY, "SAU", day="2024-03-14", **told)) == ["a", "d"]


def test_the_visits_of_two_guests_and_of_one_to_two_states_are_two(language: Language) -> None:
    told = {"form": "visit", "day": DAY}
    one = meeting("a", SHOUKRY, "SAU", country="SAU", **told)
    assert merged(language, one, meeting("b", "EGY:eg:sisi", "SAU", country="SAU", **told)) == ["a", "b"]
    assert merged(language, one, meeting("c", SHOUKRY, "JOR", country="JOR", **told)) == ["a", "c"]


def test_an_undated_visit_is_of_the_guests_only_talks_there(language: Language) -> None:
    visit = meeting("a", SHOUKRY, "SAU", country="SAU", form="visit", published="2024-03-05")
    talks = meeting("b", SHOUKRY, FAISAL, country="SAU", day=DAY)
    assert merged(language, visit, talks) == ["a b"]
    assert merged(language, visit, talks, meeting("c", SHOUKRY, "SAU:sa:mbs", country="SAU", day=DAY)) == ["a", "b", "c"]


def test_one_plan_to_meet_the_same_side_is_one(language: Language) -> None:
    plan = meeting("a", SHOUKRY, "SAU", day="2024-03-14", status="planned")
    assert merged(language, plan, meeting("b", SHOUKRY, "SAU", status="planned", published=DAY)) == ["a b"]
    assert merged(language, plan, meeting("c", "EGY:eg:sisi", "SAU", status="planned", published=DAY)) == ["a", "c"]


def test_talks_with_two_hosts_of_one_visit_are_two(language: Language) -> None:
    visit = meeting("a", SHOUKRY, "SAU", country="SAU", form="visit", day=DAY)
    one = meeting("b", SHOUKRY, FAISAL, country="SAU", day=DAY)
    assert merged(language, one, visit, meeting("c", SHOUKRY, "SAU:sa:mbs", country="SAU", day=DAY)) == ["a", "b", "c"]
    assert merged(language, one, visit) == ["a b"]


def test_a_report_from_before_the_day_cannot_tell_of_it_as_held(language: Language) -> None:
    dated = meeting("a", SHOUKRY, FAISAL, day=DAY, city="sau:jeddah")
    undated = meeting("b", SHOUKRY, FAISAL, city="sau:jeddah", published="2024-03-01")
    assert all(not group.possibly for group in merge([dated, undated], (), language))


def test_a_numbered_round_ties_an_undated_report(language: Language) -> None:
    told = {"ordinal": 5, "forum": "الجولة الخامسة من المشاورات"}
    dated = meeting("a", "EGY", "SAU", day=DAY, **told)
    undated = meeting("b", "EGY", "SAU", published="2024-03-06", **told)
    other = meeting("c", "EGY", "SAU", published="2024-03-06", ordinal=6, forum="الجولة السادسة من المشاورات")
    assert merged(language, dated, undated, other) == ["a b", "c"]


def test_a_forum_session_ties_an_undated_report_of_the_same_pair_only(language: Language) -> None:
    told = {"forum_id": "ARAB_LEAGUE", "forum": "القمة العربية"}
    dated = meeting("a", SHOUKRY, FAISAL, day="2016-07-25", **told)
    undated = meeting("b", SHOUKRY, FAISAL, published="2016-07-27", **told)
    other_pair = meeting("c", SHOUKRY, "JOR:jo:safadi", published="2016-07-27", **told)
    whole = forum("d", "ARAB_LEAGUE", published="2016-07-26", forum="القمة العربية")
    assert merged(language, dated, undated, other_pair, whole) == ["a b", "c", "d"]


def test_a_forum_in_two_papers_is_one_record_whoever_is_named(language: Language) -> None:
    one = forum("a", "ARAB_LEAGUE", day="2016-07-25", forum="القمة العربية")
    other = forum("b", "ARAB_LEAGUE", published="2016-07-26", forum="القمة العربية السابعة والعشرين", ordinal=27)
    assert merged(language, one, other) == ["a b"]


def test_a_summit_of_many_is_one_and_a_tour_of_three_states_three(language: Language) -> None:
    summit = [
        meeting("a", "EGY:eg:sisi", "SAU", "JOR", "IRQ", day=DAY, city="sau:jeddah"),
        meeting("b", "EGY:eg:sisi", "SAU", "JOR", "ARE", day=DAY, city="sau:jeddah"),
    ]
    tour = [meeting(f"t{place}", SHOUKRY, state, day=DAY, form="visit") for place, state in enumerate(("OMN", "QAT", "KWT"))]
    assert merged(language, *summit, *tour) == ["a b", "t0", "t1", "t2"]


def test_a_plan_is_closed_by_its_meeting_and_kept_as_a_member(language: Language) -> None:
    plan = meeting("a", SHOUKRY, "SAU", day="2024-03", status="planned", published="2024-02-25")
    held = meeting("b", SHOUKRY, FAISAL, day=DAY)
    late = meeting("c", SHOUKRY, FAISAL, day="2024-05-09")
    assert merged(language, plan, held, late) == ["a b", "c"]


def test_a_plan_is_closed_by_a_report_that_it_is_off(language: Language) -> None:
    plan = meeting("a", SHOUKRY, "SAU", day=DAY, status="planned", published="2024-02-25")
    off = meeting("b", SHOUKRY, FAISAL, status="cancelled", published="2024-03-02")
    assert merged(language, plan, off) == ["a b"]


def test_a_plan_that_nothing_closed_says_so(language: Language) -> None:
    plan = meeting("a", SHOUKRY, "SAU", day=DAY, status="planned")
    [early], [late] = (merge([plan], (), language, as_of=day) for day in ("2024-03-04", "2024-03-09"))
    assert early.why == ()
    assert late.why == ("planned for days that are past; no report that it was held",)


def test_what_two_groups_claim_alike_joins_neither(language: Language) -> None:
    jeddah = meeting("a", SHOUKRY, FAISAL, day=DAY, city="sau:jeddah")
    cairo = meeting("b", SHOUKRY, FAISAL, day=DAY, city="egy:alexandria")
    groups = merge([jeddah, cairo, meeting("c", SHOUKRY, FAISAL, day=DAY)], (), language)
    assert [len(group.members) for group in groups] == [1, 1, 1]
    assert groups[2].possibly[0][1] == "same sides and day, but as much ties it to another group"


def test_what_one_article_tells_apart_stays_apart(language: Language) -> None:
    visit = meeting("a", SHOUKRY, "SAU", day="2024-03", city="sau:jeddah", article="x")
    talks = meeting("b", SHOUKRY, FAISAL, day="2024-03", city="sau:jeddah", article="x")
    assert merged(language, visit, talks) == ["a", "b"]


def test_a_tour_told_by_one_verb_is_a_meeting_for_each_state_also_in_a_second_copy(language: Language) -> None:
    stops = [meeting("a", SHOUKRY, "OMN", text="t"), meeting("b", SHOUKRY, "QAT", text="t")]
    copies = [meeting("c", SHOUKRY, "OMN", text="t"), meeting("d", SHOUKRY, "QAT", text="t")]
    one_verb = [replace(each, claim=replace(each.claim, anchor=stops[0].claim.anchor)) for each in (*stops, *copies)]
    of_two = [replace(each, article_id=article) for each, article in zip(one_verb, "xxyy", strict=True)]
    assert merged(language, *of_two) == ["a c", "b d"]


def test_unlisted_people_are_one_where_their_names_are(language: Language) -> None:
    one = meeting("a", "RUS:رمضان أحمد قاديروف", FAISAL, day=DAY)
    other = meeting("b", "RUS:قاديروف", "SAU", day=DAY)
    third = meeting("c", "RUS:سيرغي ريابكوف", "SAU", day=DAY)
    assert merged(language, one, other, third) == ["a b", "c"]


def test_people_may_join_and_part_and_different_beats_same(language: Language) -> None:
    a, b = meeting("a", SHOUKRY, FAISAL, day=DAY), meeting("b", SHOUKRY, FAISAL, day="2024-03-09")
    c = meeting("c", SHOUKRY, FAISAL, day=DAY)
    assert merged(language, a, b, judgements=[judged("same", a, b)]) == ["a b"]
    assert merged(language, a, c, judgements=[judged("different", a, c)]) == ["a", "c"]
    both = [judged("same", a, c, who="bea"), judged("different", a, c)]
    [first, _] = merge([a, c], both, language)
    assert first.why == ("judged different by ann, against bea: different beats same",)
    assert first.possibly == ()


def test_of_one_persons_words_the_last_count(language: Language) -> None:
    a, b = meeting("a", SHOUKRY, FAISAL, day=DAY), meeting("b", SHOUKRY, FAISAL, day="2024-03-09")
    said_twice = [judged("different", a, b), judged("same", a, b, when="2024-05-01T00:00:00Z")]
    assert merged(language, a, b, judgements=said_twice) == ["a b"]


def test_listed_actors_are_one_and_others_by_name_side_and_office(language: Language) -> None:
    told = [
        person("a", "سامح شكري", of="EGY", role=None, actor="eg:shoukry"),
        person("b", "شكري", of="EGY", role=None, actor="eg:shoukry"),
        person("c", "كمال حسن", of="SDN", role="السفير السوداني"),
        person("d", "كمال حسن", of="SDN", role="السفير السوداني"),
        person("e", "كمال حسن", of="SDN", role=None),
    ]
    assert merged(language, *told) == ["a b", "c d", "e"]
    assert merge(told, (), language)[-1].possibly == (("c-c", "one name; side or office is not told alike"),)


def test_one_quotation_cut_and_whole_is_one_statement(language: Language) -> None:
    whole = "إن أمن البحر الأحمر مسؤولية الدول المشاطئة له ولا بديل عن التنسيق بينها"
    told = {
        "a": whole,
        "b": "أمن البحر الأحمر مسؤولية الدول المشاطئة له",
        "c": "إن مصر ترحب بالجهود الرامية إلى تثبيت وقف إطلاق النار في السودان الشقيق",
    }
    claims = [said(name, words) for name, words in told.items()]
    late = said("d", whole, published="2024-03-19")
    letters = {f"text-{name}": words for name, words in {**told, "d": whole}.items()}
    assert merged(language, *claims, late, letters=letters) == ["a b", "c", "d"]
    assert merged(language, *claims) == ["a", "b", "c"]
