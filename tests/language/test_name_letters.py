"""Which letters do names have that words of the language have not?"""

from mahdar.language.language import Language
from mahdar.language.name_letters import letter_weights, runs_of


def looks(language: Language, word: str) -> float:
    return sum(language.name_letters.get(run, 0.0) for run in runs_of(word)) / len(word)


def test_a_foreign_name_looks_more_like_a_name_than_a_rare_form_of_the_language(language: Language) -> None:
    names = ("زانيتيلي", "فاندربوت", "كورنيليوس", "بيتروفسكي")
    forms = ("استخداماتها", "متسائلين", "والمستجدات", "ديمقراطيا")
    assert min(looks(language, word) for word in names) > max(looks(language, word) for word in forms)


def test_a_name_that_the_dictionary_has_too_is_no_word_against_names() -> None:
    weights = letter_weights(["سعيد", "سعيدان", "سعيدي"], {})
    assert weights and all(weight == round(weight, 2) for weight in weights.values())
    assert sum(weights.get(run, 0.0) for run in runs_of("سعيد")) > 0
