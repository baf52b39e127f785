"""How fast the workbench answers: `python -m bench.views --db FILE --build` on a store of a million events.

`--build` fills FILE in minutes where it is not there yet (see `bench.bulk`); any other store will do as well.

CPU time in milliseconds, median of five; what the clock shows on a machine that does nothing else. With `--readers N`
it asks by HTTP as so many people at once, each the start page under a filter of their own, and prints the 95th
percentile of the wall time of one request.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

from starlette.testclient import TestClient

from bench.bulk import fill
from bench.memory import memory
from bench.world import World
from dateline.records.query import Filter, Near
from dateline.store import open_store
from dateline.store.views import Views
from dateline.web.app import make
from dateline.web.config import Config


def filters() -> dict[str, Filter]:
    """What is filtered by: what costs little and what costs most."""
    world = World()
    common = world.countries[0]
    return {
        "all": Filter(),
        "a type and a year": Filter(types=("ASSAULT",), since=date(2024, 1, 1), until=date(2024, 12, 31)),
        "the most common country": Filter(countries=(common,)),
        "the most common actor": Filter(actor=common),
        "a dyad of common countries": Filter(dyad=f"{common}>{world.countries[1]}"),
        "within 500 km": Filter(near=Near(*world.places[20][2:], 500)),
        "a rare word": Filter(text=world.words[9_000]),
        "two common words": Filter(text=f"{world.words[3]} {world.words[8]}"),
        "told by four reports": Filter(min_origins=4),
    }


def asked(views: Views, kind: str, one: Filter) -> Iterator[tuple[str, Callable[[], Any]]]:
    """What a page asks for under one filter; the selection is made anew each time."""
    choose = views.events if kind == "events" else views.incidents
    page = views.event_page if kind == "events" else views.incident_page

    def anew() -> Any:
        views.changed()
        return choose(one)

    yield "selection", anew
    yield "page of 50", lambda: page(one, "day", limit=50, after=None)
    yield "map", lambda: views.map(choose(one), 2, None)
    yield "bars", lambda: views.bars(choose(one), None)
    yield "facets", lambda: [views.values(choose(one), name) for name in ("type", "quad", "status", "country")]


def measure(views: Views) -> None:
    """Print what each answer takes."""
    for kind in ("events", "incidents"):
        for name, one in filters().items():
            times = {what: _cpu(ask) for what, ask in asked(views, kind, one)}
            told = "  ".join(f"{what} {ms:6.1f}" for what, ms in times.items())
            sys.stdout.write(f"{kind:<10} {name:<28} {told}\n")
            sys.stdout.flush()


def _cpu(ask: Callable[[], Any]) -> float:
    used = []
    for _ in range(5):
        before = time.process_time()
        ask()
        used.append((time.process_time() - before) * 1000)
    return statistics.median(used)


def crowd(client: TestClient, readers: int, rounds: int) -> list[float]:
    """Wall seconds of each request of so many readers at once."""
    world = World()

    def read(number: int) -> list[float]:
        chance, times = random.Random(number), []
        for _ in range(rounds):
            query = f"country={chance.choice(world.countries[:40])}&since={2017 + number % 8}-01-01"
            for path in ("", "/map", "/timeline", "/facets"):
                began = time.perf_counter()
                client.get(f"/api/incidents{path}?{query}").raise_for_status()
                times.append(time.perf_counter() - began)
        return times

    with ThreadPoolExecutor(readers) as pool:
        return [t for times in pool.map(read, range(readers)) for t in times]


def main() -> None:
    """Load, ask, print."""
    parser = argparse.ArgumentParser(prog="bench.views", description=__doc__)
    parser.add_argument("--db", required=True)
    parser.add_argument("--build", action="store_true", help="make the store first, or go on with making it")
    parser.add_argument("--articles", type=int, default=100_000, help="reports that --build writes, ten events each")
    parser.add_argument("--incidents", type=int, default=300_000, help="incidents that --build writes")
    parser.add_argument("--readers", type=int, default=0)
    options = parser.parse_args()
    if options.build:
        with open_store(options.db, create=True) as store:
            for line in fill(store, options.articles, options.incidents):
                sys.stdout.write(line + "\n")
                sys.stdout.flush()
    with open_store(options.db) as store:
        views, before, used = Views(store), memory(), time.process_time()
        views.load()
        sys.stdout.write(
            f"{views.events(Filter()).count:,} events, {views.incidents(Filter()).count:,} incidents loaded in "
            f"{time.process_time() - used:.1f} s of CPU; memory {memory() - before:.0f} MB\n"
        )
        measure(views)
        if options.readers:
            with TestClient(make(store, Config()), base_url="http://localhost") as client:
                times = sorted(crowd(client, options.readers, 5))
            sys.stdout.write(f"{options.readers} readers: 95 % within {times[int(len(times) * 0.95)]:.2f} s\n")


if __name__ == "__main__":
    main()
