from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from dateline.errors import ArticleError
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.store import Store, open_store
from dateline.store.ingest import Report, ingest
from tests.store.conftest import NewStore
from tests.store.making import article, code, code_one, contents, run

KILLS = {"sqlite": 8, "postgresql": 4}
"""`bench/store.py` kills 50 times."""


def bring(store: Store, count: int, *, id: str = "r1", size: int = 7) -> Report:
    report = Report()
    ingest(store, run(id), (article(n) for n in range(count)), code, report=report, size=size)
    return report


def test_a_run_says_what_it_did(store: Store) -> None:
    report = bring(store, 20)
    assert (report.added, report.known, report.events) == (20, 0, store.count())
    assert store.runs()[0].finished is not None
    again = bring(store, 25, id="r2")
    assert (again.added, again.known) == (5, 20)


def test_an_article_that_fails_does_not_stop_the_others(store: Store) -> None:
    def failing(articles: Iterator[Article]) -> Iterator[Coded | ArticleError]:
        for one in articles:
            yield ArticleError("a1", "no words") if one.id == "a1" else code_one(one)

    report = Report()
    ingest(store, run(), (article(n) for n in range(3)), failing, report=report)
    assert report.added == 2
    assert [str(e) for e in report.skipped] == ["a1: no words"]
    assert bring(store, 3, id="r2").added == 1


def test_a_skipped_article_is_not_held_by_its_error() -> None:
    report = Report()
    try:
        raise ArticleError("a1", "no words") from ValueError("a long text")
    except ArticleError as error:
        report.skip(error)
    (kept,) = report.skipped
    assert str(kept) == "a1: no words"
    assert (kept.__traceback__, kept.__cause__, kept.__context__) == (None, None, None)


def test_what_was_coded_is_written_when_a_person_stops_the_run(store: Store) -> None:
    def stopped(articles: Iterator[Article]) -> Iterator[Coded]:
        yield code_one(next(articles))
        raise KeyboardInterrupt

    report = Report()
    with pytest.raises(KeyboardInterrupt):
        ingest(store, run(), (article(n) for n in range(3)), stopped, report=report)
    assert report.added == 1 and len(list(store.articles())) == 1


@contextmanager
def waiting(url: str, count: int, id: str) -> Iterator[subprocess.Popen[str]]:
    """A program that brings articles into the store as soon as it is told to."""
    command = [sys.executable, "-m", "tests.store.ingesting", url, str(count), id]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        yield program


def until_through(program: subprocess.Popen[str], count: int) -> None:
    """Wait until the program is through with so many articles, its own or written by another, or has ended."""
    assert program.stdout is not None
    for _ in range(count):
        if not program.stdout.readline():
            return


def test_killed_at_any_point_nothing_is_lost_or_doubled(kind: str, new_url: NewStore) -> None:
    url, count, chance, at_work = new_url(), 400, random.Random(11), 0
    with open_store(url, create=True):
        pass
    for kill in range(0, KILLS[kind], 2):
        with waiting(url, count, f"r{kill}") as one, waiting(url, count, f"r{kill + 1}") as two:
            for program in (one, two):
                assert program.stdin is not None and program.stdout is not None
                assert program.stdout.readline() == "ready\n"
            for program in (one, two):
                program.stdin.write("go\n")
                program.stdin.flush()
            for program in (one, two):
                until_through(program, chance.randrange(25))
                time.sleep(chance.uniform(0, 0.01))
                at_work += program.poll() is None
                program.send_signal(signal.SIGKILL)
    with open_store(url) as store, open_store(new_url(), create=True) as undisturbed:
        bring(store, count, id="last")
        bring(undisturbed, count)
        assert at_work > 0
        assert contents(store) == contents(undisturbed)


def test_two_runs_at_once_write_each_article_once(url: str) -> None:
    with open_store(url, create=True) as one, open_store(url) as two, ThreadPoolExecutor(3) as pool:
        work = [pool.submit(bring, store, 60, id=f"r{i}", size=3) for i, store in enumerate((one, two))]
        read = pool.submit(lambda: [one.count() for _ in range(30)])
        reports = [w.result() for w in work]
        assert sum(r.added for r in reports) == 60
        assert sorted(read.result()) == read.result()
        with open_store(url) as alone:
            assert len(list(alone.articles())) == 60
            assert alone.count() == sum(r.events for r in reports)
