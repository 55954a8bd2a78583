"""What a field holds: a value with its grounds, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeAlias, TypeVar

T = TypeVar("T")

Certainty = Literal["stated", "inferred", "computed"]
Reason = Literal["absent", "unread", "conflict", "not_applicable"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A run of letters: start and end in code points of the stored text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Evidence: a span of a text (W3C Web Annotation derives exact, prefix and suffix from it)."""

    text: str
    start: int
    end: int
    source: Literal["words"] = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """Evidence: an item of the page's own metadata, such as `article:published_time`."""

    page: str
    item: str
    content: str
    source: Literal["meta"] = "meta"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Evidence: a dated entry of `data/`, as `file:id`."""

    entry: str
    source: Literal["entry"] = "entry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Evidence: another claim, by its id."""

    claim: str
    source: Literal["claim"] = "claim"


Evidence: TypeAlias = Words | Meta | Entry | Other


@dataclass(frozen=True, slots=True, kw_only=True)
class Value(Generic[T]):
    """A value, how sure it is, by which basis and rule, and what it rests on."""

    value: T
    certainty: Certainty
    basis: str
    rule: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """No value, and why: only `absent` may be shown as "not stated".

    `evidence` holds the words that were seen and not read (`unread`) or that disagree (`conflict`).
    """

    reason: Reason
    rule: str
    evidence: tuple[Evidence, ...] = ()


def value_of(field: Value[T] | Missing) -> T | None:
    """Return what a field holds, or None where it holds a reason.

    >>> value_of(Missing(reason="absent", rule="r")) is None
    True
    """
    return field.value if isinstance(field, Value) else None
