"""Contexts of events: in what setting, on annotated articles with contexts of this repository."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from dateline.records.event import Event
from eval.corpora import ROOT, Corpora, Row, rows
from eval.figure import Figure, f1, measured, percent
from eval.overlap import Range, overlap
from eval.tasks.annotated import article, development

TITLE = "Contexts"
SPLIT = "40 articles of the development split, up to twelve events of each at random (`eval/gold/contexts.jsonl`)"
SCORER = "over events that were found: the set of contexts exactly; contexts one by one, micro-averaged"
ABOUT = """One language model read the contexts by the guide (`docs/explain/contexts.md`), in one go and before any
output of Dateline was seen; nobody read them a second time, so how far two readers agree is not known. Rules and cues
were written on 109 other articles (the part “work” of the file), and on the errors in 16 of these 40, chosen by a hash;
those in the other 24 were never read. An event is found where its trigger overlaps, whatever its type."""
GOLD = ROOT / "eval/gold/contexts.jsonl"


def gold(corpora: Corpora) -> list[Path]:
    """The labels and the articles they stand in."""
    return [GOLD, corpora.path("annotated/train.jsonl")]


def run(corpora: Corpora) -> list[Figure]:
    """Exact sets, precision, recall and F1 of contexts over the events found."""
    asked = by_article("measure")
    documents = [row for row in development(corpora) if row["doc"] in asked]
    coded = corpora.code(map(article, documents))
    table = [counts(asked[row["doc"]], one.events) for row, one in zip(documents, coded, strict=True)]
    events, found, want = (int(sum(r[k] for r in table)) for k in (1, 3, 4))
    return [
        measured("exact set given match", table, percent(0, 1), events),
        measured("precision", table, percent(2, 3), found),
        measured("recall", table, percent(2, 4), want),
        measured("F1", table, f1(2, 3, 4), want),
        measured("events with a wrong context", table, percent(5, 1), events, better="lower"),
        *_of_unread([counts for row, counts in zip(documents, table, strict=True) if is_unread(row["doc"])]),
    ]


def is_unread(article: str) -> bool:
    """True where the errors in an article were never looked at: by the parity of the SHA-256 of its id."""
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % 2 == 1


def _of_unread(table: list[list[float]]) -> list[Figure]:
    found, want = (int(sum(r[k] for r in table)) for k in (3, 4))
    return [
        measured("precision, unread articles", table, percent(2, 3), found, pinned=False),
        measured("recall, unread articles", table, percent(2, 4), want, pinned=False),
    ]


def by_article(part: str) -> dict[str, list[Row]]:
    """The labelled events of a part by the ids of their articles."""
    out: dict[str, list[Row]] = {}
    for row in rows(GOLD):
        if row["part"] == part:
            out.setdefault(row["id"], []).append(row)
    return out


def counts(wanted: Sequence[Row], events: Sequence[Event]) -> list[float]:
    """In one article: events with the very set, events found; contexts right, given, asked; events with a wrong one."""
    exact = wrong = 0
    right = given = asked = 0
    both = pairs(wanted, events)
    for row, event in both:
        want, got = set(row["contexts"]), set(event.contexts)
        exact += want == got
        wrong += bool(got - want)
        right, given, asked = right + len(want & got), given + len(got), asked + len(want)
    return [exact, len(both), right, given, asked, wrong]


def pairs(wanted: Sequence[Row], events: Sequence[Event]) -> list[tuple[Row, Event]]:
    """Labelled events with the event found there, one to one, in text order."""
    free = list(events)
    out = []
    for row in wanted:
        start, end = row["trigger"]
        here = next((e for e in free if overlap((start, end), _range(e))), None)
        if here is not None:
            free.remove(here)
            out.append((row, here))
    return out


def _range(event: Event) -> Range:
    return (event.trigger.span.start, event.trigger.span.end)
