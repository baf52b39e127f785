"""The coder of the server: one process of its own, started when it is first needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from threading import Lock
from typing import Any, TypeVar

from dateline import runs
from dateline.adding import Told
from dateline.errors import ArticleError, StopError
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.event import Event
from dateline.records.run import Run
from dateline.web import child

AHEAD = 2
"""Articles that wait for the process, so that it never waits for the next."""
T = TypeVar("T")
BROKEN = "the coding process ended at once (out of memory, or a part is missing: dateline doctor); try again"


class Coder:
    """Codes and explains articles in a process of its own. Threads may share it."""

    def __init__(self, options: dict[str, Any] | None = None) -> None:
        self._options = options
        self._pool: ProcessPoolExecutor | None = None
        self._lock = Lock()

    def run(self) -> Run:
        """A new run of this coder."""
        return runs.new(self._set())

    def code(self, articles: Iterable[Article]) -> Iterator[Coded | ArticleError]:
        """Each article coded, or why not, in order."""
        waiting: list[Future[Coded | ArticleError]] = []
        for article in articles:
            waiting.append(self._submit(child.code, article))
            if len(waiting) > AHEAD:
                yield self._result(waiting.pop(0))
        for future in waiting:
            yield self._result(future)

    def event(self, article: Article, told: Told, others: Sequence[Event]) -> Event:
        """An event by the words that a person names (see `adding.event`); the first call takes seconds."""
        return self._result(self._submit(child.event, article, told, others))

    def explain(self, article: Article, event: str, trigger: tuple[int, int]) -> dict[str, Any] | None:
        """Why an event is coded as it is (see `child.explain`); the first call takes seconds."""
        return self._result(self._submit(child.explain, article, event, trigger))

    def renew(self) -> None:
        """Load the parts anew at the next call: the user's lists changed."""
        self.close()

    def close(self) -> None:
        """End the process."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=False)

    def _set(self) -> dict[str, Any]:
        return self._options if self._options is not None else runs.options()

    def _submit(self, task: Callable[..., T], *arguments: Any) -> Future[T]:
        with self._lock:
            if self._pool is None:
                context = get_context("spawn")
                self._pool = ProcessPoolExecutor(
                    1, mp_context=context, initializer=child.start, initargs=(self._set(),)
                )
            try:
                return self._pool.submit(task, *arguments)
            except BrokenProcessPool as error:
                self._pool = None
                raise StopError(BROKEN) from error

    def _result(self, future: Future[T]) -> T:
        try:
            return future.result()
        except BrokenProcessPool as error:
            self.close()
            raise StopError(BROKEN) from error
