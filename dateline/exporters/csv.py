"""A flat table for spreadsheets, pandas and R: one row an event, lists joined by "; "."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from dateline.records.coded import Coded
from dateline.records.flat import COLUMNS

__all__ = ["COLUMNS", "safe", "write"]


def write(coded: Iterable[Coded], out: TextIO) -> None:
    """A header and one row an event; statements are in JSON lines only."""
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow([name for name, _ in COLUMNS])
    for one in coded:
        for event in one.events:
            rows.writerow([safe(get(one.article, event)) for _, get in COLUMNS])


def safe(value: object) -> object:
    """A cell that a spreadsheet shows as text: no formula from an article is ever run (OWASP, CSV injection)."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return "" if value is None else value
