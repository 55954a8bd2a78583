"""All that one version of the program found in one text."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.records.annotated import Annotated
from mahdar.records.claim import Claim
from mahdar.records.problem import Problem
from mahdar.records.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text, the versions of code and data that read it, and the claims found; one reading is current per article."""

    text: Text
    version: str
    data_digest: str
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """A reading with the annotation it came from, for `explain`."""

    reading: Reading
    annotated: Annotated
