"""What is true for any input."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from mahdar.batch.intake import take_in
from mahdar.batch.local import read_many, read_one
from mahdar.export.evidence import evidence_of, grounds
from mahdar.export.gold import gold_reading
from mahdar.language.language import Language
from mahdar.records.claim import Claim, MeetingClaim
from mahdar.records.ids import digest
from mahdar.records.page import Page, PageMeta
from mahdar.records.problem import Problem
from mahdar.records.reading import Reading
from mahdar.records.value import Missing, Span, Value, Words
from mahdar.store.changes import run_at
from mahdar.store.database import Store, open_store
from mahdar.store.tables import metadata

SAMPLE = Path(__file__).parent.parent / "sample" / "gold"
SENTENCE = "التقى وزير الخارجية المصري سامح شكري نظيره السعودي في الرياض أمس الثلاثاء 5 مارس 2024 وقال إن بلاده تدعم الحل"
WORDS = [*SENTENCE.split(), "ومن", "المقرر", "أن", "يزور"]
SIGNS = [
    "\n",
    ".",
    "،",
    "«",
    "»",
    '"',
    ":",
    "؛",
    "(",
    ")",
    "ـ",
    "ً",
    "\u200f",
    "\u202e",
    "\u200d",
    "٣",
    "12",
    "Xi",
    "…",
    "!",
    "؟",
    "/",
    "-",
    "\u0000",
    "🙂",
    "ﷺ",
    "ی",
]


def page_of(letters: str, name: str = "law") -> Page:
    content = letters.encode("utf-8", "surrogatepass")
    return Page(
        page_id=digest(content),
        content=content,
        media="text/plain",
        source=name,
        meta=PageMeta(name=name, published="2024-03-05"),
    )


def mixed_pages(many: int, seed: int) -> Iterator[Page]:
    """Give pages made of the lines of our own reports in any order, some cut short anywhere."""
    draw = random.Random(seed)
    files = sorted(SAMPLE.glob("*.article.json"))
    lines = [line for path in files for line in json.loads(path.read_text("utf-8"))["text"].split("\n") if line.strip()]
    for number in range(many):
        chosen = draw.sample(lines, draw.randint(3, 14))
        yield page_of("\n".join(line[: draw.randint(20, len(line) + 40)] for line in chosen), f"law-{number}")


@pytest.fixture(scope="module")
def readings(language: Language) -> list[tuple[Page, Reading]]:
    """Return the readings of many mixed pages; each page must give one."""
    outcomes = list(read_many(mixed_pages(60, seed=7), language))
    assert not [outcome for outcome in outcomes if isinstance(outcome, Problem) and "failed" in outcome.what]
    return [outcome for outcome in outcomes if not isinstance(outcome, Problem)]


def spans_of(held: object) -> Iterator[Span]:
    """Give every span in a record, however deep."""
    if isinstance(held, Span):
        yield held
    elif isinstance(held, Words):
        yield Span(start=held.start, end=held.end)
    elif isinstance(held, tuple):
        for each in held:
            yield from spans_of(each)
    elif hasattr(held, "__dataclass_fields__"):
        for one in fields(held):  # type: ignore[arg-type]
            yield from spans_of(getattr(held, one.name))


def test_every_span_lies_in_its_text_and_holds_words(readings: list[tuple[Page, Reading]]) -> None:
    seen = 0
    for _, reading in readings:
        letters = reading.text.letters
        for claim in reading.claims:
            for span in spans_of(claim):
                assert 0 <= span.start < span.end <= len(letters), (claim.kind, span)
                assert letters[span.start : span.end].strip()
                seen += 1
    assert seen > 1000


def test_every_value_that_is_stated_shows_its_words(readings: list[tuple[Page, Reading]]) -> None:
    for _, reading in readings:
        for claim in reading.claims:
            for name, value in values_of(claim):
                if value.certainty == "stated":
                    assert value.evidence, (claim.kind, name, value.rule)
                ground = grounds(evidence_of(claim, name), reading.text.letters)
                assert all(0 <= mark.start < mark.end <= len(one.sentence) for one in ground.quotes for mark in one.marks)


def values_of(claim: Claim) -> Iterator[tuple[str, Value[object]]]:
    for one in fields(claim):
        held = getattr(claim, one.name)
        if isinstance(held, Value):
            yield one.name, held


def test_every_field_has_a_value_or_a_reason(readings: list[tuple[Page, Reading]]) -> None:
    for _, reading in readings:
        for claim in (claim for claim in reading.claims if isinstance(claim, MeetingClaim)):
            for name in ("day", "place", "forum", "ordinal", "level", "format"):
                assert isinstance(getattr(claim, name), Value | Missing)


def test_evidence_in_the_guide_s_shape_is_a_run_of_the_text(readings: list[tuple[Page, Reading]]) -> None:
    for _, reading in readings:
        found = gold_reading(reading)
        assert all(meeting["evidence"] in reading.text.letters for meeting in found["meetings"])  # type: ignore[index,union-attr,operator,call-overload]
        assert all(said["text"] in reading.text.letters for said in found["statements"])  # type: ignore[index,union-attr,operator,call-overload]


def test_labels_cover_the_text_without_gaps(readings: list[tuple[Page, Reading]]) -> None:
    for _, reading in readings:
        ends = [0, *(label.span.end for label in reading.text.labels)]
        assert [label.span.start for label in reading.text.labels] == ends[:-1] and ends[-1] == len(reading.text.letters)


def test_the_same_page_gives_the_same_claims(readings: list[tuple[Page, Reading]], language: Language) -> None:
    for page, reading in readings[:20]:
        assert read_one(page, language) == (page, reading)


def test_claims_of_a_page_have_their_own_keys(readings: list[tuple[Page, Reading]]) -> None:
    for _, reading in readings:
        keys = [(claim.kind, claim.anchor.key) for claim in reading.claims if claim.kind == "meeting"]
        assert len(keys) == len(set(keys))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.sampled_from([*WORDS, *SIGNS]), min_size=1, max_size=60), glue=st.sampled_from(["", " "]))
def test_no_mix_of_words_and_signs_is_a_fault(language: Language, parts: list[str], glue: str) -> None:
    outcome = read_one(page_of(glue.join(parts)), language)
    assert not (isinstance(outcome, Problem) and "failed" in outcome.what), outcome


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(st.binary(max_size=400), st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))),
    media=st.sampled_from(["text/plain", "text/html"]),
)
def test_no_page_is_a_fault(language: Language, content: bytes, media: str) -> None:
    page = Page(page_id=digest(content), content=content, media=media, source="law", meta=PageMeta(name="law"))  # type: ignore[arg-type]
    outcome = read_one(page, language)
    assert not (isinstance(outcome, Problem) and "failed" in outcome.what), outcome


def test_storing_twice_changes_nothing(tmp_path: Path, readings: list[tuple[Page, Reading]], language: Language) -> None:
    with open_store(f"sqlite:///{tmp_path / 'laws.db'}") as store:
        take_in(store, readings, language, run=run_at(datetime(2026, 1, 1, tzinfo=UTC)))
        before = rows_of(store)
        again = take_in(store, readings, language, run=run_at(datetime(2026, 1, 2, tzinfo=UTC)))
        assert all(one.is_empty() for one in again.articles) and again.named == ()
        assert rows_of(store) == before


def test_the_order_of_pages_names_the_same_records(
    tmp_path: Path, readings: list[tuple[Page, Reading]], language: Language
) -> None:
    held = []
    for name, order in (("one", readings), ("other", readings[::-1])):
        with open_store(f"sqlite:///{tmp_path / name}.db") as store:
            take_in(store, order, language, run=run_at(datetime(2026, 1, 1, tzinfo=UTC)))
            held.append(sorted(rows_of(store)["record_members"]))
    assert held[0] == held[1]


def rows_of(store: Store) -> dict[str, list[str]]:
    """Return all that a store holds."""
    with store.read() as connection:
        return {table.name: [str(row) for row in connection.execute(select(table))] for table in metadata.sorted_tables}
