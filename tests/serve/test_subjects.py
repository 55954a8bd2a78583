"""What the pages of one person, side, issue, series, outlet, and of readouts beside each other, must tell."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from tests.serve.test_pages import find_records_of, pair

from mahdar.export.views.meeting import Meeting
from mahdar.records.annotated import When
from mahdar.serve.timeline import timeline_of


def json_of(client: TestClient, path: str) -> Any:
    """Return the view behind a page."""
    answer = client.get(path, params={"format": "json"})
    assert answer.status_code == 200, path
    return answer.json()


def many_told(client: TestClient) -> str:
    """Return the id of the meeting that most reports tell."""
    meetings = [one for one in find_records_of(client) if one.group.kind == "meeting"]
    return str(max(meetings, key=lambda one: len({member.article_id for member in one.group.members})).record_id)


def meeting(name: str, edtf: str | None, reported: str | None) -> Meeting:
    """Return a meeting of which only the day matters."""
    day = When(edtf=edtf, precision=1, basis="stated") if edtf else None
    empty: dict[str, Any] = dict.fromkeys(("sides", "people", "sources", "members", "fields", "origins", "links", "why"), ())
    return Meeting(record_id=name, day=day, reported=reported, status="held", central=True, **empty)


def test_a_person_was_where_a_report_says_so(client: TestClient) -> None:
    view = json_of(client, "/person/ru:lavrov")
    assert view["many_meetings"] == len(view["meetings"]) > 0
    assert all(any(one["actor"] == "ru:lavrov" for one in meeting["people"]) for meeting in view["meetings"])
    assert all(line["actor"] == "ru:lavrov" for line in view["statements"]) and view["statements"]
    assert view["offices"][0]["role"] == "foreign-minister"
    assert all(one["person"]["actor"] != "ru:lavrov" and one["meetings"] > 0 for one in view["met"])
    assert sum(one["reports"] for one in view["spellings"]) >= len(view["articles"])
    for unknown in ("/person/ru:nobody", "/side/XXX", "/issue/nothing", "/series/nothing", "/forum/nothing", "/outlet/nothing"):
        assert client.get(unknown).status_code == 404


def test_a_side_holds_its_own_positions_only(client: TestClient) -> None:
    view = json_of(client, "/side/RUS")
    lines = [line for one in view["stands"] for line in one["lines"]]
    assert lines and all(line["actor"] == "RUS" and line["stance"] != "raised" for line in lines)
    assert all("RUS" in line["sides"] for line in view["pairs"])
    assert all("RUS" in one["sides"] for one in view["meetings"])


def test_an_issue_tells_positions_apart_from_what_was_raised(client: TestClient) -> None:
    view = json_of(client, "/issue/gaza")
    assert view["positions"] == sum(len(one["lines"]) for one in view["holders"]) > 0
    for one in view["holders"]:
        assert all(line["stance"] != "raised" for line in one["lines"])
        assert all(line["stance"] == "raised" for line in one["raised"])
        assert len(one["cells"]) == len(view["months"])
    assert view["months"] == sorted(view["months"], key=lambda month: month or "~")


def test_an_outlet_leaves_out_only_what_it_has_no_word_of(client: TestClient) -> None:
    found = 0
    for outlet in json_of(client, "/outlets")["groups"][0]["counts"]:
        view = json_of(client, f"/outlet/{quote(outlet['value'], safe='')}")
        assert view["reports"] == outlet["reports"]
        for one in view["omissions"]:
            assert 0 < one["left_out"] <= one["told_by_others"]
            for told in one["meetings"]:
                fields = [
                    f for f in told["fields"] if f["name"].startswith("person:" if one["field"] == "person" else one["field"])
                ]
                places = [number for number, source in enumerate(told["sources"]) if source["outlet"] == outlet["value"]]
                cells = [[field["cells"][number] for number in places] for field in fields]
                assert any(all(cell["reason"] == "absent" for cell in those) for those in cells)
                found += 1
    assert found, "the sample holds a report that leaves out what another tells"


def test_readouts_stand_beside_each_other(client: TestClient) -> None:
    view = json_of(client, f"/{many_told(client)}/readouts")
    assert len(view["reports"]) > 1
    for line in (*view["named"], *view["issues"], *view["formulae"]):
        assert len(line["cells"]) == len(view["reports"])
        for article, cell in zip(view["reports"], line["cells"], strict=True):
            assert cell is None or cell["cite"]["article"]["article_id"] == article["article_id"]
    assert any(None in line["cells"] for line in view["formulae"])
    assert not {one["article_id"] for one in view["reports"]} & {one["article_id"] for one in view["passing"]}
    assert client.get("/m-nothing/readouts").status_code == 404


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_codebook_tells_absent_and_unread_apart(client: TestClient, lang: str) -> None:
    page = client.get(f"/codebook?lang={lang}").text
    assert all(words in page for words in ("لم يُذكر", "ذُكر ولم يُقرأ", "Not stated", "Mentioned, not read"))


def test_scores_are_those_that_were_measured(client: TestClient) -> None:
    view = json_of(client, "/quality")
    assert {name for name, _ in view["sets"]} >= {"dev", "sample"}
    assert all(value is None or 0 <= value <= 1 for one in view["scores"] for value in one["values"])


def test_uncertain_days_are_bars_and_unknown_ones_in_the_tray() -> None:
    exact, month = meeting("m-a", "2024-04-09", None), meeting("m-b", "2024-07", None)
    reported, unknown = meeting("m-c", None, "2024-10-22"), meeting("m-d", None, None)
    line = timeline_of([exact, month, reported, unknown])
    assert line is not None
    by_id = {dot.meeting.record_id: dot for dot in line.dots}
    assert by_id["m-a"].is_exact and by_id["m-a"].since == by_id["m-a"].until
    assert not by_id["m-b"].is_exact and by_id["m-b"].until > by_id["m-b"].since
    assert not by_id["m-c"].is_exact
    assert line.undated == (unknown,)
    assert all(0 <= dot.since <= dot.x <= dot.until <= 100 for dot in line.dots)
    assert timeline_of([unknown]) is None


def test_a_pair_offers_its_timeline_as_a_table(client: TestClient) -> None:
    page = client.get("/pair/RUS-CHN?lang=en").text
    table = page[page.index('class="twin"') : page.index("</figure>")]
    assert all(f"/{one['record_id']}?lang=en" in table for one in pair(client)["meetings"])
