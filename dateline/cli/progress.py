"""Progress on long work: a live line on a terminal, a plain line now and then elsewhere, nothing on short work."""

from __future__ import annotations

import sys
import time
from types import TracebackType

EVERY = {True: 0.2, False: 30.0}
"""Seconds between signs of life, on a terminal and elsewhere."""


class Progress:
    """Counts steps and shows them on standard error."""

    def __init__(self, what: str, *, show: bool) -> None:
        self._what = what
        self._live = sys.stderr.isatty()
        self._show = show
        self._done = 0
        self._started = self._shown = time.monotonic()
        self._drawn = False

    def __enter__(self) -> Progress:
        return self

    def step(self) -> None:
        """One more article is done."""
        self._done += 1
        now = time.monotonic()
        if self._show and now - self._shown >= EVERY[self._live] and now - self._started > 1:
            self._shown = now
            self._draw(now)

    def _draw(self, now: float) -> None:
        rate = self._done / (now - self._started)
        line = f"{self._what}: {self._done:,} articles, {rate:.1f} a second"
        sys.stderr.write(f"\r{line}\x1b[K" if self._live else line + "\n")
        sys.stderr.flush()
        self._drawn = True

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live and self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
