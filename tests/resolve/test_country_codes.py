from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.resolve.countries import by_iso3, countries
from dateline.resolve.country_codes import BODIES, countries_named, country_code


def test_every_code_and_name_of_the_list_is_known() -> None:
    for country in countries():
        assert country_code(country.iso3.lower()) == country.iso3
        assert country_code(country.name.upper()) == country.iso3


@pytest.mark.parametrize(("words", "code"), [("ML", "MLI"), (" the  Gambia", "GMB"), ("UK", "GBR"), ("Tchad", "TCD")])
def test_other_ways_to_write_it(words: str, code: str) -> None:
    assert country_code(words) == code


def test_bodies_are_codes_where_they_may_be() -> None:
    assert [country_code(body.lower(), bodies=True) for body in BODIES] == list(BODIES)
    with pytest.raises(InputError):
        country_code("IGO")


@pytest.mark.parametrize(
    ("words", "near"), [("CHD", "Chad (TCD)"), ("Nigera", "Nigeria (NGA)"), ("Untied States", "USA")]
)
def test_the_nearest_are_told(words: str, near: str) -> None:
    with pytest.raises(InputError, match="is no country") as caught:
        country_code(words)
    assert near in str(caught.value)


@given(st.text(max_size=20))
def test_any_text_is_a_country_or_refused(words: str) -> None:
    try:
        assert country_code(words) in by_iso3()
    except InputError as error:
        assert "is no country" in str(error)


def test_a_part_of_the_world_stands_for_its_countries() -> None:
    assert countries_named("Mali") == ("MLI",) and {"MLI", "TCD"} < set(countries_named("sahel"))
    with pytest.raises(InputError, match="nearest are West Africa"):
        countries_named("West Afrika")
