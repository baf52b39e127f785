"""Parts of countries and the country around a town."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records.resolved import Place
from dateline.records.span import Piece, Span
from dateline.resolve.where.part import part_of


def _place(text: str, name: str, precision: str) -> Place:
    start = text.index(name)
    piece = Piece.cut(text, Span(start, start + len(name)))
    return Place(piece, name, "MLI", None if precision == "country" else "Gao", 17.0, -1.0, 7, precision, "told")


@pytest.mark.parametrize(
    ("text", "name", "precision", "piece", "told", "given"),
    [
        ("in eastern Mali", "Mali", "country", "eastern Mali", "eastern Mali", "region"),
        ("in north-east Mali", "Mali", "country", "north-east Mali", "northeastern Mali", "region"),
        ("in north west Mali", "Mali", "country", "north west Mali", "northwestern Mali", "region"),
        ("in the south east of Mali", "Mali", "country", "the south east of Mali", "southeastern Mali", "region"),
        (
            "in north eastern rural Gao",
            "Gao",
            "settlement",
            "north eastern rural Gao",
            "northeastern rural Gao",
            "region",
        ),
        ("in central north Mali", "Mali", "country", "central north Mali", "central northern Mali", "region"),
        ("in the north of Mali", "Mali", "country", "the north of Mali", "northern Mali", "region"),
        ("in rural Gao", "Gao", "settlement", "rural Gao", "rural Gao", "region"),
        ("in northern rural Gao", "Gao", "settlement", "northern rural Gao", "northern rural Gao", "region"),
        ("in Gao's countryside", "Gao", "settlement", "Gao's countryside", "rural Gao", "region"),
        ("in the countryside of Gao", "Gao", "settlement", "countryside of Gao", "rural Gao", "region"),
        ("in rural Ber", "Ber", "settlement", "rural Ber", "rural Ber", "district"),
        ("in eastern Gao", "Gao", "settlement", "eastern Gao", "Gao", "settlement"),
        ("in southern Gao", "Gao", "region", "southern Gao", "Gao", "region"),
        ("in Mali", "Mali", "country", "Mali", "Mali", "country"),
        ("north of Mali", "Mali", "country", "Mali", "Mali", "country"),
        ("a western Gao", "Gao", "exact", "Gao", "Gao", "exact"),
    ],
)
def test_the_words_beside_a_name_tell_its_part(
    text: str, name: str, precision: str, piece: str, told: str, given: str
) -> None:
    part = part_of(text, _place(text, name, precision))
    assert (part.piece.text, part.name, part.precision) == (piece, told, given)
    assert (part.lat is None) == (precision == "country" and given == "region")


@given(st.text(alphabet="north easruliMtyd-' ", max_size=30), st.text(alphabet=" 'scountryide", max_size=20))
def test_any_words_around(before: str, after: str) -> None:
    text = f"{before}Gao{after}"
    piece = Piece.cut(text, Span(len(before), len(before) + 3))
    part = part_of(text, Place(piece, "Gao", "MLI", "Gao", 16.0, 0.0, 7, "settlement", "told"))
    assert part.piece.span.of(text) == part.piece.text and part.piece.span.holds(piece.span)
