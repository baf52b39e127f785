"""Reports on their way into the store: read, coded and written by one thread, one job after the other."""

from __future__ import annotations

import json
import logging
import secrets
import shutil
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from queue import Queue

from dateline.errors import ArticleError, DatelineError
from dateline.readers import read_paths
from dateline.readers.published import Order, option
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.heading import LONGEST, opening
from dateline.store import Store
from dateline.store.desk import Who
from dateline.store.engine import now
from dateline.store.ingest import Report, ingest
from dateline.web.coder import Coder

LOG = logging.getLogger("dateline.web")
BATCH = 8
"""Articles in one transaction: few, so that reviewers never wait long."""
NAMED = 200
"""Articles and skipped ones that a job names."""
HEAD = 5 * LONGEST
"""Characters of their texts that are kept, to call those without a title by their first words."""
KEPT = 100
"""Jobs that are remembered."""
WAITING = 20
"""Jobs that may wait."""
PASTED = "pasted text"


class Stopped(Exception):
    """Somebody stopped the job."""


@dataclass(slots=True)
class Job:
    """A job and how far it has come; `names` are those of the files as the user knows them."""

    id: str
    what: str
    who: Who
    articles: Callable[[Job], Iterable[Article]]
    total: int | None = None
    folder: Path | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    state: str = "waiting"
    done: int = 0
    added: list[Coded] = field(default_factory=list)
    report: Report = field(default_factory=Report)
    notes: list[str] = field(default_factory=list)
    error: str | None = None
    started: datetime | None = None
    finished: datetime | None = None
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def is_over(self) -> bool:
        """Whether nothing more happens."""
        return self.state in ("done", "failed", "stopped")

    def shown_name(self, source: str) -> str:
        """The name of a file as the user knows it."""
        for path, name in self.names.items():
            if source.startswith(path):
                return name + source[len(path) :]
        return source


class Jobs:
    """All jobs of a server. Threads may share it."""

    def __init__(self, store: Store, coder: Coder, *, on_written: Callable[[], None] = lambda: None) -> None:
        self._store, self._coder, self._on_written = store, coder, on_written
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._queue: Queue[Job | None] = Queue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def add(self, job: Job) -> bool:
        """Let a job be done; False where too many are waiting."""
        with self._lock:
            if sum(not j.is_over for j in self._jobs.values()) >= WAITING:
                return False
            self._jobs[job.id] = job
            over = [j.id for j in self._jobs.values() if j.is_over]
            for id_ in over[: max(0, len(self._jobs) - KEPT)]:
                del self._jobs[id_]
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, daemon=True, name="jobs")
                self._thread.start()
        self._queue.put(job)
        return True

    def all(self) -> list[Job]:
        """The jobs, latest first."""
        with self._lock:
            return list(reversed(self._jobs.values()))

    def get(self, id_: str) -> Job | None:
        """A job by its id."""
        with self._lock:
            return self._jobs.get(id_)

    def close(self) -> None:
        """Stop what is under way, and wait for it."""
        for job in self.all():
            job.stop.set()
        self._queue.put(None)
        if self._thread is not None:
            self._thread.join(timeout=30)

    def _work(self) -> None:
        while (job := self._queue.get()) is not None:
            self._do(job)

    def _do(self, job: Job) -> None:
        """Code the reports of a job and write them; what goes wrong is told in the job, never raised."""
        job.started, outcome = now(), "failed"
        try:
            if job.stop.is_set():
                raise Stopped
            job.state = "coding"
            ingest(
                self._store, self._coder.run(), self._articles(job), lambda some: self._code(job, some),
                report=job.report, on_step=lambda: self._step(job), size=BATCH,
            )  # fmt: skip
            outcome = "done"
        except Stopped:
            outcome = "stopped"
        except DatelineError as error:
            job.error = str(error)
        except Exception:
            LOG.exception("job %s failed", job.id)
            job.error = "a fault of Dateline: the server's log says more"
        finally:
            if job.folder is not None:
                shutil.rmtree(job.folder, ignore_errors=True)
            job.finished = now()
            self._on_written()
            job.state = outcome  # last: whoever sees it sees all of it

    def _articles(self, job: Job) -> Iterator[Article]:
        for article in job.articles(job):
            if job.stop.is_set():
                raise Stopped
            yield replace(article, source=job.shown_name(article.source)) if article.source else article

    def _code(self, job: Job, articles: Iterator[Article]) -> Iterator[Coded | ArticleError]:
        for one in self._coder.code(articles):
            if job.stop.is_set():
                raise Stopped
            if isinstance(one, Coded) and len(job.added) < NAMED:
                job.added.append(replace(one, article=replace(one.article, text=one.article.text[:HEAD])))
            yield one

    def _step(self, job: Job) -> None:
        job.done += 1
        if job.done % BATCH == 0:
            self._on_written()


def text_job(record: Mapping[str, str | None], who: Who) -> Job:
    """A job that adds one text, given as a line of JSON lines."""
    place = folder()
    path = place / "text.jsonl"
    path.write_text(json.dumps({k: v for k, v in record.items() if v is not None}) + "\n", encoding="utf-8")
    named = f"{PASTED} “{opening(record.get('text') or '').replace('/', ' ')}”"  # two texts on one day are told apart
    job = paths_job([str(path)], PASTED, who, folder=place, names={f"{path}:1": named, str(path): PASTED})
    job.total = 1
    return job


@dataclass(frozen=True, slots=True)
class Given:
    """What holds for reports that do not tell it: their day or that in their file's name, their publisher.

    `order` says what comes first in 03/04/2014, `fields` what the fields of tables and JSON are called.
    """

    published: str | None = None
    order: Order | None = None
    by_name: bool = False
    publisher: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)


NOTHING = Given()


def paths_job(
    paths: list[str],
    what: str,
    who: Who,
    *,
    given: Given = NOTHING,
    folder: Path | None = None,
    names: Mapping[str, str] | None = None,
) -> Job:
    """A job that adds what files hold; `folder` is theirs and is removed at the end."""
    option(given.published)  # InputError where it is no date
    id_ = secrets.token_hex(6)
    return Job(id_, what, who, lambda job: _read(job, paths, given), folder=folder, names=names or {})


def folder() -> Path:
    """A new folder for files that are uploaded."""
    return Path(tempfile.mkdtemp(prefix="dateline-"))


def _read(job: Job, paths: list[str], given: Given) -> Iterator[Article]:
    def skip(error: ArticleError) -> None:
        job.report.skipped.append(ArticleError(job.shown_name(error.source), error.reason))

    yield from read_paths(
        paths, published=given.published, on_skip=skip, on_note=lambda note: job.notes.append(job.shown_name(note)),
        dates=given.order, by_name=given.by_name, publisher=given.publisher, fields=given.fields,
    )  # fmt: skip
