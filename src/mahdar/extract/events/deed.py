"""An act in the making: what the words around one trigger say, before the tellings of one act are joined."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.records.value import Other, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One telling of an act: its type and mode, who and towards whom, its words, by which rule."""

    type: str
    mode: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    unnamed: tuple[Span, ...]
    trigger: Span
    target: Span | None
    evidence: Span
    content: tuple[str, ...]
    """The folded words of what the act is about."""
    sentence: int
    in_title: bool
    rule: str
    alleged: bool = False
    source: Other | None = None
    """The meeting or agreement from which the act is derived."""
