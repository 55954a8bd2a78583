"""How long does merging take, for ever more claims and for one article more beside 100,000 claims?"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from statistics import median
from typing import TypeVar

from mahdar.batch.intake import take_in
from mahdar.batch.naming import name_records
from mahdar.language.language import Language
from mahdar.merge.merge import merge
from mahdar.pipeline import VERSION
from mahdar.records.annotated import When
from mahdar.records.claim import ActorClaim, Anchor, Claim, EventClaim, MeetingClaim, Party, Place, StatementClaim
from mahdar.records.group import Member
from mahdar.records.ids import text_id
from mahdar.records.page import Page, PageMeta
from mahdar.records.reading import Reading
from mahdar.records.text import Text
from mahdar.records.value import Missing, Span, Value
from mahdar.store.changes import run_at
from mahdar.store.database import open_store
from mahdar.store.save import save_reading
from quality.material import language

SIZES = (125_000, 250_000, 500_000, 1_000_000)
EACH = 20
"""Claims of an article: 2 meetings, 6 statements, 4 events, 8 actors."""
A_DAY = 400
"""Articles published on one day; more claims mean more days."""
SIDES = ("USA", "RUS", "CHN", "EGY", "SAU", "TUR", "IRN", "FRA", "DEU", "GBR", "IND", "JPN", "QAT", "ARE", "IRQ", "JOR")
ABSENT = Missing(reason="absent", rule="bench")
WORDS = tuple(f"w{number}" for number in range(4000))
T = TypeVar("T")
START = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m quality.bench_merge", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="how many claims are merged (four sizes)")
    parser.add_argument("--beside", type=int, default=100_000, help="claims of the store beside which one article is added")
    args = parser.parse_args()
    known = language()
    for size in args.sizes:
        _time_merge(size, known)
    if args.beside:
        _time_one_more(args.beside, known)
    return 0


def _time_merge(size: int, known: Language) -> None:
    members: list[Member] = []
    letters: dict[str, str] = {}
    for article in islice(_articles(), size // EACH):
        text, claims = article.text, article.claims
        letters[text.text_id] = text.letters
        members += (_member(number, text, claim) for number, claim in enumerate(claims))
    gc.collect()
    begun = time.perf_counter()
    groups = merge(members, (), known, as_of="2030-01-01", letters=letters)
    took = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{len(members):>9} claims merged into {len(groups):>8} groups in {took:7.1f} s,"
        f" {1e6 * took / len(members):6.1f} µs a claim; peak memory {memory} MB",
        flush=True,
    )


def _time_one_more(claims: int, known: Language) -> None:
    """Print how long it takes to keep, group and name one article more, and how much of it grouping takes."""
    stream = _articles()
    with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/bench.db") as store:
        many = [(_page(one), one) for one in islice(stream, claims // EACH)]
        begun = time.perf_counter()
        take_in(store, many, known, run=run_at(START))
        print(f"{claims:>9} claims kept and grouped in {time.perf_counter() - begun:.0f} s", flush=True)
        kept, named = [], []
        for number, one in enumerate(islice(stream, 11)):
            run = run_at(START + timedelta(minutes=number + 1))
            begun = time.perf_counter()
            save_reading(store, one, _page(one), run=run)
            between = time.perf_counter()
            name_records(store, known, run=run)
            kept.append(1000 * (between - begun))
            named.append(1000 * (time.perf_counter() - between))
    print(
        f"one article of {EACH} claims more: kept in {median(kept):.0f} ms, grouped and named in {median(named):.0f} ms"
        f" (medians of 11; slowest {max(kept):.0f} and {max(named):.0f} ms)"
    )


def _member(number: int, text: Text, claim: Claim) -> Member:
    published = text.published.value if isinstance(text.published, Value) else None
    name = str(text.name)
    return Member(claim_id=f"{name}-{number:02d}", article_id=name, outlet="bench", published=published, claim=claim)


def _articles() -> Iterator[Reading]:
    """Give readings day by day; each event of a day is told by some articles of it, in almost the same words."""
    dice = random.Random(7)
    for day in range(100_000):
        published = (date(2000, 1, 1) + timedelta(days=day)).isoformat()
        events = [_event(dice) for _ in range(A_DAY)]
        for number in range(A_DAY):
            yield _reading(f"b{day}-{number}", published, dice, events)


def _event(dice: random.Random) -> tuple[tuple[str, str], tuple[str, ...]]:
    one, other = dice.sample(SIDES, 2)
    return (one, other), tuple(dice.choices(WORDS, k=20))


def _reading(name: str, published: str, dice: random.Random, events: list[tuple[tuple[str, str], tuple[str, ...]]]) -> Reading:
    told = [dice.choice(events) for _ in range(6)]
    words = [dice.sample(own, 18) if dice.random() < 0.3 else list(own) for _, own in told]
    letters = f"{name} {published} " + " ".join(" ".join(own) for own in words)
    spans, at = [], len(name) + len(published) + 2
    for own in words:
        length = len(" ".join(own))
        spans.append(Span(start=at, end=at + length))
        at += length + 1
    text = _text(name, published, letters)
    claims: list[Claim] = []
    for number, (sides, _) in enumerate(told[:2]):
        claims.append(_meeting(_anchor(text, "m", number, spans[number]), sides, published if dice.random() < 0.7 else None))
    claims += [_statement(_anchor(text, "s", n, spans[n]), told[n][0][0], spans[n]) for n in range(6)]
    claims += [_act(_anchor(text, "e", n, spans[n]), told[n][0]) for n in range(4)]
    claims += [_actor(_anchor(text, "a", n, spans[n % 6]), told[n % 6][0][n // 6], n) for n in range(8)]
    return Reading(text=text, version=VERSION, data_digest="bench", claims=tuple(claims), problems=())


def _text(name: str, published: str, letters: str) -> Text:
    page = Page(page_id=name, content=letters.encode(), media="text/plain", source=name, meta=PageMeta(name=name))
    return Text(
        text_id=text_id(letters),
        page_id=page.page_id,
        letters=letters,
        labels=(),
        title=ABSENT,
        outlet=ABSENT,
        byline=ABSENT,
        dateline=ABSENT,
        published=_value(published),
        url=None,
        name=name,
    )


def _page(reading: Reading) -> Page:
    name = str(reading.text.name)
    meta = PageMeta(name=name)
    return Page(page_id=name, content=reading.text.letters.encode(), media="text/plain", source=name, meta=meta)


def _anchor(text: Text, kind: str, number: int, span: Span) -> Anchor:
    return Anchor(key=f"{kind}{number}-{text.name}", text=text.text_id, trigger=span, target=None, evidence=span)


def _party(side: str, span: Span) -> Party:
    return Party(name=f"minister {side.lower()}", actor=f"{side.lower()}:minister", of=side, rule="bench", evidence=(span,))


def _meeting(anchor: Anchor, sides: tuple[str, str], day: str | None) -> MeetingClaim:
    when = When(edtf=day, precision=1, basis="from_publication") if day else None
    place = Place(city=None, city_id=None, country=sides[0])
    return MeetingClaim(
        anchor=anchor,
        form=_value("meeting"),
        level=ABSENT,
        parties=tuple(_party(side, anchor.evidence) for side in sides),
        day=_value(when) if when else ABSENT,
        place=_value(place),
        format=ABSENT,
        forum=ABSENT,
        forum_id=ABSENT,
        ordinal=ABSENT,
        series=ABSENT,
        status=_value("held"),
        manner=ABSENT,
        within=None,
        central=True,
    )


def _statement(anchor: Anchor, side: str, span: Span) -> StatementClaim:
    return StatementClaim(
        anchor=anchor,
        speaker=_value(f"minister {side.lower()}"),
        speaker_actor=f"{side.lower()}:minister",
        of=_value(side),
        mode="direct",
        content=span,
        act=_value("say"),
        via=ABSENT,
        chain=(),
        voice="attributed",
        meeting=None,
        document=None,
        complete=True,
    )


def _act(anchor: Anchor, sides: tuple[str, str]) -> EventClaim:
    return EventClaim(
        anchor=anchor,
        type=_value("CONSULT"),
        mode=ABSENT,
        context=ABSENT,
        actors=sides[:1],
        recipients=sides[1:],
        unnamed=(),
        alleged=False,
    )


def _actor(anchor: Anchor, side: str, number: int) -> ActorClaim:
    listed = number % 2 == 0
    return ActorClaim(
        anchor=anchor,
        type="state" if listed else "person",
        actor=side if listed else f"p:{anchor.key}",
        name=_value(side if listed else f"envoy {side.lower()} {anchor.key[:6]}"),
        of=_value(side),
        role=_value("envoy"),
        office=ABSENT,
    )


def _value(held: T) -> Value[T]:
    return Value(value=held, certainty="stated", basis="bench", rule="bench", evidence=())


if __name__ == "__main__":
    sys.exit(main())
