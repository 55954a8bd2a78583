"""What are views made with, beside the store?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.export.phrases import Phrases
from mahdar.language.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """The language by which sources are compared, the phrases that are looked for, and the day by which plans expire."""

    language: Language
    phrases: Phrases
    as_of: str | None
