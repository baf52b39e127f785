"""How fast a store is: `python -m bench.store` makes one of a million events and 300,000 incidents and asks it.

With `--kills N` it kills an ingest that many times instead and compares the store with that of an undisturbed run.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bench.filters import first_page
from bench.memory import memory
from bench.world import DAYS, QUADS, START, TYPES, World
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.event import Event, Statement
from dateline.records.incident import Incident, Shown
from dateline.records.query import Filter, Near
from dateline.records.resolved import Actor, Count, Place, When
from dateline.records.run import Run
from dateline.records.span import Piece, Span
from dateline.store import Store, open_store
from dateline.store.ingest import Report, ingest

EVENTS_EACH = 10


def coded(world: World, number: int) -> Coded:
    """Report `number` with its events and statements; the same at each call."""
    chance = random.Random(number)
    sentences = [" ".join(world.some(chance, world.words) for _ in range(22)) + "." for _ in range(EVENTS_EACH)]
    text = " ".join(sentences)
    published = START + timedelta(days=DAYS * number // 100_000)
    article = Article(
        f"bench-{number}", text, title=sentences[0][:60], published=published.isoformat(),
        publisher=f"Paper {int(300 ** chance.random())}", url=f"https://paper.example/{number}", language="en",
    )  # fmt: skip
    start, events, statements = 0, [], []
    for i, sentence in enumerate(sentences):
        piece = Piece(sentence, Span(start, start + len(sentence)))
        events.append(_event(world, chance, piece, f"e{number:06}{i:02}", f"e{number:06}{i - i % 3:02}", published))
        if i < 3:
            statements.append(Statement(f"s{number:06}{i:02}", _actor(world, chance, piece), None, piece, False, ()))
        start += len(sentence) + 1
    return Coded(article, tuple(events), tuple(statements))


def _event(world: World, chance: random.Random, piece: Piece, id_: str, story: str, published: date) -> Event:
    words = Piece(piece.text[:12], Span(piece.span.start, piece.span.start + 12))
    day = published - timedelta(days=int(chance.expovariate(0.3)))
    name, country, lat, lon = world.some(chance, world.places)
    type_ = world.some(chance, TYPES)
    killed = chance.randint(1, 40)
    return Event(
        id=id_, codebook="plover@2.0", type=type_, modes=("firearms",) if type_ == "ASSAULT" else (),
        contexts=("military",) if chance.random() < 0.2 else (), quad=QUADS[TYPES.index(type_) % 4], intensity=-5.0,
        cameo="190", trigger=words, actors=(_actor(world, chance, words),), recipients=(_actor(world, chance, words),),
        where=(Place(words, name, country, None, lat, lon, 1, "settlement", ""),) if chance.random() < 0.8 else (),
        when=When(words, day, day, "day", "published") if chance.random() < 0.9 else None,
        counts=(Count(words, "killed", killed, killed),) if chance.random() < 0.2 else (),
        status=chance.choices(("happened", "planned", "hypothetical", "negated"), (80, 12, 5, 3))[0], hedge=None,
        according_to=(), evidence=piece, story_event=story, confidence=round(chance.uniform(0.4, 1), 3),
    )  # fmt: skip


def _actor(world: World, chance: random.Random, piece: Piece) -> Actor:
    name, country, sector = world.some(chance, world.parties)
    return Actor(piece, name, country, (sector,), None, "actor list")


def incident(number: int, told: Coded) -> Incident:
    """An incident of the first three events of a report."""
    first = told.events[0]
    day = first.when.start.isoformat() if first.when and first.when.start else None
    place = first.where[0] if first.where else None
    where = {name: getattr(place, name) for name in ("name", "country", "lat", "lon")} if place else {}
    values = {
        "type": first.type,
        "quad": first.quad,
        "status": first.status,
        "where": where,
        "when": {"start": day, "end": day},
    }
    shown = tuple(Shown(name, value, "latest", ()) for name, value in values.items())
    origins = tuple(f"bench-{number + i}" for i in range(1 + number % 4))
    return Incident(first.id, tuple(e.id for e in told.events[:3]), shown, origins, ("Paper 1",))


def build(store: Store, number: int, incidents: int) -> Iterator[str]:
    """Fill the store by the loop of `dateline ingest`; what it took, a line at a time."""
    world, report, marks = World(), Report(), []

    def articles() -> Iterator[Article]:
        for i in range(number):
            if i % (number // 5) == 0:
                marks.append((i, memory()))
            yield coded(world, i).article

    def code(some: Iterator[Article]) -> Iterator[Coded]:
        return (coded(world, int(article.id[6:])) for article in some)

    began, used = time.monotonic(), time.process_time()
    ingest(store, run(f"bench-{os.getpid()}-{time.time_ns()}"), articles(), code, report=report)
    seconds, cpu = time.monotonic() - began, time.process_time() - used
    yield (
        f"ingest: {report.added:,} articles, {report.events:,} events in {seconds:.0f} s "
        f"({cpu:.0f} s of CPU, of which the making of reports is about a third)"
    )
    marks.append((number, memory()))
    yield "memory in MB after articles: " + ", ".join(f"{n:,}: {mb:.0f}" for n, mb in marks)
    began = time.monotonic()
    for first in range(0, incidents, 1000):
        some = range(first, min(first + 1000, incidents))
        store.put_merged(new=[incident(i, coded(world, i % number)) for i in some] if incidents <= number else
                         [_nth(world, i, number) for i in some])  # fmt: skip
    yield f"incidents: {incidents:,} in {time.monotonic() - began:.0f} s"


def _nth(world: World, i: int, number: int) -> Incident:
    """Incident `i` where a report tells of several."""
    told, part = coded(world, i % number), i // number
    events = told.events[part * 3 : part * 3 + 3]
    return incident(i, replace(told, events=events))


def run(id_: str) -> Run:
    """A run of no real coder."""
    return Run(id_, "bench", "none", "plover@2.0", {}, datetime.now(UTC))


def questions(store: Store) -> Iterator[tuple[str, str, Callable[[], Any]]]:
    """What is asked: kind (a page, a count, an aggregate), in words, and the asking."""
    world = World()
    common, rare, word = world.countries[0], world.countries[150], world.words[9_000]
    party = world.parties[2_000]
    year: dict[str, Any] = {"since": date(2024, 1, 1), "until": date(2024, 12, 31)}
    filters = {
        "all": Filter(),
        "a type": Filter(types=["ASSAULT"]),
        "a type and the most common country": Filter(types=["ASSAULT"], countries=[common]),
        "a rare country": Filter(countries=[rare]),
        "a quad class and a year": Filter(quads=["material_conflict"], **year),
        "a country and a year": Filter(countries=[common], **year),
        "a status": Filter(statuses=["planned"]),
        "a publisher": Filter(sources=["Paper 7"]),
        "within 50 km": Filter(near=Near(*world.places[20][2:], 50)),
        "within 500 km, a type": Filter(near=Near(*world.places[20][2:], 500), types=["PROTEST"]),
        "an actor by name": Filter(actor=party[0]),
        "an actor by country and sector": Filter(actor=f"{common}:MIL"),
        "a dyad of common countries": Filter(dyad=f"{common}>{world.countries[1]}"),
        "a rare word": Filter(text=word),
        "two common words": Filter(text=f"{world.words[3]} {world.words[8]}"),
        "confidence over 0.95 and a type": Filter(confidence=0.95, types=["AID"]),
        "known at an earlier time": Filter(types=["RETREAT"], as_of=datetime.now(UTC)),
    } | _costly(world)
    for name, asked in filters.items():
        yield "page of 50", name, first_page(store.events, asked)
        yield "to 5,000", name, partial(store.count, asked, most=5_001)
        yield "count", name, partial(store.count, asked)
    yield "page of 50", "least confident first", first_page(store.events, order="unsure")
    yield "page of 50", "statements with a rare word", first_page(store.statements, Filter(text=word))
    for name, asked in filters.items():
        if asked.run is None:
            yield "page of 50", f"incidents: {name}", first_page(store.incidents, asked)
            yield "to 5,000", f"incidents: {name}", partial(store.count_incidents, asked, most=5_001)
    often = Filter(min_origins=4, **year)
    yield "page of 50", "incidents: 4 origins and a year", first_page(store.incidents, often)
    yield "aggregate", "month, type and country", lambda: store.counts("month", "type", "country")
    yield "aggregate", "month and type, a year", lambda: store.counts("month", "type", where=Filter(**year))
    yield "aggregate", "quad class, all", lambda: store.counts("quad")
    yield (
        "aggregate",
        "month and type of a country",
        lambda: store.counts("month", "type", where=Filter(countries=[common])),
    )
    yield "aggregate", "dyads, top 50", lambda: store.dyads(limit=50)
    yield "aggregate", "actors, top 50", first_page(store.actors)
    in_year = Filter(types=["ASSAULT"], **year)
    yield "aggregate", "actors of a type and a year", first_page(store.actors, in_year)


def _costly(world: World) -> dict[str, Filter]:
    """What many events fit, or what is found by other tables than that of events."""
    common, second, rare, party = *world.countries[:2], world.countries[150], world.parties[0][0]
    dyad = f"{common}>{second}"
    week: dict[str, Any] = {"published_since": date(2024, 3, 4), "published_until": date(2024, 3, 10)}
    return {
        "a mode": Filter(modes=["firearms"]),
        "a context": Filter(contexts=["military"]),
        "five countries": Filter(countries=world.countries[:5]),
        "within 3000 km": Filter(near=Near(*world.places[20][2:], 3000)),
        "actors of the most common country": Filter(actor=common),
        "anybody of the most common country": Filter(party=common),
        "the most common party": Filter(actor=party),
        "a dyad of a common country and anybody": Filter(dyad=f"*>{common}"),
        "a dyad of a common and a rare country": Filter(dyad=f"{common}>{rare}"),
        "a dyad of sectors": Filter(dyad=":GOV>:MIL"),
        "a dyad and a week of publication": Filter(dyad=dyad, **week),
        "a dyad and a type": Filter(dyad=dyad, types=["ASSAULT"]),
        "actor and place of the most common country": Filter(actor=common, countries=[common]),
        "published in a week": Filter(**week),
        "published in the earlier half": Filter(published_until=date(2020, 12, 31)),
        "a type, published in the earlier half": Filter(types=["CONSULT"], published_until=date(2020, 12, 31)),
        "a type and a status": Filter(types=["CONSULT"], statuses=["happened"]),
        "told by two reports": Filter(min_origins=2),
        "told by four reports, a country": Filter(min_origins=4, countries=[common]),
        "edited": Filter(edited=True),
        "of a run": Filter(run="bench"),
        "known at a moment": Filter(as_of=datetime(2026, 1, 1, 12, tzinfo=UTC)),
        "a word of most texts": Filter(text=world.words[0]),
    }


def measure(store: Store) -> None:
    """Ask everything; print the median of five times, the first time, and the median of CPU time, in milliseconds.

    CPU time is what a machine that does nothing else takes; for PostgreSQL it is that of the client alone.
    """
    for kind, name, ask in questions(store):
        times, cpu = [], []
        for _ in range(6):
            began, used = time.perf_counter(), time.process_time()
            ask()
            times.append((time.perf_counter() - began) * 1000)
            cpu.append((time.process_time() - used) * 1000)
        sys.stdout.write(
            f"{kind:<11} {name:<50} {statistics.median(times[1:]):8.1f} ms  first {times[0]:8.1f}  "
            f"CPU {statistics.median(cpu[1:]):8.1f} first {cpu[0]:8.1f}\n"
        )
        sys.stdout.flush()


def kill(folder: Path, kills: int, number: int) -> bool:
    """Kill an ingest with linking of the tests' articles again and again; whether the store is as if undisturbed.

    Each ingest is a process of its own, forked from this one so that it need not load everything again.
    """
    from dateline.upkeep import open_store as kept_up

    disturbed, undisturbed = str(folder / "disturbed.sqlite"), str(folder / "undisturbed.sqlite")
    _bring(undisturbed, number, "undisturbed")
    chance, done, forked = random.Random(3), 0, multiprocessing.get_context("fork")
    for i in range(kills):
        told, tell = forked.Pipe(duplex=False)
        program = forked.Process(target=_bring, args=(disturbed, number, f"r{i}", tell.send))
        program.start()
        tell.close()
        _wait(told, chance.randrange(max(2, 2 * number // kills)), chance)
        done += program.is_alive()
        program.kill()
        program.join()
    with kept_up(disturbed) as store:
        partly = len(list(store.articles()))
    _bring(disturbed, number, "last")
    with kept_up(disturbed) as one, kept_up(undisturbed) as two:
        held, due = _all_of(one), _all_of(two)
    for name in sorted(n for n in due if held[n] != due[n]):
        sys.stdout.write(f"{name} differs: {held[name][:3]} of {len(held[name]):,}, undisturbed {due[name][:3]}\n")
    sys.stdout.write(
        f"{done} of {kills} kills at work, {partly:,} of {number:,} articles then; in the end "
        f"{sum(map(len, due.values())):,} rows compared, equal: {held == due}\n"
    )
    return held == due


def _wait(told: Connection, least: int, chance: random.Random) -> None:
    """Wait until so many articles were added, and then for as long as some more may take."""
    longest, since = 0.01, time.monotonic()
    with suppress(EOFError):
        while told.recv() < least:
            longest, since = max(longest, time.monotonic() - since), time.monotonic()
    time.sleep(chance.uniform(0, longest))


def _bring(url: str, number: int, id_: str, tell: Callable[[int], None] = lambda added: None) -> None:
    """Bring the tests' articles in, three in a transaction, linked; `tell` hears how many there are after each."""
    from dateline.upkeep import open_store as kept_up
    from tests.store.making import article, code
    from tests.store.making import run as run_of

    report = Report()
    with kept_up(url, create=True) as store:
        ingest(
            store, run_of(id_), map(article, range(number)), code, report=report, on_step=lambda: tell(report.added),
            size=3,
        )  # fmt: skip


def _all_of(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every record that a store has but runs, keys and times, and how many rows of each table hold.

    How many states came before is no part of it: what one transaction both writes and replaces never held and is not
    kept, and which articles share a transaction changes with each kill.
    """
    import sqlalchemy as sa

    from dateline.store import search
    from dateline.store.tables import METADATA
    from tests.store.making import contents, rows
    from tests.upkeep.making import merged

    live: dict[Any, Any] = {
        t: t.c.superseded.is_(None) if "superseded" in t.c else sa.true() for t in METADATA.tables.values()
    }
    live |= {sa.table(f"{kind}_search"): sa.true() for kind in search.KINDS}
    counted = sa.func.count()
    sizes = {
        f"rows of {table.name}": rows(store, sa.select(counted).select_from(table).where(holds))
        for table, holds in live.items()
        if table.name != "runs"
    }
    return contents(store) | merged(store) | sizes


def main() -> int:
    """Build, ask, print; or kill and compare."""
    parser = argparse.ArgumentParser(prog="bench.store", description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--incidents", type=int, default=300_000)
    parser.add_argument("--db", help="an existing store to ask, or a URL to fill (default: a new file)")
    parser.add_argument("--kills", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        if options.kills:
            return 0 if kill(Path(name), options.kills, options.articles) else 1
        with open_store(options.db or f"{name}/bench.sqlite", create=True) as store:
            if not store.count():
                for line in build(store, options.articles, options.incidents):
                    sys.stdout.write(line + "\n")
                    sys.stdout.flush()
            file = Path(options.db or f"{name}/bench.sqlite")
            size = os.path.getsize(file) / 1e6 if file.is_file() else None
            sys.stdout.write(
                json.dumps({"events": store.count(), "incidents": store.count_incidents(), "MB": size}) + "\n"
            )
            measure(store)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
