"""Do the reports of many papers become the right records? Pairs of reports of one meeting, against a gold made by reading."""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from mahdar.batch.local import read_many
from mahdar.language.language import Language
from mahdar.merge.days import Days, days_of
from mahdar.merge.merge import merge
from mahdar.merge.people import Who, is_one_person
from mahdar.merge.words import plain_words
from mahdar.read.files import find_pages
from mahdar.records.annotated import When
from mahdar.records.claim import Claim, MeetingClaim, Party
from mahdar.records.group import Group, Member
from mahdar.records.problem import Problem
from mahdar.records.reading import Reading
from mahdar.records.value import value_of
from quality.material import ROOT, SHARED, language

OUTLETS = SHARED / "bench" / "outlets.jsonl"
GOLD = ROOT / "quality" / "merge_gold.tsv"
APART = ROOT / "quality" / "merge_apart.tsv"
NOBODY = "-"
WITHIN, BOTH = "/", "+"
"""What parts a visit from talks on it, and the hosts of talks that one report tells as one: `carter-irq/abadi+obeidi`."""


class Mention(NamedTuple):
    """A meeting that an article tells: its label, the sides, when and where it was, and the family names of those named."""

    article: str
    label: str
    sides: frozenset[str]
    days: Days | None
    state: str | None
    people: tuple[tuple[str, ...], ...]


class Pair(NamedTuple):
    """Two tellings in two articles; `claims` are what was read of them, None for what was not."""

    one: Mention
    other: Mention
    claims: tuple[str | None, str | None]
    joined: bool
    misread: bool
    """True where a day, state or number of people was read that is not that of the meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeScore:
    """How the pairs of tellings fare: of one meeting (`same`) and of others (`apart`), and claims joined beyond the gold."""

    mentions: int
    read: int
    same: tuple[Pair, ...]
    apart: tuple[Pair, ...]
    hard: tuple[Pair, ...]
    """Those of `apart` that the list of look-alikes names."""
    beyond: tuple[Member, ...]

    @property
    def precision(self) -> float:
        """Return the share of joined pairs that are one meeting."""
        right, wrong = sum(pair.joined for pair in self.same), sum(pair.joined for pair in self.apart)
        return right / (right + wrong) if right + wrong else 1.0

    @property
    def recall(self) -> float:
        """Return the share of pairs of one meeting that are joined, of those of which both tellings were read."""
        found = [pair.joined for pair in self.same if None not in pair.claims]
        return sum(found) / len(found) if found else 0.0

    @property
    def merging(self) -> float:
        """Return the share of pairs of one meeting that are joined, of those that were read rightly or are joined."""
        found = [pair.joined for pair in self.same if pair.joined or not (None in pair.claims or pair.misread)]
        return sum(found) / len(found) if found else 0.0

    @property
    def whole(self) -> float:
        """Return the share of all pairs of one meeting that are joined; what was not read is missed."""
        return sum(pair.joined for pair in self.same) / len(self.same) if self.same else 0.0


def main() -> int:
    """Print the figures and, with `--cases`, the pairs that are joined wrongly or missed."""
    parser = argparse.ArgumentParser(prog="python -m quality.merging", description=__doc__)
    parser.add_argument("--cases", action="store_true", help="show what was joined wrongly, missed, or is beyond the gold")
    args = parser.parse_args()
    print(merging_told(language()))
    if args.cases and OUTLETS.is_file():
        score = score_merging(language())
        for name, pairs in (("wrong", score.apart), ("missed", score.same)):
            for one, other, claims, joined, misread in pairs:
                if joined == (name == "wrong"):
                    why = "not read" if None in claims else "misread" if misread else "merging"
                    print(f"{name} ({why}): {one.article} {one.label} | {other.article} {other.label} {claims}")
        for member in score.beyond:
            print(f"beyond the gold: {member.claim_id}")
    return 0


def merging_told(known: Language) -> str:
    """Return the figures, or why there are none."""
    if not OUTLETS.is_file():
        return "merging over papers: skipped, there is no bench/outlets.jsonl beside this repository"
    return told(score_merging(known))


def told(score: MergeScore) -> str:
    """Return the figures in three lines."""
    read = [pair for pair in score.same if None not in pair.claims]
    joined, wrong = (sum(pair.joined for pair in pairs) for pairs in (score.same, score.apart))
    misread = sum(pair.misread and not pair.joined for pair in read)
    hard = sum(pair.joined for pair in score.hard)
    return (
        f"merging over papers: precision {score.precision:.3f}; recall {score.merging:.3f} of what was read rightly,"
        f" {score.recall:.3f} of what was read, {score.whole:.3f} of all\n"
        f"  pairs of one meeting {len(score.same)}: both read {len(read)}, of these misread {misread}, joined {joined};"
        f" tellings read {score.read} of {score.mentions}\n"
        f"  pairs of others joined {wrong} of {len(score.apart)}, of look-alikes {hard} of {len(score.hard)};"
        f" claims joined beyond the gold {len(score.beyond)}"
    )


def score_merging(known: Language) -> MergeScore:
    """Return how the articles of many papers are merged."""
    members, letters = read_articles(OUTLETS, known)
    groups = merge(members, (), known, letters=letters)
    return score_groups([group for group in groups if group.kind == "meeting"], mentions_of(GOLD, known), known)


def score_groups(groups: Sequence[Group], mentions: Sequence[Mention], known: Language) -> MergeScore:
    """Return how some groups of meeting claims stand to what is told."""
    record = {member.claim_id: number for number, group in enumerate(groups) for member in group.members}
    members = {member.claim_id: member for group in groups for member in group.members}
    claim_of = matched(members.values(), mentions, known)
    misread = {mention for mention, name in claim_of.items() if _is_misread(mention, members[name].claim)}

    def pair(one: Mention, other: Mention) -> Pair:
        claims = (claim_of.get(one), claim_of.get(other))
        mine, his = (record.get(claim) if claim else None for claim in claims)
        joined = mine is not None and mine == his
        return Pair(one=one, other=other, claims=claims, joined=joined, misread=one in misread or other in misread)

    pairs = [
        (_relation(one.label, other.label), pair(one, other))
        for one, other in combinations(mentions, 2)
        if one.article != other.article
    ]
    alike = look_alikes()
    apart = tuple(pair for relation, pair in pairs if relation == "apart" and None not in pair.claims)
    known_claims = set(claim_of.values())
    joined = [group for group in groups if len({member.article_id for member in group.members}) > 1]
    return MergeScore(
        mentions=len(mentions),
        read=len(claim_of),
        same=tuple(pair for relation, pair in pairs if relation == "same"),
        apart=apart,
        hard=tuple(pair for pair in apart if frozenset((pair.one.label, pair.other.label)) in alike),
        beyond=tuple(member for group in joined for member in group.members if member.claim_id not in known_claims),
    )


def read_articles(path: Path, known: Language) -> tuple[list[Member], dict[str, str]]:
    """Return the claims of all articles of a file, as a store would hand them over, and the letters of their texts."""
    members: list[Member] = []
    letters: dict[str, str] = {}
    for outcome in read_many(find_pages([path], sys.stdin.buffer), known, workers=2):
        if not isinstance(outcome, Problem):
            page, reading = outcome
            letters[reading.text.text_id] = reading.text.letters
            name, outlet = str(page.meta.name), page.meta.outlet
            published = value_of(reading.text.published) or page.meta.published
            members += _members(reading, name, outlet, published)
    return members, letters


def mentions_of(path: Path, known: Language) -> list[Mention]:
    """Return the tellings of a gold file."""
    return [
        Mention(
            article=row["article"],
            label=row["group"],
            sides=frozenset(row["sides"].split()),
            days=days_of(When(edtf=row["day"], precision=1, basis="stated")) if row["day"] != NOBODY else None,
            state=row["state"] if row["state"] != NOBODY else None,
            people=tuple(plain_words(name.replace("_", " "), known.folding) for name in row["people"].split() if name != NOBODY),
        )
        for row in _rows(path)
    ]


def look_alikes() -> set[frozenset[str]]:
    """Return the pairs of labels that must not be joined though they look alike."""
    return {frozenset((row["one"], row["other"])) for row in _rows(APART)}


def matched(members: Iterable[Member], mentions: Sequence[Mention], known: Language) -> dict[Mention, str]:
    """Return for each telling that was read its claim: of one article, by people and sides, the best pair first."""
    scored = [
        (-fit, mention, member.claim_id)
        for member in members
        for mention in mentions
        if mention.article == member.article_id and (fit := _fit(member, mention, known)) > 0
    ]
    found: dict[Mention, str] = {}
    taken: set[str] = set()
    for _, mention, claim_id in sorted(scored, key=lambda row: (row[0], row[1].label, row[2])):
        if mention not in found and claim_id not in taken:
            found[mention] = claim_id
            taken.add(claim_id)
    return found


def _fit(member: Member, mention: Mention, known: Language) -> int:
    """Return how well a claim tells what a mention is about, 0 where it tells of something else."""
    claim = member.claim
    if not isinstance(claim, MeetingClaim):
        return 0
    sides = {party.of for party in claim.parties if party.of}
    named = [_words(party, known) for party in claim.parties if party.name]
    there = sum(any(_is_one(person, name) for name in named) for person in mention.people)
    foreign = sum(not any(_is_one(person, name) for person in mention.people) for name in named)
    is_told = sides == mention.sides or (there >= 2 and sides & mention.sides)
    if not is_told or (named and mention.people and not there):
        return 0
    return 10 + 3 * there - 2 * foreign - (len(mention.people) - there)


def _words(party: Party, known: Language) -> tuple[str, ...]:
    return plain_words(party.name or "", known.folding)


def _is_one(person: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return is_one_person(Who(None, person), Who(None, name))


def _relation(one: str, other: str) -> str:
    """Return whether two labels are one meeting, others, or not to be judged: a visit and talks on it, talks in part the same."""
    if one == other:
        return "same"
    mine, _, my_hosts = one.partition(WITHIN)
    his, _, his_hosts = other.partition(WITHIN)
    if mine != his:
        return "apart"
    parted = my_hosts and his_hosts and set(my_hosts.split(BOTH)).isdisjoint(his_hosts.split(BOTH))
    return "apart" if parted else "open"


def _is_misread(mention: Mention, claim: Claim) -> bool:
    """Return True where a claim tells a day or state that is not that of the meeting, or more people than were there."""
    if not isinstance(claim, MeetingClaim):
        return True
    days, place = days_of(value_of(claim.day)), value_of(claim.place)
    if days and mention.days and (days.first > mention.days.last + 1 or mention.days.first > days.last + 1):
        return True
    if place and place.country and mention.state and place.country != mention.state:
        return True
    sides = {party.of for party in claim.parties if party.of}
    named = sum(party.name is not None for party in claim.parties)
    return sides != mention.sides or (named != len(mention.people) and max(named, len(mention.people)) > 1)


def _members(reading: Reading, name: str, outlet: str | None, published: str | None) -> Iterator[Member]:
    for number, claim in enumerate(reading.claims):
        yield Member(claim_id=f"{name}-{number:03d}", article_id=name, outlet=outlet, published=published, claim=claim)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


if __name__ == "__main__":
    sys.exit(main())
