"""`make quality`: the scores of each set with their 90 % intervals, and what fell below its floor."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from mahdar.cli.model import LOCAL, aids_of
from quality.absences import find_absences, share_wrong
from quality.aided import aided_rows
from quality.floors import fallen, raised, read_floors, write_floors
from quality.furniture import furniture_scores
from quality.likeness import likeness_told
from quality.links import link_scores
from quality.material import Scored, absent, language, score_sets
from quality.merging import merging_told
from quality.overlay import without_people
from quality.peers import OTHERS, peers_figures


def main() -> int:
    """Print the tables; return 1 where a score fell."""
    parser = argparse.ArgumentParser(prog="python -m quality.run", description=__doc__)
    parser.add_argument("--raise", dest="raises", action="store_true", help="write the better scores as the new floors")
    parser.add_argument(
        "--lower-because", metavar="TEXT", help="write the scores as the new floors, lower ones too, with the reason"
    )
    parser.add_argument("--fast", action="store_true", help="leave out the figures without the tables of people")
    parser.add_argument("--model", metavar="NAME", help="also with this language model, both columns printed")
    parser.add_argument("--model-url", metavar="URL", default=LOCAL, help=f"its OpenAI-compatible address ({LOCAL})")
    args = parser.parse_args()
    reason = absent()
    if reason:
        print(f"skipped: {reason}.")
        return 0
    found = tuple(score_sets(language()))
    tell(found)
    if args.model:
        tell_aided(found, args.model, args.model_url)
    if not args.fast:
        tell_without_people()
        tell_pages_and_absences()
        tell_peers()
        tell_links()
        print(f"\n{merging_told(language())}\n\n{likeness_told(language())}")
    floors = read_floors()
    low = fallen(found, floors)
    if args.raises or args.lower_because:
        write_floors(raised(found, floors, lower_because=args.lower_because))
    elif low:
        print("\nBelow their floors (mend it, or `python -m quality.run --lower-because TEXT`):", *low, sep="\n  ")
    return 1 if low and not args.lower_because else 0


def tell(found: Iterable[Scored], note: str = "") -> None:
    """Print one table a set."""
    for one in found:
        print(f"\n{one.name}{note}: {one.table['articles']} articles, corpus {one.digest}")
        for layer, row in one.table["layers"].items():
            if row["gold"] or row["predicted"]:
                low, high = row["f1_90"]
                print(
                    f"  {layer:<11} P {row['precision']:.3f}  R {row['recall']:.3f}  F1 {row['f1']:.3f}  [{low:.2f}–{high:.2f}]"
                    f"  gold {row['gold']}, found {row['predicted']}, right {row['matched']}"
                )
        for layer, fields in one.table["fields"].items():
            print(f"    of right {layer}: " + "  ".join(f"{name} {share:.3f}" for name, share in fields.items()))


def tell_aided(found: Iterable[Scored], model: str, url: str) -> None:
    """Print the F1 of the rules beside that of the rules with a model."""
    print(f"\nF1 of the rules, and with {model}")
    for name, layer, rules, both in aided_rows(found, language(), aids_of(model, url)):
        print(f"  {name:<7} {layer:<11} {rules:.3f}  {both:.3f}")


def tell_peers() -> None:
    """Print the figures of the benches on which others were measured; they have no floor."""
    figures = peers_figures(language())
    print("\nbenches of others, no target" if figures else "\nbenches of others: not there")
    for name, figure in figures.items():
        print(f"  {figure:.3f}  {OTHERS.get(name, name)}")


def tell_without_people() -> None:
    """Print the persons and meetings that are found where nobody is listed."""
    with tempfile.TemporaryDirectory() as held:
        known = language(without_people(Path(held)))
        found = tuple(score_sets(known))
    layers = ("persons", "meetings")
    for one in found:
        rows = {layer: one.table["layers"][layer] for layer in layers}
        fields = {layer: one.table["fields"][layer] for layer in layers if layer in one.table["fields"]}
        less = {**one.table, "layers": rows, "fields": fields}
        tell([Scored(name=one.name, digest=one.digest, table=less)], " without the tables of people")


def tell_pages_and_absences() -> None:
    """Print how well furniture is told from content, and which share of «not stated» is wrong against the gold."""
    known = language()
    print("\nfurniture, by letters")
    for score in furniture_scores(known):
        print(f"  {score.name:<34} F1 {score.f1:.3f}  claims in furniture {score.claims}")
    found = find_absences(known)
    print(f"\nabsent: {len(found)} fields, wrong against the gold {share_wrong(found):.3f}")


def tell_links() -> None:
    """Print how well statements and positions lead to their meeting, document, addressee and statement."""
    print("\nlinks, judged by hand (quality/links.tsv)")
    for score in link_scores(language()):
        print(f"  {score.kind:<11} F1 {score.f1:.3f}  gold {score.gold}, found {score.found}, right {score.right}")


if __name__ == "__main__":
    sys.exit(main())
