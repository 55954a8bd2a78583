"""Words in any form, names in any spelling, phrases, filters; what is indexed, and that nobody gets around the query language."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from sqlalchemy import text as sql
from tests.store.made import LETTERS, meeting, page, reading, run, stance
from tests.store.made import text as made_text

from mahdar.errors import StoreError
from mahdar.language.cache import load_language
from mahdar.records.claim import Claim
from mahdar.records.reading import Reading
from mahdar.records.text import Label
from mahdar.records.value import Span
from mahdar.store.database import Store
from mahdar.store.query import find_article
from mahdar.store.save import save_reading
from mahdar.store.search.ask import parse_query
from mahdar.store.search.find import Hit, find
from mahdar.store.search.index import count_unindexed, reindex
from mahdar.store.search.names import Lexis, open_lexis
from mahdar.store.search.sight import highlights, snippet_of

MINISTERS = "اجتمع وزراء الخارجية في بغداد وبحثوا قضية المياه."
MINISTRY = "أعلنت وزارة التجارة فتح باب التسجيل."
LAVROV = "وصل سيرغي لافروف إلى طهران في زيارة تستمر يومين."
OTHER_LAVROV = "استقبل الوزير سيرجي لافروف وفدا من رجال الأعمال."
CEASEFIRE = "توصل الطرفان إلى اتفاق لوقف إطلاق النار في الجنوب."
NO_CEASEFIRE = "إطلاق سراح الأسرى بعد وقف العمل في النار."
RUSSIA = "وقعت روسيا الاتحادية اتفاقية جديدة."
SAYINGS = (MINISTERS, MINISTRY, LAVROV, OTHER_LAVROV, CEASEFIRE, NO_CEASEFIRE, RUSSIA)

Found = Callable[..., list[str]]


@pytest.fixture(scope="module")
def lexis() -> Lexis:
    return open_lexis(load_language(cache=Path(tempfile.gettempdir()) / "mahdar-test-cache"))


def keep(store: Store, lexis: Lexis | None, letters: str, *claims: Claim, number: int = 1, version: str = "0.1.0") -> None:
    url = f"https://example.org/{number}"
    told = reading(*claims, letters=letters, url=url, version=version)
    save_reading(store, told, page(letters, url=url, name=None), run=run(), lexis=lexis)


@pytest.fixture
def found(store: Store, lexis: Lexis) -> Found:
    """Give a function that returns the letters of the articles that answer a query."""
    for number, letters in enumerate(SAYINGS):
        keep(store, lexis, letters, number=number)

    def ask(words: str) -> list[str]:
        hits = find(store, parse_query(words, lexis), lexis)
        return sorted(SAYINGS[int((hit.url or "/").rsplit("/", 1)[1])] for hit in hits)

    return ask


def test_words_in_any_form_and_spelling(found: Found) -> None:
    for word in ("وزير", "الوزير", "بوزير", "وزراء", "للوزراء"):
        assert found(word) == sorted([MINISTERS, OTHER_LAVROV]), word
    for word in ("وزارة", "الوزارة", "وزارته"):
        assert found(word) == [MINISTRY], word
    for word in ("قضية", "القضية", "قضايا", "قضيه", "القَضِيَّة", "قضــية"):
        assert found(word) == [MINISTERS], word
    assert found("زار") == [] and found("زير") == []
    assert found("وزير بغداد") == [MINISTERS]


def test_names_in_any_spelling(found: Found) -> None:
    for name in ("لافروف", "سيرجي لافروف", "سيرغي لافروف", "Lavrov", "Sergey Lavrov", "sergei lavrov", "ولافروف", "لاڤروف"):
        assert found(name) == sorted([LAVROV, OTHER_LAVROV]), name
    for name in ("روسيا", "الاتحاد الروسي", "Russia", "لروسيا", "روسيا الاتحادية"):
        assert RUSSIA in found(name), name
    assert found("Tehran") == found("طهران") == [LAVROV]
    assert found("لافروف طهران") == [LAVROV]


def test_a_latin_family_name_may_come_first(store: Store, lexis: Lexis) -> None:
    keep(store, lexis, "استقبلت بكين وانغ يي بعد عودته.")
    for name in ("Wang", "Wang Yi", "Yi Wang"):
        assert [hit.url for hit in find(store, parse_query(name, lexis), lexis)] == ["https://example.org/1"], name
    assert not find(store, parse_query("Yi", lexis), lexis)


def test_phrases(found: Found) -> None:
    assert found("وقف إطلاق النار") == sorted([CEASEFIRE, NO_CEASEFIRE])
    for phrase in ('"وقف إطلاق النار"', "«وقف اطلاق النار»", "“لوقف إطلاق النار”"):
        assert found(phrase) == [CEASEFIRE], phrase
    assert found('"النار إطلاق"') == []
    assert found('"وزير"') == [] and found('"الوزير"') == [OTHER_LAVROV]


def test_exclusion_and_alternatives(found: Found) -> None:
    assert found("لافروف -طهران") == [OTHER_LAVROV]
    assert found('النار -"إطلاق النار"') == [NO_CEASEFIRE]
    assert found("التسجيل | بغداد") == sorted([MINISTERS, MINISTRY])
    assert found("التسجيل|بغداد | طهران وزير|لافروف") == sorted([MINISTERS, LAVROV])
    assert found("-وزير -لافروف") == sorted([MINISTRY, CEASEFIRE, NO_CEASEFIRE, RUSSIA])


def test_filters(store: Store, lexis: Lexis) -> None:
    keep(store, lexis, LETTERS, meeting(), stance())

    def ask(words: str, kind: str | None = None) -> list[Hit]:
        return list(find(store, parse_query(words, lexis, kind=kind), lexis))

    for words in (
        "actor:EGY",
        "actor:sau",
        "actor:مصر",
        "actor:Egypt",
        "actor:egy actor:SAU",
        "from:2024-03-04 to:2024-03",
        "from:2024",
    ):
        assert len(ask(words)) == 1, words
    for words in ("actor:RUS", "actor:EGY actor:RUS", "from:2024-03-05 شكري", "to:2024-03-03", "to:2023"):
        assert ask(words) == [], words
    [hit] = ask("outlet:EXAMP شكري kind:meeting actor:SAU")
    assert (hit.kind, hit.outlet, hit.published, hit.title) == ("meeting", "example", "2024-03-04", "لقاء في القاهرة")
    [hit] = ask("السودان", kind="stance")
    assert hit.kind == "stance" and hit.claim_id is not None
    assert "السودان" in hit.snippet.words
    assert ask("غزة", kind="meeting") == []
    assert len(ask("actor:EGY", kind="any")) == 3


def test_newest_first_or_best_first(store: Store, lexis: Lexis) -> None:
    keep(store, lexis, "بحث الوزير المياه ثم المياه ثم المياه.", number=1)
    keep(store, lexis, "بحث الوزير شؤونا كثيرة من بينها الطرق والجسور والمياه والكهرباء والزراعة.", number=2)
    query = parse_query("المياه", lexis)
    assert [hit.url for hit in find(store, query, lexis, by="rank")] == ["https://example.org/1", "https://example.org/2"]
    assert len(find(store, query, lexis, limit=1)) == 1


def test_reading_again_moves_the_index(store: Store, lexis: Lexis) -> None:
    def urls(words: str) -> int:
        return len(find(store, parse_query(words, lexis, kind="any"), lexis))

    keep(store, lexis, LETTERS, meeting(), stance())
    assert (urls("هاتفيا"), urls("السودان")) == (1, 2)
    changed = LETTERS.replace("هاتفيا", "برقيا")
    keep(store, lexis, changed, meeting(letters=changed), version="0.2.0")
    assert (urls("هاتفيا"), urls("برقيا"), urls("السودان")) == (0, 1, 1)
    assert count_unindexed(store) == 0


def test_a_failed_save_leaves_the_index_as_it_was(store: Store, lexis: Lexis) -> None:
    keep(store, lexis, LETTERS, meeting())
    before = terms_kept(store)
    with pytest.raises(KeyError), store.write() as connection:
        connection.execute(sql("DELETE FROM search_words"))
        raise KeyError
    assert terms_kept(store) == before == 2


def test_what_was_saved_without_a_lexis_is_found_after_reindex(store: Store, lexis: Lexis) -> None:
    keep(store, None, LETTERS, meeting())
    query = parse_query("شكري", lexis, kind="any")
    assert find(store, query, lexis) == () and count_unindexed(store) == 1
    assert reindex(store, lexis) == reindex(store, lexis) == 1
    assert len(find(store, query, lexis)) == 2 and count_unindexed(store) == 0 and terms_kept(store) == 2


def test_furniture_is_not_found(store: Store, lexis: Lexis) -> None:
    letters = "اقرأ أيضا: تحطم طائرة في الصحراء\n" + MINISTERS
    end = letters.index("\n") + 1
    plain = made_text(letters)
    labels = (
        Label(span=Span(start=0, end=end), part="furniture", rule="test"),
        Label(span=Span(start=end, end=len(letters)), part="content", rule="test"),
    )
    body = {name: getattr(plain, name) for name in plain.__dataclass_fields__} | {"labels": labels}
    told = Reading(text=type(plain)(**body), version="1", data_digest="d", claims=(), problems=())
    save_reading(store, told, page(letters), run=run(), lexis=lexis)
    assert find(store, parse_query("طائرة", lexis), lexis) == ()
    [hit] = find(store, parse_query("بغداد", lexis), lexis)
    assert "طائرة" not in hit.snippet.words


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ('"وقف', "not closed"),
        ("", "nothing to look for"),
        ("***", "nothing to look for"),
        ("|", "between two words"),
        ("مصر |", "between two words"),
        ("مصر || روسيا", "between two words"),
        ("مصر | -روسيا", "joins words"),
        ("-", "stands alone"),
        ('""', "stands alone"),
        ("actor:", "stands alone"),
        ("actor:قبعة", "nobody listed"),
        ("-actor:RUS", "cannot be excluded"),
        ("surface:وزير", "no filter surface"),
        ("kind:cat", "not known"),
        ("from:2024-13", "no day"),
        ("from:٢٠٢٤", "no day"),
        ("to:yesterday", "no day"),
        ("from:2025 to:2024", "later than"),
    ],
)
def test_a_malformed_query_is_explained(words: str, message: str, lexis: Lexis) -> None:
    with pytest.raises(StoreError, match=message):
        parse_query(words, lexis)


def test_an_unknown_outlet_is_explained(store: Store, lexis: Lexis) -> None:
    with pytest.raises(StoreError, match="no outlet of this store"):
        find(store, parse_query("outlet:none مصر", lexis), lexis)


def test_no_query_reaches_the_database_raw(found: Found) -> None:
    for words in attempts():
        try:
            answer = found(words)
        except StoreError as error:
            assert "syntax" not in str(error) and "fts5" not in str(error), words
        else:
            assert len(answer) < len(SAYINGS), words
    assert found("وزير* بغداد") == [MINISTERS]
    assert len(found("-قبعة")) == len(SAYINGS)


def attempts() -> Iterable[str]:
    yield from (
        "NEAR(وزير بغداد)",
        "وزير AND NOT",
        "OR",
        "lemma : وزير",
        "{surface lemma}",
        "^وزير",
        "وزير + بغداد",
        "(((",
        ")",
        "a' | 'b",
    )
    yield from (
        "'; DROP TABLE search_words; --",
        '"a" OR "b',
        '"\' \\"',
        "وزير:*",
        "!وزير & x",
        "'وزير'",
        "\\",
        "\0",
        "x <-> y",
        "%",
        "_",
        "#article",
    )
    yield from ("=ru:lavrov", "@RUS", "ا" * 5000, "'" * 99, '"' * 98, "\N{RIGHT-TO-LEFT OVERRIDE}وزير", "~وزير", "وزير" * 700)


def test_highlights_slice_back_to_the_words(lexis: Lexis) -> None:
    letters = "قال وزيرُ الخارجيّةِ سيرغي لافروف: «لا وزراء هنا»، وأضاف لافروف أنّ وقفَ إطلاقِ النار قريب."

    def marked(words: str) -> list[str]:
        return [letters[span.start : span.end] for span in highlights(letters, parse_query(words, lexis), lexis)]

    assert marked("الوزير") == ["وزيرُ", "وزراء"]
    assert marked("Lavrov") == ["سيرغي لافروف", "لافروف"]
    assert marked("سيرجي لافروف") == ["سيرغي لافروف", "لافروف"]
    assert marked('"وقف إطلاق النار" قال') == ["قال", "وقفَ إطلاقِ النار"]
    assert marked("قبعة | قريب -وزير") == ["قريب"]


def test_snippets_are_short_and_whole(lexis: Lexis) -> None:
    words = [f"كلمة{'ب' * (number % 5)}" for number in range(90)]
    letters = " ".join([*words[:50], "المياه،", *words[50:]]) + "\nسطر آخر."
    query = parse_query("مياه", lexis)
    found = snippet_of(letters, [Span(start=0, end=len(letters))], query, lexis)
    assert len(found.words.split()) == 25 and letters[found.start :].startswith(found.words)
    assert letters[found.start - 1] == " " and letters[found.start + len(found.words)] == " "
    assert [found.words[mark.start : mark.end] for mark in found.marks] == ["المياه"]
    assert "[[المياه]]" in found.marked()
    assert snippet_of("", [Span(start=0, end=0)], query, lexis).words == ""
    assert snippet_of("سطر أول", [Span(start=0, end=7)], query, lexis).marks == ()


def test_a_family_name_counts_where_the_reading_knows_its_bearer(store: Store, lexis: Lexis) -> None:
    letters = "وتسلم سلام الرسالة."
    keep(store, lexis, letters, number=1)
    assert find(store, parse_query('"نواف سلام"', lexis), lexis) == ()
    assert find(store, parse_query("نواف سلام", lexis), lexis) == ()
    assert len(find(store, parse_query("سلام", lexis), lexis)) == 1
    assert find_article(store, "https://example.org/1").title is not None


def terms_kept(store: Store) -> int:
    with store.read() as connection:
        return int(connection.scalar(sql("SELECT count(*) FROM search_words")) or 0)
