"""Reading back what Dateline wrote: its records as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.errors import InputError


def parsed(lines: Iterable[str], *, name: str, by: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The records of lines, each with the number of its line; InputError names the line that is none.

    `name` is what the file is called, `by` the command that writes such a file.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, _record(line, f"{name}:{number}", by)


def _record(line: str, where: str, by: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise InputError(f"{where} is no JSON ({error}): `{by}` writes such a file") from error
    if not isinstance(record, dict):
        raise InputError(f"{where} is no JSON object: `{by}` writes such a file")
    return record
