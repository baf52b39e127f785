"""Whether memory stays flat: `python -m bench.replay --articles 100000` brings so many articles in, with linking.

Articles are coded once (`--cache FILE` keeps what came of them) and told again in other words: every turn has a
cipher that puts other letters of the same kind for names and longer words and other digits for numbers, shifts all
days and moves all places, so that passages of one story still tell it and those of other turns do not. Spans stay what
they are. One article in seven comes a second time from another paper, cut at its end. The coded records take the path
of `dateline ingest`: ids, copies, links, incidents, one transaction for 64 articles.
"""

from __future__ import annotations

import argparse
import pickle
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.articles import drawn
from bench.memory import memory, peak
from bench.store import run
from dateline.merging import open_store
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.event import Event
from dateline.records.span import Piece
from dateline.store.ingest import Report, ingest
from eval.corpora import Corpora

WORD = re.compile(r"[A-Z][A-Za-z]+|[a-z]{5,}|[0-9]+")
KINDS = ("aeiou", "bcdfghjklmnpqrstvwxyz", "123456789")
TURN = 9
"""Days between one turn and the next."""


class Teller:
    """Tells coded articles again, the so many-th time in the words of that turn."""

    def __init__(self, turn: int) -> None:
        self.turn = turn
        chance, letters = random.Random(turn), {}
        for kind in KINDS:
            other = "".join(chance.sample(kind, len(kind)))
            letters |= dict(zip(kind, other, strict=True)) | dict(zip(kind.upper(), other.upper(), strict=True))
        self._letters = str.maketrans(letters) if turn else {}
        self._moved = (chance.uniform(-4, 4), chance.uniform(-8, 8)) if turn else (0.0, 0.0)

    def told(self, one: Coded) -> Coded:
        """The article with its events and statements; the first time as it was."""
        article, text = one.article, self._words(one.article.text)
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
        return WORD.sub(lambda m: m[0].translate(self._letters), text)

    def _id(self, id_: str) -> str:
        return f"{id_}+{self.turn}"

    def _day(self, day: date | None) -> date | None:
        return day and day + timedelta(days=TURN * self.turn if day.year < 9000 else 0)


def copied(one: Coded) -> Coded:
    """The article as another paper prints it: cut after most of its text, with what stands there."""
    article = one.article
    end = len(article.text) * 4 // 5
    new = replace(article, id=f"{article.id}+copy", text=article.text[:end], publisher="The Other Paper")

    def id_(old: str) -> str:
        return f"{old}+copy"

    kept = [e for e in one.events if e.evidence.span.end <= end]
    events = tuple(replace(e, id=id_(e.id), story_event=id_(e.story_event)) for e in kept)
    said = [s for s in one.statements if s.content.span.end <= end]
    statements = tuple(replace(s, id=id_(s.id), events=tuple(map(id_, s.events))) for s in said)
    return Coded(new, events, statements)


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


def replay(path: Path, some: Sequence[Coded], number: int, seconds: float, every: int) -> list[tuple[int, float]]:
    """Bring articles in until there are so many or the time is up; own memory in MB after so many articles."""
    waiting: dict[str, Coded] = {}
    curve: list[tuple[int, float]] = []
    report, last = Report(), time.monotonic() + seconds
    used = time.process_time()

    def articles() -> Iterator[Article]:
        for one in stream(some, number):
            if time.monotonic() > last:
                return
            waiting[one.article.id] = one
            yield one.article

    def code(asked: Iterator[Article]) -> Iterator[Coded]:
        for n, article in enumerate(asked):
            if n % every == 0:
                curve.append((n, memory()))
                spent = 1000 * (time.process_time() - used) / max(n, 1)
                sys.stdout.write(f"{n:,} articles, {curve[-1][1]:.0f} MB, {spent:.1f} ms of CPU an article\n")
                sys.stdout.flush()
            yield waiting.pop(article.id)

    with open_store(str(path), create=True) as store:
        ingest(store, run("replay"), articles(), code, report=report)
        curve.append((report.added, memory()))
        sys.stdout.write(
            f"{report.added:,} articles, {report.events:,} events, {store.count_incidents():,} incidents; "
            f"{curve[-1][1]:.0f} MB, at most {peak():.0f} MB with all that is mapped; "
            f"{1000 * (time.process_time() - used) / max(report.added, 1):.1f} ms of CPU an article\n"
        )
    return curve


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
    """Print the curve."""
    parser = argparse.ArgumentParser(prog="bench.replay", description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--sample", type=int, default=1500, help="articles that are told again and again")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop after so many")
    parser.add_argument("--every", type=int, default=500, help="articles from one look at the memory to the next")
    parser.add_argument("--corpora", type=Path, default=Corpora.folder)
    parser.add_argument("--cache", type=Path, help="where coded articles are kept")
    options = parser.parse_args()
    some = known(options.corpora, options.sample, options.cache)
    sys.stdout.write(f"{len(some):,} articles with {sum(len(c.events) for c in some):,} events\n")
    with tempfile.TemporaryDirectory() as name:
        replay(Path(name) / "replay.sqlite", some, options.articles, options.seconds, options.every)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
