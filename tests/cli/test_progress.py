from __future__ import annotations

import io
import sys

import pytest

from dateline.cli import progress
from dateline.cli.progress import Progress, told


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_number_and_what_is_left_are_told_where_they_are_known() -> None:
    assert told("coding", 1500, None, 100) == "coding: 1,500 articles, 15.0 a second"
    half = told("coding", 500, 1000, 100)
    assert half == "coding: [##########..........] 500 of 1,000 articles, 5.0 a second, 1:40 left"
    assert told("linking", 64, 10, 1).startswith("linking: [####################] 10 of 10 articles")


def test_a_bar_is_drawn_on_long_work_and_wiped_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 100, 2))
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(sys, "stderr", screen := Terminal())
    with Progress("tagging", show=True, total=4) as shown:
        shown.step()
        shown.step(2)
    drawn = screen.getvalue().split("\r")
    assert "1 of 4" in drawn[1] and "3 of 4" in drawn[2] and drawn[3] == "\x1b[K"


def test_a_line_that_stays_stands_above_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 100, 2))
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(sys, "stderr", screen := Terminal())
    with Progress("coding", show=True, total=4) as shown:
        shown.say("skipped a: empty")
        shown.step()
        shown.say("skipped b: empty")
    with Progress("coding", show=False) as shown:
        shown.say("skipped c: empty")
    first, drawn, second, end = screen.getvalue().split("\r")
    assert first == "skipped a: empty\n" and "1 of 4" in drawn
    assert (second, end) == ("\x1b[Kskipped b: empty\n", "\x1b[K")


def test_short_or_quiet_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", screen := Terminal())
    for show in (True, False):
        with Progress("tagging", show=show, total=4) as shown:
            shown.step()
    assert screen.getvalue() == ""
