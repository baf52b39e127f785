"""The gazetteer that is built with the package."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline.resolve
from dateline.records.resolved import Place
from dateline.records.span import Span
from dateline.resolve.where import Gazetteer, tag_places

FILE = Path(dateline.resolve.__file__).parent / "data" / "gazetteer.sqlite"


@pytest.fixture(scope="module")
def shipped() -> Gazetteer:
    return Gazetteer.open()


def test_it_is_compact() -> None:
    assert FILE.stat().st_size <= 40_000_000


@pytest.mark.parametrize(
    ("name", "geonames_id"),
    [
        ("Gao", 2457163),
        ("Kidal", 2455290),
        ("Bamako", 2460596),
        ("Алеппо", 170063),
        ("Kiev", 703448),
        ("Deir ez-Zor", 170794),
        ("Mosul", 99072),
        ("Goma", 216281),
        ("Maiduguri", 2331447),
        ("北京", 1816670),
    ],
)
def test_settlements_in_their_spellings(shipped: Gazetteer, name: str, geonames_id: int) -> None:
    assert geonames_id in [candidate.entry.geonames_id for candidate in shipped.lookup(name)]


@pytest.mark.parametrize("name", ["Texas", "Rakhine", "Nineveh", "Tigray", "North Kivu", "Donetsk", "Helmand", "Borno"])
def test_first_order_units_have_points(shipped: Gazetteer, name: str) -> None:
    units = [c.entry for c in shipped.lookup(name) if c.entry.kind == "admin1"]
    assert units and all(unit.lat is not None and unit.precision == "region" for unit in units)


def _first(text: str, shipped: Gazetteer) -> Place:
    return tag_places(text, shipped)[0]


@pytest.mark.parametrize(
    ("text", "country", "lat", "lon"),
    [
        ("Rebels attacked Tinzaouaten, in Mali's far north.", "MLI", 19.96, 2.97),
        ("Islamist fighters entered Konna, the Malian army said.", "MLI", 14.94, -3.89),
        ("Shelling hit Kherson on Tuesday, Ukraine said.", "UKR", 46.64, 32.61),
        ("In Tripoli, Libya's prime minister spoke.", "LBY", 32.89, 13.19),
        ("In Tripoli, Lebanese soldiers opened fire; the army sent troops from Beirut.", "LBN", 34.44, 35.85),
        ("Police in Birmingham, Alabama, opened an inquiry.", "USA", 33.52, -86.80),
        ("Police in Birmingham, England, opened an inquiry.", "GBR", 52.48, -1.90),
        ("Masisi fell to M23 rebels in North Kivu.", "COD", -1.40, 28.81),
    ],
)
def test_news_of_the_world(shipped: Gazetteer, text: str, country: str, lat: float, lon: float) -> None:
    place = _first(text, shipped)
    assert place.country == country
    assert place.lat == pytest.approx(lat, abs=0.15)
    assert place.lon == pytest.approx(lon, abs=0.15)


@pytest.mark.parametrize(
    ("text", "name", "country", "precision"),
    [
        ("Rallies reached Sistan and Baluchestan province.", "Sistan and Baluchestan", "IRN", "region"),
        ("A drone struck the Zaporizhzhia nuclear plant.", "Zaporizhzhia nuclear power plant", "UKR", "exact"),
        ("Crowds met in San Antonio de los Banos.", "San Antonio de los Baños", "CUB", "settlement"),
        ("Gunmen burned farms in Plateau state, Nigeria.", "Plateau State", "NGA", "region"),
        ("Guards fired along the Venezuelan border.", "border of Venezuela", "VEN", "region"),
        ("Smugglers cross the Syrian-Turkish border.", "border of Syria and Turkey", None, "region"),
        ("Fighters left Kurdistan for Kirkuk, Iraq.", "Kurdistan Region", "IRQ", "region"),
    ],
)
def test_names_that_end_in_small_letters_and_borders_of_peoples(
    shipped: Gazetteer, text: str, name: str, country: str | None, precision: str
) -> None:
    found = {place.name: (place.country, place.precision) for place in tag_places(text, shipped)}
    assert found.get(name) == (country, precision)


def test_countries_joined_by_and_stay_two(shipped: Gazetteer) -> None:
    found = [place.name for place in tag_places("Soldiers died in Iraq and Syria.", shipped)]
    assert found == ["Iraq", "Syria"]


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("Israel took the West Bank and Gaza in that war.", "region"),
        ("Its withdrawal from Gaza was seen by all.", "region"),
        ("The jets struck Gaza on Monday.", "settlement"),
    ],
)
def test_gaza_is_its_city_or_the_territory(shipped: Gazetteer, text: str, precision: str) -> None:
    gaza = next(place for place in tag_places(text, shipped) if place.piece.text == "Gaza")
    assert (gaza.country, gaza.precision) == ("PSE", precision)


def test_a_short_name_in_capitals_is_a_town_where_its_country_follows(shipped: Gazetteer) -> None:
    def found(text: str) -> list[tuple[str, str | None]]:
        return [(place.piece.text, place.country) for place in tag_places(text, shipped)]

    assert found("BOL, Chad, March 11 (LWA) — Traders left.") == [("BOL", "TCD"), ("Chad", "TCD")]
    assert found("BOL, Kenya and others met on Monday.") == [("Kenya", "KEN")]
    assert found("The BOL of Chad met on Monday.") == [("Chad", "TCD")]
    assert found("BOL, a company, left on Monday.") == []


def test_where_states_meet_needs_no_country_beside_it(shipped: Gazetteer) -> None:
    def countries(text: str) -> set[str | None]:
        return {place.country for place in tag_places(text, shipped) if place.name == "Geneva"}

    senators = "WASHINGTON — Senators from Utah, Massachusetts and South Carolina spoke of Iran. "
    assert countries(senators + "The envoy was in Geneva, negotiating with the Iranians.") == {"CHE"}
    assert countries("Geneva, Ohio, beat Painesville. Fans from Ashtabula came to Geneva.") == {"USA"}


@pytest.mark.parametrize(
    ("text", "words", "country", "name"),
    [
        # A river is no town that has its name only among others; nor is a town so named one of another country.
        ("Turkey and Iran met on the Aras river.", "Aras", None, "Aras River"),
        ("France said Turkey dammed the Arazca River.", "Arazca", None, None),
        (
            "Mexico and the United States argued. In Concordia, miners were taken near Culiacan. Texas wept.",
            "Concordia",
            "MEX",
            "Concordia",
        ),
        ("Guards fled Angur Adda. Pakistan wept.", "Angur Adda", None, "Angur Adda"),
    ],
)
def test_names_that_towns_elsewhere_have_too(
    shipped: Gazetteer, text: str, words: str, country: str | None, name: str | None
) -> None:
    found = [p for p in tag_places(text, shipped) if p.piece.text.startswith(words)]
    assert [(p.country, p.name) for p in found] == ([(country, name)] if name else [])


@pytest.mark.parametrize("words", ["Hasakeh province", "the northern province of Hassakeh"])
def test_a_spelling_of_the_town_alone_is_good_for_the_unit_of_its_name(shipped: Gazetteer, words: str) -> None:
    (_, found) = tag_places(f"Syria said that rebels took a village in {words}.", shipped)
    assert (found.name, found.precision) == ("Hasakah", "region")


def test_a_large_town_elsewhere_that_has_a_name_only_among_others_is_a_stranger(shipped: Gazetteer) -> None:
    text = "Syria was bombed. Jets struck the town of al-Hara, and Homs and Hama, the army in Damascus said."
    assert {place.country for place in tag_places(text, shipped)} == {"SYR"}


def test_a_small_town_of_a_state_not_told_of_is_a_stranger_where_most_places_lie_in_another(shipped: Gazetteer) -> None:
    text = "Chad wept. Shells fell in Omdurman, Bahri, Nyala and El Geneina in Sudan, by a doctor in Nao."
    assert {place.country for place in tag_places(text, shipped)} == {"SDN", "TCD"}
    assert "IRN" in {place.country for place in tag_places(text + " Iran wept.", shipped)}


def test_a_village_that_is_told_to_be_in_another_region_is_not_its_namesake(shipped: Gazetteer) -> None:
    text = "Ukraine said shells fell on the village of Stara Mykolayivka in {} region."
    at = Span(text.index("Stara"), text.index(" in {}"))
    for region, precision in (("Donetsk", "region"), ("Rivne", "settlement")):
        told = tag_places(text.format(region), shipped, extra=[at])
        assert [p.precision for p in told if p.piece.span == at] == [precision]


@pytest.mark.parametrize(
    ("text", "words", "where"),
    [
        ("A tanker sank in the Red Sea. Sudan and Khartoum mourned.", "Red Sea", [("Red Sea", None)]),
        ("Clashes broke out in Red Sea state in Sudan.", "Red Sea", [("Red Sea", "SDN")]),
        ("Shots fell near the Al-Karim Hotel in Mecca.", "Al", [(None, "SAU")]),
        ("It fell on the southern French city of Nice.", "southern French city", [("France", "FRA")]),
        ("Guards died on the Iraq-Syria border.", "Iraq-Syria border", [("border of Iraq and Syria", None)]),
        ("Jets left Bagotville, Que., on Monday.", "Que.", [("Quebec", "CAN")]),
        ("In Germany, the chancellor spoke in Hanover.", "Hanover", [("Hannover", "DEU")]),
        ("Homes rose in Judea and Samaria.", "Judea", [("Judea and Samaria", "PSE")]),
    ],
)
def test_a_mention_proposed(
    shipped: Gazetteer, text: str, words: str, where: list[tuple[str | None, str | None]]
) -> None:
    at = Span(text.index(words), text.index(words) + len(words))
    found = [p for p in tag_places(text, shipped, extra=[at]) if p.piece.span.overlaps(at)]
    assert [(p.name, p.country) for p in found] == where
