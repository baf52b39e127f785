"""Events found where there is next to no politics: sports, science, entertainment, economics."""

from __future__ import annotations

import sys
from pathlib import Path

from dateline.records.article import Article
from dateline.records.event import Event
from eval.corpora import ROOT, Corpora, Row, rows
from eval.figure import Counts, Figure, measured

TITLE = "Calm texts"
SPLIT = "101 articles of sports, science, entertainment and economics, chosen by topic and read in full"
SCORER = "false events an article at the default confidence, each found event judged by reading"
ABOUT = """An event is false where the annotation guide would not annotate it. Verdicts on found events are kept by
offset (`eval/gold/calm_verdicts.jsonl`); an event that was not judged yet counts as false. Lower is better."""
LIST = ROOT / "eval/gold/calm.jsonl"
VERDICTS = ROOT / "eval/gold/calm_verdicts.jsonl"


def gold(corpora: Corpora) -> list[Path]:
    """The list of articles; verdicts grow with what is found."""
    return [LIST]


def run(corpora: Corpora) -> list[Figure]:
    """False events an article, in all and by topic; unjudged events are named on standard error."""
    verdicts = {(v["id"], v["type"], v["start"]): v["right"] for v in rows(VERDICTS)}
    table: list[list[float]] = []
    topics: list[str] = []
    for entry, article in articles(corpora):
        (coded,) = corpora.code([article])
        wrong = [e for e in coded.events if not _right(entry["id"], e, verdicts)]
        table.append([len(wrong), 1, len(coded.events)])
        topics.append(entry["topic"])

    def each(counts: Counts) -> Counts:
        out: Counts = counts[..., 0] / counts[..., 1]
        return out

    unit = "an article"
    figures = [measured("false events", table, each, len(table), unit=unit, better="lower")]
    for topic in dict.fromkeys(topics):
        part = [row for row, t in zip(table, topics, strict=True) if t == topic]
        figures.append(measured(topic, part, each, len(part), unit=unit, better="lower", pinned=False))
    return figures


def articles(corpora: Corpora) -> list[tuple[Row, Article]]:
    """The listed articles, each with its entry."""
    entries = list(rows(LIST))
    texts: dict[str, Row] = {}
    for name in sorted({e["file"] for e in entries}):
        wanted = {e["id"] for e in entries if e["file"] == name}
        texts |= {row["id"]: row for row in rows(corpora.path(name)) if row["id"] in wanted}
    return [(entry, _article(texts[entry["id"]])) for entry in entries]


def _article(row: Row) -> Article:
    text, title = row["text"], row.get("title")
    if title and not text.startswith(title):
        text = f"{title}\n{text}"
    published = row.get("published") or row.get("dct")
    return Article(row["id"], text, title=title, published=published and published[:10])


def _right(id_: str, event: Event, verdicts: dict[tuple[str, str, int], bool]) -> bool:
    span = event.trigger.span
    verdict = verdicts.get((id_, event.type, span.start))
    if verdict is None:
        print(f"calm: unjudged {id_} {event.type} {span.start}-{span.end} {event.trigger.text!r}", file=sys.stderr)
    return bool(verdict)
