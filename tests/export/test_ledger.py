"""What each report of a record tells, leaves out and words otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from mahdar.batch.intake import take_in
from mahdar.batch.local import read_one
from mahdar.export.phrases import load_phrases
from mahdar.export.views.ledger import Ledger, ledger_of
from mahdar.export.views.means import Means
from mahdar.language.cache import SHIPPED
from mahdar.language.language import Language
from mahdar.read.files import find_pages
from mahdar.store.changes import run_at
from mahdar.store.database import Store, open_store
from mahdar.store.query import find_records

REPORTS = [
    (
        "one",
        "صحيفة الميناء",
        "استقبل وزير الخارجية المصري سامح شكري نظيره السعودي فيصل بن فرحان في القاهرة اليوم الاثنين 4 مارس 2024.\n"
        "وقال شكري: «نرفض أي مساس بأمن الملاحة في البحر الأحمر».",
    ),
    (
        "two",
        "وكالة الشاطئ",
        "التقى سامح شكري وزير خارجية مصر وزير الخارجية السعودي فيصل بن فرحان يوم الاثنين 4 مارس 2024.\n"
        "وقال شكري: «نرفض بشدة أي مساس بأمن الملاحة في البحر الأحمر».",
    ),
]


@pytest.fixture(scope="module")
def store(language: Language, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("ledger")
    lines = [
        json.dumps({"id": name, "outlet": outlet, "published": f"2024-03-0{day}", "text": text}, ensure_ascii=False)
        for day, (name, outlet, text) in enumerate(REPORTS, 4)
    ]
    (folder / "reports.jsonl").write_text("\n".join(lines), "utf-8")
    with open_store(f"sqlite:///{folder}/store.db") as made:
        pages = find_pages([folder / "reports.jsonl"], None)  # type: ignore[arg-type]
        outcomes = [read_one(page, language) for page in pages]  # type: ignore[arg-type]
        take_in(made, outcomes, language, run=run_at(datetime(2024, 3, 5, tzinfo=UTC)))
        yield made


def ledger(store: Store, kind: str, language: Language) -> Ledger:
    [record] = [one for one in find_records(store, kind=kind) if len(one.group.members) == 2]
    found = ledger_of(store, record.record_id, Means(language=language, phrases=load_phrases(SHIPPED), as_of="2024-03-05"))
    assert found is not None
    return found


def test_a_field_that_one_report_tells_and_the_other_leaves_out(store: Store, language: Language) -> None:
    found = ledger(store, "meeting", language)
    rows = {row.field: row for row in found.rows}
    assert [cell.state for cell in rows["place"].cells] == ["agrees", "absent"]
    assert rows["place"].told_alone() == 0
    assert [cell.state for cell in rows["day"].cells] == ["agrees", "agrees"] and rows["day"].told_alone() is None
    assert found.disputed() == ()
    assert found.count() == "2 reports, 2 origins"
    assert found.wordings == ()


def test_the_wordings_of_one_quotation_side_by_side(store: Store, language: Language) -> None:
    first, second = ledger(store, "statement", language).wordings
    assert first.other == ()
    letters = REPORTS[1][2]
    assert [letters[span.start : span.end] for span in second.other] == ["بشدة"]
