"""Is the gold of the sample whole: exact words, known codes, furniture that stands where it says, groups of real meetings?"""

from __future__ import annotations

import csv
import html
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample"
GOLD = SAMPLE / "gold"
DATA = ROOT / "src" / "mahdar" / "data"
IDS = sorted(path.name.removesuffix(".article.json") for path in GOLD.glob("*.article.json"))
STANCES = {"support", "oppose", "call-for", "concern", "raised"}
PLOVER = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"}
PLOVER |= {"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
INVENTED = "صحيفة من نسج الخيال لأغراض العرض"


def load(name: str) -> Any:
    """Return a file of the gold folder."""
    return json.loads((GOLD / name).read_text("utf-8"))


def column(name: str, key: str) -> set[str]:
    """Return the values of one column of a table of the shipped data."""
    lines = [line for line in (DATA / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return {row[key] for row in csv.DictReader(lines, delimiter="\t") if row[key]}


STATES = column("world/states.tsv", "code")
ORGS = column("world/orgs.tsv", "code")
ISSUES = {entry["issue"] for entry in yaml.safe_load((DATA / "codebook" / "issues.yaml").read_text("utf-8"))}
REPORTS = {
    row["id"]: row["text"]
    for path in (SAMPLE / "reports").glob("*.jsonl")
    for row in map(json.loads, path.read_text("utf-8").splitlines())
}


def letters(article: dict[str, Any]) -> str:
    """Return what the gold's words are cut from."""
    return f"{article['title']}\n{article['text']}"


def shown(name: str) -> str:
    """Return the words of a report as its file shows them, without tags."""
    if name in REPORTS:
        return str(REPORTS[name])
    text = SAMPLE / "reports" / f"{name}.txt"
    if text.exists():
        return text.read_text("utf-8")
    content = (SAMPLE / "reports" / f"{name}.html").read_bytes()
    page = content.decode("windows-1256" if b"windows-1256" in content[:300] else "utf-8")
    return html.unescape(re.sub(r"<[^>]+>", " ", page.partition("<body>")[2]))


def values(gold: dict[str, Any]) -> list[str]:
    """Return all words that a gold file cites."""
    cited = [person["name"] for person in gold["actors"]["persons"]]
    cited += [person["role"] for person in gold["actors"]["persons"] if person["role"]]
    for meeting in gold["meetings"]:
        cited += [meeting["evidence"], meeting["forum"] or "", (meeting["where"] or {}).get("city") or ""]
        cited += [side["name"] or "" for side in meeting["who"]]
    for statement in gold["statements"]:
        cited += [statement["text"], statement["via"] or "", statement["speaker"]["name"] or ""]
    cited += [stance["evidence"] for stance in gold["stances"]]
    cited += [agreement["text"] for agreement in gold["agreements"]]
    return cited + [event["evidence"] for event in gold["events"]]


def codes(gold: dict[str, Any]) -> set[str]:
    """Return all codes of states and organisations in a gold file."""
    found = {*gold["actors"]["states"], *gold["actors"]["orgs"]}
    found |= {person["of"] for person in gold["actors"]["persons"]}
    found |= {side["of"] for meeting in gold["meetings"] for side in meeting["who"]}
    found |= {(meeting["where"] or {}).get("country") for meeting in gold["meetings"]}
    found |= {code for statement in gold["statements"] for code in (statement["speaker"]["of"] or "").split("+")}
    found |= {stance[key] for stance in gold["stances"] for key in ("actor", "toward")}
    found |= {code for agreement in gold["agreements"] for code in agreement["parties"]}
    found |= {code for event in gold["events"] for code in (*event["actor"], *event["recipient"])}
    return found - {None, ""}


def test_every_report_has_gold_and_every_gold_a_report() -> None:
    files = {path.stem for path in (SAMPLE / "reports").iterdir() if path.suffix in (".txt", ".html")} | set(REPORTS)
    assert files == set(IDS) == set(load("furniture.json"))
    assert 24 <= len(IDS) == len({load(f"{name}.article.json")["text"] for name in IDS})


@pytest.mark.parametrize("name", IDS)
def test_gold_cites_exact_words_and_known_codes(name: str) -> None:
    gold, article = load(f"{name}.json"), load(f"{name}.article.json")
    assert gold["id"] == article["id"] == name
    assert [words for words in values(gold) if words not in letters(article) or "\n" in words] == []
    assert [stance["object"] for stance in gold["stances"] if stance["object"] not in stance["evidence"]] == []
    assert codes(gold) - STATES - ORGS == set()
    assert {stance["issue"] for stance in gold["stances"]} <= ISSUES
    assert {stance["stance"] for stance in gold["stances"]} <= STANCES
    assert {event["type"] for event in gold["events"]} <= PLOVER
    assert [stance for stance in gold["stances"] if stance["stance"] == "raised" and stance["toward"]] == []


@pytest.mark.parametrize("name", IDS)
def test_meetings_have_two_sides_or_a_forum_and_real_days(name: str) -> None:
    for meeting in load(f"{name}.json")["meetings"]:
        sides = {side["of"] for side in meeting["who"]}
        assert len(sides) > 1 or sides <= ORGS
        assert meeting["status"] in ("held", "planned", "cancelled")
        assert meeting["format"] in ("in-person", "phone", "video", "unknown")
        if meeting["when"]:
            assert re.fullmatch(r"\d{4}(-\d\d){0,2}", meeting["when"])
            date.fromisoformat((meeting["when"] + "-01-01")[:10])


@pytest.mark.parametrize("name", IDS)
def test_no_gold_comes_from_furniture(name: str) -> None:
    article, gold = load(f"{name}.article.json"), load(f"{name}.json")
    spans = load("furniture.json")[name]
    text, last, kept = article["text"], 0, ""
    for span in spans:
        assert last <= span["start"] < span["end"] <= len(text)
        kept, last = kept + text[last : span["start"]], span["end"]
        assert text[span["start"] : span["end"]].strip() == text[span["start"] : span["end"]]
    kept = f"{article['title']}\n{kept}{text[last:]}"
    assert INVENTED in [text[span["start"] : span["end"]] for span in spans if span["kind"] == "invented"]
    assert [words for words in values(gold) if words not in kept] == []


@pytest.mark.parametrize("name", IDS)
def test_gold_text_is_what_the_report_shows(name: str) -> None:
    assert load(f"{name}.article.json")["text"].split() == shown(name).split()


def test_groups_name_meetings_that_exist_and_never_cross() -> None:
    groups = load("groups.json")
    golds = {name: load(f"{name}.json")["meetings"] for name in IDS}
    pairs = [tuple(map(tuple, entry["pair"])) for kind in ("hard_negatives", "possibly") for entry in groups[kind]]
    members = [tuple(member) for group in groups["groups"] for member in group]
    assert len(members) == len(set(members))
    for name, index in (*members, *(one for pair in pairs for one in pair)):
        assert 0 <= index < len(golds[name])
    home = {tuple(member): at for at, group in enumerate(groups["groups"]) for member in group}
    assert [pair for pair in pairs if home.get(pair[0], pair[0]) == home.get(pair[1], pair[1])] == []
    assert all(entry["why"] for kind in ("hard_negatives", "possibly") for entry in groups[kind])
