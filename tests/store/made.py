"""Pages, texts and claims made by hand."""

from __future__ import annotations

from datetime import UTC, datetime

from mahdar.records.annotated import When
from mahdar.records.claim import ActorClaim, Anchor, Claim, MeetingClaim, Party, Place, StanceClaim
from mahdar.records.ids import claim_key, digest, text_id
from mahdar.records.page import Page, PageMeta
from mahdar.records.problem import Problem
from mahdar.records.reading import Reading
from mahdar.records.text import Label, Text
from mahdar.records.value import Entry, Meta, Missing, Span, Value, Words
from mahdar.store.changes import Run, run_at

ABSENT = Missing(reason="absent", rule="test")
LETTERS = (
    "لقاء في القاهرة\n"
    "القاهرة، 4 مارس 2024 - التقى وزير الخارجية المصري سامح شكري نظيره السعودي فيصل بن فرحان في القاهرة.\n"
    "وأكدت مصر دعمها لوحدة السودان.\n"
    "وبحث الوزير مع المبعوث الأممي هاتفيا سبل وقف إطلاق النار في غزة.\n"
)
MEETING = "التقى وزير الخارجية المصري سامح شكري نظيره السعودي فيصل بن فرحان في القاهرة"
CALL = "وبحث الوزير مع المبعوث الأممي هاتفيا سبل وقف إطلاق النار في غزة"
STANCE = "وأكدت مصر دعمها لوحدة السودان"


def run(number: int = 1) -> Run:
    """Return the run of the nth day."""
    return run_at(datetime(2024, 3, number, 12, tzinfo=UTC))


def page(letters: str = LETTERS, *, url: str | None = "https://example.org/1", name: str | None = "one") -> Page:
    """Return a page that holds these letters."""
    content = letters.encode()
    meta = PageMeta(url=url, outlet="example", published="2024-03-04", name=name)
    return Page(page_id=digest(content), content=content, media="text/plain", source="folder/one.txt", meta=meta)


def text(letters: str = LETTERS, *, url: str | None = "https://example.org/1") -> Text:
    """Return the text of a page of these letters."""
    return Text(
        text_id=text_id(letters),
        page_id=digest(letters.encode()),
        letters=letters,
        labels=(Label(span=Span(start=0, end=len(letters)), part="content", rule="test"),),
        title=value("لقاء في القاهرة", Span(start=0, end=15), letters),
        outlet=ABSENT,
        byline=ABSENT,
        dateline=ABSENT,
        published=Value(
            value="2024-03-04",
            certainty="stated",
            basis="stated",
            rule="test",
            evidence=(Meta(page=digest(letters.encode()), item="published", content="2024-03-04"),),
        ),
        url=url,
        name="one",
    )


def value(held: str, span: Span, letters: str = LETTERS) -> Value[str]:
    """Return a stated value."""
    words = Words(text=text_id(letters), start=span.start, end=span.end)
    return Value(value=held, certainty="stated", basis="stated", rule="test", evidence=(words, Entry(entry="test:one")))


def spot(kind: str, evidence: str, trigger: str, letters: str = LETTERS) -> Anchor:
    """Return the anchor of a claim on words of a text."""
    start = letters.index(evidence)
    first = letters.index(trigger, start)
    span = Span(start=first, end=first + len(trigger))
    text = text_id(letters)
    whole = Span(start=start, end=start + len(evidence))
    return Anchor(key=claim_key(text, kind, span, None), text=text, trigger=span, target=None, evidence=whole)


def meeting(
    evidence: str = MEETING,
    trigger: str = "التقى",
    *,
    letters: str = LETTERS,
    sides: tuple[str, ...] = ("EGY", "SAU"),
    day: str = "2024-03-04",
) -> MeetingClaim:
    """Return a meeting of some sides on a day."""
    anchor = spot("meeting", evidence, trigger, letters)
    words = value("held", anchor.trigger, letters)
    when = When(edtf=day, precision=1, basis="stated")
    return MeetingClaim(
        anchor=anchor,
        form=value("meeting", anchor.trigger, letters),
        level=ABSENT,
        parties=tuple(Party(name=None, actor=None, of=side, rule="test", evidence=(anchor.evidence,)) for side in sides),
        day=Value(value=when, certainty="stated", basis="stated", rule="test", evidence=words.evidence),
        place=Value(
            value=Place(city="القاهرة", city_id="eg:cairo", country="EGY"), certainty="stated", basis="b", rule="r", evidence=()
        ),
        format=ABSENT,
        forum=ABSENT,
        forum_id=ABSENT,
        ordinal=Value(value=2, certainty="computed", basis="b", rule="r", evidence=()),
        series=ABSENT,
        status=words,
        manner=Missing(reason="unread", rule="test", evidence=words.evidence),
        within=None,
        central=True,
    )


def stance(*, letters: str = LETTERS, actor: str = "EGY", held: str = "support") -> StanceClaim:
    """Return Egypt's support for Sudan."""
    anchor = spot("stance", STANCE, "دعمها", letters)
    start = letters.index("لوحدة السودان")
    return StanceClaim(
        anchor=anchor,
        actor=actor,
        stance=value(held, anchor.trigger, letters),
        object=Span(start=start, end=start + len("لوحدة السودان")),
        toward=ABSENT,
        issue=ABSENT,
        statement=None,
        negated=False,
        hedged=False,
    )


def actor(code: str = "EGY", *, letters: str = LETTERS) -> ActorClaim:
    """Return Egypt as an actor of the article."""
    anchor = spot("actor", "مصر", "مصر", letters)
    return ActorClaim(
        anchor=anchor, type="state", actor=code, name=value("مصر", anchor.trigger, letters), of=ABSENT, role=ABSENT, office=ABSENT
    )


def reading(*claims: Claim, letters: str = LETTERS, version: str = "0.1.0", url: str | None = "https://example.org/1") -> Reading:
    """Return a reading of a text."""
    problem = Problem(article="one", stage="clean", what="an unknown line", remedy="none needed")
    return Reading(text=text(letters, url=url), version=version, data_digest="d1", claims=claims, problems=(problem,))
