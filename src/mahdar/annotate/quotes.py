"""Which words stand between quotation marks, and is the pair whole?"""

from __future__ import annotations

from mahdar.records.annotated import Quote, Tokens

PAIRS = {
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}": "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
    "\N{LEFT DOUBLE QUOTATION MARK}": "\N{RIGHT DOUBLE QUOTATION MARK}",
    "\N{DOUBLE LOW-9 QUOTATION MARK}": "\N{LEFT DOUBLE QUOTATION MARK}",
    "\N{ORNATE RIGHT PARENTHESIS}": "\N{ORNATE LEFT PARENTHESIS}",
}
CLOSERS = frozenset(PAIRS.values()) - frozenset(PAIRS)
STRAIGHT = '"'


def find_quotes(tokens: Tokens) -> tuple[Quote, ...]:
    """Return the outermost quotations of each line, in text order; a missing mark is taken at the line's begin or end.

    A closing mark without an opening one quotes from after the last colon of its line; without a colon it quotes nothing.
    """
    found: list[Quote] = []
    line = 0
    for place in range(len(tokens) + 1):
        if place == len(tokens) or tokens.kinds[place] == "b":
            found.extend(_quotes_of_line(tokens, line, place))
            line = place + 1
    return tuple(found)


def _quotes_of_line(tokens: Tokens, first: int, last: int) -> list[Quote]:
    """Return the quotations of tokens [first, last)."""
    found: list[Quote] = []
    opened, closer = -1, ""
    for place in range(first, last):
        sign = tokens.words[place]
        if opened < 0 and (sign in PAIRS or sign == STRAIGHT):
            opened, closer = place, PAIRS.get(sign, STRAIGHT)
        elif opened >= 0 and _closes(sign, closer):
            if place > opened + 1:
                found.append(Quote(first=opened + 1, last=place, closed=True))
            opened = -1
        elif opened < 0 and sign in CLOSERS:
            colon = _last_colon(tokens, found[-1].last if found else first, place)
            if colon is not None:
                found.append(Quote(first=colon + 1, last=place, closed=False))
    if opened >= 0 and last > opened + 1:
        found.append(Quote(first=opened + 1, last=last, closed=False))
    return found


def _closes(sign: str, closer: str) -> bool:
    """Return True where a sign ends a quotation opened for `closer`; hands mix straight and curly marks."""
    return sign == closer or (sign == STRAIGHT and closer in CLOSERS) or (closer == STRAIGHT and sign in CLOSERS)


def _last_colon(tokens: Tokens, first: int, last: int) -> int | None:
    """Return the place of the last colon in [first, last), None where there is none."""
    return next((place for place in range(last - 1, first - 1, -1) if tokens.words[place] == ":"), None)
