"""What a person said about what the program showed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mahdar.records.value import Span

Verdict = Literal["same", "different", "unsure", "right", "wrong", "should_be"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a judgement is about: a claim's kind, text and evidence span, the field meant, and what was seen at the time.

    `quote` holds the exact words of the span, `prefix` and `suffix` up to 32 letters around them, to find it in a changed text.
    """

    kind: str
    text: str
    span: Span
    quote: str
    prefix: str
    suffix: str
    field: str | None
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A verdict on one or two targets, by whom, when (ISO 8601) and why; `value` is what `should_be` says."""

    judgement_id: str
    verdict: Verdict
    targets: tuple[Target, ...]
    value: str | None
    who: str
    when: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a person says: of one claim or record (`about`), or of two; of a whole, or of one field."""

    verdict: Verdict
    about: tuple[str, ...]
    field: str | None
    value: str | None
    who: str
    when: str
    """ISO 8601."""
    why: str
