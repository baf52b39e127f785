"""Files that Dateline wrote, read back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.errors import InputError
from dateline.records.written import parsed


def records(path: Path, *, by: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The records of a file, each with the number of its line; InputError names the line that is none.

    `by` is the command that writes such a file.
    """
    try:
        with path.open(encoding="utf-8-sig") as file:
            yield from parsed(file, name=str(path), by=by)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read {path}: {getattr(error, 'strerror', None) or error}") from error
