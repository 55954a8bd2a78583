"""Meeting claims made by hand: each call names only what the test is about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from mahdar.language.language import Language
from mahdar.merge.merge import merge
from mahdar.records.annotated import When
from mahdar.records.claim import ActorClaim, Anchor, MeetingClaim, Party, Place, StatementClaim
from mahdar.records.group import Group, Member
from mahdar.records.judgement import Judgement, Target, Verdict
from mahdar.records.value import Missing, Span, Value

T = TypeVar("T")
ABSENT = Missing(reason="absent", rule="test")
NAMES = {"eg:shoukry": "سامح شكري", "sa:faisal": "فيصل بن فرحان", "eg:sisi": "عبد الفتاح السيسي"}


def value(held: T, basis: str = "stated") -> Value[T]:
    """Return a value that is stated."""
    return Value(value=held, certainty="stated", basis=basis, rule="test", evidence=())


def anchor(name: str, text: str | None = None) -> Anchor:
    """Return the place of a claim, by its name."""
    span = Span(start=0, end=10)
    return Anchor(key=f"key-{name}", text=text or f"text-{name}", trigger=span, target=None, evidence=span)


def party(written: str) -> Party:
    """Return a party from `SIDE` or `SIDE:actor`, where an actor without a colon is not listed: `EGY:eg:shoukry`, `EGY:Name`."""
    side, _, actor = written.partition(":")
    listed = ":" in actor
    name = NAMES.get(actor) if listed else actor or None
    return Party(
        name=name,
        actor=(actor if listed else f"p:{actor}") if actor else None,
        of=side,
        rule="test",
        evidence=(Span(start=0, end=1),),
    )


def meeting(name: str, *who: str, **told: Any) -> Member:
    """Return a claim of the meeting of `who`; what else it tells, and where, by name."""
    day, basis, city = told.pop("day", None), told.pop("basis", "stated"), told.pop("city", None)
    country = told.pop("country", city.partition(":")[0].upper() if city else None)
    published, article, text = told.pop("published", None), told.pop("article", name), told.pop("text", None)
    claim = MeetingClaim(
        anchor=anchor(name, text),
        form=value("meeting"),
        level=ABSENT,
        parties=tuple(party(one) for one in who),
        day=value(When(edtf=day, precision=1 if len(day) == 10 else 4, basis=basis), basis) if day else ABSENT,
        place=value(Place(city=city, city_id=city, country=country)) if country else ABSENT,
        format=ABSENT,
        forum=ABSENT,
        forum_id=ABSENT,
        ordinal=ABSENT,
        series=ABSENT,
        status=value("held"),
        manner=ABSENT,
        within=None,
        central=True,
    )
    claim = replace(claim, **{field: value(held) for field, held in told.items()})
    return Member(claim_id=f"c-{name}", article_id=f"a-{article}", outlet=f"o-{article}", published=published, claim=claim)


def forum(name: str, code: str, **told: Any) -> Member:
    """Return a claim of a forum's own session."""
    member = meeting(name, code, forum_id=code, **told)
    assert isinstance(member.claim, MeetingClaim)
    holder = replace(member.claim.parties[0], rule="forum.holder")
    return replace(member, claim=replace(member.claim, parties=(holder,)))


def person(name: str, written: str, *, of: str | None, role: str | None, actor: str = "p:1") -> Member:
    """Return a claim that names a person."""
    claim = ActorClaim(
        anchor=anchor(name),
        type="person",
        actor=actor,
        name=value(written),
        of=value(of) if of else ABSENT,
        role=value(role) if role else ABSENT,
        office=ABSENT,
    )
    return Member(claim_id=f"c-{name}", article_id=f"a-{name}", outlet=None, published=None, claim=claim)


def said(name: str, words: str, *, speaker: str = "eg:shoukry", of: str = "EGY", published: str = "2024-03-04") -> Member:
    """Return a claim of a statement; its text `text-NAME` holds the words alone."""
    claim = StatementClaim(
        anchor=anchor(name),
        speaker=value(NAMES.get(speaker, speaker)),
        speaker_actor=speaker,
        of=value(of),
        mode="direct",
        content=Span(start=0, end=len(words)),
        act=value("say"),
        via=ABSENT,
        chain=(),
        voice="attributed",
        meeting=None,
        document=None,
        complete=True,
    )
    return Member(claim_id=f"c-{name}", article_id=f"a-{name}", outlet=f"o-{name}", published=published, claim=claim)


def judged(verdict: Verdict, *members: Member, who: str = "ann", when: str = "2024-04-01T00:00:00Z") -> Judgement:
    """Return what a person said of some claims."""
    targets = tuple(
        Target(
            kind=member.claim.kind,
            text=member.claim.anchor.text,
            span=member.claim.anchor.evidence,
            quote="",
            prefix="",
            suffix="",
            field=None,
            seen="",
        )
        for member in members
    )
    return Judgement(
        judgement_id=f"j-{who}-{when}-{verdict}", verdict=verdict, targets=targets, value=None, who=who, when=when, why=""
    )


def names(groups: tuple[Group, ...]) -> list[str]:
    """Return the groups as the names of their claims, in order."""
    return sorted(" ".join(member.claim_id[2:] for member in group.members) for group in groups)


def merged(language: Language, *members: Member, **said: Any) -> list[str]:
    """Return which claims are one group."""
    return names(merge(members, said.pop("judgements", ()), language, **said))
