"""Which file do words belong to?"""

from typing import Any

import pytest
from tests.tables import cases, text_of

from mahdar.annotate.annotate import annotate
from mahdar.extract.ground import ground
from mahdar.extract.stances.issues import file_of, files_of
from mahdar.language.language import Language


@pytest.mark.parametrize("case", cases("extract/issues.yaml"))
def test_issues(case: dict[str, Any], language: Language) -> None:
    text = text_of({"text": f"{case['text']}. {case.get('with', '')}"}, language)
    files = files_of(ground(annotate(text, language), language))
    filed = file_of(files, 0, len(case["text"].split()))
    assert (filed.slug if filed else "none") == case["issue"]


def test_the_case_of_the_article_takes_what_yields(language: Language) -> None:
    body = "بحث الوزراء الأزمة الليبية. قال المبعوث إن الحل السياسي في ليبيا ممكن. وطالب بتشكيل حكومة وحدة وطنية."
    doc = annotate(text_of({"text": body}, language), language)
    files = files_of(ground(doc, language))
    words = doc.tokens.words
    first = max(place for place, word in enumerate(words) if word.endswith("حكومه"))
    filed = file_of(files, first, first + 3)
    assert files.case == "libya"
    assert filed is not None
    assert filed.slug == "libya"
