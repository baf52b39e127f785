"""Score the reading of counts on annotated articles: range given the words, range given the place, and kind.

    python -m eval.counting [--corpora FOLDER] [--errors]

The articles are not part of this repository (see docs/explain/how-many.md) and were annotated by a language model
with a guide, not by people. They are split by the hash of their id; only the half "seen" was looked at.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from dateline.records.span import Span
from dateline.resolve.howmany import count_range, read_count, what_is_counted
from eval.corpora import Corpora


def main() -> int:
    """Print one line a half; 2 where the articles are absent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Corpora.folder)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    path = options.corpora / "annotated" / "train.jsonl"
    if not path.exists():
        print(f"No articles at {path}: pass --corpora FOLDER (see docs/explain/how-many.md).", file=sys.stderr)
        return 2
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            score(json.loads(line), tally, options.errors)
    for half, count in sorted(tally.items()):
        n = count["n"]
        figures = {key: round(100 * count[key] / n, 1) for key in ("words", "place", "kind")}
        print(f"{half:6} n {n}", "  ".join(f"{key} {value}" for key, value in figures.items()))
    return 0


def score(doc: dict, tally: dict[str, Counter[str]], errors: bool) -> None:  # type: ignore[type-arg]
    """Add the counts of one article."""
    half = ("seen", "blind")[hashlib.sha256(doc["doc"].encode()).digest()[0] % 2]
    text = doc["text"]
    for event in doc["events"]:
        sentence = Span(*doc["sents"][event["sent"]])
        for gold in event["counts"]:
            if not gold["span"]:
                continue
            span, want = Span(*gold["span"]), (gold["min"], gold["max"])
            words = count_range(span.of(text))
            placed = read_count(text, span)
            kind = what_is_counted(text, span, sentence)
            tally[half].update(n=1, words=words == want, place=placed is not None and placed[1:] == want)
            tally[half].update(kind=kind == gold["what"])
            if errors and half == "seen":
                around = (
                    text[max(sentence.start, span.start - 60) : span.start]
                    + f"[{span.of(text)}]"
                    + text[span.end : span.end + 50]
                )
                if words != want or placed is None or placed[1:] != want:
                    print(repr(around), "gold", want, "words", words, "place", placed)
                if kind != gold["what"]:
                    print("KIND", repr(around), gold["what"], "got", kind)


if __name__ == "__main__":
    raise SystemExit(main())
