"""The user's own list of actors: a CSV file that is looked at before the shipped one."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Sequence
from pathlib import Path

from dateline import settings
from dateline.errors import InputError
from dateline.resolve.country_codes import country_code
from dateline.resolve.who.actor_list import ActorList
from dateline.resolve.who.own_list import COLUMNS, KIND, key_of, sector_codes


def add(
    name: str,
    country: str,
    sectors: Sequence[str],
    *,
    key: str | None = None,
    aliases: Sequence[str] = (),
    kind: str = KIND,
    since: str = "",
    until: str = "",
    note: str = "",
) -> str:
    """Add an actor, or one more role of it; its key in the list. `country` is a code or a name.

    Raises InputError where something has the wrong form, or the same stands in the list.
    """
    country, sectors = country_code(country, bodies=True), sector_codes("|".join(sectors))
    if not append(
        [[key or key_of(name), name, "|".join(aliases), country, "|".join(sectors), kind, since, until, note]]
    ):
        raise InputError(f"{name} is in your list already as {country}:{'+'.join(sectors)}")
    return key or key_of(name)


def append(rows: Sequence[Sequence[str]]) -> int:
    """Put the rows that are new at the end of the list, and say how many those are.

    The file is replaced whole, so a broken write loses nothing. Raises InputError where it cannot be written.
    """
    path = settings.own_actors()
    try:
        return _append(path, rows)
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}; DATELINE_HOME names another folder") from error


def _append(path: Path, rows: Sequence[Sequence[str]]) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    old = path.read_text(encoding="utf-8") if path.is_file() else ",".join(COLUMNS) + "\n"
    known = set(map(tuple, csv.reader(io.StringIO(old))))
    added = [row for row in dict.fromkeys(map(tuple, rows)) if row not in known]
    part = path.with_suffix(".part")
    new = io.StringIO()
    csv.writer(new, lineterminator="\n").writerows(added)
    part.write_text(old + new.getvalue(), encoding="utf-8")
    try:
        ActorList.load((part,))
    except InputError:
        part.unlink()
        raise
    os.replace(part, path)
    return len(added)
