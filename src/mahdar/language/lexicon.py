"""Which words are in the lexicon, under which kind and in which forms?"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from mahdar.arabic.letters import ALEF, ARTICLE, key
from mahdar.arabic.nisba import HEH, nisba_forms
from mahdar.arabic.verbs import TEH, WAW, YEH, participle_forms, past_forms, present_forms
from mahdar.language.load import read_entries, read_table
from mahdar.language.patterns import GLUED, Entry, Trie, add
from mahdar.language.tables import Person, Role, Sense

SUFFIXES = tuple(HEH + rest for rest in ("", ALEF, "\N{ARABIC LETTER MEEM}" + ALEF, "\N{ARABIC LETTER MEEM}"))
"""The pronouns of the third person that a noun may carry: his, her, of the two, their."""

LISTED = "listed"
"""First detail of an initiative that `initiatives.tsv` names."""

_PARTS = re.compile(r"[^\W\d_]+|\d+|[^\s\w]")
"""The parts of a phrase, cut as a text is cut into tokens."""


INITIAL = 3
"""Letters that the name of a letter has at most."""


SEATED = (
    "\N{ARABIC LETTER WAW WITH HAMZA ABOVE}\N{ARABIC LETTER WAW}",
    "\N{ARABIC LETTER YEH WITH HAMZA ABOVE}\N{ARABIC LETTER WAW}",
)
"""The seat of a hamza before a long u: papers of Egypt and the Sudan write it on yeh (affairs, official)."""


class Lexicon:
    """Builds the trie; only `language/` sees it unfinished."""

    def __init__(self, table: Mapping[int, str]) -> None:
        self.table = table
        self.trie: Trie = {}

    def enter(self, phrase: str, entry: Entry) -> None:
        """Enter a phrase as it is, after folding, and in the spelling of the Nile valley."""
        for spelling in dict.fromkeys((phrase, phrase.replace(*SEATED))):
            words = _PARTS.findall(key(spelling, self.table))
            if words:
                add(self.trie, _glued(words), entry)

    def enter_forms(self, phrase: str, inflect: Callable[[str], dict[str, str]], entry: Entry) -> None:
        """Enter all forms that an inflection gives; the form's name is put before the entry's details."""
        for form, name in inflect(key(phrase, self.table)).items():
            add(self.trie, _glued(form.split()), entry._replace(detail=(name, *entry.detail)))


def _glued(words: list[str]) -> list[str]:
    """Return a phrase whose last word is a preposition of one letter with that letter marked: it stands on the next word."""
    if len(words) > 1 and len(words[-1]) == 1 and words[-1].isalpha():
        return [*words[:-1], GLUED + words[-1]]
    return words


def add_states(lexicon: Lexicon, root: Path) -> None:
    """Enter the names of states, their nisbas, capitals, seats and bodies."""
    for row in read_table(root, "world/state_names.tsv"):
        form, note = row.text("kind"), row.text("note")
        period = (row.text("from"), row.text("until"))
        if form == "nisba":
            entry = Entry("nisba", row.text("code"), "nisba", (note, *period))
            lexicon.enter_forms(row.text("arabic"), nisba_forms, entry)
        elif form == "plural":
            for article in ("", ARTICLE):
                entry = Entry("nisba", row.text("code"), "nisba", ("mp", note, *period))
                lexicon.enter(article + row.text("arabic"), entry)
        else:
            lexicon.enter(row.text("arabic"), Entry("state", row.text("code"), form, (note, *period)))


def add_other_names(lexicon: Lexicon, root: Path) -> None:
    """Enter longer phrases that hold the name of a state or city and mean something else."""
    for row in read_table(root, "world/not_*.tsv"):
        lexicon.enter(row.text("arabic"), Entry("other", row.text("kind"), "phrase"))


def add_cities(lexicon: Lexicon, root: Path) -> None:
    """Enter the names of cities."""
    for row in read_table(root, "world/cities.tsv"):
        lexicon.enter(row.text("arabic"), Entry("city", row.text("id"), row.text("role"), (row.text("state"),)))


def add_orgs(lexicon: Lexicon, root: Path) -> None:
    """Enter the names of organisations and of media that relay."""
    for row in read_table(root, "world/org_names.tsv"):
        if row.text("kind") == "adjective":
            entry = Entry("nisba", row.text("code"), "nisba", (row.text("note"), "", ""))
            lexicon.enter_forms(row.text("arabic"), nisba_forms, entry)
        else:
            lexicon.enter(row.text("arabic"), Entry("org", row.text("code"), row.text("kind"), (row.text("note"),)))
    for row in read_table(root, "outlets/relays.tsv"):
        entry = Entry("relay", row.text("id"), row.text("kind"), (row.text("note"),))
        for name in dict.fromkeys((row.text("arabic"), dotted(row.text("arabic")))):
            lexicon.enter(name, entry)


def dotted(name: str) -> str:
    """Return a name whose initials are spelled out with stops between them.

    >>> dotted("xxxxx aa bb cc"), dotted("xxxxx")
    ('xxxxx aa.bb.cc', 'xxxxx')
    """
    words = name.split()
    found = words[0]
    for before, word in itertools.pairwise(words):
        found += ("." if len(before) <= INITIAL and len(word) <= INITIAL else " ") + word
    return found


def add_people(lexicon: Lexicon, root: Path, people: Mapping[str, Person]) -> None:
    """Enter the names of listed people, and the special titles of their posts."""
    for row in read_table(root, "world/people/names*.tsv"):
        if row.text("person") in people:
            lexicon.enter(row.text("arabic"), Entry("person", row.text("person"), row.text("kind")))
    for row in read_table(root, "world/people/posts*.tsv"):
        if row.text("arabic"):
            lexicon.enter(row.text("arabic"), Entry("post", row.text("id"), "special", (row.text("side"), row.text("role"))))


def add_initiatives(lexicon: Lexicon, root: Path) -> None:
    """Enter the names of listed initiatives, each with who put it forward and the year since when it is known."""
    for row in read_table(root, "world/initiatives.tsv"):
        entry = Entry("initiative", row.text("id"), "listed", (LISTED, row.text("sponsors"), row.text("from")))
        lexicon.enter(row.text("arabic"), entry)


def add_roles(lexicon: Lexicon, roles: Iterable[Role]) -> None:
    """Enter the words of titles, each by its form."""
    for role in roles:
        for form, phrase in role.words:
            lexicon.enter(phrase, Entry("role", role.id, form, (role.level, role.of)))
            if form == "construct":
                _enter_possessed(lexicon, phrase, Entry("role", role.id, "possessed", (role.level, role.of)))


def _enter_possessed(lexicon: Lexicon, phrase: str, entry: Entry) -> None:
    """Enter a title whose last word carries a pronoun: «his defence minister»."""
    *before, last = key(phrase, lexicon.table).split()
    if before:
        for form, owner in noun_forms(last).items():
            if owner.startswith("pronoun"):
                add(lexicon.trie, [*before, form], entry)


def add_words(lexicon: Lexicon, root: Path, name: str, kind: str) -> None:
    """Enter the `words` of each entry of a file under one kind."""
    for row in read_entries(root, name):
        for phrase in row.words("words"):
            lexicon.enter(phrase, Entry(kind, row.text("id"), "word", (row.text("kind"),)))


def add_senses(lexicon: Lexicon, senses: Iterable[Sense]) -> None:
    """Enter every form of the verbs and nouns of a lexicon."""
    for sense in senses:
        inflections = (("past", past_forms), ("present", present_forms), ("active", participle_forms))
        for form, inflect in inflections:
            for phrase in sense.row.words(form):
                lexicon.enter_forms(phrase, inflect, Entry(sense.kind, sense.id, form))
                if form == "active":
                    lexicon.enter_forms(ARTICLE + phrase, participle_forms, Entry(sense.kind, sense.id, "adjective"))
        for phrase in sense.row.words("passive"):
            lexicon.enter_forms(phrase, _passive, Entry(sense.kind, sense.id, "passive"))
        for form in ("masdar", "nouns"):
            for phrase in sense.row.words(form):
                for word, owner in noun_forms(key(phrase, lexicon.table)).items():
                    add(lexicon.trie, word.split(), Entry(sense.kind, sense.id, form, (owner,)))
        for phrase in sense.row.words("words"):
            lexicon.enter(phrase, Entry(sense.kind, sense.id, "word"))


def _passive(base: str) -> dict[str, str]:
    """Return the forms of a passive, past or present by its first letter."""
    return present_forms(base) if base.startswith(YEH) else past_forms(base)


def noun_forms(base: str) -> dict[str, str]:
    """Return a folded noun bare, with the article, in the accusative, and with each pronoun, naming what it carries.

    A noun in heh (teh marbuta) opens it before a pronoun; final hamza after alef is written on waw or yeh too. In «commitment»
    and its like the first letters only look like the article. What follows a noun is its adjective, with the article and the
    accusative that it has, or its owner, on which alone the article stands.
    """
    head, gap, rest = base.partition(" ")
    tail = gap + rest
    forms = {base: "bare", head + ALEF + tail: "bare"}
    if head.startswith(ARTICLE) and not head.startswith(ARTICLE + TEH):
        return {base: "definite"}
    if not rest:
        forms[ARTICLE + head] = "definite"
    else:
        forms[" ".join(ARTICLE + word for word in base.split())] = "definite"
        forms.setdefault(f"{head} {ARTICLE}{rest}", "definite")
        forms.setdefault(f"{head}{ALEF} {rest}{ALEF}", "bare")
    hamza = "\N{ARABIC LETTER HAMZA}"
    stems = [head[:-1] + TEH] if head.endswith(HEH) else [head]
    if head.endswith(hamza):
        stems += [head[:-1] + WAW, head[:-1] + YEH]
    for stem in stems:
        for suffix in SUFFIXES:
            forms.setdefault(stem + suffix + tail, "pronoun:" + suffix)
    return forms
