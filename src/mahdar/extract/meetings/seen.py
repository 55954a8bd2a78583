"""Which words for a day, a place or a forum stand beside a meeting that took none of them?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from mahdar.extract.ground import Ground
from mahdar.extract.meetings.chains import NOMINAL
from mahdar.extract.meetings.join import Told
from mahdar.records.annotated import Hit
from mahdar.records.value import Missing, Span

TALKS = frozenset({"gather.mubahathat", "gather.ijtima-general", "gather.jalsa"})
"""Nouns for talks of any kind, which name no forum."""
BESIDE = 1
"""So many sentences before and after a telling are looked through."""


def no_day(ground: Ground, meeting: Told) -> Missing:
    """Return why a meeting has no day: no words of time stand beside it, or those that do were not read as its day."""
    return _missing(ground, meeting, "day", (date.span for date in ground.doc.dates))


def no_place(ground: Ground, meeting: Told) -> Missing:
    """Return why a meeting has no place: no place is named beside it, or those that are were not read as its own."""
    return _missing(ground, meeting, "place", (place.span for place in ground.doc.places))


def no_forum(ground: Ground, meeting: Told) -> Missing:
    """Return why a meeting has no forum: no summit, session or margins are told beside it, or they were not read as its own."""
    gatherings = (
        ground.doc.span(hit.first, hit.last) for hit in ground.doc.hits if hit.kind == "meet" and _is_forum(ground, hit)
    )
    return _missing(ground, meeting, "forum", gatherings)


def _is_forum(ground: Ground, hit: Hit) -> bool:
    """Return True for a noun of a gathering with a name, or of any meeting with a number."""
    named = hit.entry.startswith(("gather.", "margin.")) and hit.entry not in TALKS
    return named or (hit.form in NOMINAL and ground.has(hit.last, "ordinal"))


def _missing(ground: Ground, meeting: Told, field: str, spans: Iterable[Span]) -> Missing:
    """Return that a field is absent, or unread with the words that were seen."""
    near = _near(ground, meeting)
    seen = tuple(ground.words(span) for span in spans if near(span))
    return Missing(reason="unread" if seen else "absent", rule=f"meeting.{field}", evidence=seen)


def _near(ground: Ground, meeting: Told) -> Callable[[Span], bool]:
    """Return whether a span lies in the sentences of a meeting's tellings, or in those beside them."""
    limits = list(_limits(ground, meeting))
    return lambda span: any(first <= span.start and span.end <= last for first, last in limits)


def _limits(ground: Ground, meeting: Told) -> Iterator[tuple[int, int]]:
    """Yield first and last letter of the sentences that are looked through; those of furniture are left out."""
    tokens = ground.doc.tokens
    for draft in meeting.drafts:
        for number in range(draft.sentence - BESIDE, draft.sentence + BESIDE + 1):
            sentence = ground.doc.sentences[number] if 0 <= number < len(ground.doc.sentences) else None
            if sentence and sentence.part != "furniture" and sentence.first < sentence.last:
                yield tokens.starts[sentence.first], tokens.ends[sentence.last - 1]
