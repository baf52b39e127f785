"""Whether memory stays flat: `python -m bench.replay --articles 100000` brings so many articles in, with linking.

Articles are coded once (`--cache FILE` keeps what came of them) and told again in other words: every turn has a
cipher that puts other letters of the same kind for names and telling words and other digits for numbers, shifts the
days of each article and moves all places, so that passages of one story still tell it and those of other turns do not.
Spans stay what they are. One article in seven comes a second time from another paper, cut at its end. The coded records
take the path of `dateline ingest`: ids, copies, links, incidents, one transaction for 64 articles.
"""

from __future__ import annotations

import argparse
import gc
import pickle
import random
import re
import signal
import statistics
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from bench.articles import drawn
from bench.memory import memory, peak
from bench.store import run
from dateline.merge.block import TELLING
from dateline.merge.words import stem, weight
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.event import Event
from dateline.records.span import Piece
from dateline.store.ingest import BATCH, Report, ingest
from dateline.upkeep import open_store
from eval.corpora import Corpora

WORD = re.compile(r"[A-Z][A-Za-z]+|[a-z]{5,}|[0-9]+")
KINDS = ("aeiou", "bcdfghjklmnpqrstvwxyz", "123456789")
START = date(2000, 1, 1)
YEAR = 365
"""Days in which all articles of a turn are published: so no turn is denser than another."""
TURN = 1000
"""Days from one turn to the next: with a year, "last year" of one turn is this year of the one before."""


class Teller:
    """Tells coded articles again, the so many-th time in the words and days of that turn."""

    def __init__(self, turn: int) -> None:
        self.turn = turn
        chance = random.Random(turn)
        letters: dict[str, str] = {}
        for kind in KINDS:
            other = "".join(chance.sample(kind, len(kind)))
            letters |= dict(zip(kind, other, strict=True)) | dict(zip(kind.upper(), other.upper(), strict=True))
        self._letters = str.maketrans(letters) if turn else {}
        self._shift = timedelta(0)
        self._moved = (chance.uniform(-4, 4), chance.uniform(-8, 8)) if turn else (0.0, 0.0)

    def told(self, one: Coded) -> Coded:
        """The article with its events and statements; the first time in its own words."""
        article, text = one.article, self._words(one.article.text)
        turns = (article.published_date - START).days // YEAR if article.published_date else self.turn
        self._shift = timedelta(days=TURN * self.turn - YEAR * turns)
        published = article.published and self._day(article.published_date)
        new = replace(
            article, id=self._id(article.id), text=text, title=article.title and self._words(article.title),
            published=published.isoformat() if isinstance(published, date) else published or None,
        )  # fmt: skip
        events = tuple(self._event(e, text) for e in one.events)
        statements = tuple(
            replace(self._anew(s, text), id=self._id(s.id), events=tuple(map(self._id, s.events)))
            for s in one.statements
        )
        return Coded(new, events, statements)

    def _event(self, event: Event, text: str) -> Event:
        new: Event = self._anew(event, text)
        return replace(new, id=self._id(event.id), story_event=self._id(event.story_event))

    def _anew(self, value: Any, text: str) -> Any:
        """A record with its words cut from the new text, its names in other letters, its days shifted."""
        if isinstance(value, Piece):
            return Piece.cut(text, value.span)
        if isinstance(value, tuple):
            return tuple(self._anew(v, text) for v in value)
        if isinstance(value, date):
            return self._day(value)
        if not is_dataclass(value) or isinstance(value, type):
            return value
        new = {f.name: self._anew(getattr(value, f.name), text) for f in fields(value)}
        if new.get("name"):
            new["name"] = self._words(new["name"])
        if new.get("lat") is not None and new.get("lon") is not None:
            new["lat"] = max(-89.0, min(89.0, new["lat"] + self._moved[0]))
            new["lon"] = (new["lon"] + self._moved[1] + 180) % 360 - 180
        return replace(value, **new)

    def _words(self, text: str) -> str:
        return WORD.sub(lambda m: m[0].translate(self._letters) if _telling(m[0]) else m[0], text)

    def _id(self, id_: str) -> str:
        return f"{id_}+{self.turn}"

    def _day(self, day: date | None) -> date | None:
        return day and day + (self._shift if 1900 < day.year < 9000 else timedelta(0))


@lru_cache(maxsize=50_000)
def _telling(word: str) -> bool:
    """True but for words that many reports have: in other letters they would be taken for rare ones."""
    return not word.islower() or weight(stem(word)) >= TELLING


def copied(one: Coded) -> Coded:
    """The article as another paper prints it: cut after most of its text, with what stands there."""
    new = cut(one, len(one.article.text) * 4 // 5)

    def id_(old: str) -> str:
        return f"{old}+copy"

    article = replace(new.article, id=id_(new.article.id), publisher="The Other Paper")
    events = tuple(replace(e, id=id_(e.id), story_event=id_(e.story_event)) for e in new.events)
    statements = tuple(replace(s, id=id_(s.id), events=tuple(map(id_, s.events))) for s in new.statements)
    return Coded(article, events, statements)


def cut(one: Coded, end: int) -> Coded:
    """The first so many characters of an article, with what stands there."""
    events = tuple(e for e in one.events if e.evidence.span.end <= end)
    statements = tuple(s for s in one.statements if s.content.span.end <= end)
    return Coded(replace(one.article, text=one.article.text[:end]), events, statements)


def stream(some: Sequence[Coded], number: int) -> Iterator[Coded]:
    """So many articles, turn by turn."""
    sent = turn = 0
    while sent < number:
        teller = Teller(turn)
        for i, one in enumerate(some):
            told = teller.told(one)
            for each in (told, copied(told)) if (i + turn) % 7 == 0 else (told,):
                if sent < number:
                    sent += 1
                    yield each
        turn += 1


class Mark(NamedTuple):
    """Where a run stood: articles, seconds on the clock and of CPU, own memory and what is on disk in MB."""

    articles: int
    clock: float
    cpu: float
    memory: float
    disk: float


class Watch:
    """Looks at a run every so many articles and prints a line."""

    def __init__(self, path: Path, every: int) -> None:
        self._path, self._every = path, every
        self.marks: list[Mark] = []
        self.most = 0.0

    def look(self, articles: int) -> None:
        """Look at the memory each batch, and tell where the run is every so many articles."""
        if articles % BATCH == 0:
            self.most = max(self.most, memory())
        if articles % self._every == 0:
            self.mark(articles)

    def mark(self, articles: int) -> None:
        """Note where the run is and tell it."""
        files = (self._path.with_name(self._path.name + end) for end in ("", "-wal"))
        disk = sum(file.stat().st_size for file in files if file.exists()) / 1e6
        self.marks.append(Mark(articles, time.monotonic(), time.process_time(), memory(), disk))
        self.most = max(self.most, self.marks[-1].memory)
        before, now = self.marks[-2:] if len(self.marks) > 1 else (self.marks[0], self.marks[0])
        clock, cpu = (1000 * x / max(1, now.articles - before.articles)
                      for x in (now.clock - before.clock, now.cpu - before.cpu))  # fmt: skip
        say(
            f"{time.strftime('%H:%M:%S')} {articles:,} articles: {cpu:.1f} ms of CPU ({clock:.1f} ms) an article, "
            f"memory {now.memory:.0f} MB (at most {self.most:.0f}), {disk:,.0f} MB on disk"
        )

    def summary(self) -> None:
        """Tell how time and memory went over the whole run."""
        if len(self.marks) < 2:
            return
        number = self.marks[-1].articles
        steps = [(one.articles, 1000 * (two.cpu - one.cpu) / (two.articles - one.articles))
                 for one, two in pairwise(self.marks) if two.articles > one.articles]  # fmt: skip
        for name, some in (
            ("first", [ms for n, ms in steps if n < number * 0.1]),
            ("last", [ms for n, ms in steps if n >= number * 0.9] or [steps[-1][1]]),
        ):
            say(f"{name} tenth: median of {len(some)} stretches {statistics.median(some):.1f} ms of CPU an article")
        spent = self.marks[-1].clock - self.marks[0].clock, self.marks[-1].cpu - self.marks[0].cpu
        say(f"{number:,} articles in {spent[0]:,.0f} s, of which {spent[1]:,.0f} s of CPU")
        for share in (0.1, 0.25, 0.5, 0.75, 1.0):
            at = min(self.marks, key=lambda m: abs(m.articles - share * number))
            say(f"memory at {share:.0%} ({at.articles:,} articles): {at.memory:.0f} MB, {at.disk:,.0f} MB on disk")
        say(f"memory at most {self.most:.0f} MB; with all of the file that is mapped {peak():.0f} MB")


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def replay(path: Path, some: Sequence[Coded], number: int, seconds: float, every: int) -> Watch:
    """Bring articles in until there are so many or the time is up; how it went."""
    waiting: deque[Coded] = deque()
    report, last, watch = Report(), time.monotonic() + seconds, Watch(path, every)

    def articles() -> Iterator[Article]:
        for one in stream(some, number):
            if time.monotonic() > last:
                return
            waiting.append(one)
            yield one.article

    def code(asked: Iterator[Article]) -> Iterator[Coded]:
        for n, article in enumerate(asked):
            watch.look(n)
            while (one := waiting.popleft()).article.id != article.id:
                pass  # it was in the store already
            yield one

    with open_store(str(path), create=True) as store:
        try:
            ingest(store, run(f"replay-{time.time_ns()}"), articles(), code, report=report)
        finally:
            watch.mark(report.added)
            watch.summary()
        say(f"{report.added:,} articles, {report.events:,} events, {store.count_incidents():,} incidents")
    return watch


def known(corpora: Path, number: int, cache: Path | None) -> list[Coded]:
    """So many articles of the shared ones, coded now or in an earlier run."""
    if cache and cache.exists():
        found: list[Coded] = pickle.loads(cache.read_bytes())
        return found[:number]
    articles = (Article(r["id"], r["text"], r["title"], r["published"][:10], r["publisher"])
                for r in drawn(corpora, number) if r["published"])  # fmt: skip
    coded = list(Corpora(corpora).code(articles))
    if cache:
        cache.write_bytes(pickle.dumps(coded))
    return coded


def main() -> int:
    """Print how it goes, and how it went."""
    parser = argparse.ArgumentParser(prog="bench.replay", description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--sample", type=int, default=1500, help="articles that are told again and again")
    parser.add_argument("--cut", type=int, help="characters after which articles end (default: they stay whole)")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop after so many")
    parser.add_argument("--every", type=int, default=1000, help="articles from one line to the next")
    parser.add_argument("--corpora", type=Path, default=Corpora.folder)
    parser.add_argument("--cache", type=Path, help="where coded articles are kept")
    parser.add_argument("--db", type=Path, help="the file of the store, which is kept (default: one that is not)")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # told to stop, it writes what it has and how it went
    some = known(options.corpora, options.sample, options.cache)
    if options.cut is not None:
        some = [cut(one, options.cut) for one in some]
    gc.collect()
    gc.freeze()  # what is told again is the bench's own: no part of what a run has to look through
    say(f"{len(some):,} articles with {sum(len(c.events) for c in some):,} events")
    with tempfile.TemporaryDirectory() as name:
        path = options.db or Path(name) / "replay.sqlite"
        replay(path, some, options.articles, options.seconds, options.every)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
