"""What does the program know of the language and the world, as one frozen record?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mahdar.arabic.letters import folding, key
from mahdar.language.date_words import add_dates
from mahdar.language.gapped import Gapped, build_gapped
from mahdar.language.issues import Issue, add_issues, read_issues
from mahdar.language.lexicon import (
    Lexicon,
    add_cities,
    add_initiatives,
    add_orgs,
    add_other_names,
    add_people,
    add_roles,
    add_senses,
    add_states,
    add_words,
)
from mahdar.language.load import read_entries, read_table
from mahdar.language.name_letters import letter_weights
from mahdar.language.page_patterns import PagePatterns, load_page_patterns
from mahdar.language.patterns import Trie
from mahdar.language.tables import Role, Sense, World, read_roles, read_senses, read_world

LEXICA = (
    ("diplomacy/meetings*.yaml", "meet"),
    ("diplomacy/speech*.yaml", "say"),
    ("diplomacy/events/*.yaml", "event"),
    ("diplomacy/stances*.yaml", "stance"),
    ("diplomacy/agreements*.yaml", "agree"),
    ("arabic/human_verbs.yaml", "human"),
)
"""The lexica of verbs and nouns, and the kind under which each is entered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Everything read from `data/`: the folding of letters, one trie for all words, and the tables behind its entries."""

    digest: str
    folding: Mapping[int, str]
    trie: Trie
    gapped: Gapped
    """Expressions of events and agreements whose words may stand apart."""
    world: World
    roles: Mapping[str, Role]
    senses: Mapping[str, Sense]
    issues: Mapping[str, Issue]
    """The files of the codebook by slug; their phrases stand in the trie."""
    name_units: Mapping[str, tuple[int, int]]
    """Folded words of names, and how many people bear each as given and as family name, from the upstream layer."""
    borne: Mapping[str, tuple[int, int]]
    """The same with the people of our own tables."""
    name_letters: Mapping[str, float]
    """How much likelier a run of letters is in a name than in another word (log odds)."""
    offices: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """Titles that are one office: roles of the lexicon, and roles of the posts table."""
    pages: PagePatterns
    outlet_states: Mapping[str, str]
    """The home state of each outlet, by its name in `outlets.yaml` and its English name."""


def build_language(root: Path, digest: str) -> Language:
    """Return the language of a `data/` folder, from its files."""
    table = folding(_letter_pairs(root))
    lexicon = Lexicon(table)
    world, roles = read_world(root), read_roles(root)
    name_units = _name_units(root, table)
    borne = _borne(name_units, _borne_words(root, table))
    senses: dict[str, Sense] = {}
    for pattern, kind in LEXICA:
        senses.update(read_senses(root, pattern, kind, table))
    add_states(lexicon, root)
    add_cities(lexicon, root)
    add_other_names(lexicon, root)
    add_orgs(lexicon, root)
    add_people(lexicon, root, world.people)
    add_initiatives(lexicon, root)
    add_roles(lexicon, roles.values())
    add_senses(lexicon, senses.values())
    for name, kind in (
        ("arabic/function_words.yaml", "function"),
        ("arabic/name_words.yaml", "name"),
        ("arabic/name_clues.yaml", "clue"),
        ("diplomacy/modality*.yaml", "mood"),
        ("arabic/sides.yaml", "sides"),
        ("arabic/locatives.yaml", "locative"),
        ("outlets/heads.yaml", "medium"),
        ("diplomacy/clauses.yaml", "clause"),
        ("diplomacy/elsewhere.yaml", "elsewhere"),
        ("diplomacy/parties.yaml", "party"),
        ("diplomacy/clause-ends.yaml", "speech"),
        ("diplomacy/speakers.yaml", "speaker"),
        ("diplomacy/documents.yaml", "document"),
        ("diplomacy/acting.yaml", "acting"),
        ("diplomacy/formulae.yaml", "formula"),
        ("diplomacy/positions.yaml", "position"),
        ("diplomacy/issued.yaml", "issued"),
        ("diplomacy/initiatives*.yaml", "initiative"),
        ("diplomacy/capacities*.yaml", "capacity"),
        ("diplomacy/timings.yaml", "timing"),
        ("arabic/ordinals.yaml", "ordinal"),
    ):
        add_words(lexicon, root, name, kind)
    add_dates(lexicon, root)
    add_issues(lexicon, root)
    return Language(
        digest=digest,
        folding=table,
        trie=lexicon.trie,
        gapped=build_gapped([sense for sense in senses.values() if sense.kind in {"event", "agree"}], table),
        world=world,
        roles=roles,
        senses=senses,
        issues=read_issues(root),
        name_units=name_units,
        borne=borne,
        name_letters=letter_weights(borne, table),
        offices=tuple(
            (frozenset(row.words("roles")), frozenset(row.words("posts"))) for row in read_entries(root, "diplomacy/offices.yaml")
        ),
        pages=load_page_patterns(root),
        outlet_states=_outlet_states(root),
    )


def _letter_pairs(root: Path) -> dict[str, str]:
    """Return which letter is read as which."""
    return {source: row.text("to") for row in read_entries(root, "arabic/letters.yaml") for source in row.words("from")}


def _name_units(root: Path, table: Mapping[int, str]) -> dict[str, tuple[int, int]]:
    """Return the words of names from the upstream layer."""
    return {
        key(row.text("arabic"), table): (int(row.text("given")), int(row.text("family")))
        for row in read_table(root, "upstream/name_units.tsv")
    }


def _borne(units: Mapping[str, tuple[int, int]], listed: Mapping[str, list[int]]) -> dict[str, tuple[int, int]]:
    """Return the words of names of both layers, their bearers added up."""
    found = dict(units)
    for word, (first, later) in listed.items():
        given, family = found.get(word, (0, 0))
        found[word] = (given + first, family + later)
    return found


def _borne_words(root: Path, table: Mapping[int, str]) -> dict[str, list[int]]:
    """Return how many listed people bear each word as the first of their name, and as a later one."""
    titles = {key(word, table) for row in read_entries(root, "arabic/name_words.yaml") for word in row.words("words")}
    bearers: dict[tuple[str, int], set[str]] = {}
    for row in read_table(root, "world/people/names*.tsv"):
        if row.text("kind") == "full":
            words = [word for word in key(row.text("arabic"), table).split() if word not in titles]
            for place, word in enumerate(words):
                bearers.setdefault((word, min(place, 1)), set()).add(row.text("person"))
    counts: dict[str, list[int]] = {}
    for (word, later), people in bearers.items():
        counts.setdefault(word, [0, 0])[later] = len(people)
    return counts


def _outlet_states(root: Path) -> dict[str, str]:
    """Return the home state of each outlet by every name; agencies and channels report from everywhere and have none."""
    return {
        name: row.text("state")
        for row in read_entries(root, "outlets/outlets.yaml")
        if row.text("kind") not in {"agency", "channel"}
        for name in (row.text("english"), *row.words("names"))
    }
