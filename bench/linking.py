"""What linking costs as a store grows: `python -m bench.linking --articles 100000` prints a curve of it.

Real articles are coded once and come again and again, each time a year later with their words in another order: as
dense in time as they were, and no copies of one another. So the neighbourhood of an article stays as it is while the
store grows. Times are of the processor, so that other work on the machine does not count.
"""

from __future__ import annotations

import argparse
import pickle
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from bench.memory import memory
from bench.store import run
from dateline.records.coded import Coded
from dateline.records.event import Event
from dateline.store import Store
from dateline.store import open_store as bare
from dateline.upkeep import open_store as kept_up
from eval.corpora import Corpora
from eval.happenings import Gold, articles

AT_ONCE = 64
"""Articles in one transaction, as `dateline ingest` has them."""


def later(one: Coded, turn: int) -> Coded:
    """A coded article as it comes the so many-th time."""
    article, words = one.article, one.article.text.split(" ")
    random.Random(turn).shuffle(words)
    text = " ".join(words) if turn else article.text
    published = _year(article.published, turn)
    events = tuple(_event(e, turn) for e in one.events)
    return Coded(replace(article, id=f"{article.id}+{turn}", text=text, published=published), events, ())


def _event(event: Event, turn: int) -> Event:
    when = event.when
    if when is not None and turn:
        when = replace(when, start=_day(when.start, turn), end=_day(when.end, turn))
    return replace(event, id=f"{event.id}+{turn}", story_event=f"{event.story_event}+{turn}", when=when)


def _day(day: date | None, turn: int) -> date | None:
    return day and day.replace(year=min(day.year + turn, 9999), day=min(day.day, 28))


def _year(published: str | None, turn: int) -> str | None:
    """A date of publication as many years later; in leap years the last of February is the day before."""
    return published and f"{int(published[:4]) + turn:04}{published[4:].replace('-02-29', '-02-28')}"


def curve(opened: Callable[..., Store], path: Path, some: Sequence[Coded], turns: int) -> list[float]:
    """Milliseconds of the processor for an article, at each turn."""
    out = []
    with opened(str(path), create=True) as store:
        one = run("linking")
        store.begin(one)
        for turn in range(turns):
            coming = [later(c, turn) for c in some]
            began = time.process_time()
            for start in range(0, len(coming), AT_ONCE):
                store.add(one, coming[start : start + AT_ONCE])
            out.append(1000 * (time.process_time() - began) / len(coming))
            told = f"{(turn + 1) * len(some):,} articles, {out[-1]:.1f} ms an article, {memory():.0f} MB"
            sys.stdout.write(f"{told}, {store.count_incidents():,} incidents\n")
            sys.stdout.flush()
    return out


def main() -> int:
    """Print the curve with linking and without."""
    parser = argparse.ArgumentParser(prog="bench.linking", description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--sample", type=int, default=200, help="articles that come again and again")
    parser.add_argument("--corpora", type=Path, default=Corpora.folder)
    parser.add_argument("--cache", type=Path, help="coded articles as eval.incidents --cache keeps them")
    options = parser.parse_args()
    if options.cache and options.cache.exists():
        known = list(pickle.loads(options.cache.read_bytes()))
    else:
        corpora = Corpora(options.corpora)
        known = list(corpora.code(articles(corpora, sorted(Gold.load().story)[: options.sample])))
    some = sorted(known, key=lambda c: c.article.id)[: options.sample]
    events = sum(len(c.events) for c in some) / len(some)
    sys.stdout.write(f"{len(some)} articles with {events:.1f} events each, those of one story together\n")
    turns = max(1, options.articles // len(some))
    with tempfile.TemporaryDirectory() as name:
        with_links = curve(kept_up, Path(name) / "linked.sqlite", some, turns)
        without = curve(bare, Path(name) / "bare.sqlite", some, turns)
    cost = [a - b for a, b in zip(with_links, without, strict=True)]
    sys.stdout.write("linking, ms an article: " + ", ".join(f"{c:.1f}" for c in cost) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
