"""Every page in both languages, and what each must show."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from tests.serve.conftest import client_of

from mahdar.language.language import Language
from mahdar.language.tables import World
from mahdar.serve.pages import SECTIONS
from mahdar.serve.views.counts import LISTS
from mahdar.store.database import Store
from mahdar.store.judgements import add_judgement, judgement_name, target_of
from mahdar.store.query import find_articles, find_records
from mahdar.store.tables import ledger, records

LINK = re.compile(r'href="([^"#]*)(?:#([^"]*))?"')
CITED = re.compile(r'href="(/article/[^"#?]*)\?([^"#]*)#(e-\d+-\d+)"')
DIRECTION = {"ar": "rtl", "en": "ltr"}
LISTED = ("/meetings", *(f"/{name}" for name in SECTIONS), "/codebook", "/quality", "/keys", "/search?q=لافروف")


def paths(client: TestClient) -> list[str]:
    """Return an address of each kind of page."""
    home = client.get("/?format=json").json()
    kinds = {record.group.kind: record.record_id for record in find_records_of(client)}
    article = home["articles"][0]["article_id"]
    outlet, series = LISTS["outlets"](store_of(client), world_of(client)), LISTS["series"](store_of(client), world_of(client))
    named = [f"/{group.kind}/{quote(group.counts[0].value, safe='')}" for group in (*outlet.groups, *series.groups)]
    subjects = ["/pair/RUS-CHN", "/person/ru:lavrov", "/side/RUS", "/side/ASEAN", "/issue/gaza", *named]
    records = [f"/{record_id}" for record_id in kinds.values()]
    return ["/", *LISTED, *subjects, f"/article/{article}", *records]


def store_of(client: TestClient) -> Store:
    """Return the store behind a client."""
    return client.app.state.store  # type: ignore[attr-defined, no-any-return]


def world_of(client: TestClient) -> World:
    """Return the tables of the world behind a client."""
    return client.app.state.world  # type: ignore[attr-defined, no-any-return]


def find_records_of(client: TestClient) -> Any:
    """Return the records of the store behind a client."""
    return find_records(client.app.state.store)  # type: ignore[attr-defined]


def pair(client: TestClient) -> Any:
    """Return the dossier of Russia and China as JSON."""
    return client.get("/pair/RUS-CHN.json").json()


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_page_answers_in_its_language(client: TestClient, stranger: TestClient, lang: str) -> None:
    for path in paths(client):
        for reader in (client, stranger):
            answer = reader.get(path, params={"lang": lang})
            assert answer.status_code == 200, path
            assert f'<html lang="{lang}" dir="{DIRECTION[lang]}"' in answer.text


def test_the_browsers_language_counts_where_the_address_names_none(client: TestClient) -> None:
    assert '<html lang="en" dir="ltr"' in client.get("/", headers={"Accept-Language": "en-GB,ar;q=0.5"}).text
    assert '<html lang="ar" dir="rtl"' in client.get("/", headers={"Accept-Language": "fr"}).text
    assert '<html lang="ar" dir="rtl"' in client.get("/?lang=ar", headers={"Accept-Language": "en"}).text


def test_a_pair_is_one_whichever_side_is_named_first(client: TestClient) -> None:
    assert pair(client) == client.get("/pair/chn-rus?format=json").json()
    assert client.get("/pair/RUS-XXX").status_code == client.get("/pair/RUS-RUS").status_code == 404


def test_the_pair_shows_meetings_issues_and_words(client: TestClient) -> None:
    view, page = pair(client), client.get("/pair/RUS-CHN?lang=ar").text
    assert len(view["meetings"]) >= 3
    assert view["matrix"]["issues"]
    assert view["statements"]
    assert view["formulae"]
    assert all(line["cite"]["words"]["exact"] for line in (*view["statements"], *view["stances"], *view["agreements"]))
    assert all(f'href="/{meeting["record_id"]}?lang=ar"' in page for meeting in view["meetings"])


def test_every_inner_link_of_the_main_pages_answers(client: TestClient) -> None:
    seen: set[str] = set()
    for path in paths(client):
        for target, _ in LINK.findall(client.get(path).text):
            if target.startswith("/") and target not in seen and len(seen) < 250:
                seen.add(target)
                assert client.get(target.replace("&amp;", "&")).status_code == 200, f"{path} → {target}"
    assert len(seen) > 200


def test_every_value_is_one_click_from_its_marked_words(client: TestClient, stranger: TestClient) -> None:
    for record_id in [meeting["record_id"] for meeting in pair(client)["meetings"][:2]]:
        cited = set(CITED.findall(client.get(f"/{record_id}?lang=en").text))
        assert len(cited) >= 3
        for article, query, anchor in sorted(cited)[:8]:
            page = client.get(f"{article}?{query.replace('&amp;', '&')}").text
            assert page.count(f'id="{anchor}"') == 1
            assert re.search(r'<mark class="[^"]*asked"', page)
            assert f'id="{anchor}"' in stranger.get(article).text


def test_others_see_sentences_of_25_words_and_no_full_text(client: TestClient, stranger: TestClient, store: Store) -> None:
    for article in find_articles(store):
        view = stranger.get(f"/article/{article.article_id}.json").json()
        assert view["paragraphs"] == []
        for one in view["excerpts"]:
            assert len("".join(one["cite"]["words"].values()).replace("…", " ").split()) <= 25
        assert 'class="letters"' not in stranger.get(f"/article/{article.article_id}").text
        assert client.get(f"/article/{article.article_id}.json").json()["paragraphs"]
    asked = stranger.get(f"/article/{article.article_id}?at=0-400").text
    assert "asked" not in asked


def test_furniture_is_grey_with_its_rule(client: TestClient, store: Store) -> None:
    texts = [client.get(f"/article/{article.article_id}").text for article in find_articles(store)]
    assert any(re.search(r'<p class="furniture" title="[a-z][\w.-]+"', text) for text in texts)


@pytest.mark.parametrize(("reason", "words"), [("absent", "لم يُذكر"), ("unread", "ذُكر ولم يُقرأ")])
def test_not_stated_and_not_read_are_told_apart(client: TestClient, reason: str, words: str) -> None:
    other = {"لم يُذكر", "ذُكر ولم يُقرأ"} - {words}
    found = 0
    for record in find_records_of(client):
        if record.group.kind == "meeting":
            page = client.get(f"/{record.record_id}?lang=ar").text
            for part in re.findall(rf'class="(?:value )?missing {reason}">(.*?)</(?:p|span)>', page, re.DOTALL):
                found += 1
                assert words in part
                assert not any(one in part for one in other)
    assert found


def test_sources_stand_side_by_side(client: TestClient) -> None:
    many = [meeting for meeting in pair(client)["meetings"] if len(meeting["sources"]) > 1]
    assert many, "the sample tells one meeting in several reports"
    page = client.get(f"/{many[0]['record_id']}?lang=en").text
    table = page[page.index('class="sides"') :]
    assert table.count('scope="col"') == len(many[0]["sources"])
    assert "Agrees" in table


def test_digits_and_months_are_settings_in_the_address(client: TestClient) -> None:
    dated = next(one for one in pair(client)["meetings"] if one["day"] and one["day"]["edtf"] == "2024-04-09")
    page = client.get(f"/{dated['record_id']}?lang=ar&digits=arab&months=both").text
    assert "٩ أبريل/نيسان ٢٠٢٤" in page
    assert 'href="/pair/CHN-RUS?lang=ar&amp;digits=arab&amp;months=both"' in page
    assert "9 April 2024" in client.get(f"/{dated['record_id']}?lang=en&digits=arab").text


def test_the_outlets_naming_stays_in_quotation_marks_beside_a_neutral_one(client: TestClient) -> None:
    from mahdar.export.reader import Reader
    from mahdar.export.tell import Teller

    say = Teller(book=client.app.state.book, reader=Reader(lang="en"))  # type: ignore[attr-defined]
    [gloss] = say.glosses("رفض ما يجري في شيتسانغ", "2025-12-03")
    assert (gloss.written, gloss.neutral) == ("شيتسانغ", "Tibet")
    assert not say.glosses("زار الوفد مدينة شيان القديمة", "2025-12-03")


def test_a_record_that_moved_leads_on_and_a_retired_one_leaves_a_tombstone(own_store: Store, language: Language) -> None:
    first, second, third = [one.record_id for one in find_records(own_store, kind="meeting")][:3]
    with own_store.write() as connection:
        moved = {"state": "redirected", "redirect_to": second}
        connection.execute(records.update().where(records.c.record_id == first).values(moved))
        connection.execute(records.update().where(records.c.record_id == third).values(state="retired"))
        run_id = connection.execute(ledger.select()).first().run_id  # type: ignore[union-attr]
        why = "no article makes any of its claims now"
        connection.execute(
            ledger.insert(), {"run_id": run_id, "record_id": third, "act": "retired", "other": None, "reason": why}
        )
    client = client_of(own_store, language)
    answer = client.get(f"/{first}?lang=en")
    assert (answer.status_code, answer.headers["location"]) == (308, f"/{second}?lang=en")
    grave = client.get(f"/{third}?lang=ar")
    assert grave.status_code == 410
    assert "لم يعد أي تقرير يقول به" in grave.text
    assert client.get(f"/{third}.json").json()["reason"] == why


def test_what_people_said_stands_on_the_record(own_store: Store, language: Language) -> None:
    from mahdar.records.judgement import Judgement

    record = find_records(own_store, kind="meeting")[0]
    claim_id = record.group.members[0].claim_id
    target = target_of(own_store, claim_id, field="status")
    when = "2026-01-06T08:00:00+00:00"
    name = judgement_name("right", [target], "desk", when)
    said = Judgement(judgement_id=name, verdict="right", targets=(target,), value=None, who="desk", when=when, why="checked")
    add_judgement(own_store, said, claim_ids=[claim_id])
    page = client_of(own_store, language).get(f"/{record.record_id}?lang=en").text
    assert re.search(r'class="judgement"><b>right</b> · Status.*desk.*checked', page, re.DOTALL)


def test_json_stands_at_the_same_addresses(client: TestClient) -> None:
    for path in [path for path in paths(client) if path != "/keys"]:
        by_query = client.get(path, params={"format": "json"})
        assert by_query.headers["content-type"] == "application/json"
        if path.startswith(("/pair/", "/article/", "/m-")):
            assert client.get(f"{path}.json").json() == by_query.json()


@pytest.mark.parametrize("suffix", ["docx", "html", "md"])
def test_the_dossier_is_a_document_to_keep(client: TestClient, suffix: str) -> None:
    answer = client.get(f"/pair/CHN-RUS/dossier.{suffix}?lang=en")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="mahdar-CHN-RUS.{suffix}"'


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_pair_shows_initiatives_and_times_with_their_words(client: TestClient, lang: str) -> None:
    text = client.get("/pair/RUS-CHN", params={"lang": lang}).text
    for part in ("initiatives", "timings"):
        section = text.partition(f'<section id="{part}">')[2].partition("</section>")[0]
        assert CITED.search(section), part
    conditions = text.partition('<section id="initiatives">')[2].partition("</section>")[0]
    assert "تعترف به موسكو وكييف" in conditions


def test_the_record_of_an_initiative_has_its_page(client: TestClient) -> None:
    for kind in ("initiative", "capacity", "timing"):
        record = next(record for record in find_records_of(client) if record.group.kind == kind)
        page = client.get(f"/{record.record_id}").text
        assert CITED.search(page), kind
