"""Which letters do bytes stand for, and is what they spell Arabic?"""

import pytest

from mahdar.arabic.script import arabic_share, is_foreign
from mahdar.clean.decode import decode, garbled
from mahdar.clean.page import clean_page, problems_of
from mahdar.language.page_patterns import PagePatterns
from mahdar.records.ids import digest
from mahdar.records.page import Media, Page, PageMeta
from mahdar.records.problem import Problem
from mahdar.records.text import Text

ARABIC = "بحث الوزيران في العاصمة ملفات التعاون بين البلدين، وقال المتحدث إن اللقاء استمر ساعتين في القصر.\n" * 3
PERSIAN = "وزیر امور خارجه ایران در گفت‌وگو با همتای روس خود درباره روابط دو کشور و پیشرفت مذاکرات گفتگو کرد. " * 3
URDU = "وزیر خارجہ نے کہا کہ دونوں ملکوں کے درمیان بات چیت جاری رہے گی اور اگلے ہفتے ٹیلی فون پر رابطہ ہو گا۔ " * 3
KURDISH = "وەزیری دەرەوە ڕایگەیاند کە هەردوو وڵات لەسەر پەیوەندییەکان گفتوگۆیان کرد و دیدارێکی نوێ دەکرێت. " * 3
PASHTO = "د بهرنيو چارو وزير وويل چې دواړه هېوادونه به د اړيکو د ښه کولو لپاره خپلې خبرې اترې روانې وساتي. " * 3


def page(content: bytes, media: Media = "text/plain") -> Page:
    return Page(page_id=digest(content), content=content, media=media, source="x.txt", meta=PageMeta())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859-6"])
def test_encodings(encoding: str) -> None:
    assert decode(ARABIC.encode(encoding), "text/plain").letters == ARABIC


def test_a_declared_encoding_is_believed_only_where_it_fits() -> None:
    head = '<html><head><meta http-equiv="Content-Type" content="text/html; charset={}"></head><body><p>'
    assert decode((head.format("windows-1256") + ARABIC).encode("cp1256"), "text/html").encoding == "cp1256"
    assert decode((head.format("windows-1256") + ARABIC).encode("utf-8"), "text/html").encoding == "utf-8"
    assert decode((head.format("utf-8") + ARABIC).encode("cp1256"), "text/html").encoding == "cp1256"


def test_few_broken_bytes_are_shown_and_many_are_a_problem(patterns: PagePatterns) -> None:
    whole = (ARABIC * 5).encode()
    text = clean_page(page(whole[:1000] + b"\xff" + whole[1000:]), patterns)
    assert isinstance(text, Text)
    assert "\N{REPLACEMENT CHARACTER}" in text.letters
    assert "broken" in problems_of(text)[0].what
    many = b"".join(whole[at : at + 40] + b"\xff\xfe\x81" for at in range(0, len(whole), 40))
    assert isinstance(clean_page(page(many), patterns), Problem)


@pytest.mark.parametrize("letters", [PERSIAN, URDU, KURDISH, PASHTO], ids=["Persian", "Urdu", "Kurdish", "Pashto"])
def test_other_languages_with_arabic_letters(letters: str, patterns: PagePatterns) -> None:
    assert is_foreign(letters)
    assert isinstance(clean_page(page(letters.encode()), patterns), Problem)


def test_arabic_with_letters_for_foreign_names_stays_arabic() -> None:
    assert not is_foreign(ARABIC + "وزار الوفد مدينة گلميم وجزيرة چزيرا وڤيينا وپاريس بعد لقاء الوزير في العاصمة.")
    assert not is_foreign(ARABIC.replace("ي", "ی").replace("ك", "ک"))


def test_text_without_arabic_is_a_problem(patterns: PagePatterns) -> None:
    assert arabic_share("The ministers met in Cairo.") == 0
    for content in (b"The ministers met in Cairo.", "Министры встретились в Каире.".encode(), "部长会晤".encode()):
        assert isinstance(clean_page(page(content), patterns), Problem)
    mostly = "The ministers met in Cairo on Sunday and talked for two hours about القاهرة."
    assert isinstance(clean_page(page(mostly.encode()), patterns), Problem)


def test_garbled_arabic_is_named_as_such(patterns: PagePatterns) -> None:
    twice = ARABIC.encode().decode("latin-1")
    assert garbled(twice)
    found = clean_page(page(twice.encode()), patterns)
    assert isinstance(found, Problem)
    assert "Western" in found.what
    assert not garbled(ARABIC)
