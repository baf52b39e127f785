"""Mentions of parties that are easy to get wrong."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from dateline.records.span import Span
from dateline.resolve.who import ActorList, resolve_parties
from eval.corpora import ROOT, Corpora
from eval.figure import Figure, measured, percent

TITLE = "Hard mentions"
SPLIT = (
    "metonyms, former officials, groups with several names, bodies of no country: sentences written for this project"
)
SCORER = "share whose country and sector are both right"
ABOUT = "The rules and the actor list were written with these rows in view: they guard what works."
TABLE = ROOT / "tests/resolve/who/hard_mentions.csv"


def gold(corpora: Corpora) -> list[Path]:
    """The files of the gold."""
    return [TABLE]


def run(corpora: Corpora) -> list[Figure]:
    """The share of right mentions."""
    actors = ActorList.load()
    with TABLE.open(encoding="utf-8", newline="") as lines:
        table = [[_right(row, actors), 1] for row in csv.DictReader(lines)]
    return [measured("country and sector", table, percent(0, 1), len(table))]


def _right(row: dict[str, str], actors: ActorList) -> bool:
    text, spans = "", []
    for number, part in enumerate(row["text"].replace("]]", "[[").split("[[")):
        if number % 2:
            spans.append(Span(len(text), len(text) + len(part)))
        text += part
    published = date.fromisoformat(row["published"]) if row["published"] else None
    actor = resolve_parties(text, spans, actors, published=published).actors[spans[-1]]
    return (actor.country or "") == row["country"] and (not row["sector"] or row["sector"] in actor.sectors)
