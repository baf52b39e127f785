from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.records.span import Span
from dateline.resolve.where import Gazetteer, tag_places
from dateline.resolve.where.supplement import PRECISIONS

_PIECES = """Gao Paris Texas Mali Malian Georgia the The of in near north 30 km President Chad Smith said , . al- Bab US
us Washington Post Springfield Ill. capital border with U.S. D.C. d' St. Louis's — ( ) \u200f حلب 加奥 😀 İstanbul ß"""
_WORDS = st.sampled_from([*_PIECES.split(), "\n", "", "  "])
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=60).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(_TEXTS, st.lists(st.tuples(st.integers(0, 220), st.integers(0, 60)), max_size=4))
def test_whatever_the_text(tiny: Gazetteer, text: str, proposed: list[tuple[int, int]]) -> None:
    extra = [Span(min(start, len(text)), min(start + length, len(text))) for start, length in proposed]
    places = tag_places(text, tiny, extra=extra)
    assert places == tag_places(text, tiny, extra=extra)
    assert [place.piece.span for place in places] == sorted(place.piece.span for place in places)
    for place in places:
        assert text[place.piece.span.start : place.piece.span.end] == place.piece.text
        assert place.lat is None or (place.lon is not None and abs(place.lat) <= 90 and abs(place.lon) <= 180)
        assert place.precision is None or place.precision in PRECISIONS
        assert (place.precision is None) <= (place.lat is None)
        assert place.basis
    for span in extra:
        if any(mark.isalnum() for mark in span.of(text)):
            assert any(place.piece.span.overlaps(span) for place in places)


@settings(max_examples=100, deadline=None)
@given(_TEXTS)
def test_what_is_found_alone_is_not_lower_case(tiny: Gazetteer, text: str) -> None:
    for place in tag_places(text, tiny):
        assert place.piece.text != place.piece.text.lower()
