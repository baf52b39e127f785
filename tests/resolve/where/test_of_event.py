from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records.resolved import Place
from dateline.records.span import Span
from dateline.resolve.where import Gazetteer, places_of_event, tag_places

Tag = Callable[..., tuple[Place, ...]]


def _kept(places: Tag, text: str, *mentions: str) -> list[str]:
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in mentions]
    return [place.piece.text for place in places_of_event(text, spans, places(text, extra=spans))]


@pytest.mark.parametrize(
    ("mentions", "kept"), [(["BAMAKO", "Gao"], ["Gao"]), (["BAMAKO"], ["BAMAKO"]), (["Gao"], ["Gao"])]
)
def test_where_it_was_written_gives_way(places: Tag, mentions: list[str], kept: list[str]) -> None:
    text = "BAMAKO, Mali — Shells hit Gao on Monday."
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in mentions]
    found = places_of_event(text, spans, places(text, extra=spans), opening_place=Span(0, 12))
    assert [place.piece.text for place in found] == kept


@pytest.mark.parametrize(
    ("text", "mentions", "kept"),
    [
        ("Leaders met in Bamako, Mali's capital, on Monday.", ["Bamako", "capital"], ["Bamako"]),
        ("Shells hit Gao, Mali, on Monday.", ["Gao, Mali"], ["Gao"]),
        ("Shells hit Gao, Mali, on Monday.", ["Gao", "Mali"], ["Gao"]),
        ("Shells hit Gao in northern Mali.", ["Gao", "Mali"], ["Gao"]),
        ("Shells hit Mali's northern town of Gao.", ["Mali", "Gao"], ["Gao"]),
        ("Shells hit Wabaria, Mali, on Monday.", ["Wabaria, Mali"], ["Mali"]),
        ("Shells hit villages in northern Mali.", ["villages", "Mali"], ["northern Mali"]),
        ("Shells hit rebel areas around Gao.", ["areas", "Gao"], ["around Gao"]),
        ("Shells hit Gao and its Highway.", ["Gao", "Highway"], ["Gao"]),
        ("Rebels seized the ship Paris off Mali.", ["Paris", "Mali"], ["Mali"]),
        ("Protests were held in Mali, Syria and Georgia.", ["Mali", "Syria", "Georgia"], ["Mali", "Syria", "Georgia"]),
        ("Shells hit Gao and Bamako.", ["Gao", "Bamako"], ["Gao", "Bamako"]),
        ("Shells hit Gao after talks in Bamako, Mali.", ["Gao", "Bamako", "Mali"], ["Gao", "Bamako"]),
        ("A shell hit the clinic in Gao.", ["clinic", "Gao"], ["Gao"]),
        ("A shell hit the clinic.", ["clinic"], []),
        ("Shells hit Gao, a river town in Mali.", ["Gao", "Mali"], ["Gao"]),
        ("Shells hit Gao, the capital of northern Mali.", ["Gao", "Mali"], ["Gao"]),
        ("Mali said the south of the country was calm.", ["south of the country"], ["south of the country"]),
    ],
)
def test_each_place_once_and_not_what_it_lies_in(places: Tag, text: str, mentions: list[str], kept: list[str]) -> None:
    assert _kept(places, text, *mentions) == kept


def test_a_place_that_no_list_knows_stays_and_so_does_nothing_twice(places: Tag) -> None:
    text = "Shells hit the village of Wabaria, Mali, and the market of Wabaria, Mali."
    assert _kept(places, text, "Wabaria", "Mali") == ["Wabaria"]


@given(st.text(alphabet="Gao, Mali's in Paris\n", max_size=60), st.data())
def test_any_text(tiny: Gazetteer, text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    spans = [Span(*sorted((a, b))) for a, b in data.draw(st.lists(st.tuples(ends, ends), max_size=3)) if a != b]
    tagged = tag_places(text, tiny, extra=spans)
    kept = places_of_event(text, spans, tagged)
    assert {place.country for place in kept} <= {place.country for place in tagged}
    assert all(place.piece.span.of(text) == place.piece.text for place in kept)
    assert all(any(place.piece.span.overlaps(span) for span in spans) for place in kept)
