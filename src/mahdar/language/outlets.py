"""Which outlet or agency does a name, or an address, belong to?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mahdar.errors import DataError
from mahdar.language.furniture import tokens_of
from mahdar.language.load import read_entries

KINDS = ("agency", "channel", "paper", "site")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets:
    """Folded names, as tuples of words, and domains, each with the usual Arabic name of its outlet."""

    names: Mapping[tuple[str, ...], str]
    agencies: frozenset[str]
    """Usual names of those outlets that are agencies."""
    domains: Mapping[str, str]

    def of_address(self, url: str) -> str | None:
        """Return the usual name of the outlet that an address belongs to, None where its domain is not listed."""
        host = url.partition("://")[2].partition("/")[0].partition(":")[0].lower()
        while host:
            if host in self.domains:
                return self.domains[host]
            host = host.partition(".")[2]
        return None


def load_outlets(root: Path, letters: Mapping[int, str]) -> Outlets:
    """Return the outlets of `outlets/outlets.yaml` below `root`, names folded by the table `letters`."""
    names: dict[tuple[str, ...], str] = {}
    domains: dict[str, str] = {}
    agencies: set[str] = set()
    for row in read_entries(root, "outlets/outlets.yaml"):
        if row.text("kind") not in KINDS:
            raise DataError(f"data/{row.at}: kind `{row.text('kind')}` is not known. Write one of: {', '.join(KINDS)}.")
        usual = row.words("names")[0]
        if row.text("kind") == "agency":
            agencies.add(usual)
        for name in (*row.words("names"), row.text("english")):
            names.setdefault(tokens_of(name, letters), usual)
        domains.update(dict.fromkeys(row.words("domains"), usual))
    return Outlets(names=names, agencies=frozenset(agencies), domains=domains)
