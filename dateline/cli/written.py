"""Reading back what Dateline wrote: its records as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.errors import InputError


def records(path: Path, *, by: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The records of a file, each with the number of its line; InputError names the line that is none.

    `by` is the command that writes such a file.
    """
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, _record(line, f"{path}:{number}", by)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read {path}: {getattr(error, 'strerror', None) or error}") from error


def _record(line: str, where: str, by: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise InputError(f"{where} is no JSON ({error}): `{by}` writes such a file") from error
    if not isinstance(record, dict):
        raise InputError(f"{where} is no JSON object: `{by}` writes such a file")
    return record
