"""The sample reports of this repository, with what there is to find in them."""

from __future__ import annotations

import re
from pathlib import Path

from dateline.readers import read_paths
from dateline.records.article import Article
from dateline.records.event import Event
from eval.corpora import ROOT, Corpora, Row, rows
from eval.figure import Figure, f1, measured, percent
from eval.overlap import Range, overlap

TITLE = "Sample reports"
SPLIT = "nine reports written for this project, annotated by its own guide (`eval/gold/samples.jsonl`)"
SCORER = "events by trigger and type, any overlap, one to one; repeated and doubtful mentions count neither way"
ABOUT = "Small, but in the repository: this is what the quick gate looks at."
REPORTS = ROOT / "samples/reports"
GOLD = ROOT / "eval/gold/samples.jsonl"
MARK = re.compile(r"\[\[(.+?)\]\]")


def gold(corpora: Corpora) -> list[Path]:
    """The files of the gold."""
    return [GOLD, REPORTS]


def run(corpora: Corpora) -> list[Figure]:
    """F1 of triggers and of typed events, and spans that do not match their text."""
    events: dict[str, list[Row]] = {}
    for row in rows(GOLD):
        events.setdefault(row["id"], []).append(row)
    articles = list(read_paths([str(REPORTS)], published=None, on_skip=lambda error: None))
    table, spans = [], []
    for coded in corpora.code(articles):
        wanted = events.get("evening-post" if _page(coded.article) else coded.article.id, [])
        table.append(counts(coded.article.text, wanted, coded.events))
        pieces = [e.trigger for e in coded.events] + [a.piece for e in coded.events for a in (*e.actors, *e.recipients)]
        spans.append([sum(p.span.of(coded.article.text) == p.text for p in pieces), len(pieces)])
    n = int(sum(r[2] for r in table))
    return [
        measured("trigger F1", table, f1(0, 1, 2), n),
        measured("event F1", table, f1(3, 1, 2), n),
        measured("spans that equal their text", spans, percent(0, 1), int(sum(r[1] for r in spans))),
    ]


def _page(article: Article) -> bool:
    return bool(article.source and ".html" in article.source)


def counts(text: str, wanted: list[Row], events: tuple[Event, ...]) -> list[float]:
    """Triggers found, events found, events asked for, and found with their type, in one report."""
    places = [(row, places_of(text, row["words"])) for row in wanted]
    asked = [(row, spans) for row, spans in places if not row.get("optional")]
    doubtful = [span for row, spans in places if row.get("optional") for span in spans]
    free = list(events)
    triggers = right = 0
    for row, spans in asked:
        here = [e for e in free if any(overlap(_range(e), s) for s in spans)]
        if here:
            best = next((e for e in here if e.type == row["type"]), here[0])
            triggers += 1
            right += best.type == row["type"]
            free = [e for e in free if e is not best and not any(overlap(_range(e), s) for s in spans)]
    spurious = [e for e in free if not any(overlap(_range(e), s) for s in doubtful)]
    return [triggers, triggers + len(spurious), len(asked), right]


def places_of(text: str, words: str) -> list[Range]:
    """Where the marked words of a snippet stand in the text."""
    start = text.index(MARK.sub(r"\1", words))
    return [(start + m.start() - 4 * k, start + m.end() - 4 * (k + 1)) for k, m in enumerate(MARK.finditer(words))]


def _range(event: Event) -> Range:
    return (event.trigger.span.start, event.trigger.span.end)
