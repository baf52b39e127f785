"""The stream of the long run: it goes on as long as it is asked to, and tells how it went."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.replay import Teller, copied, replay, stream
from dateline.store import open_store
from tests.store.making import article, code

SOME = list(code(map(article, range(5))))


def test_articles_are_told_again_under_other_ids_in_other_words() -> None:
    sent = list(stream(SOME, 20))
    assert len({one.article.id for one in sent}) == len({one.article.text for one in sent}) == 20
    first, again = SOME[0], Teller(1).told(SOME[0])
    assert len(again.article.text) == len(first.article.text) and again.article.text != first.article.text
    assert len(again.events) == len(first.events)
    for one in sent:
        text = one.article.text
        assert all(text[e.evidence.span.start : e.evidence.span.end] == e.evidence.text for e in one.events)


def test_a_copy_is_cut_at_its_end() -> None:
    one = copied(SOME[0])
    assert SOME[0].article.text.startswith(one.article.text)
    assert len(one.article.text) < len(SOME[0].article.text)


def test_a_run_is_looked_at_all_along_and_can_be_gone_on_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "replay.sqlite"
    watch = replay(path, SOME, 12, seconds=60, every=4)
    assert [mark.articles for mark in watch.marks] == [0, 4, 8, 12]
    assert all(mark.disk > 0 for mark in watch.marks[1:])
    assert "12 articles in " in capsys.readouterr().out
    assert replay(path, SOME, 15, seconds=60, every=4).marks[-1].articles == 3
    with open_store(str(path)) as store:
        assert len(list(store.articles())) == 15


def test_a_run_ends_when_its_time_is_up(tmp_path: Path) -> None:
    assert replay(tmp_path / "replay.sqlite", SOME, 12, seconds=0, every=4).marks[-1].articles == 0
