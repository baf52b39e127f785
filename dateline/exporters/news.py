"""What is new for questions that are kept, as a text: what came, what changed, what fits no more, each with sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TextIO

from dateline.exporters.brief import entry
from dateline.exporters.prose import WRITERS, Text, Writer
from dateline.exporters.values import plural
from dateline.records.dossier import Dossier
from dateline.records.watch import KINDS, Fresh, News, in_short

LABELS = {
    "new": "New",
    "fits now": "Fits now and did not before",
    "changed": "Changed",
    "fits no more": "Fits no more",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What is new for one question; `asked` says in words what it asks, `dossiers` are those of the news, in order."""

    fresh: Fresh
    asked: str
    dossiers: Sequence[Dossier]


def write(
    title: str, questions: Sequence[Told], at: datetime, format: str, out: TextIO, *, countries: Mapping[str, str]
) -> None:
    """The news of all questions as `markdown` or `html`; `countries` are the names of countries by their codes."""
    writer: Writer = WRITERS[format](out)
    writer.begin(title)
    for told in questions:
        fresh = told.fresh
        number = plural(len(fresh.news), "incident") if fresh.news else "nothing"
        told_since = (
            f"{fresh.watch.name}: {number} new or changed since {fresh.since:%Y-%m-%d %H:%M} UTC. {told.asked}."
        )
        writer.paragraph((Text(told_since),))
        for kind in KINDS:
            some = [(n, d) for n, d in zip(fresh.news, told.dossiers, strict=True) if n.kind == kind]
            if some:
                writer.heading(2, LABELS[kind] if len(questions) == 1 else f"{fresh.watch.name}: {LABELS[kind]}")
            for news, dossier in some:
                _one(news, dossier, writer, countries)
    made = f"Made by Dateline on {at:%Y-%m-%d %H:%M} UTC. A program read this: look at the sources."
    writer.paragraph((Text(made),), quiet=True)
    writer.end()


def _one(news: News, dossier: Dossier, writer: Writer, countries: Mapping[str, str]) -> None:
    entry(dossier, in_short(news) if news.kind != "new" else (), writer, countries)
