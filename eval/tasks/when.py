"""Time expressions of news: found, and put on the calendar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from eval.corpora import ROOT, Corpora, Row, rows
from eval.figure import Figure, f1, measured, percent
from eval.time_tagging import event_counts, half_of, read_counts, timebank, timex_counts

TITLE = "When"
SPLIT = (
    "TimeBank and AQUAINT, and times of annotated events: the blind halves, whose errors were read late (of the news "
    "all, of the events some); the sample is of both halves"
)
SCORER = "TempEval-3 rules on characters"
ABOUT = """Relaxed: any overlap; value accuracy over the matched ones. The gold follows several conventions at once,
so no consistent reading reaches 100 ([when](explain/when.md)). The last line gives the annotated words to the
resolver and asks for the annotated days; those articles were annotated by a language model. The sample: 150
expressions found were drawn at random and read with their text by a language model, one reader
(`eval/gold/when_read.jsonl`). “Mended” takes the value that the TIMEX3 guidelines ask for where the gold slipped,
left open what the calendar tells (`1989-WXX`) or dropped the part of a day; “either convention” also takes what
another defensible convention gives."""
READ = ROOT / "eval/gold/when_read.jsonl"


def gold(corpora: Corpora) -> list[Path]:
    """The files of the gold; what was read of the sample may grow."""
    return [corpora.path("time/train.jsonl.gz"), corpora.path("annotated/train.jsonl")]


def run(corpora: Corpora) -> list[Figure]:
    """Spans, types and values of expressions, and days of events given their words."""
    news = list(timebank(corpora.path("time/train.jsonl.gz"), "TimeBank", "AQUAINT"))
    counts = [timex_counts(doc) for doc in news if half_of(doc["id"]) == "blind"]
    table = [[c[k] for k in ("strict", "relaxed", "type", "value", "found", "gold")] for c in counts]
    n = int(sum(row[5] for row in table))
    events = [
        event_counts(row) for row in rows(corpora.path("annotated/train.jsonl")) if half_of(row["doc"]) == "blind"
    ]
    days = [[c["right"], c["n"]] for c in events]
    sample = [[c["mended"], c["either"], c["n"]] for c in _sample(news)]
    read = int(sum(row[2] for row in sample))
    return [
        measured("relaxed span F1", table, f1(1, 4, 5), n),
        measured("strict span F1", table, f1(0, 4, 5), n),
        measured("type given match", table, percent(2, 1), n),
        measured("value given match", table, percent(3, 1), n),
        measured("value F1", table, f1(3, 4, 5), n),
        measured("value given match, gold mended (sample)", sample, percent(0, 2), read, pinned=False),
        measured("value given match, either convention (sample)", sample, percent(1, 2), read, pinned=False),
        measured("days of annotated events, given the words", days, percent(0, 1), int(sum(r[1] for r in days))),
    ]


def _sample(news: list[Row]) -> Iterator[Counter[str]]:
    """Counts of the expressions drawn, by document."""
    drawn = {(r["id"], r["start"], r["end"]): r["values"] for r in rows(READ) if r.get("sample")}
    names = {name for name, _, _ in drawn}
    return (read_counts(doc, drawn) for doc in news if doc["id"] in names)
