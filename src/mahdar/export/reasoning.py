"""How was a day worked out? The reading does not keep the steps, so the text is annotated once more."""

from __future__ import annotations

from mahdar.language.language import Language
from mahdar.pipeline import trace_text
from mahdar.records.text import Text
from mahdar.records.value import Evidence, Words


def reasoning_of(text: Text, evidence: tuple[Evidence, ...], language: Language) -> tuple[str, ...]:
    """Return the reasoning of each mention of a day that some evidence covers, with its words."""
    spans = [(each.start, each.end) for each in evidence if isinstance(each, Words)]
    return tuple(
        f"«{text.words_of(date.span)}»: {date.reasoning}"
        for date in trace_text(text, language).annotated.dates
        if any(date.span.start < end and start < date.span.end for start, end in spans)
    )
