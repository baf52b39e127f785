"""Score the time tagger on TimeBank, AQUAINT, WikiWars, GUM dates and the event times of annotated articles.

    python -m eval.time_tagging [--corpora FOLDER] [--errors SET]

The corpora are not part of this repository (see docs/explain/when.md). Documents are split by the hash of their id:
the rules were written with the errors of half "seen" in view, half "blind" was only ever scored. Rules of scoring as
in TempEval-3: strict span, relaxed span (any overlap, one to one), type and value on relaxed matches, value F1;
a value spelt in two ways is one value (`canonical`).
`--errors` prints the misses of one set (tb, aquaint, wikiwars, gum, events) in the seen half.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dateline.records.article import Sentence
from dateline.records.resolved import When
from dateline.records.span import Span
from dateline.resolve.when import resolve_words, tag_times
from eval.corpora import Corpora

Row = dict[str, Any]
HALVES = ("seen", "blind")


def half_of(name: str) -> str:
    """The half a document belongs to, by the hash of its id."""
    return HALVES[hashlib.sha256(name.encode()).digest()[0] % 2]


def rows(path: Path) -> Iterator[Row]:
    """The JSON lines of a file, gzipped or not."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    yield from map(json.loads, content.decode("utf-8").rstrip("\n").split("\n"))


def day_of(text: str | None) -> date | None:
    """The day of an ISO date or date-time."""
    return date.fromisoformat(text[:10]) if text else None


def interval(value: str | None) -> tuple[date, date | None] | None:
    """A TIMEX-like value as first and last day; None where it is no calendar value."""
    value = value or ""
    if m := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(T.*)?", value):
        found = date(int(m[1]), int(m[2]), int(m[3]))
        return found, found
    if m := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
        return monday, monday + timedelta(days=6)
    if m := re.fullmatch(r"(\d{4})-(\d\d)", value):
        year, month = int(m[1]), int(m[2])
        return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    if m := re.fullmatch(r"(\d{4})", value):
        return date(int(m[1]), 1, 1), date(int(m[1]), 12, 31)
    if m := re.fullmatch(r"([\d\-W]+)/\.\.", value):
        inner = interval(m[1])
        return inner and (inner[0], None)
    if m := re.fullmatch(r"([\d\-W]+)/([\d\-W]+)", value):
        first, last = interval(m[1]), interval(m[2])
        return (first[0], last[1]) if first and last else None
    return None


def canonical(value: str | None) -> str:
    """A TIMEX value in one spelling: values that mean the same are written in several ways in the corpora.

    Weeks have two figures (ISO 8601: `2000-W7` is `2000-W07`), a whole hour is that hour (`T17` is `T17:00`), and a
    decade or century is cut short as TimeML's guidelines have it, whether or not X stands for the rest (`196X` is
    `196`, `19XX` is `19`). No value comes nearer to another by it: days, lengths and grains stay what they are.
    """
    value = re.sub(r"-W(\d)(?!\d)", r"-W0\1", value or "")
    value = re.sub(r"T(\d\d)$", r"T\1:00", value)
    short = re.fullmatch(r"(\d{3})X|(\d{2})XX", value)
    return (short[1] or short[2]) if short else value


def matched(gold: list[Row], found: Iterable[When]) -> list[tuple[Row, When]]:
    """Pairs of gold and found expressions that overlap, one to one, exact spans first."""
    pairs: list[tuple[Row, When]] = []
    free = list(found)
    for exact in (True, False):
        for g in gold:
            if any(g is pair[0] for pair in pairs):
                continue
            for w in free:
                span = w.piece.span
                same = (span.start, span.end) == (g["start"], g["end"])
                if same if exact else span.start < g["end"] and g["start"] < span.end:
                    pairs.append((g, w))
                    free.remove(w)
                    break
    return pairs


def f1(hits: int, gold: int, found: int) -> float:
    """F1 in per cent."""
    return round(200 * hits / (gold + found), 1) if gold + found else 0.0


def score_timexes(docs: Iterable[Row], errors: bool, as_interval: bool = False) -> dict[str, dict[str, Any]]:
    """TempEval-3 figures of each half."""
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for doc in docs:
        half = half_of(doc["id"])
        tally[half] += timex_counts(doc, errors=errors and half == "seen", as_interval=as_interval)
    return {half: timex_figures(tally[half], as_interval) for half in HALVES}


def timex_counts(doc: Row, *, errors: bool = False, as_interval: bool = False) -> Counter[str]:
    """What is counted in one document: gold, found, relaxed, strict, type, value (and dated)."""
    found = tag_times(doc["text"], published=day_of(doc["dct"]))
    gold = doc["timexes"]
    pairs = matched(gold, found)
    count = Counter(gold=len(gold), found=len(found), relaxed=len(pairs))
    for g, w in pairs:
        count["strict"] += (w.piece.span.start, w.piece.span.end) == (g["start"], g["end"])
        count["type"] += g["type"] == w.timex_type
        right = canonical(g["value"]) == canonical(w.timex)
        if as_interval:
            gold_days = interval(g["value"])
            if gold_days is None:
                continue
            count["dated"] += 1
            right = gold_days == (w.start, w.end)
        count["value"] += right
        if errors and not right:
            show(doc, g["start"], g["end"], f"{g['type']} {g['value']} got {w.timex_type} {w.timex} {w.piece.text!r}")
    if errors:
        show_unmatched(doc, gold, found, pairs)
    return count


def read_counts(doc: Row, readings: dict[tuple[str, int, int], list[str]]) -> Counter[str]:
    """Of the expressions read by hand that are found: those with the first value read (mended), and with any (either).

    `readings` are the values of an expression by its place: first that of the gold, or what the guidelines make of the
    words where the gold has something else, then what another convention gives.
    """
    count: Counter[str] = Counter()
    for g, w in matched(doc["timexes"], tag_times(doc["text"], published=day_of(doc["dct"]))):
        values = [canonical(value) for value in readings.get((doc["id"], g["start"], g["end"]), ())]
        if values:
            found = canonical(w.timex)
            count.update(n=1, mended=found == values[0], either=found in values)
    return count


def timex_figures(count: Counter[str], as_interval: bool) -> dict[str, Any]:
    """The figures of one half from its counts."""
    gold, found, pairs = count["gold"], count["found"], count["relaxed"]
    judged = count["dated"] if as_interval else pairs
    return {
        "n": gold,
        "strict F1": f1(count["strict"], gold, found),
        "relaxed F1": f1(pairs, gold, found),
        "type acc": round(100 * count["type"] / max(pairs, 1), 1),
        "value acc": round(100 * count["value"] / max(judged, 1), 1),
        "value F1": f1(count["value"], gold, found),
    }


def show(doc: Row, start: int, end: int, note: str) -> None:
    """One line about an error, with the words around it."""
    text = doc["text"]
    around = text[max(0, start - 50) : start] + "[" + text[start:end] + "]" + text[end : end + 30]
    print(f"{doc.get('dct') or doc.get('published')} | {' / '.join(around.split(chr(10)))} | {note}")


def show_unmatched(doc: Row, gold: list[Row], found: Iterable[When], pairs: list[tuple[Row, When]]) -> None:
    """The missed and the spurious expressions of a document."""
    for g in gold:
        if not any(g is pair[0] for pair in pairs):
            show(doc, g["start"], g["end"], f"MISSED {g['type']} {g['value']}")
    for w in found:
        if not any(w is pair[1] for pair in pairs):
            show(doc, w.piece.span.start, w.piece.span.end, f"SPURIOUS {w.timex_type} {w.timex}")


def score_events(docs: Iterable[Row], errors: bool) -> dict[str, dict[str, Any]]:
    """How often the days of an event's time, read from its annotated words, equal the annotated value."""
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for doc in docs:
        half = half_of(doc["doc"])
        tally[half] += event_counts(doc, errors=errors and half == "seen")
    return {
        half: {"n": c["n"], "equal": round(100 * c["right"] / max(c["n"], 1), 1)} for half, c in sorted(tally.items())
    }


def event_counts(doc: Row, *, errors: bool = False) -> Counter[str]:
    """The times of events of one article that are on the calendar (n), and those whose days are equal (right)."""
    count: Counter[str] = Counter()
    text, published = doc["text"], day_of(doc["published"])
    sentences = [Sentence(i, *bounds) for i, bounds in enumerate(doc["sents"])]
    tagged = tag_times(text, published=published, sentences=sentences)
    for t in (t for event in doc["events"] for t in event["time"]):
        want = interval(t["value"])
        if want is None or not t["span"]:
            continue
        span = Span(*t["span"])
        got = resolve_words(text, span, published=published, sentences=sentences, tagged=tagged)
        right = (got.start, got.end) == want
        count.update(n=1, right=right)
        if errors and not right:
            show(doc, span.start, span.end, f"{t['value']} got {got.start} {got.end} {got.timex} {got.basis}")
    return count


def timebank(path: Path, *sources: str) -> Iterator[Row]:
    """The documents of some sources."""
    return (doc for doc in rows(path) if doc["source"].startswith(sources))


def main() -> int:
    """Print one line a set and half; 2 where the corpora are absent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Corpora.folder)
    parser.add_argument("--errors", default="")
    options = parser.parse_args()
    train = options.corpora / "time" / "train.jsonl.gz"
    if not train.exists():
        print(f"No corpora at {options.corpora}: pass --corpora FOLDER (see docs/explain/when.md).", file=sys.stderr)
        return 2
    gum = [d for d in rows(options.corpora / "time" / "gum_dates.jsonl.gz") if d["genre"] in {"news", "interview"}]
    wanted: dict[str, tuple[Callable[[bool], dict[str, dict[str, Any]]], str]] = {
        "TimeBank + AQUAINT": (lambda e: score_timexes(timebank(train, "TimeBank", "AQUAINT"), e), "tbaq"),
        "TimeBank": (lambda e: score_timexes(timebank(train, "TimeBank"), e), "tb"),
        "AQUAINT": (lambda e: score_timexes(timebank(train, "AQUAINT"), e), "aquaint"),
        "WikiWars": (lambda e: score_timexes(timebank(train, "WikiWars"), e), "wikiwars"),
        "GUM news, days": (lambda e: score_timexes(gum, e, as_interval=True), "gum"),
        "events, given the span": (
            lambda e: score_events(rows(options.corpora / "annotated" / "train.jsonl"), e),
            "events",
        ),
    }
    for name, (score, key) in wanted.items():
        if options.errors and options.errors != key:
            continue
        for half, figures in score(bool(options.errors)).items():
            print(f"{name:24} {half:6}", "  ".join(f"{k} {v}" for k, v in figures.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
