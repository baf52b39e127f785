"""Progress on long work: a live line on a terminal, a plain line now and then elsewhere, nothing on short work."""

from __future__ import annotations

import sys
import time
from types import TracebackType

EVERY = {True: 0.2, False: 30.0}
"""Seconds between signs of life, on a terminal and elsewhere."""
WIDTH = 20
"""Characters of the bar."""


class Progress:
    """Counts steps and shows them on standard error; where `total` is known, as a bar with the time that is left."""

    def __init__(self, what: str, *, show: bool, total: int | None = None) -> None:
        self._what = what
        self._live = sys.stderr.isatty()
        self._show = show
        self._total = total
        self._done = 0
        self._started = self._shown = time.monotonic()
        self._drawn = False

    def __enter__(self) -> Progress:
        return self

    def step(self, number: int = 1) -> None:
        """One more article is done, or several."""
        self._done += number
        now = time.monotonic()
        if self._show and now - self._shown >= EVERY[self._live] and now - self._started > 1:
            self._shown = now
            self._draw(now)

    def say(self, line: str) -> None:
        """A line that stays, above the live one."""
        if self._show:
            sys.stderr.write(("\r\x1b[K" if self._live and self._drawn else "") + line + "\n")
            sys.stderr.flush()

    def _draw(self, now: float) -> None:
        line = told(self._what, self._done, self._total, now - self._started)
        sys.stderr.write(f"\r{line}\x1b[K" if self._live else line + "\n")
        sys.stderr.flush()
        self._drawn = True

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live and self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def told(what: str, done: int, total: int | None, seconds: float) -> str:
    """How far the work is, on one line."""
    rate = done / seconds
    if not total:
        return f"{what}: {done:,} articles, {rate:.1f} a second"
    done = min(done, total)
    full = WIDTH * done // total
    minutes, rest = divmod(round((total - done) / rate), 60)
    bar = f"[{'#' * full}{'.' * (WIDTH - full)}]"
    return f"{what}: {bar} {done:,} of {total:,} articles, {rate:.1f} a second, {minutes}:{rest:02} left"
