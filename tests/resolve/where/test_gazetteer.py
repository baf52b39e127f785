from pathlib import Path

import pytest

from dateline.errors import DataError
from dateline.resolve.countries import countries, is_cased
from dateline.resolve.where import Gazetteer, country_of
from dateline.resolve.where.supplement import listed_places


def test_other_spellings_and_scripts_are_found(tiny: Gazetteer) -> None:
    for name in ("gao", "GAO", "Gawo", "Гао"):
        assert 101 in [c.entry.geonames_id for c in tiny.lookup(name)], name
    for name in ("Al-Hasakah", "al Hasaka", "Hasakah", "El-Hasakah"):
        assert 116 in [c.entry.geonames_id for c in tiny.lookup(name)], name
    assert 117 in [c.entry.geonames_id for c in tiny.lookup("St. Louis")]


def test_places_by_the_beginning_of_a_name(tiny: Gazetteer) -> None:
    found = [(e.name, e.country) for e in tiny.beginning("Timb", 5)]
    assert found == [("Timbuktu", "MLI")]
    assert "MLI" in {e.country for e in tiny.beginning("mal", 20)}
    assert tiny.beginning("Zzzz", 5) == ()
    assert len(tiny.beginning("ma", 3)) == 3
    assert tiny.beginning("m", 3) == tiny.beginning("--- '", 3) == ()


def test_codes_are_not_found(tiny: Gazetteer) -> None:
    assert tiny.lookup("GAQ") == ()
    assert tiny.lookup("jia ao") == ()
    assert tiny.lookup("") == ()


def test_a_listed_settlement_that_the_file_has_keeps_its_geonames_id(tiny: Gazetteer) -> None:
    found = [c.entry for c in tiny.lookup("Hassakeh")]
    assert [entry.geonames_id for entry in found] == [116]


def test_a_listed_unit_takes_the_place_of_the_estimated_one(tiny: Gazetteer) -> None:
    (texas,) = [c.entry for c in tiny.lookup("Texas")]
    assert (texas.lat, texas.lon, texas.geonames_id, texas.precision) == (31.25, -99.25, 13, "region")
    (paris,) = [c.entry for c in tiny.lookup("Paris") if c.entry.country == "USA"]
    assert paris.admin1 == "Texas"
    assert paris.unit1 == texas.key


def test_capitals_are_known_as_such(tiny: Gazetteer) -> None:
    washington = {c.entry.geonames_id: c.entry.seat for c in tiny.lookup("Washington")}
    assert washington[112]
    assert not washington[19]
    assert tiny.seat("MLI") is not None
    assert tiny.seat("XXX") is None


def test_tinzaouaten_in_its_spellings(tiny: Gazetteer) -> None:
    for name in ("Tinzaouaten", "Tin Zaouatine", "Tinzawaten", "Tinzaouatene", "Tin-Zaouatine"):
        (place,) = [c.entry for c in tiny.lookup(name)]
        assert (place.country, place.precision) == ("MLI", "settlement")
        assert abs((place.lat or 0) - 19.96) < 0.05


@pytest.mark.parametrize(
    ("word", "iso3"),
    [
        ("Mali", "MLI"),
        ("Malian", "MLI"),
        ("Malians", "MLI"),
        ("Burma", "MMR"),
        ("Ivory Coast", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("DRC", "COD"),
        ("Congo-Brazzaville", "COG"),
        ("Swaziland", "SWZ"),
        ("Türkiye", "TUR"),
        ("Holland", "NLD"),
        ("Dutch", "NLD"),
        ("America", "USA"),
        ("US", "USA"),
        ("U.S.", "USA"),
        ("us", None),
        ("uk", None),
        ("UAE", "ARE"),
        ("Scottish", "GBR"),
        ("Kosovar", "KOS"),
        ("Palestinians", "PSE"),
        ("the Vatican", "VAT"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("Bamako", "MLI"),
        ("Narnia", None),
        ("", None),
    ],
)
def test_countries_by_any_word(tiny: Gazetteer, word: str, iso3: str | None) -> None:
    assert country_of(word, tiny) == iso3


def test_the_table_of_countries_is_sound() -> None:
    table = countries()
    assert len(table) == 250
    assert len({country.iso3 for country in table}) == len({country.iso2 for country in table}) == 250
    names = [name for country in table for name in country.names]
    assert len(names) == len(set(names))
    assert all(abs(country.lat) <= 90 and abs(country.lon) <= 180 for country in table)
    assert is_cased("US") and not is_cased("America")


def test_the_supplement_is_sound() -> None:
    rows = listed_places()
    codes = {country.iso3 for country in countries()}
    assert len(rows) >= 600
    assert all(row.country is None or row.country in codes for row in rows)
    assert len({(row.name, row.country, row.kind) for row in rows}) == len(rows)


@pytest.mark.parametrize(
    "row", ["X,,MLI,,north,0,settlement,settlement", "X,,MLI,,1,2,planet,settlement", "X,,MLI,,99,0,area,region"]
)
def test_a_row_that_is_not_right_is_named(tmp_path: Path, row: str) -> None:
    path = tmp_path / "more.csv"
    path.write_text(f"name,alternates,country,admin1,lat,lon,kind,precision\n{row}\n", encoding="utf-8")
    with pytest.raises(DataError, match="line 2"):
        listed_places(path)


def test_more_places_can_be_laid_over(file: Path, tmp_path: Path) -> None:
    path = tmp_path / "more.csv"
    path.write_text(
        "name,alternates,country,admin1,lat,lon,kind,precision\n"
        "Invented Wells,Wells X,MLI,Kidal,19.5,1.5,settlement,settlement\n",
        encoding="utf-8",
    )
    (found,) = Gazetteer.open(file, more=path).lookup("wells x")
    assert (found.entry.name, found.entry.country, found.entry.source) == ("Invented Wells", "MLI", "supplement")


def test_what_is_remembered_is_bounded_and_forgetting_changes_no_answer(
    tiny: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["Gao", "Mali", "Kidal", "Paris", "Bamako", "Texas", "nowhere at all"]
    before = [tiny.lookup(name) for name in names]
    monkeypatch.setattr("dateline.resolve.where.gazetteer._KEPT", 2)
    tiny.lookup("a name not asked for before")
    for _ in range(2):
        assert [tiny.lookup(name) for name in names] == before
        assert len(tiny._found) <= 2
    assert tiny.country("MLI") is not None
