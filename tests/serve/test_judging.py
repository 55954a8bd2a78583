"""A reader who may write judges a record on its page; others may not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.serve.conftest import HERE

from mahdar.batch.intake import take_in
from mahdar.batch.judging import judge_and_name
from mahdar.batch.local import read_many
from mahdar.language.language import Language
from mahdar.read.files import find_pages
from mahdar.serve.app import Settings, create_app
from mahdar.serve.writers import add_token, read_tokens
from mahdar.store.changes import run_at
from mahdar.store.database import Store
from mahdar.store.judgements import find_judgements
from mahdar.store.query import find_records

ELSEWHERE = {"origin": "https://elsewhere.example"}


@pytest.fixture
def tokens(tmp_path: Path) -> tuple[str, dict[str, str]]:
    """Give a token of «desk», and what is kept of it."""
    path = tmp_path / "tokens"
    return add_token(path, "desk"), read_tokens(path)


@pytest.fixture
def writer(own_store: Store, language: Language) -> Iterator[TestClient]:
    """Give the pages as the local user gets them, who may write."""
    yield client_of(own_store, language)


def client_of(store: Store, language: Language, *, is_local: bool = True, tokens: dict[str, str] | None = None) -> TestClient:
    settings = Settings(
        store=store,
        is_local=is_local,
        language=language,
        judge=lambda said: judge_and_name(store, said, language),
        tokens=tokens or {},
    )
    return TestClient(create_app(settings), base_url=HERE, follow_redirects=False)


def form_of(client: TestClient, record: str) -> dict[str, str]:
    """Return the hidden fields of a record's form."""
    page = client.get(f"/{record}").text
    form = page.partition('action="/judge"')[2].partition("</form>")[0]
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))


def dated(store: Store) -> tuple[str, str]:
    """Return a record of one report, and a record of another day."""
    records = [one for one in find_records(store, kind="meeting") if len(one.group.members) == 1]
    return records[0].record_id, records[1].record_id


def field(client: TestClient, record: str, name: str) -> dict[str, Any]:
    fields = client.get(f"/{record}.json").json()["meeting"]["fields"]
    return next(dict(one) for one in fields if one["name"] == name)


def test_a_judgement_is_seen_at_once(writer: TestClient, own_store: Store) -> None:
    record, _ = dated(own_store)
    answer = writer.post(
        "/judge", data={**form_of(writer, record), "verdict": "right", "who": "ليلى <b>", "why": "قرأت <script>البيان"}
    )
    assert answer.status_code == 303 and answer.headers["location"] == f"/{record}#judgements"
    page = writer.get(f"/{record}").text
    assert "ليلى &lt;b&gt;" in page and "قرأت &lt;script&gt;البيان" in page
    [one] = find_judgements(own_store)
    assert (one.judgement.verdict, one.judgement.who, one.judgement.targets[0].field) == ("right", "ليلى <b>", None)


def test_a_corrected_value_wins_everywhere(writer: TestClient, own_store: Store) -> None:
    record, _ = dated(own_store)
    said = {"verdict": "should_be", "field": "day", "value": "2031-05-04", "who": "ليلى", "why": "بيان الوزارة"}
    assert writer.post("/judge", data={**form_of(writer, record), **said}).status_code == 303
    day = field(writer, record, "day")
    assert (day["shown"]["value"]["value"]["edtf"], day["shown"]["value"]["basis"]) == ("2031-05-04", "judged")
    assert (day["correction"]["who"], day["contrary"]) == ("ليلى", False)
    assert {cell["standing"] for cell in day["cells"]} <= {"differs", "none"}
    assert "2031-05-04" in writer.get(f"/{record}.csv").text
    assert "2031" in writer.get(f"/{record}?lang=en").text
    assert writer.post("/judge", data={**form_of(writer, record), **said, "value": "2031-06"}).status_code == 303
    assert field(writer, record, "day")["shown"]["value"]["value"]["edtf"] == "2031-06"


def test_new_contrary_evidence_flags_a_corrected_value(
    writer: TestClient, own_store: Store, language: Language, tmp_path: Path
) -> None:
    words = "التقى وزير الخارجية القطري محمد بن عبد الرحمن آل ثاني نظيره التركي هاكان فيدان في {city} يوم 3 يونيو 2024."
    record = next(
        one.record_id for one in find_records(own_store, kind="meeting") if {"QAT", "TUR"} <= set(sides(writer, one.record_id))
    )
    said = {"verdict": "should_be", "field": "place", "value": "الخور, QAT", "who": "ليلى"}
    assert writer.post("/judge", data={**form_of(writer, record), **said}).status_code == 303
    assert not field(writer, record, "place")["contrary"]
    line = {"id": "late", "published": "2024-06-04", "outlet": "صحيفة أخرى", "text": words.format(city="الدوحة")}
    (tmp_path / "late.jsonl").write_text(json.dumps(line, ensure_ascii=False), "utf-8")
    from datetime import UTC, datetime, timedelta

    later = run_at(datetime.now(UTC) + timedelta(minutes=1))
    take_in(own_store, read_many(find_pages([tmp_path / "late.jsonl"], None), language), language, run=later)  # type: ignore[arg-type]
    place = field(writer, record, "place")
    assert place["shown"]["value"]["value"]["city"] == "الخور"
    assert place["contrary"]
    assert "contradicted since" in writer.get(f"/{record}?lang=en").text


def sides(client: TestClient, record: str) -> list[str]:
    return list(client.get(f"/{record}.json").json()["meeting"]["sides"])


def test_same_joins_and_the_id_that_went_leads_on(writer: TestClient, own_store: Store) -> None:
    one, other = dated(own_store)
    answer = writer.post("/judge", data={**form_of(writer, one), "verdict": "same", "other": other, "who": "ليلى"})
    assert answer.status_code == 303
    assert writer.get(f"/{other}").status_code in {200, 308} and writer.get(f"/{one}").status_code in {200, 308}
    assert {writer.get(f"/{name}").status_code for name in (one, other)} == {200, 308}
    writer.post("/judge", data={**form_of(writer, one), "verdict": "different", "other": other, "who": "سالم"})
    kept = {record.record_id for record in find_records(own_store, kind="meeting")}
    assert len(kept & {one, other}) >= 1


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"key": ""}, 403),
        ({"key": "0" * 64}, 403),
        ({"who": ""}, 400),
        ({"verdict": "perhaps"}, 400),
        ({"verdict": "should_be", "field": "", "value": "x"}, 400),
        ({"verdict": "should_be", "field": "day", "value": "yesterday"}, 400),
        ({"verdict": "should_be", "field": "sides", "value": "روسيا"}, 400),
        ({"verdict": "wrong", "field": "anchor"}, 400),
        ({"verdict": "same", "other": ""}, 400),
        ({"about": "m-none"}, 404),
    ],
)
def test_what_cannot_be_is_refused(writer: TestClient, own_store: Store, change: dict[str, str], status: int) -> None:
    record, _ = dated(own_store)
    given = {**form_of(writer, record), "verdict": "right", "who": "ليلى", **change}
    assert writer.post("/judge", data=given).status_code == status
    assert find_judgements(own_store) == ()


def test_no_other_site_judges(writer: TestClient, own_store: Store) -> None:
    record, _ = dated(own_store)
    given = {**form_of(writer, record), "verdict": "right", "who": "ليلى"}
    assert writer.post("/judge", data=given, headers=ELSEWHERE).status_code == 403
    assert writer.post("/judge", data={**given, "why": "x" * 20_000}).status_code == 413
    assert find_judgements(own_store) == ()


def test_a_form_leads_back_to_our_own_pages_only(writer: TestClient, own_store: Store) -> None:
    record, _ = dated(own_store)
    given = {**form_of(writer, record), "verdict": "right", "who": "ليلى", "back": "//elsewhere.example"}
    assert writer.post("/judge", data=given).headers["location"] == "/#judgements"


def test_strangers_judge_with_a_token_only(own_store: Store, language: Language, tokens: tuple[str, dict[str, str]]) -> None:
    token, held = tokens
    record, _ = dated(own_store)
    reader = client_of(own_store, language, is_local=False, tokens=held)
    assert 'action="/judge"' not in reader.get(f"/{record}").text
    assert reader.post("/judge", data={"about": record, "verdict": "right", "who": "x"}).status_code == 403
    bearer = {"authorization": f"Bearer {token}"}
    said = {"about": record, "verdict": "wrong", "field": "day", "who": "somebody else"}
    assert reader.post("/judge", data=said, headers={"authorization": "Bearer nothing"}).status_code == 403
    assert reader.post("/judge", data=said, headers=bearer).status_code == 201
    assert [one.judgement.who for one in find_judgements(own_store)] == ["desk"], "a token's holder cannot speak for others"
    assert reader.post("/enter", data={"token": "nothing"}).status_code == 403
    entered = reader.post("/enter", data={"token": token})
    assert "httponly" in entered.headers["set-cookie"].lower() and "samesite=strict" in entered.headers["set-cookie"].lower()
    form = form_of(reader, record)
    assert reader.post("/judge", data={**form, "verdict": "right"}).status_code == 303
    assert [one.judgement.who for one in find_judgements(own_store)] == ["desk", "desk"]


def test_nothing_is_kept_of_a_token_but_its_hash(tmp_path: Path) -> None:
    token = add_token(tmp_path / "tokens", "desk")
    assert token not in (tmp_path / "tokens").read_text("utf-8")
    assert (tmp_path / "tokens").stat().st_mode & 0o077 == 0


def test_where_nothing_can_be_written_there_is_no_form(client: TestClient, own_store: Store) -> None:
    record, _ = dated(own_store)
    assert 'action="/judge"' not in client.get(f"/{record}").text
    assert client.post("/judge", data={"about": record}).status_code in {404, 405}
