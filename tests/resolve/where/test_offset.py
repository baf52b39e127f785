import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records.resolved import Place
from dateline.records.span import Piece, Span
from dateline.resolve.where.offset import destination, moved


def _place(text: str, name: str = "Gao", precision: str = "settlement") -> Place:
    span = Span(text.index(name), text.index(name) + len(name))
    return Place(Piece.cut(text, span), name, "MLI", "Gao", 16.27, -0.04, 101, precision, "gazetteer, only match")


@pytest.mark.parametrize(
    ("text", "words", "lat", "lon"),
    [
        ("about 30 km north of Gao", "30 km north of Gao", 16.54, -0.04),
        ("some 50 miles (80 km) south-east of Gao", "50 miles (80 km) south-east of Gao", 15.76, 0.49),
        (
            "twenty kilometres to the west of the town of Gao",
            "twenty kilometres to the west of the town of Gao",
            16.27,
            -0.23,
        ),
        ("a camp 1,5 km east of Gao", "1,5 km east of Gao", 16.27, -0.03),
        ("10 km from Gao", "10 km from Gao", 16.27, -0.04),
        ("near Gao", "near Gao", 16.27, -0.04),
        ("on the outskirts of Gao", "on the outskirts of Gao", 16.27, -0.04),
        ("just north of Gao", "just north of Gao", 16.27, -0.04),
    ],
)
def test_points_reckoned_from_a_town(text: str, words: str, lat: float, lon: float) -> None:
    place = moved(text, _place(text))
    assert place.piece.text == words
    assert text[place.piece.span.start : place.piece.span.end] == words
    assert place.precision == "district"
    assert place.lat == pytest.approx(lat, abs=0.03)
    assert place.lon == pytest.approx(lon, abs=0.03)


@pytest.mark.parametrize("text", ["in Gao", "3,000 miles from Gao", "north of Mali. Gao", "the 30 km race. Gao"])
def test_words_that_reckon_nothing(text: str) -> None:
    assert moved(text, _place(text)) == _place(text)


def test_nothing_is_reckoned_from_a_region_or_country() -> None:
    text = "30 km north of Gao"
    for precision in ("region", "country"):
        assert moved(text, _place(text, precision=precision)).lat == 16.27


@given(st.floats(-90, 90), st.floats(-180, 180), st.integers(0, 359), st.floats(0, 500))
def test_a_destination_is_on_the_map(lat: float, lon: float, bearing: int, distance: float) -> None:
    new_lat, new_lon = destination(lat, lon, bearing, distance)
    assert -90 <= new_lat <= 90
    assert -180 <= new_lon <= 180
