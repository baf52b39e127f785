"""Questions that people keep in a store, and up to where each was told: nothing is told twice, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from dateline.errors import InputError, MissingError
from dateline.records.query import Filter, filter_line, filter_of
from dateline.records.watch import Fresh, News, Watch
from dateline.store import news, people
from dateline.store.engine import now, reading, writing
from dateline.store.filters import holding
from dateline.store.known import Known
from dateline.store.tables import watch_runs, watches

LONGEST = 100
"""Characters of a name."""
NOT_KEPT = ("as_of", "run", "recorded_since")
"""What cannot be asked of what is new: it is about now, and about when things changed."""


class Watches:
    """The questions of a store. Every method is one transaction; threads may share it."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def add(self, name: str, asked: Filter, *, by: str) -> Watch:
        """Keep a question: from now on, what is new for it is told. InputError where the name is taken or no name."""
        if not name.strip() or len(name) > LONGEST or not name.isprintable():
            raise InputError(f"{name!r} is no name: 1 to {LONGEST} characters on one line")
        self._check(asked)
        with writing(self._engine) as connection:
            if _live(connection, name) is not None:
                raise InputError(f"there is a watch {name!r} already: remove it first, or give another name")
            return _keep(connection, name, filter_line(asked), by, news.latest(connection))

    def look(self, asked: Filter, since: datetime) -> list[News]:
        """What is new since a moment for a question that nobody keeps."""
        self._check(asked)
        with reading(self._engine) as connection:
            return news.news(connection, "", asked, news.looked(connection, news.latest(connection, since)))

    def _check(self, asked: Filter) -> None:
        for field in NOT_KEPT:
            if getattr(asked, field) is not None:
                raise InputError(f"what is new cannot be asked by {field.replace('_', ' ')}")
        Known(self._engine).count_incidents(asked, most=1)  # whatever cannot be asked is refused now

    def all(self) -> list[Watch]:
        """The questions that are kept, by name."""
        with reading(self._engine) as connection:
            return sorted(_read(connection, holding(watches)), key=lambda w: (w.name, w.id))

    def by_id(self, id: str) -> Watch:
        """A question by its id, also one that was removed; MissingError where there never was one."""
        with reading(self._engine) as connection:
            found = next(_read(connection, watches.c.id == id), None)
        if found is None:
            raise _missing(id)
        return found

    def get(self, name: str) -> Watch:
        """A question by its name; MissingError where there is none."""
        with reading(self._engine) as connection:
            return _found(connection, name)

    def news(self, name: str, *, since: datetime | None = None) -> Fresh:
        """What is new for a question since it was told last, or since a moment. Nothing counts as told by that."""
        with reading(self._engine) as connection:
            watch = _found(connection, name)
            after = watch.seen if since is None else news.latest(connection, since)
            look = news.looked(connection, after)
            return Fresh(watch, since or watch.told, look.upto, news.news(connection, watch.name, watch.asked, look))

    def seen(self, fresh: Fresh, *, by: str) -> Watch:
        """What is new was told; the next time begins behind it. MissingError where the question was removed."""
        return self.mark(fresh.watch.name, fresh.upto, len(fresh.news), by=by)

    def mark(self, name: str, upto: int, number: int, *, by: str) -> Watch:
        """So many news were told, up to an entry of the history (`Fresh.upto`), but never back."""
        with writing(self._engine) as connection:
            watch = _found(connection, name)
            upto = max(min(upto, news.latest(connection)), watch.seen)
            if number:
                _mark(connection, watch.id, upto, number, by)
            else:
                last = sa.select(sa.func.max(watch_runs.c.key)).where(*_of(watch.id)).scalar_subquery()
                looked = watch_runs.update().where(watch_runs.c.key == last)
                connection.execute(looked.values(upto=upto, looked=now()))
            return _found(connection, watch.name)

    def remove(self, name: str, *, by: str, reason: str = "") -> Watch:
        """A question is asked no more; it stays on record, and `undo` brings it back."""
        with writing(self._engine) as connection:
            watch = _found(connection, name)
            _withdraw(connection, watches, watches.c.id == watch.id, by, reason)
            return watch

    def undo(self, name: str, *, by: str, reason: str = "") -> Watch:
        """Take back what was last done to a question: that it was told (it is told again), or that it was removed.

        Raises MissingError where there never was such a question, InputError where nothing was told of it.
        """
        with writing(self._engine) as connection:
            if (watch := _live(connection, name)) is None:
                return _restored(connection, name, by)
            runs = _runs(watch.id).order_by(watch_runs.c.key.desc()).limit(2)
            keys = [row.key for row in connection.execute(runs)]
            if len(keys) < 2:
                raise InputError(f"nothing was told of {name!r} yet")
            _withdraw(connection, watch_runs, watch_runs.c.key == keys[0], by, reason)
            return _found(connection, name)


def _restored(connection: sa.Connection, name: str, by: str) -> Watch:
    gone = list(_read(connection, watches.c.name == name))
    if not gone:
        raise _missing(name)
    last = gone[-1]
    return _keep(connection, name, filter_line(last.asked), by, last.seen, told=last.told)


def _keep(
    connection: sa.Connection, name: str, asked: dict[str, Any], by: str, upto: int, *, told: datetime | None = None
) -> Watch:
    at = now()
    id_ = people.new_id("w", name, by, at)
    connection.execute(watches.insert().values(id=id_, name=name, asked=asked, by=by, at=at))
    _mark(connection, id_, upto, 0, by, looked=told)
    return _found(connection, name)


def _mark(
    connection: sa.Connection, watch: str, upto: int, number: int, by: str, *, looked: datetime | None = None
) -> None:
    key, at = (connection.scalar(sa.select(sa.func.max(watch_runs.c.key))) or 0) + 1, now()
    row = {"key": key, "watch": watch, "upto": upto, "news": number, "by": by, "at": at, "looked": looked or at}
    connection.execute(watch_runs.insert().values(row))


def _withdraw(connection: sa.Connection, table: sa.Table, where: sa.ColumnElement[bool], by: str, reason: str) -> None:
    gone = {"withdrawn_by": by, "withdrawn_at": now(), "withdrawn_reason": reason}
    connection.execute(table.update().where(where).values(gone))


def _of(watch: str) -> tuple[sa.ColumnElement[bool], ...]:
    return watch_runs.c.watch == watch, holding(watch_runs)


def _runs(watch: str) -> sa.Select[Any]:
    return sa.select(watch_runs).where(*_of(watch))


def _read(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> Iterator[Watch]:
    for row in connection.execute(sa.select(watches).where(*where).order_by(watches.c.at, watches.c.id)).all():
        last = connection.execute(_runs(row.id).order_by(watch_runs.c.key.desc()).limit(1)).one()
        yield Watch(row.id, row.name, filter_of(row.asked), row.by, row.at, last.upto, last.looked)


def _live(connection: sa.Connection, name: str) -> Watch | None:
    return next(_read(connection, watches.c.name == name, holding(watches)), None)


def _found(connection: sa.Connection, name: str) -> Watch:
    if (watch := _live(connection, name)) is None:
        raise _missing(name)
    return watch


def _missing(name: str) -> MissingError:
    return MissingError(f"there is no watch {name!r}: `dateline watch` lists them")
