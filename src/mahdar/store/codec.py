"""Records to and from JSON: what a column of the store holds of them."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import Field, TypeAdapter, ValidationError

from mahdar.errors import StoreError
from mahdar.records.claim import Claim
from mahdar.records.group import Link
from mahdar.records.ids import digest
from mahdar.records.judgement import Target
from mahdar.records.page import PageMeta
from mahdar.records.reading import Reading
from mahdar.records.text import Text

Body: TypeAlias = dict[str, Any]

_CLAIM: TypeAdapter[Claim] = TypeAdapter(Annotated[Claim, Field(discriminator="kind")])
_TEXT = TypeAdapter(Text)
_META = TypeAdapter(PageMeta)
_TARGETS = TypeAdapter(tuple[Target, ...])
_LINKS = TypeAdapter(tuple[Link, ...])
_READING = TypeAdapter(Reading)


def claim_body(claim: Claim) -> Body:
    """Return a claim as JSON."""
    body: Body = _CLAIM.dump_python(claim, mode="json")
    return body


def claim_from(body: Body) -> Claim:
    """Return the claim that JSON holds; its `kind` tells which."""
    try:
        return _CLAIM.validate_python(body)
    except ValidationError as error:
        raise StoreError(
            f"a stored {body.get('kind')} claim has another form than this version reads ({error.error_count()} fields)."
            " Read its article again: `mahdar read`."
        ) from error


def text_body(text: Text) -> Body:
    """Return a text as JSON without its letters, which stand once in their own table."""
    body: Body = _TEXT.dump_python(text, mode="json", exclude={"letters"})
    return body


def text_from(body: Body, letters: str) -> Text:
    """Return the text that JSON and its letters make."""
    return _TEXT.validate_python({**body, "letters": letters})


def meta_body(meta: PageMeta) -> Body:
    """Return what came with a page as JSON."""
    body: Body = _META.dump_python(meta, mode="json")
    return body


def meta_from(body: Body) -> PageMeta:
    """Return what came with a page."""
    return _META.validate_python(body)


def targets_body(targets: tuple[Target, ...]) -> list[Body]:
    """Return the targets of a judgement as JSON."""
    body: list[Body] = _TARGETS.dump_python(targets, mode="json")
    return body


def targets_from(body: list[Body]) -> tuple[Target, ...]:
    """Return the targets that JSON holds."""
    return _TARGETS.validate_python(body)


def links_body(links: tuple[Link, ...]) -> list[Body]:
    """Return the links of a record as JSON."""
    body: list[Body] = _LINKS.dump_python(links, mode="json")
    return body


def links_from(body: list[Body]) -> tuple[Link, ...]:
    """Return the links that JSON holds."""
    return _LINKS.validate_python(body)


def reading_digest(reading: Reading) -> str:
    """Return the sha256 of all that a reading holds: equal digests are equal readings."""
    return digest(_READING.dump_json(reading))
