"""What a record says, who differs, and how many origins its reports have."""

from __future__ import annotations

from dataclasses import replace

from tests.merge.made import ABSENT, forum, judged, meeting, said, value

from mahdar.language.language import Language
from mahdar.merge.merge import merge
from mahdar.merge.settle import Settled, SettledField, settle
from mahdar.records.claim import MeetingClaim, StatementClaim
from mahdar.records.group import Group, Member
from mahdar.records.value import Missing, Span, Value

SHOUKRY, FAISAL, DAY = "EGY:eg:shoukry", "SAU:sa:faisal", "2024-03-04"
WIRE = "التقى وزير الخارجية المصري نظيره السعودي في جدة وبحثا تطورات الأوضاع في السودان وسبل دعم التهدئة في غزة"


def settled(language: Language, *members: Member, letters: dict[str, str] | None = None, as_of: str | None = None) -> Settled:
    [group] = merge(members, [judged("same", *members)] if len(members) > 1 else [], language)
    return settle(group, language, letters=letters or {}, as_of=as_of)


def field(found: Settled, name: str) -> SettledField:
    return next(one for one in found.fields if one.name == name)


def states(found: Settled, name: str) -> list[str]:
    return [telling.state for telling in field(found, name).tellings]


def test_most_origins_settle_a_day_and_the_other_report_differs(language: Language) -> None:
    days = {"a": DAY, "b": DAY, "c": "2024-03-05"}
    found = settled(language, *[meeting(name, SHOUKRY, FAISAL, day=day) for name, day in days.items()])
    day = field(found, "day")
    assert isinstance(day.value, Value) and getattr(day.value.value, "edtf", None) == DAY
    assert day.claims == ("c-a", "c-b")
    assert states(found, "day") == ["agrees", "agrees", "differs"]
    assert day.is_disputed


def test_copies_count_once_when_a_value_is_chosen(language: Language) -> None:
    members = [
        meeting("a", SHOUKRY, FAISAL, day=DAY),
        meeting("b", SHOUKRY, FAISAL, day=DAY),
        meeting("c", SHOUKRY, FAISAL, day="2024-03-05", published="2024-03-01"),
    ]
    letters = {
        "text-a": WIRE,
        "text-b": WIRE + " وسلامة الملاحة",
        "text-c": "استقبلت جدة أمس وزير الخارجية المصري",
    }
    found = settled(language, *members, letters=letters)
    assert (found.reports, len(found.origins)) == (3, 2)
    assert found.origins[0].articles == ("a-a", "a-b")
    assert states(found, "day") == ["differs", "differs", "agrees"]


def test_a_month_agrees_with_its_day_which_is_shown(language: Language) -> None:
    found = settled(language, meeting("a", SHOUKRY, FAISAL, day="2024-03"), meeting("b", SHOUKRY, FAISAL, day=DAY))
    assert states(found, "day") == ["agrees", "agrees"]
    assert field(found, "day").claims == ("c-a", "c-b")


def test_a_missing_day_is_filled_and_says_from_where(language: Language) -> None:
    found = settled(language, meeting("a", SHOUKRY, FAISAL, day=DAY), meeting("b", SHOUKRY, FAISAL))
    filled = field(found, "day").tellings[1]
    assert filled.state == "absent"
    assert filled.filled is not None and filled.filled.basis == "from_other_report"
    assert getattr(filled.filled.value, "basis", None) == "from_other_report"


def test_what_a_report_mentions_unread_is_not_absent(language: Language) -> None:
    letters = {"text-a": "سامح شكري في جدة", "text-b": "مصر والسعودية، وحضر سامح", "text-c": "مصر والسعودية"}
    full = meeting("a", SHOUKRY, "SAU", day=DAY)
    assert isinstance(full.claim, MeetingClaim)
    parties = (replace(full.claim.parties[0], evidence=(Span(start=0, end=4),)), full.claim.parties[1])
    members = [replace(full, claim=replace(full.claim, parties=parties)), meeting("b", "EGY", "SAU"), meeting("c", "EGY", "SAU")]
    found = settled(language, *members, letters=letters)
    assert states(found, "person:EGY:eg:shoukry") == ["agrees", "unread", "absent"]


def test_a_plan_does_not_disagree_with_its_meeting(language: Language) -> None:
    plan = meeting("a", SHOUKRY, FAISAL, day=DAY, status="planned")
    assert settled(language, plan).outcome == "planned"
    found = settled(language, plan, meeting("b", SHOUKRY, FAISAL, day=DAY))
    assert found.outcome == "held"
    assert states(found, "status") == ["agrees", "agrees"]
    assert held(field(found, "status")) == "held"


def test_a_plan_expires_as_of_a_day_and_may_be_postponed(language: Language) -> None:
    plan = meeting("a", SHOUKRY, FAISAL, day=DAY, status="planned", published="2024-03-01")
    assert settled(language, plan, as_of="2024-03-20").outcome == "expired"
    later = meeting("b", SHOUKRY, FAISAL, status="planned", manner="postponed", published="2024-03-03")
    found = settled(language, plan, later, as_of="2024-03-20")
    assert found.outcome == held(field(found, "status")) == "postponed"


def test_an_undated_session_has_an_interval_and_never_a_day(language: Language) -> None:
    found = settled(language, forum("a", "ARAB_LEAGUE", published="2016-07-27", forum="القمة العربية"))
    day = field(found, "day").value
    assert isinstance(day, Value) and day.basis == "from_forum_session"
    assert getattr(day.value, "edtf", None) == "2016-07-25/2016-07-26"
    assert [telling.own for telling in field(found, "day").tellings] == [ABSENT]


def test_one_medium_that_relays_is_one_origin(language: Language) -> None:
    members = [said(name, "words") for name in "abc"]
    relayed = [replace(one, claim=replace(_statement(one), via=value("وكالة رويترز"))) for one in members[:2]]
    found = settle(Group(kind="statement", members=(*relayed, members[2]), why=()), language, letters={}, as_of=None)
    assert [origin.articles for origin in found.origins] == [("a-a", "a-b"), ("a-c",)]
    assert found.outcome is None


def test_nothing_told_keeps_its_reason(language: Language) -> None:
    assert isinstance(field(settled(language, meeting("a", "EGY", "SAU")), "place").value, Missing)


def held(settled_field: SettledField) -> object:
    return settled_field.value.value if isinstance(settled_field.value, Value) else None


def _statement(member: Member) -> StatementClaim:
    assert isinstance(member.claim, StatementClaim)
    return member.claim
