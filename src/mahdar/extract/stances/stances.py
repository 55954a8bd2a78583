"""Who supports, opposes, calls for, worries about or raises what?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mahdar.arabic.clitics import CONJUNCTIONS
from mahdar.arabic.letters import ARTICLE
from mahdar.extract.ground import Ground
from mahdar.extract.stances.clauses import is_position
from mahdar.extract.stances.holders import IMPERSONAL, Holder, find_holder, governs_noun
from mahdar.extract.stances.issues import Filed, Files, file_of, files_of, own_file, tells
from mahdar.extract.stances.objects import find_objects
from mahdar.extract.stances.topics import find_topics, raisers
from mahdar.extract.stances.toward import find_aim
from mahdar.extract.stances.triggers import TURNED, Trigger, find_triggers
from mahdar.extract.stances.view import Said, View, view_of
from mahdar.extract.stances.words import Words, span_of
from mahdar.records.claim import Anchor, Claim, StanceClaim
from mahdar.records.ids import claim_key
from mahdar.records.value import Missing, Span, Value

WAW = CONJUNCTIONS[0]
DEMAND = "call-for"
WARNING, CONCERN = "stance.oppose.hadhdhara", "concern"
RAISED, OPPOSED = "raised", "oppose"
CONDEMNING = frozenset({"stance.oppose.adana", "stance.oppose.nadda"})
"""Senses under which any attack by no named side is terror."""
NOMINAL = frozenset({"owner", "joined", "subject"})
"""Rules by which a noun of position finds its owner."""
PAIR = 2
TERRORISM = "terrorism"
TIES = "bilateral-relations"
ALIKE = 0.5
"""Share of words in common from which two objects of one side and position are one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One position of one side before it becomes a claim."""

    trigger: Trigger
    holder: Holder
    words: Words
    side: str
    stance: str


def find_stances(ground: Ground, found: Iterable[Claim]) -> tuple[StanceClaim, ...]:
    """Return the positions that an article tells, one for each side, in text order."""
    view, files = view_of(ground, found), files_of(ground)
    drafts = _settled(view, files, list(_drafts(view, files)))
    return tuple(_claim(view, files, draft) for draft in drafts)


def _drafts(view: View, files: Files) -> Iterator[Draft]:
    """Yield the positions as they are told."""
    taken: set[int] = set()
    joined: tuple[int, Holder] | None = None
    for trigger in find_triggers(view):
        is_raised = trigger.stance == RAISED
        if trigger.form == "noun" and trigger.first in taken and not trigger.person.startswith("pronoun:"):
            continue
        holder = _joined(view, trigger, joined) if joined and not is_raised else None
        holder = holder or (raisers(view, trigger) if is_raised else find_holder(view, trigger))
        if holder is None:
            continue
        objects = find_topics(view, files, trigger, holder) if is_raised else find_objects(view, trigger, holder)
        for words in (words for words in objects if is_raised or is_position(view, trigger, words)):
            taken.update(range(trigger.last, words.last))
            joined = (words.last, holder)
            for side in holder.sides:
                yield Draft(trigger=trigger, holder=holder, words=words, side=side, stance=_stance(view, trigger, words))


def _joined(view: View, trigger: Trigger, before: tuple[int, Holder]) -> Holder | None:
    """Return the holder of the position before, where «and» joins another noun of position to it: «its support of … and»."""
    last, holder = before
    if trigger.form != "noun" or trigger.prefix != WAW or trigger.first - last not in {0, 1}:
        return None
    owned = trigger.person.startswith("pronoun:")
    if (owned and holder.rule not in NOMINAL) or (not owned and not governs_noun(view, trigger)):
        return None
    return replace(holder, rule=holder.rule if owned else "joined", after=trigger.last)


def _stance(view: View, trigger: Trigger, words: Words) -> str:
    """Return the position, turned where its object is that something not be done, or be stood against."""
    if trigger.stance == "support" and _demands(view, words):
        return DEMAND
    if trigger.sense.id == WARNING and (view.mark(words.first, "risk") or view.mark(words.first - 1, "said") == words.first):
        return CONCERN
    if words.denied and trigger.stance != RAISED:
        return TURNED.get(trigger.stance, trigger.stance)
    return OPPOSED if words.opposed and trigger.stance == "support" else trigger.stance


def _demands(view: View, words: Words) -> bool:
    """Return True where the object is a clause that says what must be."""
    senses = view.ground.language.senses
    return view.mark(words.first - 1, "said") == words.first and any(
        hit.kind == "stance"
        and senses[hit.entry].traits.get(IMPERSONAL) == "yes"
        and senses[hit.entry].traits["stance"] == DEMAND
        for place in range(words.first, words.last)
        for hit in view.ground.hits_at.get(place, ())
    )


def _settled(view: View, files: Files, drafts: list[Draft]) -> list[Draft]:
    """Return each position once, of the body rather than the headline; a topic on which its side takes a position is none."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (draft.stance == RAISED, _is_headline(view, draft), draft.trigger.first)):
        if not any(_is_same(view, files, draft, other) for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda draft: (draft.trigger.first, draft.words.first))


def _is_headline(view: View, draft: Draft) -> bool:
    """Return True where a position is told in the headline."""
    doc = view.ground.doc
    return doc.sentences[doc.sentence_of[draft.trigger.first]].part == "title"


def _is_same(view: View, files: Files, draft: Draft, other: Draft) -> bool:
    """Return True where a position of the side was told: on the same or like words; for a topic, on the same file.

    A headline's topic is told again in the body, in fuller words.
    """
    if draft.side != other.side or (draft.stance != other.stance and draft.stance != RAISED):
        return False
    if draft.words.telling < other.words.last and other.words.telling < draft.words.last:
        return True
    if draft.stance == RAISED:
        if other.stance == RAISED and _is_headline(view, draft):
            return True
        mine, theirs = (own_file(files, words.telling, words.last) for words in (draft.words, other.words))
        return mine is not None and mine == theirs and view.ground.language.issues[mine].sort in {"case", "relation"}
    return _likeness(view, draft, other) >= ALIKE


def _likeness(view: View, draft: Draft, other: Draft) -> float:
    """Return the share of words that two objects have in common; of the headline's words where one is its short form."""
    mine, theirs = (
        {view.ground.word(place).removeprefix(ARTICLE) for place in range(part.first, part.last) if view.is_word(place)}
        for part in (draft.words, other.words)
    )
    whole = mine if _is_headline(view, draft) else mine | theirs
    return len(mine & theirs) / len(whole) if whole else 0.0


def _claim(view: View, files: Files, draft: Draft) -> StanceClaim:
    """Return a position as a claim."""
    doc = view.ground.doc
    trigger, words = draft.trigger, draft.words
    span, target = doc.span(trigger.first, trigger.last), span_of(view, words)
    said = _carrier(view, draft)
    toward = _toward(view, draft)
    issue = _issue(view, files, draft, is_aimed=isinstance(toward, Value))
    if isinstance(toward, Missing) and isinstance(issue, Value) and issue.value == TIES and draft.stance != RAISED:
        toward = _partner(view, draft) or toward
    return StanceClaim(
        anchor=Anchor(
            key=claim_key(doc.text.text_id, f"stance.{draft.side}", span, target),
            text=doc.text.text_id,
            trigger=span,
            target=target,
            evidence=Span(start=min(span.start, target.start), end=max(span.end, target.end)),
        ),
        actor=draft.side,
        stance=Value(
            value=draft.stance,
            certainty="stated",
            basis="words",
            rule=f"{trigger.sense.id}:{draft.holder.rule}",
            evidence=(view.ground.words(span),),
        ),
        object=target,
        toward=toward,
        issue=issue,
        statement=said.claim.anchor.key if said else None,
        negated=trigger.negated or words.denied,
        hedged=trigger.hedged,
    )


def _carrier(view: View, draft: Draft) -> Said | None:
    """Return the statement that carries a position: the one that holds its object, else the one of its holder."""
    around = view.said.get(draft.words.first)
    return around if around is not None and draft.side in around.sides else draft.holder.said


def _toward(view: View, draft: Draft) -> Value[str] | Missing:
    """Return whom a position is aimed at; what was only raised is aimed at nobody."""
    if draft.stance == RAISED:
        return Missing(reason="not_applicable", rule="stance.toward.raised")
    aim = find_aim(view, draft.words, draft.side, draft.holder.sides)
    if aim is None:
        return Missing(reason="absent", rule="stance.toward")
    span = view.ground.doc.span(aim.first, aim.last)
    return Value(value=aim.side, certainty="stated", basis="words", rule=aim.rule, evidence=(view.ground.words(span),))


def _partner(view: View, draft: Draft) -> Value[str] | None:
    """Return the other of two sides that take a position on their ties, None where there are not two."""
    others = [side for side in draft.holder.sides if side != draft.side]
    if len(others) != 1:
        return None
    span = view.ground.doc.span(draft.words.first, draft.words.last)
    evidence = (view.ground.words(span),)
    return Value(value=others[0], certainty="inferred", basis="words", rule="stance.toward.partner", evidence=evidence)


def _issue(view: View, files: Files, draft: Draft, *, is_aimed: bool) -> Value[str] | Missing:
    """Return the file of a position; what backs another side and tells no file is about the ties of the two."""
    filed = file_of(files, draft.words.telling, draft.words.last)
    own = filed is not None and (filed.rule.startswith("stance.issue.object") or filed.slug == files.case)
    is_loose = draft.trigger.sense.id in CONDEMNING and not is_aimed
    if draft.stance == OPPOSED and tells(files, draft.words.first, draft.words.last, TERRORISM, is_loose=is_loose):
        filed = Filed(slug=TERRORISM, rule="stance.issue.object.attack", first=draft.words.first, last=draft.words.last)
    elif (is_aimed or len(draft.holder.sides) == PAIR) and not own and draft.stance == "support":
        filed = Filed(slug=TIES, rule="stance.issue.aim", first=draft.words.first, last=draft.words.last)
    if filed is None:
        return Missing(reason="absent", rule="stance.issue")
    span = view.ground.doc.span(filed.first, filed.last)
    return Value(
        value=filed.slug,
        certainty="stated" if filed.rule.startswith("stance.issue.object") else "inferred",
        basis="words",
        rule=filed.rule,
        evidence=(view.ground.words(span),),
    )
