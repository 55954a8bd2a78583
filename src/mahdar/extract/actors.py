"""Which states, organisations and people does the article name?"""

from __future__ import annotations

from mahdar.extract.ground import Ground
from mahdar.language.tables import Tenure
from mahdar.records.annotated import Mention
from mahdar.records.claim import ActorClaim, Anchor, Claim
from mahdar.records.ids import claim_key
from mahdar.records.value import Entry, Missing, Span, Value


def find_actors(ground: Ground, _: tuple[Claim, ...] = ()) -> tuple[ActorClaim, ...]:
    """Return each actor once, by the mention that says most, in the order of their first mention."""
    mentions: dict[tuple[str, str], list[Mention]] = {}
    for mention in ground.doc.mentions:
        if mention.kind in {"state", "org"} and mention.actor:
            kind = "state" if mention.actor in ground.language.world.states else "org"
            mentions.setdefault((kind, mention.actor), []).append(mention)
        elif mention.kind == "person" and mention.actor in ground.names:
            mentions.setdefault(("person", mention.actor or ""), []).append(mention)
    return tuple(_claim(ground, kind, actor, named) for (kind, actor), named in mentions.items())


def _claim(ground: Ground, kind: str, actor: str, mentions: list[Mention]) -> ActorClaim:
    """Return the claim that an actor is named."""
    best = max(mentions, key=lambda mention: (_length(mention.name), mention.title is not None))
    titled = next((mention for mention in mentions if mention.title and mention.name), None)
    absent = Missing(reason="not_applicable" if kind != "person" else "absent", rule="actor")
    span = best.name or best.span
    side = next((mention for mention in (best, *mentions) if mention.of), None)
    return ActorClaim(
        anchor=Anchor(
            key=claim_key(ground.doc.text.text_id, "actor", span, None),
            text=ground.doc.text.text_id,
            trigger=span,
            target=None,
            evidence=best.span,
        ),
        type="person" if kind == "person" else ("state" if kind == "state" else "org"),
        actor=actor,
        name=_stated(ground, ground.names.get(actor) or ground.doc.text.words_of(span), span, best.rule),
        of=_side(ground, side) if side and kind == "person" else absent,
        role=_stated(ground, ground.doc.text.words_of(titled.title), titled.title, "actor.title")
        if titled and titled.title and kind == "person"
        else absent,
        office=_office(ground, actor, titled.role if titled else None) if kind == "person" else absent,
    )


def _length(span: Span | None) -> int:
    """Return the letters of a span, 0 for none."""
    return span.end - span.start if span else 0


def _stated(ground: Ground, value: str, span: Span, rule: str) -> Value[str]:
    """Return a value that a span's words state."""
    return Value(value=value, certainty="stated", basis="words", rule=rule, evidence=(ground.words(span),))


def _side(ground: Ground, mention: Mention) -> Value[str]:
    """Return the side that a person acts for, stated by the title or known from the tables."""
    stated = mention.title is not None
    return Value(
        value=mention.of[0],
        certainty="stated" if stated else "inferred",
        basis="title" if stated else "tables",
        rule="actor.side",
        evidence=(ground.words(mention.span), *mention.evidence),
    )


def _office(ground: Ground, actor: str, role: str | None) -> Value[str] | Missing:
    """Return the post that a listed person held on the article's day: that of the title given, else the first begun."""
    day = ground.doc.published[:10] if ground.doc.published else None
    if day is None:
        return Missing(reason="absent", rule="actor.office.day-not-known")
    held = [tenure for tenure in ground.language.world.tenures.get(actor, ()) if tenure.since and tenure.covers(day)]
    named = [tenure for tenure in held if role is not None and _is_title_of(ground, tenure, role)]
    for tenure in named or held:
        return Value(
            value=tenure.post,
            certainty="computed",
            basis="tables",
            rule="actor.office.by-title" if named else "actor.office.by-day",
            evidence=(Entry(entry=f"tenures:{actor}:{tenure.post}"),),
        )
    return Missing(reason="absent", rule="actor.office.not-listed")


def _is_title_of(ground: Ground, tenure: Tenure, role: str) -> bool:
    """Return True where a title of the text is the tenure's post, or a title of the same office."""
    if role in {tenure.post, tenure.role}:
        return True
    return any(role in roles and tenure.role in posts for roles, posts in ground.language.offices)
