"""Measures place tagging and disambiguation on public sets of toponyms in news.

    python -m eval.geoparsing [--folder FOLDER] [--errors SET] [--gazetteer FILE]

The sets (GeoWebNews, GeoVirus, LGL; Gritta et al., "A pragmatic guide to geoparsing evaluation", 2020) are not part
of this repository. Each is split in two halves by a hash of the article's id: `a` was looked at while the rules were
written and the weights fitted, `b` was not. Scores:

    acc@161   of the mentions with coordinates in the gold, given to the tagger, how many are put within 161 km (100
              miles) of them; a mention that is not resolved is wrong
    country   of the same mentions, how many are put in the right country (where the gold tells it)
    mean, median   error in km of the mentions that have coordinates
    P, R, F1  of mentions found without help: overlap with a gold toponym, one to one. Demonyms ("Malian") and nouns
              ("the city"), which some sets mark, are not places by Dateline's definition and count neither way.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.records.resolved import Place
from dateline.records.span import Span
from dateline.resolve.countries import countries
from dateline.resolve.where import Gazetteer, tag_places
from dateline.resolve.where.build import kilometres
from dateline.resolve.where.fold import fold
from dateline.resolve.where.words import words
from eval.corpora import Corpora

SETS = {"geovirus": None, "gwn": None, "lgl_dev": "USA"}
PLACES = {
    "Literal",
    "Mixed",
    "Metonymic",
    "Coercion",
    "Literal_Modifier",
    "Non_Literal_Modifier",
    "Embedded_Literal",
    None,
}
NOT_PLACES = {"Non_Toponym"}
NEAR = 161.0
NAMES = {fold(name): country.iso3 for country in countries() for name in country.names}
ISO2 = {country.iso2: country.iso3 for country in countries()}


def articles(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """The articles of one set."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def half_of(article: dict[str, Any]) -> str:
    """`a` or `b`, by the hash of the article's id."""
    return "ab"[zlib.crc32(article["id"].encode()) % 2]


def is_demonym(name: str) -> bool:
    """True for words that name people or things of a country, not the country."""
    folded = fold(name)
    return folded in words().demonyms or folded in words().demonym_country


def kind_of(toponym: dict[str, Any]) -> str:
    """`place`, `no` (tagging it is an error) or `ignore`."""
    kind = toponym.get("type")
    if kind in NOT_PLACES or kind in ("Literal_Expression", "Non_Lit_Expression"):
        return "no"
    return "place" if kind in PLACES and not is_demonym(toponym["name"]) else "ignore"


def best_overlap(places: tuple[Place, ...], span: Span) -> Place | None:
    """The place that shares most characters with `span`."""
    shared = [(min(p.piece.span.end, span.end) - max(p.piece.span.start, span.start), p) for p in places]
    overlapping = [pair for pair in shared if pair[0] > 0]
    return max(overlapping, key=lambda pair: pair[0])[1] if overlapping else None


class Score:
    """Counts of one half of one set."""

    def __init__(self) -> None:
        self.errors: list[float] = []
        self.total = self.near = self.countries = self.countries_right = 0
        self.found = self.tagged = self.gold = 0
        self.wrong: list[str] = []

    def add_resolution(self, toponym: dict[str, Any], place: Place | None, where: str) -> None:
        """Counts one mention that was given to the tagger."""
        self.total += 1
        distance = None
        if place is not None and place.lat is not None and place.lon is not None:
            distance = kilometres(toponym["lat"], toponym["lon"], place.lat, place.lon)
            self.errors.append(distance)
        same = place is not None and str(place.geonames_id) == str(toponym.get("geonames_id"))
        right = same or (distance is not None and distance <= NEAR)
        self.near += right
        if not right:
            got = f"{place.name}, {place.admin1}, {place.country} [{place.basis}]" if place else "nothing"
            self.wrong.append(
                f"{where} {toponym['name']!r} {toponym['lat']:.1f},{toponym['lon']:.1f}"
                f" -> {got} {distance and round(distance)}"
            )
        gold_country = NAMES.get(fold(toponym.get("country") or "")) or ISO2.get(toponym.get("country") or "")
        if gold_country:
            self.countries += 1
            self.countries_right += place is not None and place.country == gold_country

    def add_mentions(self, toponyms: list[dict[str, Any]], places: tuple[Place, ...], where: str, text: str) -> None:
        """Counts mentions found without help."""
        gold = {Span(t["start"], t["end"]): kind_of(t) for t in toponyms}
        wanted = [span for span, kind in gold.items() if kind == "place"]
        used: set[Span] = set()
        for place in places:
            hits = [span for span in wanted if span.overlaps(place.piece.span) and span not in used]
            if hits:
                used.add(hits[0])
                self.found += 1
                self.tagged += 1
            elif not any(
                span.overlaps(place.piece.span) and kind == "ignore" for span, kind in gold.items()
            ) and not any(span.overlaps(place.piece.span) for span in wanted):
                if is_demonym(place.piece.text):
                    continue
                self.tagged += 1
                self.wrong.append(f"{where} FALSE {_around(text, place.piece.span)} [{place.basis}]")
        self.gold += len(wanted)
        self.wrong.extend(f"{where} MISSED {_around(text, span)}" for span in wanted if span not in used)

    def row(self) -> str:
        """The scores as one line."""
        precision = self.found / max(self.tagged, 1)
        recall = self.found / max(self.gold, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        country = f"{self.countries_right / self.countries:.3f}" if self.countries else "  -  "
        mean = statistics.fmean(self.errors) if self.errors else 0.0
        median = statistics.median(self.errors) if self.errors else 0.0
        return (
            f"{self.total:6} {self.near / max(self.total, 1):8.3f} {country:>8} {mean:7.0f} {median:7.1f}"
            f" {precision:7.3f} {recall:7.3f} {f1:7.3f}"
        )


def _around(text: str, span: Span) -> str:
    before, after = text[max(0, span.start - 30) : span.start], text[span.end : span.end + 30]
    return f"{before}[[{span.of(text)}]]{after}".replace("\n", " ")


def measure(folder: Path, name: str, gazetteer: Gazetteer) -> dict[str, Score]:
    """Scores of both halves of a set."""
    scores = {"a": Score(), "b": Score()}
    for article in articles(folder, name):
        measure_article(article, name, gazetteer, scores[half_of(article)])
    return scores


def measure_article(article: dict[str, Any], name: str, gazetteer: Gazetteer, score: Score) -> None:
    """Adds one article of a set to its score."""
    text = article["text"]
    given = [t for t in article["toponyms"] if t["lat"] is not None]
    spans = [Span(t["start"], t["end"]) for t in given]
    places = tag_places(text, gazetteer, extra=spans, publisher_country=SETS[name])
    for toponym, span in zip(given, spans, strict=True):
        score.add_resolution(toponym, best_overlap(places, span), article["id"])
    alone = tag_places(text, gazetteer, publisher_country=SETS[name])
    score.add_mentions(article["toponyms"], alone, article["id"], text)


def main() -> int:
    """Prints the table, or the errors of one set's half `a`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=Corpora.folder / "place")
    parser.add_argument("--errors", choices=sorted(SETS))
    parser.add_argument("--gazetteer", type=Path)
    options = parser.parse_args()
    if not options.folder.is_dir():
        print(
            f"{options.folder} is not there: the sets are not part of this repository; give --folder", file=sys.stderr
        )
        return 1
    gazetteer = Gazetteer.open(options.gazetteer)
    print(
        f"{'set':9} {'half':4} {'given':>6} {'acc@161':>8} {'country':>8} {'mean':>7} {'median':>7}"
        f" {'P':>7} {'R':>7} {'F1':>7}"
    )
    for name in [options.errors] if options.errors else SETS:
        for half, score in measure(options.folder, name, gazetteer).items():
            print(f"{name:9} {half:4} {score.row()}")
            if options.errors and half == "a":
                print(*score.wrong, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
