"""Every filter of a large store, alone and together: `python -m bench.filters --db STORE` prints what is slow.

STORE is a file that `python -m bench.views --build` made, or a database that `bench.copied` filled from it. Each filter
is asked for its first 50 and for its count up to 1,000, events and incidents; processor time in milliseconds, of
PostgreSQL also that of the server on this machine, without parallel workers; the best of three where the first was
above `--above`. Each is asked as if it was the first on its connection, without the sets of keys that were gathered
before, unless `--kept`. What takes longer than `--most` seconds of the clock is broken off.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime
from functools import reduce
from itertools import combinations
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bench.world import World
from dateline.errors import StoreError
from dateline.records.query import Box, Filter, Near
from dateline.store import Store, keysets, open_store

TOLD = 1_001
"""Up to here a list tells how many there are."""
REPEATS = 3
DAY: Mapping[str, tuple[str, ...]] = {"events": ("day",), "incidents": ("day",)}
ORDERS: Mapping[str, tuple[str, ...]] = {
    "events": ("day", "sure", "unsure", "recorded", "text"),
    "incidents": ("day", "origins", "recorded"),
}


def ones() -> dict[str, Filter]:
    """One filter of each kind, what many fit and what few fit."""
    world = World()
    return {**of_codes(), **of_places(world), **of_parties(world), **of_days(), **of_reports(world)}


def of_codes() -> dict[str, Filter]:
    """Filters by type, mode, context, class and status."""
    return {
        "type often": Filter(types=("CONSULT",)),
        "type rare": Filter(types=("RETREAT",)),
        "types": Filter(types=("CONSULT", "ASSAULT", "AID")),
        "mode": Filter(modes=("firearms",)),
        "context": Filter(contexts=("military",)),
        "quad": Filter(quads=("verbal_cooperation",)),
        "happened": Filter(statuses=("happened",)),
        "planned": Filter(statuses=("planned",)),
    }


def of_places(world: World) -> dict[str, Filter]:
    """Filters by country, radius and box."""
    common, rare, places = world.countries[0], world.countries[150], world.places
    return {
        "country often": Filter(countries=(common,)),
        "country rare": Filter(countries=(rare,)),
        "countries": Filter(countries=tuple(world.countries[:5])),
        "near 50": Filter(near=Near(*places[20][2:], 50)),
        "near 3000": Filter(near=Near(*places[20][2:], 3000)),
        "box half": Filter(box=Box(-180, -60, 0, 80)),
        "box small": Filter(box=Box(10, 10, 14, 13)),
    }


def of_parties(world: World) -> dict[str, Filter]:
    """Filters by actor, recipient, either and both."""
    parties = world.parties
    common, second, rare = world.countries[0], world.countries[1], world.countries[150]
    return {
        "actor country": Filter(actor=common),
        "actor sector": Filter(actor=":GOV"),
        "actor codes": Filter(actor=f"{common}:MIL"),
        "actor name often": Filter(actor=parties[0][0]),
        "actor name rare": Filter(actor=parties[3_000][0]),
        "recipient country": Filter(recipient=common),
        "recipient name": Filter(recipient=parties[1][0]),
        "party country": Filter(party=common),
        "party name often": Filter(party=parties[0][0]),
        "party codes": Filter(party=f"{second}:GOV"),
        "dyad countries": Filter(dyad=f"{common}>{second}"),
        "dyad names": Filter(dyad=f"{parties[0][0]}>{parties[1][0]}"),
        "dyad sectors": Filter(dyad=":GOV>:MIL"),
        "dyad codes": Filter(dyad=f"{common}:GOV>{second}:MIL"),
        "dyad name, country": Filter(dyad=f"{parties[0][0]}>{common}"),
        "dyad anybody": Filter(dyad=f"{common}>*"),
        "dyad rare": Filter(dyad=f"{common}>{rare}"),
    }


def of_days() -> dict[str, Filter]:
    """Filters by the days of what happened, of publication and of what was known."""
    middle = date(2020, 12, 31)
    return {
        "year": Filter(since=date(2018, 1, 1), until=date(2018, 12, 31)),
        "day": Filter(since=date(2021, 5, 5), until=date(2021, 5, 5)),
        "earlier half": Filter(until=middle),
        "later half": Filter(since=middle),
        "published in a year": Filter(published_since=date(2018, 1, 1), published_until=date(2018, 12, 31)),
        "published in a week": Filter(published_since=date(2024, 3, 4), published_until=date(2024, 3, 10)),
        "published earlier": Filter(published_until=middle),
        "published later": Filter(published_since=middle),
        "published first": Filter(published_until=date(2016, 1, 20)),
        "as known then": Filter(as_of=datetime(2026, 1, 1, 12, tzinfo=UTC)),
    }


def of_reports(world: World) -> dict[str, Filter]:
    """Filters by reports, their words, and what was made of them."""
    words = world.words
    return {
        "publisher often": Filter(sources=("Paper 1",)),
        "publisher rare": Filter(sources=("Paper 250",)),
        "article": Filter(articles=("bench-x00-000700",)),
        "sure": Filter(confidence=0.95),
        "half sure": Filter(confidence=0.5),
        "word of most": Filter(text=words[0]),
        "common words": Filter(text=f"{words[3]} {words[8]}"),
        "word rare": Filter(text=words[9_000]),
        "told by 2": Filter(min_origins=2),
        "told by 6": Filter(min_origins=6),
        "edited": Filter(edited=True),
        "not reviewed": Filter(reviewed=False),
        "reviewed": Filter(reviewed=True),
        "of a run": Filter(run="bench"),
    }


def both(one: Filter, two: Filter) -> Filter | None:
    """Two filters in one; None where both narrow the same."""
    set_of = [{f.name: v for f in fields(x) if (v := getattr(x, f.name)) != f.default} for x in (one, two)]
    if set_of[0].keys() & set_of[1].keys():
        return None
    return replace(one, **set_of[1])


def every(together: int = 1, drawn: int | None = None) -> Iterator[tuple[str, Filter]]:
    """All filters by name; or those of so many `together` that go together, all of them or some `drawn` by chance."""
    known = ones()
    if together == 1:
        yield "all", Filter()
    groups = list(combinations(known, together))
    if drawn is not None:
        random.Random(together).shuffle(groups)
    number = 0
    for names in groups:
        one = reduce(lambda some, name: some and both(some, known[name]), names[1:], known.get(names[0]))
        if one is not None and number != drawn:
            number += 1
            yield " + ".join(names), one


@dataclass(slots=True)
class Watch:
    """Breaks off what runs past a moment, and tells the processor time of what does not."""

    most: float
    kept: bool = False
    until: float = float("inf")
    servers: set[int] = field(default_factory=set)
    """The processes of PostgreSQL that answer."""

    def watch(self, engine: sa.Engine) -> None:
        """Look at all connections of an engine."""
        if not self.kept:
            sa.event.listen(engine, "checkout", lambda raw, record, _: record.info.pop(keysets.NAME, None))
        if engine.dialect.name == "sqlite":
            sa.event.listen(engine, "connect", lambda raw, entry: raw.set_progress_handler(self._late, 100_000))
        else:
            sa.event.listen(engine, "connect", self._serve)
            engine.dispose()  # what is connected already is not watched

    def _serve(self, raw: Any, entry: Any) -> None:
        raw.execute(f"SET max_parallel_workers_per_gather = 0; SET statement_timeout = {self.most * 1000:.0f}")
        raw.commit()
        self.servers.add(raw.info.backend_pid)

    def _late(self) -> bool:
        return time.monotonic() > self.until

    def _used(self) -> float:
        """Seconds of processor time, of this process and of the servers."""
        told = (Path(f"/proc/{pid}/schedstat") for pid in self.servers)
        return time.process_time() + sum(int(one.read_text().split()[0]) for one in told if one.exists()) / 1e9

    def took(self, ask: Callable[[], Any], above: float) -> float:
        """The milliseconds of processor time; infinite where it was broken off."""
        best = float("inf")
        for _ in range(REPEATS):
            self.until, used = time.monotonic() + self.most, self._used()
            try:
                ask()
            except StoreError:
                return float("inf")
            finally:
                self.until = float("inf")
            best = min(best, (self._used() - used) * 1000)
            if best < above:
                break
        return best


def first_page(ask: Callable[..., Iterable[Any]], *asked: Filter, **options: Any) -> Callable[[], list[Any]]:
    """The asking of a first page of a list, read to its end."""
    return lambda: list(ask(*asked, limit=50, **options))


def asked(
    store: Store, one: Filter, orders: Mapping[str, tuple[str, ...]], offset: int = 0
) -> Iterator[tuple[str, Callable[[], Any]]]:
    """What is asked under one filter."""
    for order in orders["events"]:
        yield f"events {order}", first_page(store.events, one, order=order, offset=offset)
    yield "events count", lambda: store.count(one, most=TOLD)
    if one.run is None:
        for order in orders["incidents"]:
            yield f"incidents {order}", first_page(store.incidents, one, order=order, offset=offset)
        yield "incidents count", lambda: store.count_incidents(one, most=TOLD)


def tell(watch: Watch, asks: Iterable[tuple[str, str, Callable[[], Any]]], above: float) -> None:
    """Ask, as (filter, what, question), and print what takes `above` milliseconds or more, and how many do."""
    number = slow = 0
    for name, what, ask in asks:
        number += 1
        if (ms := watch.took(ask, above)) >= above:
            slow += 1
            sys.stdout.write(f"{what:<30} {name:<60} {ms:8.0f}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{slow} of {number:,} took {above:.0f} ms or more\n")


def main() -> None:
    """Ask, print what is above the limit."""
    parser = argparse.ArgumentParser(prog="bench.filters", description=__doc__)
    parser.add_argument("--db", required=True)
    parser.add_argument("--together", type=int, default=1, help="so many filters at a time, such as 2: each pair")
    parser.add_argument("--drawn", type=int, help="only so many of these, by chance")
    parser.add_argument("--offset", type=int, default=0, help="the page behind so many")
    parser.add_argument("--orders", action="store_true", help="in every order, not only by day")
    parser.add_argument("--kept", action="store_true", help="with what was gathered before")
    parser.add_argument("--only", default="", help="only filters with these words in their names")
    parser.add_argument("--above", type=float, default=100, help="milliseconds")
    parser.add_argument("--most", type=float, default=20, help="seconds")
    options = parser.parse_args()
    watch = Watch(options.most, options.kept)
    with open_store(options.db) as store:
        watch.watch(store.engine)
        orders = ORDERS if options.orders else DAY
        named = ((name, one) for name, one in every(options.together, options.drawn) if options.only in name)
        asks = ((name, what, ask) for name, one in named for what, ask in asked(store, one, orders, options.offset))
        tell(watch, asks, options.above)


if __name__ == "__main__":
    main()
