"""How things are named: digests of what they hold, or short opaque names."""

from __future__ import annotations

import hashlib

from mahdar.records.value import Span


def digest(content: bytes) -> str:
    """Return the sha256 of some bytes, in lower-case hexadecimal.

    >>> digest(b"")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(content).hexdigest()


def text_id(letters: str) -> str:
    """Return the id of a text: the sha256 of its letters in UTF-8."""
    return digest(letters.encode("utf-8"))


def claim_key(text: str, kind: str, trigger: Span, target: Span | None) -> str:
    """Return a claim's key: what was claimed where, without any value, so that mending a value keeps the claim.

    >>> claim_key("t", "meeting", Span(start=1, end=5), None) == claim_key("t", "meeting", Span(start=1, end=5), None)
    True
    """
    places = [str(trigger.start), str(trigger.end)]
    if target is not None:
        places += [str(target.start), str(target.end)]
    return digest("|".join([text, kind, *places]).encode("ascii"))[:24]
