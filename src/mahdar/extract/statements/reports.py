"""Which words report speech, and what may they take as content?"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from mahdar.arabic.clitics import BEH, splits
from mahdar.arabic.letters import ALEF, LAM, key
from mahdar.arabic.verbs import NOON, YEH
from mahdar.extract.statements.before import subject_before
from mahdar.extract.statements.field import FEH, OPENING, WAW, Field
from mahdar.language.patterns import END, Entry
from mahdar.language.tables import Sense
from mahdar.records.annotated import Hit

FINITE = frozenset({"past", "present"})
VERBAL = frozenset({"past", "present", "active", "word"})
MUTE_ACTS = frozenset({"discuss", "agree"})
SPEAKING = frozenset({"say.ittafaqa"})
"""A sense of a mute act that gives a joint statement all the same."""
MUTE = frozenset(
    {
        "say.rafada", "say.aarada", "reject.nahada", "reject.imtanaa", "reject.itarada", "support.daama", "support.sanada",
        "support.nasara", "say.tadamana", "ask.talaba", "ask.saala", "propose.arada", "propose.taraha", "announce.qarrara",
        "announce.asdara", "announce.nashara", "announce.amara", "say.wajjaha", "say.khataba", "say.tala", "say.tawajjaha",
        "say.nataqa", "relay.tasarraba", "relay.iqtabasa", "describe.sannafa", "describe.waraa", "urge.daghata",
        "accuse.akhadha", "say.lama", "criticise.hajama", "criticise.sakhira", "regret.nadima", "promise.iltazama",
        "agree.saddaqa", "say.gharrada", "announce.ahata", "say.adla", "say.shahida", "affirm.haddada", "criticise.aba",
        "describe.shabbaha",
    }
)  # fmt: skip
"""Senses whose act is reported by itself (an event), or whose words are nouns of occasion: they open no content."""
CLAUSE_ACTS = frozenset({"say", "add", "answer", "ask", "relay", "propose", "claim"})
CLAUSE_ONLY = frozenset(
    {"describe.raa", "describe.itaqada", "describe.zanna", "affirm.sajjala", "affirm.lahaza", "affirm.khalasa", 
     "affirm.istahdara", "announce.ablagha", "announce.akhbara", "affirm.jazama", "admit.aqarra"}
)  # fmt: skip
"""Senses that report speech only before a clause or quotation; their bare object is something else."""
OBJECT_TOO = frozenset({"say.abda", "say.mubdin", "relay.nashir", "relay.qaddama"})
PAST_ONLY = frozenset({"promise.waada"})
"""Senses whose present is written like a commoner verb («is considered»)."""
FIRST_PERSON = (("1p",), ("1s",), ("f1p",), ("f1s",))
"""Persons of a verb by which a reporter never reports another's words."""
HAMZA = frozenset({"announce.atlaa"})
"""Senses that only the hamza tells from another verb («informed» from «looked at»)."""
FIRST_ONLY = frozenset({"say.tahaddatha"})
"""Senses whose later prepositions name whom was spoken to."""
NO_PREPOSITION = frozenset({"answer", "ask", "relay", "add"})
HAMZA_ABOVE = "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}"
NEAR = 30
"""Words after a verb among which those stand that its sense needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Words of reporting at tokens [first, last) and what opens their content."""

    first: int
    last: int
    sense: str
    act: str
    form: str
    """finite, participle, saying (`his words`)."""
    person: str
    joined: bool
    """True after «and»."""
    is_present: bool
    is_noun_too: bool
    """True where the same letters are a noun."""
    prepositions: frozenset[str]
    takes_beh: bool
    takes_lam: bool
    takes_object: bool
    has_subject: bool = False
    """True where the subject stands before the verb."""


def find_reports(field: Field) -> dict[int, Report]:
    """Return the words that may report speech, by the place where they begin."""
    found: dict[int, Report] = {}
    doc = field.ground.doc
    for place, hits in field.ground.hits_at.items():
        said = [hit for hit in hits if hit.kind == "say" and hit.form in VERBAL]
        if said and place not in field.covered and doc.sentences[doc.sentence_of[place]].part != "furniture":
            report = _report(field, place, said)
            if report:
                found[place] = report
    return found


def _report(field: Field, place: int, said: list[Hit]) -> Report | None:
    """Return the reporting words at a place, None where they report nothing."""
    if any(hit.kind in {"date", "datepart"} for hit in field.ground.hits_at[place]):
        return None
    scene = field.mark(place, "speech.scene", "speech.aside")
    if scene > place + 1 or (scene and field.mark(place, "speech.aside", "speech.turn")) or field.mark(place, "speech.between"):
        return None
    if field.mark(place, "speech.saying"):
        return _saying(field, place)
    single = [hit for hit in said if hit.form != "word"] or _single(field, place)
    if not any(hit.form in FINITE or (hit.form == "active" and _is_adverbial(hit, field.word(place))) for hit in single):
        return None
    readings = [(hit, field.ground.language.senses[hit.entry]) for hit in single]
    spoken = [(hit, sense) for hit, sense in readings if _speaks(hit, sense) and _has_needs(field, hit, sense)]
    finite = [pair for pair in spoken if pair[0].form in FINITE]
    chosen = finite or [pair for pair in spoken if pair[0].form == "active" and _is_adverbial(pair[0], field.word(place))]
    if not chosen:
        return None
    hit = chosen[0][0]
    senses = [sense for other, sense in chosen]
    return Report(
        first=place,
        last=hit.last,
        sense=senses[0].id,
        act=senses[0].traits.get("act", "say"),
        form="finite" if finite else "participle",
        person=hit.detail[0] if hit.detail else "",
        joined=hit.prefix in (WAW, FEH),
        has_subject=_has_subject(field, hit),
        is_present=all(other.form == "present" for other, _ in chosen),
        is_noun_too=any(other.kind == "say" and other.form in {"masdar", "nouns"} for other in field.ground.hits_at[place]),
        prepositions=frozenset(word for sense in senses for word in _prepositions(field, sense)),
        takes_beh=any(_takes_beh(sense) for sense in senses),
        takes_lam=any(LAM in sense.complement[:2] and sense.traits.get("act") == "call-for" for sense in senses),
        takes_object=any(_takes_object(sense) for sense in senses),
    )


def _has_subject(field: Field, hit: Hit) -> bool:
    """Return True where the subject stands before a verb: at the head of the sentence, after «had», «that» or in a relative."""
    if hit.prefix or hit.form not in FINITE:
        return False
    first = field.ground.sentence_limits(hit.first)[0]
    subject = subject_before(field, hit.first, first)
    if subject is None or subject.speaker.span is None:
        return False
    start = bisect_left(field.ground.doc.tokens.starts, subject.speaker.span.start)
    opened = field.closes(start, "speech.turn", "speech.opener")
    return start == first or opened or field.closes(hit.first, "speech.relative")


def _saying(field: Field, place: int) -> Report:
    """Return «saying», «his words» as a report that takes a clause or quotation."""
    return Report(
        first=place,
        last=place + 1,
        sense="say.qawl",
        act="say",
        form="saying",
        person="",
        joined=False,
        is_present=False,
        is_noun_too=False,
        prepositions=frozenset(),
        takes_beh=False,
        takes_lam=False,
        takes_object=False,
    )


def _single(field: Field, place: int) -> list[Hit]:
    """Return the readings of a verb that a longer fixed expression of the lexicon covers."""
    found: list[Hit] = []
    for prefix, rest in splits(field.word(place)):
        if prefix and prefix not in (WAW, FEH):
            continue
        branch, last = field.ground.language.trie.get(rest), place + 1
        while isinstance(branch, dict):
            entries = branch.get(END, ())
            if isinstance(entries, tuple):
                found.extend(hit for entry in entries if (hit := _reading(entry, place, last, prefix)))
            branch, last = branch.get(field.word(last)), last + 1
    return found


def _reading(entry: Entry, place: int, last: int, prefix: str) -> Hit | None:
    """Return an entry of the lexicon as a reading; a fixed expression counts where it is a participle."""
    if entry.kind != "say":
        return None
    if entry.form != "word":
        return Hit(place, last, prefix, *entry)
    begun = last == place + 1 and entry.detail == () and prefix == ""
    return Hit(place, last, prefix, "say", entry.id, "active", ("ms",)) if begun else None


def _speaks(hit: Hit, sense: Sense) -> bool:
    """Return True where a reading is of a verb or participle that gives content."""
    act = sense.traits.get("act", "")
    if hit.detail[:1] in FIRST_PERSON:
        return False
    if sense.id in PAST_ONLY and hit.form == "present":
        return False
    if sense.id in MUTE or (act in MUTE_ACTS and sense.id not in SPEAKING) or sense.traits.get("kind") == "noun":
        return False
    return hit.form in FINITE or (hit.form == "active" and hit.prefix in ("", WAW, FEH))


def _is_adverbial(hit: Hit, word: str) -> bool:
    """Return True for a participle in the accusative: «stressing», not «stressed» or a noun."""
    person = hit.detail[0] if hit.detail else ""
    return (person == "ms" and word.endswith(ALEF)) or person in {"fs", "fd"} or (person == "mp" and word.endswith(YEH + NOON))


def _has_needs(field: Field, hit: Hit, sense: Sense) -> bool:
    """Return True where the words that a sense needs follow, or stand in its clause."""
    if sense.id in HAMZA and HAMZA_ABOVE not in field.ground.doc.letters(hit.first, hit.first + 1):
        return False
    first, last = field.ground.sentence_limits(hit.first)
    last = min(hit.last + NEAR, last)
    if sense.needs and not any(_follows(field, need, hit.last, last) for need in sense.needs):
        return False
    return not sense.beside or any(_follows(field, words, max(hit.first - NEAR, first), last) for words in sense.beside)


def _follows(field: Field, words: tuple[str, ...], first: int, last: int) -> bool:
    """Return True where needed words stand at [first, last): a quotation, a particle written onto a word, or words."""
    head = words[0]
    if head == "quote":
        return any(word in OPENING for word in field.words[first:last])
    if len(words) == 1 and _is_opener(field, head):
        return any(field.mark(place, "speech.opener") for place in range(first, last))
    if len(words) == 1 and len(head) == 1:
        return any(word.startswith(head) for word in field.words[first:last])
    heads = (head, head + ALEF, BEH + head)
    return any(
        field.words[place] in heads and field.words[place + 1 : place + len(words)] == words[1:] for place in range(first, last)
    )


def _is_opener(field: Field, word: str) -> bool:
    """Return True for a particle that opens a clause."""
    branch = field.ground.language.trie.get(word)
    entries = branch.get(END, ()) if isinstance(branch, dict) else ()
    return any(entry.kind == "speech" and entry.id == "speech.opener" for entry in entries if isinstance(entry, Entry))


def _prepositions(field: Field, sense: Sense) -> list[str]:
    """Return the folded prepositions that open a sense's content."""
    if sense.traits.get("act") in NO_PREPOSITION:
        return []
    words = [key(word, field.ground.language.folding).split()[0] for word in sense.complement]
    return words[:1] if sense.id in FIRST_ONLY else words


def _takes_beh(sense: Sense) -> bool:
    """Return True where the content may hang on the particle beh."""
    return BEH in sense.complement[:2] and sense.traits.get("act") not in CLAUSE_ACTS and sense.id not in CLAUSE_ONLY


def _takes_object(sense: Sense) -> bool:
    """Return True where a bare object is content."""
    if sense.id in OBJECT_TOO:
        return True
    return "object" in sense.complement and sense.traits.get("act") not in CLAUSE_ACTS and sense.id not in CLAUSE_ONLY
