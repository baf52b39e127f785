"""Values of a record as the table writes them."""

from __future__ import annotations

import pytest

from dateline.exporters.table import place
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
