"""Score country and sector of actors on annotated articles, given the gold spans as mentions.

    python -m eval.actors [--part dev|train|all|own|own-read|own-blind|held-out] [--annotations FILE] [--errors N]
                          [--kind country|sector]

The articles are not part of this repository: `--corpora` holds their texts. Of the shared annotations every fifth
article (index % 5 == 4) is the development part. The annotations of this project (`train/annotations`, kept by offset)
are split by a hash of the article into a half whose errors may be read and a half only to score; of the later ones
(`--annotations`, with their texts) a fifth is held out. A country of gold "UNK" counts under "country or none" only;
the sector of UN bodies, which PLOVER gives none, is not scored; a sector is right where gold and answer share one, the
primary sector where the first of the answer is among those of gold.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from dateline.records.article import Sentence
from dateline.records.resolved import Actor
from dateline.records.span import Span
from dateline.resolve.who import ActorList, resolve_parties
from eval.corpora import ROOT, Corpora

OWN = ROOT / "train" / "annotations" / "own.jsonl.gz"
PARTS = ("dev", "train", "all", "own", "own-read", "own-blind", "held-out")
Scored = Sequence[tuple[Span, Sequence[tuple[str, float]]]]
"""Mentions that a model found, with its sectors and their probabilities."""


def is_blind(article_id: str) -> bool:
    """True for the half of the project's own articles whose errors nobody reads."""
    return hashlib.sha256(article_id.encode()).digest()[0] % 2 == 1


def is_held_out(article_id: str) -> bool:
    """True for the fifth of the later annotated articles that weights may be fitted without."""
    return hashlib.md5(article_id.encode(), usedforsecurity=False).digest()[0] % 5 == 4


def articles(part: str, corpora: Path, later: Path | None = None) -> Iterator[dict[str, Any]]:
    """The annotated articles of a part, with their texts; the held out ones are a fifth of those of `later`."""
    if part == "held-out" and later is not None:
        with later.open(encoding="utf-8") as file:
            yield from (article for line in file if is_held_out((article := json.loads(line))["source_id"]))
        return
    if part.startswith("own"):
        sys.path.insert(0, str(ROOT))
        from train.offsets import unpack

        for article in unpack(OWN, corpora):
            if part == "own" or is_blind(article["source_id"]) == (part == "own-blind"):
                yield article
        return
    with (corpora / "annotated" / "train.jsonl").open(encoding="utf-8") as file:
        for number, line in enumerate(file):
            if part == "all" or (number % 5 == 4) == (part == "dev"):
                yield json.loads(line)


def mentions_of(article: dict[str, Any]) -> list[Span]:
    """The spans of all actors, recipients and sources of an article."""
    spans: set[Span] = set()
    for event in article["events"]:
        spans |= {Span(*entry["span"]) for role in ("actor", "recipient") for entry in event[role] if entry["span"]}
        spans |= {Span(*(s["span"] if isinstance(s, dict) else s)) for s in event["source"] if s}
    spans |= {Span(*said["source"]) for said in article.get("says", []) if said["source"]}
    return sorted(spans)


class Tally:
    """Right answers and totals by what is asked, and the wrong ones as lines to read."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.total: Counter[str] = Counter()
        self.wrong: list[tuple[str, str]] = []

    def add(self, entry: dict[str, Any], actor: Actor, doc: str, text: str) -> None:
        """Score one gold actor or recipient against the answer."""
        country, _, sectors = entry["who"].partition(":")
        self._count("country or none", (actor.country or "UNK") == country, entry, actor, doc, text)
        if country != "UNK":
            self._count("country", actor.country == country, entry, actor, doc, text)
        if sectors and country != "UNO":
            wanted = set(sectors.split("+"))
            self._count("sector", bool(wanted & set(actor.sectors)), entry, actor, doc, text)
            self._count("primary sector", bool(wanted & set(actor.sectors[:1])), entry, actor, doc, text)

    def _count(self, kind: str, good: bool, entry: dict[str, Any], actor: Actor, doc: str, text: str) -> None:
        self.total[kind] += 1
        self.right[kind] += good
        if not good:
            start, end = entry["span"]
            around = f"{text[max(0, start - 90) : start]}[[{text[start:end]}]]{text[end : end + 60]}".replace(
                "\n", " / "
            )
            got = f"{actor.country}:{'+'.join(actor.sectors)} {actor.name!r} ({actor.basis})"
            self.wrong.append((kind, f"{doc} {around}\n    gold {entry['who']} {entry['name']!r} got {got}"))


def nearest(spans: list[Span], hints: Scored) -> dict[Span, Sequence[tuple[str, float]]]:
    """For each mention the sectors of the found one that overlaps it most."""
    chosen: dict[Span, Sequence[tuple[str, float]]] = {}
    for span in spans:
        shared = [(min(span.end, s.end) - max(span.start, s.start), -s.start, labels) for s, labels in hints]
        best = max(shared, key=lambda row: row[:2], default=(0, 0, ()))
        if best[0] > 0:
            chosen[span] = best[2]
    return chosen


def seen(article: dict[str, Any], model: Any) -> Scored:
    """The participants and sources that a model finds in an article."""
    sentences = [Sentence(number, start, end) for number, (start, end) in enumerate(article["sents"])]
    found = model.annotate(article["text"], sentences).mentions
    return [(m.span, m.labels) for m in found if m.kind in ("part", "source")]


def score(article: dict[str, Any], actors: ActorList, tally: Tally, hints: Scored = ()) -> float:
    """Add one article to the tally; the seconds of computing that resolving took."""
    text = article["text"]
    sentences = [Sentence(number, start, end) for number, (start, end) in enumerate(article["sents"])]
    published = date.fromisoformat(article["published"][:10]) if article["published"] else None
    spans = mentions_of(article)
    began = time.perf_counter()
    found = resolve_parties(
        text, spans, actors, sentences=sentences, published=published, sector_hints=nearest(spans, hints)
    ).actors
    seconds = time.perf_counter() - began
    for event in article["events"]:
        for entry in (*event["actor"], *event["recipient"]):
            if entry["span"]:
                tally.add(entry, found[Span(*entry["span"])], article["doc"], text)
    return seconds


def main() -> int:
    """Print the figures and, if asked, errors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Corpora.folder)
    parser.add_argument("--part", choices=PARTS, default="dev")
    parser.add_argument("--annotations", type=Path, help="later annotations with their texts, for the part held-out")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--kind", choices=("country", "country or none", "sector", "primary sector"), default="country")
    parser.add_argument("--model", type=Path, help="folder of a model whose sectors help; without it words alone")
    options = parser.parse_args()
    if not options.corpora.exists():
        print(f"{options.corpora} is not there: give --corpora the folder of the articles", file=sys.stderr)
        return 2
    if options.part == "held-out" and options.annotations is None:
        print("the part held-out needs --annotations FILE", file=sys.stderr)
        return 2
    actors, tally, seconds, words, model = ActorList.load(), Tally(), 0.0, 0, None
    if options.model is not None:
        from dateline.annotate.model import Model

        model = Model(options.model)
    for article in articles(options.part, options.corpora, options.annotations):
        seconds += score(article, actors, tally, seen(article, model) if model is not None else ())
        words += len(article["text"].split())
    for kind, total in tally.total.items():
        print(f"{kind:15} {100 * tally.right[kind] / total:5.1f} %  of {total}")
    print(f"{1000 * seconds / max(1, words) * 500:.2f} ms for each 500 words")
    for _, line in [pair for pair in tally.wrong if pair[0] == options.kind][: options.errors]:
        print(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
