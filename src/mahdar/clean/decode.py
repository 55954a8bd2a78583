"""Which letters do the bytes of a page stand for?"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from mahdar.arabic.script import arabic_share
from mahdar.records.page import Media

MOST_BROKEN = 0.005
"""Share of bytes that may be broken in a page that is otherwise UTF-8."""
ENOUGH = 0.5
"""Share of Arabic letters among those beyond ASCII, from which a guessed encoding is believed."""
BROKEN = "\N{REPLACEMENT CHARACTER}"
_DECLARED = re.compile(rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,80}?encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,30})""", re.I)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_ARABIC_CODES = ("cp1256", "iso8859-6")
_GARBLED = re.compile(
    "[\N{LATIN CAPITAL LETTER O WITH STROKE}\N{LATIN CAPITAL LETTER U WITH GRAVE}][\x80-\xff\u2000-\u2122\u0152-\u0192]"
)
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"


class Decoded(NamedTuple):
    """The letters, or None with what is wrong."""

    letters: str | None
    encoding: str
    wrong: str | None


def decode(content: bytes, media: Media) -> Decoded:
    """Return a page's letters: by its byte order mark, as strict UTF-8, by what it declares, or by what makes Arabic of it."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _checked(content[len(mark) :].decode(encoding, "replace"), encoding)
    zeros = _zeros(content)
    if zeros:
        return _checked(content.decode(zeros, "replace"), zeros)
    try:
        return _checked(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    loose = content.decode("utf-8", "replace")
    broken = loose.count(BROKEN) - content.count(BROKEN.encode())
    if broken <= MOST_BROKEN * len(content) and arabic_share(_beyond_ascii(loose)) > ENOUGH:
        return Decoded(loose, "utf-8", None)
    guess = _guess(content, _declared(content) if media == "text/html" else None)
    if guess:
        return Decoded(content.decode(guess, "replace"), guess, None)
    share = 100 * broken / len(content)
    return Decoded(None, "", f"{share:.1f} % of its bytes are broken UTF-8, and no other Arabic encoding fits")


def garbled(letters: str) -> bool:
    """Return whether Arabic letters were once read as Western ones, so that two odd signs stand for each.

    >>> garbled("\\u00d8\\u00a7" * 20)
    True
    """
    pairs = len(_GARBLED.findall(letters[:20000]))
    return pairs >= 10 and pairs * 4 > len(letters[:20000].strip()) * 0.5


def _checked(letters: str, encoding: str) -> Decoded:
    """Return letters, unless too many of them had to be replaced."""
    broken = letters.count(BROKEN)
    if broken > MOST_BROKEN * len(letters) and broken > 2:
        return Decoded(None, encoding, f"{broken} of its {len(letters)} letters are broken")
    return Decoded(letters, encoding, None)


def _zeros(content: bytes) -> str | None:
    """Return the kind of UTF-16 that bytes without a mark are, by the side on which the zeros and Arabic pages stand."""
    head = content[:2000]
    if len(head) < 8 or b"\x00" not in head:
        return None
    high = (0x00, 0x06)
    even = sum(head[::2].count(code) for code in high)
    odd = sum(head[1::2].count(code) for code in high)
    half = len(head) / 2
    if odd > 0.8 * half and odd > 2 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 0.8 * half and even > 2 * odd else None


def _declared(content: bytes) -> str | None:
    """Return the encoding that a page declares, where it is one that we know."""
    found = _DECLARED.search(content[:4096])
    if not found:
        return None
    try:
        return codecs.lookup(found.group(1).decode("ascii")).name
    except LookupError:
        return None


def _guess(content: bytes, declared: str | None) -> str | None:
    """Return the one-byte encoding that makes Arabic of the bytes: first what is declared, then what yields more articles."""
    found: list[tuple[int, str]] = []
    for name in dict.fromkeys([*([declared] if declared in _ARABIC_CODES else []), *_ARABIC_CODES]):
        letters = content.decode(name, "replace")
        if letters.count(BROKEN) <= MOST_BROKEN * len(letters) and arabic_share(_beyond_ascii(letters)) > ENOUGH:
            found.append((letters.count(_ARTICLE), name))
    best = max((count for count, _ in found), default=0)
    return next((name for count, name in found if count == best), None)


def _beyond_ascii(letters: str) -> str:
    """Return the letters of a page that are no markup."""
    return "".join(sign for sign in letters if not sign.isascii())
