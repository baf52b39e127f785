"""What is added up over a large store: `python -m bench.aggregates --db FILE` prints what is slow.

FILE is a store that `python -m bench.views --build` made. All that `dateline`, Python and the workbench count, sum,
draw or list is asked under no filter and under each of `bench.filters`; processor time in milliseconds, the best of
three where the first was above `--above`. What takes longer than `--most` seconds of the clock is broken off.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations
from typing import Any, get_args

from bench.filters import Watch, every, tell
from dateline.records.query import Filter
from dateline.records.sums import SumBy
from dateline.store import Store, open_store
from dateline.store.actor_lists import ORDERS as ACTOR_ORDERS
from dateline.store.counting import GROUPS
from dateline.store.statement_filters import LACKING
from dateline.store.views import Views
from dateline.store.views.lists import ARTICLE_ORDERS
from dateline.store.views.paging import EVENT_ORDERS, INCIDENT_ORDERS
from dateline.store.views.ties import LEVELS

FACETS = ("type", "quad", "status", "country", "publisher")
Ask = tuple[str, Callable[[], Any]]


def of_store(store: Store, one: Filter) -> Iterator[Ask]:
    """What the command line and Python ask under one filter."""
    yield "actors", lambda: list(store.actors(one, limit=50))
    for by in [*((name,) for name in GROUPS), *combinations(GROUPS, 2)]:
        yield f"counts {' '.join(by)}", partial(store.counts, *by, where=one)
    yield "all events", lambda: store.count(one)
    yield "undated", lambda: store.undated(one)
    if one.run is None:
        yield "all incidents", lambda: store.count_incidents(one)
        yield "undated incidents", lambda: store.undated_incidents(one)
    if one == Filter():
        yield "dyads", lambda: store.dyads(limit=50)
        yield "dyads sectors", lambda: store.dyads(sectors=True, limit=50)
        yield "coded", store.coded


def of_actors(views: Views, one: Filter) -> Iterator[Ask]:
    """What the workbench lists of actors under one filter."""
    for order in ACTOR_ORDERS:
        for reverse in (False, True):
            named = f"list of actors {order}{' reverse' if reverse else ''}"
            yield named, partial(views.actors, one, None, limit=50, offset=0, order=order, reverse=reverse)
    yield "count actors", lambda: views.count_actors(one, None)


def of_views(views: Views, one: Filter) -> Iterator[Ask]:
    """What the workbench asks under one filter that it has selected."""

    def anew(choose: Callable[[Filter], Any]) -> Any:
        """Chosen as after a change, when nothing is kept."""
        views.changed()
        return choose(one)

    yield "selection of events", lambda: anew(views.events)
    yield from _drawn(views, "events", views.events(one))
    yield from _pages(EVENT_ORDERS, lambda order, after: views.event_page(one, order, limit=50, after=after))
    for level in LEVELS:
        yield f"network {level}", partial(anew, partial(views.ties, level=level))
    for unit in ("week", "month"):
        yield f"series {unit}", partial(views.series, one, [(None, "AAA"), ("AAA", None)], unit)
    if one.run is None:
        chosen = views.incidents(one)
        yield "selection of incidents", lambda: anew(views.incidents)
        yield from _drawn(views, "incidents", chosen)
        yield from _pages(INCIDENT_ORDERS, lambda order, after: views.incident_page(one, order, limit=50, after=after))
        for by in get_args(SumBy):
            yield f"sums {by}", partial(views.sums, chosen, by)


def of_articles(views: Views, one: Filter) -> Iterator[Ask]:
    """What the workbench lists of articles and statements under one filter."""
    for order in ARTICLE_ORDERS:
        for reverse in (False, True):
            named = f"articles {order}{' reverse' if reverse else ''}"
            yield named, partial(views.articles, one, limit=50, after=None, order=order, reverse=reverse)
    yield "count articles", lambda: views.count_articles(one)
    if not any(getattr(one, name) != getattr(Filter(), name) for name in LACKING):
        yield "statements", lambda: views.statements(one, limit=50, after=None)
        yield "count statements", lambda: views.count_statements(one)
    yield "numbers", views.numbers


def _drawn(views: Views, kind: str, chosen: Any) -> Iterator[Ask]:
    yield f"map of {kind}", lambda: views.map(chosen, 2, None)
    yield f"map of {kind}, near", lambda: views.map(chosen, 8, None)
    yield f"bars of {kind}", lambda: views.bars(chosen, None)
    names = FACETS if kind == "events" else FACETS[:-1]
    yield f"facets of {kind}", lambda: [views.values(chosen, name) for name in names]


def _pages(orders: Any, page: Callable[[str, Any], tuple[Any, Any]]) -> Iterator[Ask]:
    """The first page in each order, and one far behind."""
    for order in orders:
        yield f"page {order}", partial(page, order, None)
    middle = page("day", None)[1]
    for _ in range(20 if middle else 0):
        middle = page("day", middle)[1] or middle
    yield "page day, later", lambda: page("day", middle)


PARTS: dict[str, Callable[[Any, Filter], Iterator[Ask]]] = {
    "store": of_store,
    "actors": of_actors,
    "views": of_views,
    "articles": of_articles,
}


def main() -> None:
    """Ask, print what is above the limit."""
    parser = argparse.ArgumentParser(prog="bench.aggregates", description=__doc__)
    parser.add_argument("--db", required=True)
    parser.add_argument("--part", choices=PARTS, action="append", help="only these, can be repeated")
    parser.add_argument("--only", default="", help="only filters with these words in their names")
    parser.add_argument("--asks", default="", help="only questions with these words in their names")
    parser.add_argument("--above", type=float, default=500, help="milliseconds")
    parser.add_argument("--most", type=float, default=20, help="seconds")
    options = parser.parse_args()
    watch = Watch(options.most)
    with open_store(options.db) as store:
        watch.watch(store.engine)
        views = Views(store)
        named = [(name, one) for name, one in every() if options.only in name]
        asks = (
            (name, what, ask)
            for part in options.part or PARTS
            for name, one in named
            for what, ask in PARTS[part](store if part == "store" else views, one)
            if options.asks in what
        )
        tell(watch, asks, options.above)


if __name__ == "__main__":
    main()
