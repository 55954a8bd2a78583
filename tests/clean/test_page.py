"""What holds of any page, and how is HTML seen?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.clean.page import clean_page
from mahdar.language.page_patterns import PagePatterns
from mahdar.records.ids import digest, text_id
from mahdar.records.page import Media, Page, PageMeta
from mahdar.records.problem import Problem
from mahdar.records.text import Text
from mahdar.records.value import Meta, Value, Words, value_of

BODY = (
    "بحث الوزيران في لقاء مغلق صباح أمس ملفات التعاون بين البلدين وسبل تطويرها في المرحلة القادمة، وفق بيان صدر عن مكتب الوزير."
)
MORE = "وقال المتحدث إن اللقاء استمر ساعتين، وإن الوفدين اتفقا على جولة ثانية في الشهر القادم بحضور الوسطاء جميعا."
HTML = f"""<html><head><title>الوزيران يبحثان التعاون - شبكة الأفق</title>
<meta property="og:site_name" content="شبكة الأفق">
<link rel="canonical" href="https://news.invalid/2024/05/06/a">
<script type="application/ld+json">
{{"@graph": [{{"@type": "NewsArticle", "datePublished": "2024-05-06T21:05:00+03:00"}}]}}</script>
<style>p {{ color: red }}</style></head>
<body><header>اليوم الجمعة 3 يناير 2025</header>
<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/w">العالم</a></li></ul></nav>
<article><h1>الوزيران يبحثان التعاون</h1>
<figure><img src="a.jpg" alt="نص بديل لا يرى"><figcaption>الوزيران في القصر</figcaption></figure>
<p>{BODY}</p><div class="related-posts"><a href="/x">خبير يشرح أسباب ارتفاع أسعار القمح</a></div>
<p>{MORE}<br>سطر بعد فاصل داخل الفقرة نفسها لا يضيع من النص ولا يلتصق بما قبله في الصفحة.</p>
<p hidden>نص مخفي</p><p style="display:none">نص مخفي آخر</p></article>
<aside><p>{BODY.replace("الوزيران", "المدربان")}</p></aside>
<footer>جميع الحقوق محفوظة 2025</footer><script>var x = "كود";</script></body></html>"""


def page(content: str, media: Media = "text/plain", **meta: str) -> Page:
    raw = content.encode("utf-8", "surrogatepass")
    return Page(page_id=digest(raw), content=raw, media=media, source="x", meta=PageMeta(**meta))


def content_of(text: Text) -> str:
    return "".join(text.words_of(label.span) for label in text.labels if label.part == "content")


def test_html(patterns: PagePatterns) -> None:
    text = clean_page(page(HTML, "text/html"), patterns)
    assert isinstance(text, Text)
    assert value_of(text.title) == "الوزيران يبحثان التعاون"
    assert value_of(text.outlet) == "شبكة الأفق"
    assert text.url == "https://news.invalid/2024/05/06/a"
    assert isinstance(text.published, Value)
    assert text.published.value == "2024-05-06T21:05"
    assert isinstance(text.published.evidence[0], Meta)
    lines = [line for line in content_of(text).split("\n") if line]
    assert lines == [BODY, MORE, "سطر بعد فاصل داخل الفقرة نفسها لا يضيع من النص ولا يلتصق بما قبله في الصفحة."]
    assert all(words not in text.letters for words in ("مخفي", "كود", "بديل", "color"))
    assert "المدربان" in text.letters


def test_the_day_of_fetching_is_no_day_of_publication(patterns: PagePatterns) -> None:
    bare = HTML.replace("datePublished", "other").replace("/2024/05/06/", "/")
    text = clean_page(page(bare, "text/html"), patterns)
    assert isinstance(text, Text)
    assert value_of(text.published) is None
    text = clean_page(page(bare.replace('/a">', '/2024/05/06/a">'), "text/html"), patterns)
    assert isinstance(text, Text)
    assert value_of(text.published) == "2024-05-06"


@pytest.mark.parametrize(
    "body", [f"<ul><li><a href='/a'>{BODY}</a></li></ul>", "<p>خبر قصير</p>", "", "<p>English words only, and many of them.</p>"]
)
def test_html_without_an_article(body: str, patterns: PagePatterns) -> None:
    found = clean_page(page(f"<html><body>{body}</body></html>", "text/html"), patterns)
    assert isinstance(found, Problem)
    assert found.stage == "clean"
    assert found.remedy


def test_letters_stay_as_they_came(patterns: PagePatterns) -> None:
    odd = "قـال \N{RIGHT-TO-LEFT MARK}الوزير\N{ZERO WIDTH NON-JOINER} <script>alert(1)</script> إنّ ١٢ يوما\tكافية  جدا.\r\nوأضاف."
    text = clean_page(page(odd), patterns)
    assert isinstance(text, Text)
    assert text.letters == odd.replace("\r\n", "\n")
    assert text.text_id == text_id(text.letters)


def test_title_apart_and_given_day(patterns: PagePatterns) -> None:
    text = clean_page(
        page(f"عنوان الخبر الأول\n{BODY}", title="عنوان الخبر الأول", published="2024-05-06", outlet="الأفق"), patterns
    )
    assert isinstance(text, Text)
    assert text.letters.startswith("عنوان الخبر الأول\nعنوان الخبر الأول\n")
    assert [(label.part, label.rule) for label in text.labels][:2] == [("title", "title"), ("furniture", "title-again")]
    assert value_of(text.published) == "2024-05-06"
    assert value_of(text.outlet) == "الأفق"


LINE = st.sampled_from(
    [BODY, MORE, "عاجل", "العالم", "- 3 ديسمبر 2025", "(وكالات)", "logo", "", " ", "تعليقات", "القاهرة - واس -", "x:", "ـ"]
)


@settings(max_examples=60, deadline=None)
@given(lines=st.lists(LINE | st.text(max_size=30), max_size=12), title=st.none() | st.text(max_size=20))
def test_labels_cover_every_letter(patterns: PagePatterns, lines: list[str], title: str | None) -> None:
    given_page = page("\n".join(lines), **({"title": title} if title else {}))
    text = clean_page(given_page, patterns)
    assert text == clean_page(given_page, patterns)
    if isinstance(text, Problem):
        return
    ends = [0, *(label.span.end for label in text.labels)]
    assert [label.span.start for label in text.labels] == ends[:-1]
    assert ends[-1] == len(text.letters)
    assert all(label.span.start < label.span.end for label in text.labels)
    for field in (text.title, text.byline, text.dateline):
        if isinstance(field, Value):
            words = field.evidence[0]
            assert isinstance(words, Words)
            assert text.letters[words.start : words.end] == field.value


OLD = f"""<html><head><title>الوزيران يبحثان التعاون بين البلدين - نوافذ الجنوب</title></head><body><table>
<tr><td>نوافذ الجنوب</td></tr><tr><td><a href="#">الأولى</a> <a href="#">أخبار</a></td></tr><tr><td>4 مايو 2021</td></tr>
<tr><td><b>الوزيران يبحثان التعاون بين البلدين</b></td></tr><tr><td>{BODY}</td></tr><tr><td>{MORE}</td></tr></table>
</body></html>"""


def test_outlet_by_the_tail_of_the_title_and_day_right_above_it(patterns: PagePatterns) -> None:
    text = clean_page(page(OLD, "text/html"), patterns)
    assert isinstance(text, Text)
    assert isinstance(text.outlet, Value)
    assert (text.outlet.value, text.outlet.rule) == ("نوافذ الجنوب", "outlet.title")
    assert value_of(text.published) == "2021-05-04"
    assert [line for line in content_of(text).split("\n") if line] == [BODY, MORE]


def test_a_section_is_no_outlet(patterns: PagePatterns) -> None:
    text = clean_page(page(OLD.replace("نوافذ الجنوب", "العالم"), "text/html"), patterns)
    assert isinstance(text, Text)
    assert value_of(text.outlet) is None
