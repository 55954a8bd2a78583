"""Which forms does a nisba take: the adjective of a state, an origin or an office?"""

from __future__ import annotations

from mahdar.arabic.letters import ALEF, ARTICLE

HEH, WAW, YEH, NOON, TEH = (
    "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER WAW}",
    "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER NOON}",
    "\N{ARABIC LETTER TEH}",
)
ENDINGS = {
    "ms": "",
    "fs": HEH,
    "md": ALEF + NOON,
    "mp": WAW + NOON,
    "mo": YEH + NOON,
    "fd": TEH + ALEF + NOON,
    "fo": TEH + YEH + NOON,
    "fp": ALEF + TEH,
    "acc": ALEF,
}
"""By gender and number: masculine and feminine singular, dual, plural (`mo`, `fo`: oblique), and the accusative."""


def nisba_forms(base: str) -> dict[str, str]:
    """Return every folded form of a folded masculine singular nisba and its gender and number, without and with the article.

    Of a nisba of two words («South Korean») both words agree; plural people of such a nisba inflect the first alone.
    """
    words = base.split()
    forms: dict[str, str] = {}
    for name, ending in ENDINGS.items():
        agreed = " ".join(word + ending for word in words)
        forms.setdefault(agreed, name)
        forms.setdefault(" ".join(ARTICLE + word for word in agreed.split()), name)
    return forms
