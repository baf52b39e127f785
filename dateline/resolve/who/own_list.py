"""A list of actors that somebody made: a CSV file with columns in any order, read into rows of the actor list."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Mapping
from pathlib import Path

from dateline.codebooks.own import in_use
from dateline.errors import InputError
from dateline.resolve.country_codes import country_code

COLUMNS = ("id", "name", "aliases", "country", "sectors", "kind", "from", "until", "note")
NEEDED = ("name", "country", "sectors")
KIND = "own"
"""The kind of an actor of which none is told."""


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
    known = sectors()
    return [_row(f"{path}: line {table.line_num}", row, known) for row in table if any(map(row.get, NEEDED))]


def _row(place: str, given: Mapping[str, str], known: Collection[str]) -> list[str]:
    row = {name: (given.get(name) or "").strip() for name in COLUMNS}
    if not row["name"]:
        raise InputError(f"{place} has no name")
    try:
        row["country"] = row["country"] and country_code(row["country"], bodies=True)
        row["sectors"] = "|".join(sector_codes(row["sectors"], known))
    except InputError as error:
        raise InputError(f"{place}: {error}") from error
    return list((row | {"id": row["id"] or key_of(row["name"]), "kind": row["kind"] or KIND}).values())


def sectors() -> Collection[str]:
    """The codes of the sectors of the codebook in use."""
    return in_use().sectors


def sector_codes(words: str, known: Collection[str] = ()) -> list[str]:
    """The sectors named, in any case, with `|`, `+`, `;`, a comma or a space between; InputError for what is none.

    `known` are the codes that there are; else the codebook tells.
    """
    known = known or sectors()
    found = [code for code in re.split(r"[\s|+;,]+", words.upper()) if code]
    wrong = [code for code in found if code not in known]
    if wrong or not found:
        raise InputError(f"no sector {', '.join(wrong) or ''!r}: one of {', '.join(known)}")
    return found


def key_of(name: str) -> str:
    """What stands for a name: its letters and digits, in any writing, with "-" between."""
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-")
