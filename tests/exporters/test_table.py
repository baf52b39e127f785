"""Values of a record as the table writes them."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from rich.text import Text

from dateline.exporters.table import hung, place
from dateline.records.resolved import Place
from dateline.records.span import Piece, Span

WORDS = Piece("Wabaria", Span(0, 7))


@pytest.mark.parametrize(
    ("where", "told"),
    [
        (Place(WORDS, "Gao", "MLI", "Gao", 16.27, -0.04, 7, "settlement", ""), "Gao, MLI (settlement 16.27, -0.04)"),
        (Place(WORDS, "Mali", "MLI", None, 17.0, -4.0, 7, "country", ""), "Mali, MLI (country 17.00, -4.00)"),
        (
            Place(WORDS, None, "MLI", None, None, None, None, "country", ""),
            "Wabaria, MLI (not located, only its country)",
        ),
        (
            Place(WORDS, None, "MLI", "Gao", 16.27, -0.04, None, "settlement", ""),
            "Wabaria, Gao, MLI (not located itself, settlement 16.27, -0.04)",
        ),
        (Place(WORDS, None, None, None, None, None, None, None, ""), "Wabaria (not found)"),
    ],
)
def test_a_place_that_no_list_knows_is_told_as_such(where: Place, told: str) -> None:
    assert place(where) == told


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        (
            "    who      Gunmen [TCD:REB] → traders [TCD:CVL]; guards [TCD:MIL]",
            ["    who      Gunmen [TCD:REB] → traders", "             [TCD:CVL]; guards [TCD:MIL]"],
        ),
        ("    “The gunmen fled over the lake after dark.”", ["    “The gunmen fled over the lake after", "    dark.”"]),
        ("  ASSAULT  “shot”", ["  ASSAULT  “shot”"]),
    ],
)
def test_on_a_terminal_what_is_too_long_goes_on_below_its_value(line: str, rows: list[str]) -> None:
    terminal = Console(file=io.StringIO(), width=40, force_terminal=True)
    assert [row.plain.rstrip() for row in hung(Text(line), terminal)] == rows
    assert list(hung(Text(line), Console(file=io.StringIO(), width=40, soft_wrap=True))) == [Text(line)]
