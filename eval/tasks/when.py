"""Time expressions of news: found, and put on the calendar."""

from __future__ import annotations

from pathlib import Path

from eval.corpora import Corpora, rows
from eval.figure import Figure, f1, measured, percent
from eval.time_tagging import event_counts, half_of, timebank, timex_counts

TITLE = "When"
SPLIT = (
    "TimeBank and AQUAINT, and times of annotated events: the blind halves; of the news the errors of one quarter "
    "were read later, of the events some"
)
SCORER = "TempEval-3 rules on characters"
ABOUT = """Relaxed: any overlap; value accuracy over the matched ones. The gold follows several conventions at once,
so no consistent reading reaches 100 ([when](explain/when.md)). The last line gives the annotated words to the
resolver and asks for the annotated days; those articles were annotated by a language model."""


def gold(corpora: Corpora) -> list[Path]:
    """The files of the gold."""
    return [corpora.path("time/train.jsonl.gz"), corpora.path("annotated/train.jsonl")]


def run(corpora: Corpora) -> list[Figure]:
    """Spans, types and values of expressions, and days of events given their words."""
    news = timebank(corpora.path("time/train.jsonl.gz"), "TimeBank", "AQUAINT")
    counts = [timex_counts(doc) for doc in news if half_of(doc["id"]) == "blind"]
    table = [[c[k] for k in ("strict", "relaxed", "type", "value", "found", "gold")] for c in counts]
    n = int(sum(row[5] for row in table))
    events = [
        event_counts(row) for row in rows(corpora.path("annotated/train.jsonl")) if half_of(row["doc"]) == "blind"
    ]
    days = [[c["right"], c["n"]] for c in events]
    return [
        measured("relaxed span F1", table, f1(1, 4, 5), n),
        measured("strict span F1", table, f1(0, 4, 5), n),
        measured("type given match", table, percent(2, 1), n),
        measured("value given match", table, percent(3, 1), n),
        measured("value F1", table, f1(3, 4, 5), n),
        measured("days of annotated events, given the words", days, percent(0, 1), int(sum(r[1] for r in days))),
    ]
