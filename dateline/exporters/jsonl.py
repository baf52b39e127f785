"""JSON lines: the event record whole, as docs/reference/records.md defines it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from dateline.records.coded import Coded
from dateline.records.lines import dumps, event_line, statement_line


def write(coded: Iterable[Coded], out: TextIO) -> None:
    """One line an event, then one line a statement, article by article."""
    for one in coded:
        for event in one.events:
            out.write(dumps(event_line(one.article, event)) + "\n")
        for statement in one.statements:
            out.write(dumps(statement_line(one.article, statement)) + "\n")
