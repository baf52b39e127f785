import string

from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve.where.packed import (
    KINDS,
    Place,
    names_beginning,
    numbers_of,
    opened_names,
    opened_places,
    pack_names,
    pack_places,
    place_at,
    populations,
)

LETTERS = string.ascii_lowercase + " éжش加"
NUMBERS = st.integers(0, 2**32 - 1)
DEGREES = st.none() | st.integers(-18_000_000, 18_000_000).map(lambda n: n / 100_000)
UNITS = st.none() | st.integers(1, 2**32 - 1)
PLACES = st.tuples(
    NUMBERS,
    st.text(LETTERS),
    st.sampled_from(KINDS),
    st.text(string.ascii_uppercase, min_size=2, max_size=2),
    UNITS,
    UNITS,
    DEGREES,
    DEGREES,
    st.none() | st.integers(0, 20_000).map(float),
    NUMBERS,
    NUMBERS,
)
NAMES = st.dictionaries(st.text(LETTERS, min_size=1), st.lists(NUMBERS, min_size=1, max_size=5), min_size=1)


@given(st.lists(PLACES, min_size=1, max_size=20))
def test_places_come_out_as_they_went_in(places: list[Place]) -> None:
    block = pack_places(places)
    data = opened_places(block)
    assert [place_at(data, index, len(places)) for index in range(len(places))] == places
    assert populations(block, range(len(places)), len(places)) == [place[9] for place in places]


@given(NAMES, st.text(LETTERS, min_size=1))
def test_names_come_out_with_their_numbers(names: dict[str, list[int]], other: str) -> None:
    block = pack_names(sorted(names.items()))
    for name in {*names, other}:
        assert numbers_of(opened_names(block), name) == tuple(names.get(name, ()))
    assert names_beginning(block, other) == [tuple(names[n]) for n in sorted(names) if n.startswith(other)]
