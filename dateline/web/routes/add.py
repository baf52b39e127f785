"""Reports into the store: pasted, uploaded, or the samples; and the jobs that code them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, UploadFile
from pydantic import StringConstraints
from starlette.responses import Response

from dateline.errors import InputError, MissingError
from dateline.readers.published import Order, in_name
from dateline.readers.record import checked, named
from dateline.records.heading import opening
from dateline.records.stored_lines import article_item, moment
from dateline.store.desk import Who
from dateline.web import jobs, openings, samples
from dateline.web.answers import Json, JsonAnswer
from dateline.web.faults import Refused
from dateline.web.jobs import NAMED
from dateline.web.models import jobs as models
from dateline.web.models.base import Items
from dateline.web.parts import REVIEWER, By, Held, Parts

router = APIRouter(tags=["adding"])
MOST_FILES = 1000
ENDING = re.compile(r"(\.[A-Za-z0-9]{1,10}){1,2}$")


@router.post("/add/text", response_model=models.Job, status_code=202, dependencies=[REVIEWER])
def add_text(parts: Held, who: By, given: models.TextRequest) -> Response:
    """Code a text that was pasted."""
    if given.url and not re.match(r"https?://", given.url):
        raise InputError("url: an address begins with http:// or https://")
    return _begun(parts, jobs.text_job(given.model_dump(), who), who)


@router.post("/add/files", response_model=models.Job, status_code=202, dependencies=[REVIEWER])
def add_files(
    parts: Held,
    who: By,
    files: list[UploadFile],
    published: Annotated[str | None, Form(max_length=40)] = None,
    dates: Annotated[Order | None, Form()] = None,
    by_name: Annotated[bool, Form()] = False,
    publisher: Annotated[str | None, Form(max_length=200)] = None,
    field: Annotated[list[Annotated[str, StringConstraints(max_length=200)]] | None, Form(max_length=7)] = None,
) -> Response:
    """Code files of every kind that `dateline code` reads.

    `published` is the date of reports that tell none, with `by_name` that in the name of their file comes first;
    `dates` says what comes first in 03/04/2014, `publisher` is that of reports that name none. Each
    `field` tells what a field is called in tables and JSON: `published=Datum`.
    """
    if len(files) > MOST_FILES:
        raise InputError(f"files: at most {MOST_FILES} at once")
    folder = jobs.folder()
    names: dict[str, str] = {}
    try:
        for number, file in enumerate(files):
            path = _kept(folder, number, file, dates)
            names[str(path)] = _shown_name(file.filename, number)
        what = next(iter(names.values())) if len(names) == 1 else f"{len(names)} files"
        given = jobs.Given(published or None, dates, by_name, publisher or None, checked(named(field or ())))
        job = jobs.paths_job(list(names), what, who, given=given, folder=folder, names=names)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return _begun(parts, job, who)


@router.post("/add/samples", response_model=models.Job, status_code=202, dependencies=[REVIEWER])
def add_samples(parts: Held, who: By) -> Response:
    """Code the sample reports."""
    folder = samples.folder()
    if folder is None:
        raise MissingError("the sample reports are not installed")
    files = sorted(str(f) for f in folder.iterdir() if f.is_file())
    names = {file: Path(file).name for file in files}
    return _begun(parts, jobs.paths_job(files, "sample reports", who, names=names), who)


@router.get("/jobs", response_model=Items[models.Job])
def all_jobs(parts: Held) -> Response:
    """The jobs since the server began, latest first."""
    return JsonAnswer({"items": [_job(parts, j) for j in parts.jobs.all()]})


@router.get("/jobs/{id}", response_model=models.Job)
def job(parts: Held, id: str) -> Response:
    """How far a job has come; ask again while it is not over."""
    return JsonAnswer(_job(parts, _found(parts, id)))


@router.delete("/jobs/{id}", response_model=models.Job, dependencies=[REVIEWER])
def stop(parts: Held, who: By, id: str) -> Response:
    """Stop a job; what it has written stays."""
    found = _found(parts, id)
    found.stop.set()
    parts.desk.log(who, "job stopped", id)
    return JsonAnswer(_job(parts, found))


def _begun(parts: Parts, one: jobs.Job, who: Who) -> Response:
    if not parts.jobs.add(one):
        if one.folder is not None:
            shutil.rmtree(one.folder, ignore_errors=True)
        raise Refused(429, "too_many", "many jobs are waiting already: wait for some of them")
    parts.desk.log(who, "reports added", one.id, {"what": one.what})
    return JsonAnswer(_job(parts, one), status_code=202)


def _found(parts: Parts, id_: str) -> jobs.Job:
    found = parts.jobs.get(id_)
    if found is None:
        raise MissingError(f"no job {id_!r} since the server began")
    return found


def _kept(folder: Path, number: int, file: UploadFile, order: Order | None) -> Path:
    """The file under a name of ours: of the given one, no more than its date and its ending is used."""
    ending = ENDING.search(file.filename or "")
    day = next(filter(None, in_name(file.filename or "", order)), None)
    path = folder / f"{number:04}{f'_{day}' if day else ''}{ending.group(0).lower() if ending else ''}"
    with path.open("wb") as out:
        shutil.copyfileobj(file.file, out, 1 << 20)
    return path


def _shown_name(name: str | None, number: int) -> str:
    clean = "".join(c for c in (name or "") if c.isprintable()).replace("\\", "/").rpartition("/")[2]
    return clean.encode("utf-8", "replace").decode("utf-8")[:200] or f"file {number + 1}"


def _job(parts: Parts, one: jobs.Job) -> Json:
    """A job as the pages are told of it."""
    report = one.report
    return {
        "id": one.id,
        "state": one.state,
        "what": one.what,
        "done": one.done,
        "total": one.total,
        "articles": [
            {
                "id": c.article.id,
                "title": c.article.title,
                "opening": None if c.article.title else opening(c.article.text) or None,
                "published": c.article.published,
                "events": len(c.events),
                "statements": len(c.statements),
            }
            for c in list(one.added)
        ],
        "here": _here(parts, list(report.here)),
        "added": report.added,
        "known": report.known,
        "events": report.events,
        "statements": report.statements,
        "skipped": [{"source": e.source, "reason": e.reason} for e in list(report.skipped)[:NAMED]],
        "notes": list(one.notes)[:NAMED],
        "error": one.error,
        "started": moment(one.started),
        "finished": moment(one.finished),
    }


def _here(parts: Parts, ids: list[str]) -> list[Json]:
    """Articles that the store had already."""
    items = [article_item(one) for one in parts.views.articles_by_id(ids)] if ids else []
    openings.add(parts, items)
    return [
        {name: one.get(name) for name in ("id", "title", "opening", "published", "events", "statements")}
        for one in items
    ]
