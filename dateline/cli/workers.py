"""Articles coded side by side, in order, by a few processes that each hold the model once."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import get_context
from typing import Any

from dateline.errors import ArticleError, StopError
from dateline.records.article import Article
from dateline.records.coded import Coded

FEW = 24
"""Up to this many articles one process is quicker than starting several."""
CHUNK = 8
YOUNG = 20_000
"""New objects at which Python looks for garbage: about those that sixty articles leave in what is remembered."""

_parts: Any = None


def code_all(articles: Iterable[Article], *, workers: int, options: dict[str, Any]) -> Iterator[Coded | ArticleError]:
    """Each article coded, or why not, in the order given; `options` are those of `pipeline.load`.

    Memory stays flat: no more than a few chunks of articles are under way at once.
    """
    stream = iter(articles)
    first = list(islice(stream, FEW + 1))
    if not first:
        return  # no model is needed to say why nothing was read
    if workers < 2 or len(first) <= FEW:
        _start(options)
        yield from _code(chain(first, stream))
        return
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start, initargs=(options,))
    with pool:
        yield from _ordered(pool, chain(first, stream), workers * 3)


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """What starts meanwhile does not hear Ctrl-C, which all of a terminal get: this process ends them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def available() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _ordered(pool: ProcessPoolExecutor, stream: Iterator[Article], ahead: int) -> Iterator[Coded | ArticleError]:
    waiting: deque[Future[list[Coded | ArticleError]]] = deque()
    try:
        while True:
            while len(waiting) < ahead and (chunk := list(islice(stream, CHUNK))):
                with _deaf_to_ctrl_c():  # a process may start with any task
                    waiting.append(pool.submit(_code_chunk, chunk))
            if not waiting:
                return
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise StopError("a coding process ended at once (out of memory?): try --workers 1") from error
    finally:
        for future in waiting:
            future.cancel()


def _start(options: dict[str, Any]) -> None:
    """Load the parts once a process, without looking for garbage among them: there is none."""
    global _parts
    gc.disable()
    try:
        from dateline import pipeline

        _parts = pipeline.load(**options)
    finally:
        gc.enable()
    settle()


def settle() -> None:
    """Look for garbage less often, and never among what is loaded: that stays, and coding leaves no cycles."""
    gc.freeze()
    gc.set_threshold(YOUNG)


def _code_chunk(articles: list[Article]) -> list[Coded | ArticleError]:
    return list(_code(articles))


def _code(articles: Iterable[Article]) -> Iterator[Coded | ArticleError]:
    from dateline import pipeline

    return pipeline.code_articles(articles, _parts)
