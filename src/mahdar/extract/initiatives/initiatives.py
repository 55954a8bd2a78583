"""Which initiatives, plans and proposals are named, by whom, under which conditions?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.extract.events.field import Field, field_of
from mahdar.extract.events.voices import Voices, voices_of
from mahdar.extract.ground import Ground
from mahdar.extract.initiatives.conditions import conditions_of
from mahdar.extract.initiatives.sponsors import TALKS, Sponsor, proposes, sponsor_of
from mahdar.extract.nominal import bare_span, is_told, named_in, phrase_end
from mahdar.language.lexicon import LISTED
from mahdar.records.annotated import Hit
from mahdar.records.claim import Anchor, Claim, Condition, InitiativeClaim, StanceClaim, StatementClaim
from mahdar.records.ids import claim_key
from mahdar.records.value import Entry, Evidence, Missing, Span, Value

GENERIC = frozenset({"initiative", "plan", "proposal", "road-map"})
"""Nouns that are diplomacy only by who put them forward and what for."""
GIVEN = frozenset({"conference", "architecture"})
"""Nouns that say themselves what they are for."""
LONGEST = 12
"""Words that the name of an initiative may have."""
FORMS = GENERIC | GIVEN | {LISTED, TALKS}
PROVISO = "proviso"
PLURAL = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}"
"""How the feminine plural ends: initiatives in general are none."""
LEADING = 3
"""Words with which the object of a position may begin before the noun of a plan («the holding of a peace conference»)."""
CALLED = frozenset({PROVISO, "participation", "auspices", "basis", "no-preconditions"})
"""Conditions under which talks are called for."""
TOLD = 10
"""Words of a clause that tells who put a plan forward, within which its purpose stands."""
MAKING = 4
"""Words between a word of making and what is to be made."""
BACKING = frozenset({"support", "call-for"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An initiative as one place of the text tells it."""

    noun: Hit
    last: int
    sponsor: Sponsor | None
    conditions: tuple[Condition, ...]


def find_initiatives(ground: Ground, found: tuple[Claim, ...]) -> tuple[InitiativeClaim, ...]:
    """Return the initiatives of an article, each once with all conditions told of it, in text order."""
    nouns = _nouns(ground)
    if not nouns:
        return ()
    field, voices = field_of(ground, found), voices_of(found)
    told: dict[tuple[object, ...], list[Draft]] = {}
    for noun in nouns:
        draft = _draft(field, voices, noun, found)
        if draft:
            told.setdefault(_identity(field, draft), []).append(draft)
    return tuple(_claim(field, drafts, found) for drafts in told.values())


def _nouns(ground: Ground) -> list[Hit]:
    """Return the nouns of plans and the listed names of the article, the longest at each place, none inside another."""
    hits = [hit for hit in ground.doc.hits if hit.kind == "initiative" and hit.detail[0] in FORMS and is_told(ground, hit)]
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda one: (one.first, -one.last)):
        if not kept or hit.first >= kept[-1].last:
            kept.append(hit)
    return kept


def _draft(field: Field, voices: Voices, noun: Hit, found: tuple[Claim, ...]) -> Draft | None:
    """Return an initiative that a noun names, None where it is no diplomacy or nobody put it forward."""
    form = noun.detail[0]
    last = phrase_end(field, noun.first, LONGEST)
    last = max(noun.last, last)
    conditions = conditions_of(field, noun)
    if form == LISTED:
        return Draft(noun=noun, last=noun.last, sponsor=None, conditions=conditions)
    if noun.first in field.named:
        return None
    sponsor = sponsor_of(field, voices, noun)
    codes = sponsor.codes if sponsor else ()
    if form in GENERIC and not (_is_diplomacy(field, noun, last, codes) and (codes or _is_backed(field, noun, found))):
        backed = conditions and conditions[0].sort == PROVISO and _is_backed(field, noun, found)
        if not backed:
            return None
    if form == TALKS:
        conditions = tuple(condition for condition in conditions if condition.sort in CALLED)
        if not conditions or not (sponsor or _is_backed(field, noun, found)):
            return None
    if form in GIVEN and sponsor is None and not _is_proposed(field, noun, found):
        return None
    return Draft(noun=noun, last=_name_end(field, noun, last, conditions), sponsor=sponsor, conditions=conditions)


def _is_proposed(field: Field, noun: Hit, found: tuple[Claim, ...]) -> bool:
    """Return True where an order or conference is told as one to be made: behind a word of making, or in a position for it."""
    ground = field.ground
    first, _ = ground.sentence_limits(noun.first)
    if any(ground.has(place, "initiative", "make") for place in range(max(first, noun.first - MAKING), noun.first)):
        return True
    return _is_backed(field, noun, found)


def _is_backed(field: Field, noun: Hit, found: tuple[Claim, ...]) -> bool:
    """Return True where what a side is told to support or call for begins with a noun, or with a word or two before it."""
    starts = field.ground.doc.tokens.starts
    start, first = starts[noun.first], starts[max(0, noun.first - LEADING)]
    if noun.detail[0] in GENERIC and field.ground.word(noun.last - 1).endswith(PLURAL):
        return False
    stances = (claim for claim in found if isinstance(claim, StanceClaim) and _backs(claim))
    return any(first <= claim.object.start <= start < claim.object.end for claim in stances)


def _backs(claim: StanceClaim) -> bool:
    """Return True for a position for something."""
    return claim.stance.value in BACKING and not claim.negated


def _is_diplomacy(field: Field, noun: Hit, last: int, codes: tuple[str, ...]) -> bool:
    """Return True where a plan is told to be about peace, war or security, or about another side; none that is about home."""
    ground = field.ground
    _, limit = ground.sentence_limits(noun.first)
    told = next((place for place in range(last, min(limit, last + TOLD)) if field.is_stop(place)), min(limit, last + TOLD))
    reach = range(noun.last, told if ground.has(last, "acting", "relative") else last)
    if any(ground.has(place, "initiative", "home") for place in reach):
        return False
    if any(ground.has(place, "initiative", "purpose") for place in reach):
        return True
    others = {code for mention in named_in(ground, noun.last, last) if mention.kind in {"state", "org"} for code in mention.of}
    return bool(codes and others - set(codes))


def _name_end(field: Field, noun: Hit, last: int, conditions: tuple[Condition, ...]) -> int:
    """Return the token after the name: before its first condition."""
    starts = field.ground.doc.tokens.starts
    opens = (place for place in range(noun.last, last) if _is_added(field.ground, place))
    last = next(opens, last)
    first = min((condition.words.start for condition in conditions), default=None)
    while first is not None and last > noun.last and starts[last - 1] >= first:
        last -= 1
    return max(noun.last, phrase_end(field, noun.first, last - noun.first)) if last > noun.last else noun.last


def _is_added(ground: Ground, place: int) -> bool:
    """Return True for words that tell who put a plan forward, or who tells of it: they are no part of its name."""
    hits = [hit for hit in ground.hits_at.get(place, ()) if hit.kind == "initiative"]
    if any(hit.detail[0] == "proposed" for hit in hits):
        return True
    return any(hit.detail[0].startswith("condition-") and ground.has(hit.last, "initiative", "source") for hit in hits)


def _identity(field: Field, draft: Draft) -> tuple[object, ...]:
    """Return what makes two tellings one: the listed name; form and sponsor; else form and words."""
    if draft.noun.detail[0] == LISTED:
        return (draft.noun.entry,)
    if draft.sponsor:
        return draft.noun.detail[0], draft.sponsor.codes
    words = field.ground.doc.tokens.words[draft.noun.first : draft.noun.last]
    return draft.noun.detail[0], words[0].removeprefix("\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}")


def _claim(field: Field, drafts: list[Draft], found: tuple[Claim, ...]) -> InitiativeClaim:
    """Return an initiative as a claim, with what all its tellings say of it."""
    ground = field.ground
    doc = ground.doc
    lead = max(
        drafts,
        key=lambda draft: (_is_content(ground, draft), bool(draft.conditions), draft.last - draft.noun.first, -draft.noun.first),
    )
    trigger, name = doc.span(lead.noun.first, lead.noun.last), _name(ground, lead)
    conditions = tuple(dict.fromkeys(condition for draft in drafts for condition in draft.conditions))
    ends = [condition.words.end for condition in lead.conditions]
    is_listed = lead.noun.detail[0] == LISTED
    absent = Missing(reason="not_applicable", rule="initiative.listed")
    return InitiativeClaim(
        anchor=Anchor(
            key=claim_key(doc.text.text_id, "initiative", trigger, None),
            text=doc.text.text_id,
            trigger=trigger,
            target=None,
            evidence=Span(start=name.start, end=max([name.end, *ends])),
        ),
        form=_stated(ground, "initiative" if is_listed else lead.noun.detail[0], trigger, lead.noun.entry),
        title=_stated(ground, doc.text.words_of(name), name, "initiative.title"),
        initiative=_stated(ground, lead.noun.entry, trigger, "initiative.listed") if is_listed else absent,
        sponsors=_sponsors(field, drafts),
        backers=_backers(ground, drafts, found),
        conditions=conditions,
        meeting=_meeting(trigger, found),
    )


def _name(ground: Ground, draft: Draft) -> Span:
    """Return the letters of a name, with the mark that opens it where a quotation mark stands within it."""
    span = bare_span(ground, draft.noun, draft.last)
    quoted = any(quote.first == draft.noun.first and quote.last < draft.last for quote in ground.doc.quotes)
    return Span(start=ground.doc.tokens.starts[draft.noun.first - 1], end=span.end) if quoted else span


def _is_content(ground: Ground, draft: Draft) -> bool:
    """Return True for a telling outside the headline."""
    return ground.doc.sentences[ground.doc.sentence_of[draft.noun.first]].part == "content"


def _stated(ground: Ground, value: str, span: Span, rule: str) -> Value[str]:
    """Return a value that words state."""
    return Value(value=value, certainty="stated", basis="words", rule=rule, evidence=(ground.words(span),))


def _sponsors(field: Field, drafts: list[Draft]) -> Value[tuple[str, ...]] | Missing:
    """Return who put it forward: by the words of a telling, else by the table of named initiatives."""
    ground = field.ground
    named = next((draft.sponsor for draft in drafts if draft.sponsor), None)
    if named:
        words = (ground.words(named.span),)
        return Value(value=named.codes, certainty="stated", basis="words", rule=named.rule, evidence=words)
    noun = drafts[0].noun
    if noun.detail[0] == LISTED:
        entry: tuple[Evidence, ...] = (Entry(entry=f"initiatives:{noun.entry}"),)
        codes = tuple(noun.detail[1].split(";"))
        return Value(value=codes, certainty="computed", basis="tables", rule="sponsor.listed", evidence=entry)
    seen = tuple(dict.fromkeys(ground.words(span) for draft in drafts for span in _proposing(field, draft)))
    return Missing(reason="unread" if seen else "absent", rule="sponsor", evidence=seen)


def _proposing(field: Field, draft: Draft) -> list[Span]:
    """Return the verbs of putting forward in the sentence of a telling."""
    hits = [proposes(field, place) for place in range(*field.ground.sentence_limits(draft.noun.first))]
    return [field.ground.doc.span(hit.first, hit.last) for hit in hits if hit]


def _backers(ground: Ground, drafts: list[Draft], found: tuple[Claim, ...]) -> Value[tuple[str, ...]] | Missing:
    """Return the sides of whom a position for it is told: the object of the position holds its words."""
    spans = [ground.doc.span(draft.noun.first, draft.noun.last) for draft in drafts]
    backing = [
        claim
        for claim in found
        if isinstance(claim, StanceClaim)
        and _backs(claim)
        and any(claim.object.start <= span.start < claim.object.end for span in spans)
    ]
    own = {code for draft in drafts if draft.sponsor for code in draft.sponsor.codes}
    backing = [claim for claim in backing if claim.actor not in own]
    if not backing:
        return Missing(reason="absent", rule="backers")
    evidence = tuple(dict.fromkeys(ground.words(claim.anchor.evidence) for claim in backing))
    codes = tuple(dict.fromkeys(claim.actor for claim in backing))
    return Value(value=codes, certainty="inferred", basis="claim", rule="backers.stance", evidence=evidence)


def _meeting(trigger: Span, found: tuple[Claim, ...]) -> str | None:
    """Return the meeting of the innermost statement that speaks of it."""
    said = [
        claim
        for claim in found
        if isinstance(claim, StatementClaim) and claim.content.start <= trigger.start < claim.content.end and claim.meeting
    ]
    return min(said, key=lambda claim: claim.content.end - claim.content.start).meeting if said else None
