"""Mentions that are easy to get wrong: metonyms, roles that ended, groups with several names, bodies of no country."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from dateline.resolve.who import ActorList, resolve_parties
from tests.resolve.who.marked import split

ROWS = list(csv.DictReader((Path(__file__).parent / "hard_mentions.csv").read_text(encoding="utf-8").splitlines()))
NEEDED = 0.95


def wrong(actors: ActorList) -> list[str]:
    found = []
    for row in ROWS:
        text, spans = split(row["text"])
        published = date.fromisoformat(row["published"]) if row["published"] else None
        actor = resolve_parties(text, spans, actors, published=published).actors[spans[-1]]
        sector_right = row["sector"] in actor.sectors if row["sector"] else True
        if (actor.country or "") != row["country"] or not sector_right:
            found.append(f"{row['text']} wants {row['country']}:{row['sector']}, got {actor.country}:{actor.sectors}")
    return found


def test_the_list_is_long_enough() -> None:
    assert len(ROWS) >= 300


def test_hard_mentions_are_right(actors: ActorList) -> None:
    failed = wrong(actors)
    assert len(failed) <= (1 - NEEDED) * len(ROWS), "\n".join(failed)
