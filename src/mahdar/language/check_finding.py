"""What is a fault of a data file?"""

from __future__ import annotations

from dataclasses import dataclass

FIX = "Run `mahdar data check --fix`."


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Where a file is not as its README says, what is wrong, and what to do; `is_shape` where it cannot even be loaded."""

    at: str
    what: str
    remedy: str
    is_shape: bool = False

    def __str__(self) -> str:
        return f"data/{self.at}: {self.what}. {self.remedy}"
