"""A program that is killed within a transaction, at a point that is chosen."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

from dateline.store.engine import WRITES

COMMIT, STATEMENT = "commit", "before_cursor_execute"
"""Points of transactions that write: where one is about to end, where a statement of one is about to run."""


def killed_at(number: int, point: str, work: Callable[[], object]) -> bool:
    """Whether `work`, in a process of its own, was killed at its so many-th point; else it came to its end."""
    program = multiprocessing.get_context("fork").Process(target=_run, args=(number, point, work))
    program.start()
    program.join()
    assert program.exitcode in (0, -signal.SIGKILL), program.exitcode
    return program.exitcode != 0


def killed_until_done(point: str, work: Callable[[], object], *, step: int = 1) -> int:
    """Kill `work`, begin it again and kill it `step` points later, until it is done; how often it was killed."""
    kills = 0
    while killed_at(1 + kills * step, point, work):
        kills += 1
    return kills


def _run(number: int, point: str, work: Callable[[], object]) -> None:
    seen = 0

    def reached(connection: sa.Connection, *rest: Any) -> None:
        nonlocal seen
        if connection.get_execution_options().get(WRITES):
            seen += 1
            if seen == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sa.event.listen(sa.Engine, point, reached)
    work()
