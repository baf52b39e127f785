from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from dateline.cli.stopping import Terminated, exit_code, stoppable
from dateline.records.article import Article
from dateline.records.coded import Coded
from tests.cli.calling import call


def ended(*_: object, **__: object) -> None:
    """What a scheduler does to the process, or `kill`."""
    signal.raise_signal(signal.SIGTERM)


def coding(articles: Iterable[Article], **options: object) -> Iterator[Coded]:
    """A coder in the midst of whose work it comes."""
    ended()
    yield from ()


@pytest.fixture
def before() -> object:
    return signal.getsignal(signal.SIGTERM)


def test_a_request_to_end_is_an_interrupt_and_only_there(before: object) -> None:
    with pytest.raises(KeyboardInterrupt) as caught, stoppable():
        ended()
    assert isinstance(caught.value, Terminated) and signal.getsignal(signal.SIGTERM) == before
    assert (exit_code(caught.value), exit_code(KeyboardInterrupt())) == (143, 130)


def test_ingest_that_is_ended_says_what_is_written_and_that_it_goes_on(
    reports: Path, tmp_path: Path, coder: None, monkeypatch: pytest.MonkeyPatch, before: object
) -> None:
    db = ("--db", str(tmp_path / "news.sqlite"))
    with monkeypatch.context() as patched:
        patched.setattr("dateline.cli.workers.code_all", coding)
        done = call("ingest", str(reports), *db, code=143)
    assert "stopped: 0 articles written; the same command goes on from there" in done.stderr
    assert signal.getsignal(signal.SIGTERM) == before
    assert "9 articles added" in call("ingest", str(reports), *db).stderr


def test_relink_that_is_ended_says_what_goes_on(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.store.store.Store.catch_up", ended)
    assert "stopped: what is linked is kept" in call("relink", code=143).stderr


def test_code_that_is_ended_leaves_no_half_file(
    reports: Path, tmp_path: Path, coder: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.cli.workers.code_all", coding)
    out = tmp_path / "out.csv"
    assert "stopped after 0 articles" in call("code", str(reports), "--out", str(out), code=143).stderr
    assert not out.exists()
