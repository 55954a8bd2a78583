"""Which expressions stand here with other words between theirs?"""

import pytest

from mahdar.annotate.tokens import tokenize
from mahdar.language.gapped import find_gapped
from mahdar.language.language import Language


def senses(words: str, language: Language) -> set[str]:
    """The senses of the expressions that begin with the first word."""
    tokens = tokenize(words, language.folding)
    return {found.hit.entry for found in find_gapped(language.gapped, tokens.words, 0, len(tokens))}


@pytest.mark.parametrize(
    ("words", "sense"),
    [
        ("فرضت واشنطن أمس عقوبات", "sanction.farada_uqubat"),
        ("وسحبت إسبانيا سفيرها", "sanction.sahaba_safir"),
        ("أعرب الوزير عن بالغ استيائه", "accuse.isthtafazza"),
        ("أكدت ليما دعم بلادها", "support.aaraba_daam"),
    ],
)
def test_words_may_stand_apart(words: str, sense: str, language: Language) -> None:
    assert sense in senses(words, language)


@pytest.mark.parametrize("words", ["فرضت واشنطن رأيها", "سحبت إسبانيا الكرة", "لفرضت واشنطن عقوبات"])
def test_other_words_are_no_expression(words: str, language: Language) -> None:
    assert not senses(words, language)


def test_nothing_crosses_the_limit(language: Language) -> None:
    tokens = tokenize("فرضت واشنطن عقوبات", language.folding)
    assert not find_gapped(language.gapped, tokens.words, 0, 2)
