"""Score country and sector of actors on annotated articles, given the gold spans as mentions.

    python eval/actors.py [ANNOTATED.jsonl] [--part dev|train|all] [--errors N] [--kind country|sector]

The articles are not part of this repository: the default is ../shared/corpora/annotated/train.jsonl beside it.
Every fifth article (index % 5 == 4) is the development part. A country of gold "UNK" is not scored; a sector is right
where gold and answer share one.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from dateline.records.article import Sentence
from dateline.records.span import Span
from dateline.resolve.who import ActorList, resolve_actors

DEFAULT = Path(__file__).resolve().parents[1].parent / "shared" / "corpora" / "annotated" / "train.jsonl"


def mentions_of(article: dict[str, Any]) -> list[Span]:
    """The spans of all actors, recipients and sources of an article."""
    spans: set[Span] = set()
    for event in article["events"]:
        spans |= {Span(*entry["span"]) for role in ("actor", "recipient") for entry in event[role] if entry["span"]}
        spans |= {Span(*(s["span"] if isinstance(s, dict) else s)) for s in event["source"] if s}
    spans |= {Span(*said["source"]) for said in article.get("says", []) if said["source"]}
    return sorted(spans)


def main() -> int:
    """Print the figures and, if asked, errors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--part", choices=("dev", "train", "all"), default="dev")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--kind", choices=("country", "sector"), default="country")
    options = parser.parse_args()
    if not options.path.exists():
        print(f"{options.path} is not there: give the path of annotated articles", file=sys.stderr)
        return 2
    actors = ActorList.load()
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    wrong: list[tuple[str, str]] = []
    seconds, words = 0.0, 0
    for number, line in enumerate(options.path.open(encoding="utf-8")):
        article = json.loads(line)
        if options.part != "all" and (number % 5 == 4) != (options.part == "dev"):
            continue
        text = article["text"]
        sentences = [Sentence(i, s, e) for i, (s, e) in enumerate(article["sents"])]
        published = date.fromisoformat(article["published"][:10]) if article["published"] else None
        began = time.perf_counter()
        found = resolve_actors(text, mentions_of(article), actors, sentences=sentences, published=published)
        seconds += time.perf_counter() - began
        words += len(text.split())
        for event in article["events"]:
            for entry in (*event["actor"], *event["recipient"]):
                if not entry["span"]:
                    continue
                country, _, sectors = entry["who"].partition(":")
                actor = found[Span(*entry["span"])]
                start, end = entry["span"]
                line_text = f"{article['doc']} ...{text[max(0, start - 90) : start]}[[{text[start:end]}]]{text[end : end + 60]}..."
                line_text = (
                    line_text.replace("\n", " / ")
                    + f"\n    gold {entry['who']} {entry['name']!r} got {actor.country}:{'+'.join(actor.sectors)} {actor.name!r} ({actor.basis})"
                )
                if country != "UNK":
                    total["country"] += 1
                    right["country"] += actor.country == country
                    if actor.country != country:
                        wrong.append(("country", line_text))
                if sectors:
                    total["sector"] += 1
                    hit = bool(set(sectors.split("+")) & set(actor.sectors))
                    right["sector"] += hit
                    total["primary"] += 1
                    right["primary"] += actor.sectors[:1] != () and actor.sectors[0] in sectors.split("+")
                    if not hit:
                        wrong.append(("sector", line_text))
    for key in ("country", "sector", "primary"):
        print(f"{key:8} {100 * right[key] / max(1, total[key]):5.1f} %  of {total[key]}")
    print(f"{1000 * seconds / max(1, words) * 500:.2f} ms for each 500 words")
    for kind, text_of in wrong:
        if kind == options.kind and options.errors:
            print(text_of)
            options.errors -= 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
