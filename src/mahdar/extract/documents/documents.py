"""Which texts did sides issue or sign together or alone, and when?"""

from __future__ import annotations

from mahdar.arabic.letters import ARTICLE, LAM
from mahdar.extract.events.field import Field, field_of
from mahdar.extract.events.stage import Stage, set_stage
from mahdar.extract.events.subjects import subject_after
from mahdar.extract.ground import Ground
from mahdar.records.annotated import Hit, When
from mahdar.records.claim import Anchor, Claim, DocumentClaim
from mahdar.records.ids import claim_key
from mahdar.records.value import Missing, Value

OWNER = 5
"""Words after a document's noun within which who issued it is named."""
BODY = 3
"""Words of a body («for the foreign ministry of Qatar») that issued a document."""
BEFORE = 12
"""Words before a document's noun within which the verb stands whose subject issued it."""
TITLE = 8
"""Words that the name of a document may have."""
BY = "by"
ORDINARY = "function.ordinary"
SEVERAL = 2
JOINT = frozenset({"joint-statement", "memorandum", "treaty", "declaration"})
"""Forms that sides issue together."""


def find_documents(ground: Ground, found: tuple[Claim, ...]) -> tuple[DocumentClaim, ...]:
    """Return the texts that an article names with who issued them, each form and issuer once, in text order."""
    hits = [hit for hit in ground.doc.hits if hit.kind == "issued" and hit.detail[0] != BY and _is_content(ground, hit)]
    if not hits:
        return ()
    field = field_of(ground, found)
    stage = set_stage(field, found)
    claims: dict[tuple[str, tuple[str, ...]], DocumentClaim] = {}
    for hit in hits:
        form, issuers = hit.detail[0], _issuers(stage, hit) if hit.first not in field.named else ()
        if issuers and (form, issuers) not in claims:
            claims[form, issuers] = _claim(field, hit, issuers)
    return tuple(claims.values())


def _is_content(ground: Ground, hit: Hit) -> bool:
    """Return True for words of the article itself."""
    number = ground.doc.sentence_of[hit.first]
    return number >= 0 and ground.doc.sentences[number].part == "content"


def _issuers(stage: Stage, hit: Hit) -> tuple[str, ...]:
    """Return who issued a document: who is named after its noun, else the subject of the verb before it."""
    field = stage.field
    named = _named(field, hit)
    if named:
        return named
    first, _ = field.ground.sentence_limits(hit.first)
    near = [subject for subject in stage.subjects if max(first, hit.first - BEFORE) <= subject.verb < hit.first]
    if not near:
        return ()
    codes = tuple(sorted(near[-1].codes))
    if hit.detail[0] not in JOINT or len(codes) >= SEVERAL:
        return codes
    pair = field.pair_before(field.ground.doc.tokens.starts[hit.first])
    return tuple(sorted(pair)) if pair and set(codes) <= set(pair) else codes


def _named(field: Field, hit: Hit) -> tuple[str, ...]:
    """Return the sides named right after a document's noun: «a statement of», «issued by», «by the ministry of»."""
    _, limit = field.ground.sentence_limits(hit.first)
    place = hit.last
    while place < min(limit, hit.last + OWNER) and field.ground.has(place, "issued", BY):
        place = max(other.last for other in field.ground.hits_at[place] if other.kind == "issued")
    named = subject_after(field, place, min(limit, place + OWNER))
    if named and not named.is_self:
        return tuple(sorted(field.codes(named.group)))
    if not field.ground.word(place).startswith(LAM) or field.ground.has(place, "position", "about", "place"):
        return ()
    mentions = (field.at[at] for at in range(place, min(limit, place + BODY)) if at in field.at)
    mention = next((mention for mention in mentions if mention.of), None)
    return tuple(sorted(field.codes((mention,)))) if mention else ()


def _claim(field: Field, hit: Hit, issuers: tuple[str, ...]) -> DocumentClaim:
    """Return a document as a claim."""
    doc = field.ground.doc
    span = doc.span(hit.first, hit.last)
    title = doc.span(hit.first, _title_end(field, hit))
    return DocumentClaim(
        anchor=Anchor(
            key=claim_key(doc.text.text_id, "document", span, None),
            text=doc.text.text_id,
            trigger=span,
            target=None,
            evidence=title,
        ),
        form=Value(value=hit.detail[0], certainty="stated", basis="words", rule=hit.entry, evidence=(field.ground.words(span),)),
        issuers=issuers,
        title=Value(
            value=doc.text.words_of(title),
            certainty="stated",
            basis="words",
            rule="document.title",
            evidence=(field.ground.words(title),),
        ),
        day=_day(field, hit),
    )


def _title_end(field: Field, hit: Hit) -> int:
    """Return the token after the name of a document: its adjectives, and what «on» or «for» adds."""
    _, limit = field.ground.sentence_limits(hit.first)
    place = hit.last
    while place < min(limit, hit.first + TITLE) and _goes_on(field, place, hit.last):
        place += 1
    while place > hit.last and _is_particle(field, place - 1):
        place -= 1
    return place


def _is_particle(field: Field, place: int) -> bool:
    """Return True for a word that no name ends with."""
    hits = field.ground.hits_at.get(place, ())
    return any(hit.kind == "function" and hit.entry != ORDINARY for hit in hits) or field.ground.has(place, "position", "about")


def _goes_on(field: Field, place: int, first: int) -> bool:
    """Return True where a word may belong to the name of a document."""
    ground = field.ground
    if ground.doc.tokens.kinds[place] != "w" or place in field.named or place in field.timed or field.is_break(place):
        return False
    if place == first and not (ground.word(place).startswith(ARTICLE) or ground.has(place, "position", "about", "place")):
        return False
    return field.finite(place) is None


def _day(field: Field, hit: Hit) -> Value[When] | Missing:
    """Return the day told in the sentence of a document."""
    first, last = field.ground.sentence_limits(hit.first)
    for date in field.ground.doc.dates:
        if first <= date.first < last and date.past:
            return Value(
                value=date.past,
                certainty="computed",
                basis=date.past.basis,
                rule=date.rule,
                evidence=(field.ground.words(date.span),),
            )
    return Missing(reason="absent", rule="document.day")
