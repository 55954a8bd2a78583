"""Initiatives, capacities and times on the pair's page, in its dossier and beside a record."""

from __future__ import annotations

from mahdar.export.dossier import dossier_of
from mahdar.export.fields import Names
from mahdar.export.reader import Reader
from mahdar.export.tell import Book, Teller
from mahdar.export.views.means import Means
from mahdar.export.views.pair import Pair, pair_of
from mahdar.export.whole import whole
from mahdar.language.language import Language
from mahdar.store.database import Store
from mahdar.store.query import Tombstone, claims_of, find_record, letters_of

CONFERENCE = "مؤتمر دولي للسلام"


def test_an_initiative_stands_once_with_all_its_reports(pair: Pair) -> None:
    (line,) = (line for line in pair.initiatives if line.title == CONFERENCE)
    assert line.backers == ("CHN",)
    assert line.reason == "absent" and not line.sponsors
    assert {(one.sort, one.cite.words.exact) for one in line.conditions} == {
        ("recognition", "تعترف به موسكو وكييف"),
        ("participation", "وتشارك فيه الأطراف كلها على قدم المساواة"),
    }
    days = [use.day for use in line.dated()]
    assert len(line.namings) == 2 and days == sorted(days, key=str)


def test_a_pair_tells_what_its_meetings_are_placed_by(pair: Pair) -> None:
    told = {(line.relation, line.object.words.exact) for line in pair.timings}
    assert ("before", "افتتاح قمة مجموعة بريكس") in told


def test_a_pair_tells_who_presided(store: Store, language: Language, book: Book) -> None:
    means = Means(language=language, phrases=book.phrases, as_of="2026-01-05")
    told = pair_of(store, ("EGY", "TUR"), means)
    chairs = [line for line in told.capacities if line.capacity == "co-chair"]
    assert [tuple(party.of for party in line.holders) for line in chairs] == [("TUR", "EGY")]
    say = Teller(book=book, reader=Reader(lang="en"))
    sections = {section.title: section for section in dossier_of(told, say).sections}
    assert any("co-chair" in run.words for line in sections["Standing and capacity"].lines for run in line.runs)


def test_a_dossier_prints_them_with_their_sentences(pair: Pair, book: Book) -> None:
    for lang in ("ar", "en"):
        say = Teller(book=book, reader=Reader(lang="ar" if lang == "ar" else "en"))
        sections = {section.title: section for section in dossier_of(pair, say).sections}
        for name in ("initiatives", "timings"):
            lines = sections[say.label(f"pair.{name}")].lines
            assert lines and all(line.numbers for line in lines), name
        shown = "".join(run.words for line in sections[say.label("pair.initiatives")].lines for run in line.runs)
        assert CONFERENCE in shown and say.code("condition", "recognition") in shown and say.label("reason.absent") in shown


def test_a_record_is_shown_with_what_is_told_beside_it(store: Store, pair: Pair) -> None:
    placed = {line.meeting for line in pair.timings if line.relation == "before"}
    meeting = next(one for one in pair.meetings if placed & {member.claim.anchor.key for member in one.members})
    record = find_record(store, meeting.record_id)
    assert not isinstance(record, Tombstone)
    members = record.group.members
    letters = {member.claim.anchor.text: letters_of(store, member.claim.anchor.text) for member in members}
    told = [member for article in dict.fromkeys(m.article_id for m in members) for member in claims_of(store, article)]
    beside = whole(record, letters, Names(of={}), told=told).beside
    assert any(one.kind == "timing" and "relation: before" in one.says for one in beside)
    assert all("[[" in one.words for one in beside)
