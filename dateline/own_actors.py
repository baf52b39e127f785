"""The user's own list of actors: a CSV file that is looked at before the shipped one."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from dateline import settings
from dateline.codebooks.codebook import Codebook
from dateline.errors import InputError
from dateline.resolve.country_codes import country_code
from dateline.resolve.who.actor_list import COLUMNS, ActorList

KIND = "own"
"""The kind of an actor of which none is told."""
NEEDED = ("name", "country", "sectors")


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
    if not append([[key or _key(name), name, "|".join(aliases), country, "|".join(sectors), kind, since, until, note]]):
        raise InputError(f"{name} is in your list already as {country}:{'+'.join(sectors)}")
    return key or _key(name)


def sector_codes(words: str) -> list[str]:
    """The sectors named, in any case, with `|`, `+`, `;`, a comma or a space between; InputError for what is none."""
    book = Codebook.load()
    found = [code for code in re.split(r"[\s|+;,]+", words.upper()) if code]
    wrong = [code for code in found if code not in book.sectors]
    if wrong or not found:
        raise InputError(f"no sector {', '.join(wrong) or ''!r}: one of {', '.join(book.sectors)}")
    return found


def read(path: Path) -> list[list[str]]:
    """The actors of a CSV file as rows of a list, with its columns in any order.

    A file has at least `name`, `country` (a code or a name) and `sectors`; without an id it is made of the name.
    Raises InputError where the file cannot be read, or a row says what nothing is, with its line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8: save it as UTF-8 (in Excel: CSV UTF-8)") from error
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from error
    first = text.partition("\n")[0]
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), restval="")
    table.fieldnames = names = [name.strip().casefold() for name in table.fieldnames or ()]
    if missing := [name for name in NEEDED if name not in names]:
        others = ", ".join(name for name in COLUMNS if name not in NEEDED)
        raise InputError(
            f"{path}: no column {', '.join(missing)} (the first line is {first.strip()!r}); an actor list is CSV "
            f"with the columns {', '.join(NEEDED)}, and where they are known {others}"
        )
    return [_row(f"{path}: line {table.line_num}", row) for row in table if any(map(row.get, NEEDED))]


def _row(place: str, given: Mapping[str, str]) -> list[str]:
    row = {name: (given.get(name) or "").strip() for name in COLUMNS}
    if not row["name"]:
        raise InputError(f"{place} has no name")
    try:
        row["country"] = row["country"] and country_code(row["country"], bodies=True)
        row["sectors"] = "|".join(sector_codes(row["sectors"]))
    except InputError as error:
        raise InputError(f"{place}: {error}") from error
    return list((row | {"id": row["id"] or _key(row["name"]), "kind": row["kind"] or KIND}).values())


def _key(name: str) -> str:
    """What stands for a name: its letters and digits, in any writing, with "-" between."""
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-")


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
