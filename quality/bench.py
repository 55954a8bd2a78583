"""`make bench`: how many articles of 350 words are read in a second on one core, and where the time goes."""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from mahdar.annotate.annotate import annotate
from mahdar.clean.page import clean_page
from mahdar.extract.finders import FINDERS
from mahdar.extract.ground import ground
from mahdar.language.cache import load_language
from mahdar.language.language import Language
from mahdar.records.claim import Claim
from mahdar.records.ids import digest
from mahdar.records.page import Page, PageMeta
from mahdar.records.problem import Problem
from quality.material import ROOT, SHARED

WORDS = 350
BULK = SHARED / "bench" / "bulk.jsonl.gz"
SAMPLE = ROOT / "sample" / "gold"
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """Seconds by stage, and what was read in them."""

    seconds: dict[str, float]
    articles: int
    words: int
    sentences: int
    claims: int
    slowest: float
    problems: int


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m quality.bench", description=__doc__)
    parser.add_argument("--articles", type=int, default=1200, help="articles read of each kind (1200)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    args = parser.parse_args()
    found: dict[str, Any] = {"language": apart(_load_times)}
    found["our own reports, cut to 350 words"] = apart(_bench_sample, args.articles)
    if BULK.is_file():
        found["bulk articles of any topic"] = apart(_bench_bulk, args.articles)
    if args.json:
        print(json.dumps(found, indent=1))
        return
    for name, figures in found.items():
        print(name)
        for key, figure in figures.items():
            print(f"  {key}: {figure}")
    if not BULK.is_file():
        print("bulk articles: skipped, there is no bench/bulk.jsonl.gz beside this repository")


def apart(work: Callable[..., dict[str, Any]], *args: Any) -> dict[str, Any]:
    """Return what some work comes to in a fresh process, so that its peak of memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, args)


def _load_times() -> dict[str, Any]:
    """Return how long the language takes to build, and to come from its cache."""
    with tempfile.TemporaryDirectory() as held:
        cold = _seconds(lambda: load_language(cache=Path(held)))
        cached = _seconds(lambda: load_language(cache=Path(held)))
    return {"seconds to build": round(cold, 2), "seconds from the cache": round(cached, 2)}


def _bench_sample(articles: int) -> dict[str, Any]:
    return _figures(_sample_pages(articles))


def _bench_bulk(articles: int) -> dict[str, Any]:
    return _figures(_bulk_pages(articles))


def _figures(pages: Iterable[Page]) -> dict[str, Any]:
    """Return the figures of some pages, read one by one."""
    with tempfile.TemporaryDirectory() as held:
        load_language(cache=Path(held))
        gc.collect()
        language = load_language(cache=Path(held))
        timed = _read(pages, language)
    total = sum(timed.seconds.values())
    return {
        "articles": timed.articles,
        "not read": timed.problems,
        "words an article": round(timed.words / max(1, timed.articles)),
        f"articles of {WORDS} words a second": round(timed.words / WORDS / total, 1),
        "sentences a second": round(timed.sentences / total),
        "claims an article": round(timed.claims / max(1, timed.articles), 1),
        "slowest article, seconds": round(timed.slowest, 3),
        "peak memory, MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "share of each stage": ", ".join(f"{name} {100 * took / total:.0f} %" for name, took in timed.seconds.items()),
    }


def _read(pages: Iterable[Page], language: Language) -> Timed:
    """Read pages stage by stage, as the pipeline does, with a clock at each stage."""
    names = ["clean", "annotate", "ground", *(finder.__name__ for finder in FINDERS)]
    seconds = dict.fromkeys(names, 0.0)
    articles = words = sentences = claims = problems = 0
    slowest = 0.0
    for page in pages:
        begun = time.perf_counter()
        text = _timed(seconds, "clean", partial(clean_page, page, language.pages))
        if isinstance(text, Problem):
            problems += 1
            continue
        doc = _timed(seconds, "annotate", partial(annotate, text, language))
        base = _timed(seconds, "ground", partial(ground, doc, language))
        found: tuple[Claim, ...] = ()
        for finder in FINDERS:
            found += _timed(seconds, finder.__name__, partial(finder, base, found))
        claims += len(found)
        slowest = max(slowest, time.perf_counter() - begun)
        articles, words = articles + 1, words + doc.tokens.kinds.count("w")
        sentences += len(doc.sentences)
    return Timed(
        seconds=seconds, articles=articles, words=words, sentences=sentences, claims=claims, slowest=slowest, problems=problems
    )


def _timed(seconds: dict[str, float], name: str, work: Callable[[], T]) -> T:
    begun = time.perf_counter()
    result = work()
    seconds[name] += time.perf_counter() - begun
    return result


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _sample_pages(articles: int) -> Iterator[Page]:
    """Give articles of 350 words, made of the lines of our own reports in ever other order; none is the same as another."""
    files = sorted(SAMPLE.glob("*.article.json"))
    lines = [line for path in files for line in json.loads(path.read_text("utf-8"))["text"].split("\n") if line.strip()]
    for number in range(articles):
        chosen: list[str] = []
        place = number * 7
        while sum(len(line.split()) for line in chosen) < WORDS:
            chosen.append(lines[(place * (1 + number % 5)) % len(lines)])
            place += 1
        yield _page(" \n".join(_cut(chosen)), f"{number}", "2024-07-26")


def _cut(lines: Sequence[str]) -> Iterator[str]:
    """Give lines up to 350 words."""
    left = WORDS
    for line in lines:
        words = line.split(" ")[:left]
        left -= len(words)
        if words:
            yield " ".join(words)


def _bulk_pages(articles: int) -> Iterator[Page]:
    with gzip.open(BULK, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(islice(lines, articles)):
            item = json.loads(line)
            yield _page(item["text"], str(number), item.get("published"))


def _page(letters: str, name: str, published: str | None) -> Page:
    content = letters.encode("utf-8", "surrogatepass")
    meta = PageMeta(name=name, published=published)
    return Page(page_id=digest(content), content=content, media="text/plain", source=name, meta=meta)


if __name__ == "__main__":
    sys.exit(main())
