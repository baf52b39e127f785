from __future__ import annotations

from dataclasses import replace

from dateline.records import parse
from dateline.records.lines import event_line, statement_line
from tests.make import coded, event, full_event, statement

ARTICLE = coded().article


def test_an_event_comes_back_from_its_line() -> None:
    for one in (full_event(), event(), replace(full_event(), cameo=None, hedge=None)):
        assert parse.event(event_line(ARTICLE, one)) == one


def test_a_statement_comes_back_from_its_line() -> None:
    for one in (statement(("e1",)), replace(statement(), source=None, cue=None)):
        assert parse.statement(statement_line(ARTICLE, one)) == one
