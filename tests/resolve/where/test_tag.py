from collections.abc import Callable

import pytest

from dateline.records.article import Sentence
from dateline.records.resolved import Place
from dateline.records.span import Span

from .conftest import Show

Tag = Callable[..., tuple[Place, ...]]


def test_a_town_in_the_country_of_the_article(found: Show) -> None:
    assert found("Mali's army said on Monday that gunmen attacked Gao.") == [("Mali", "MLI"), ("Gao", "MLI Gao")]


@pytest.mark.parametrize(
    ("text", "word", "where"),
    [
        ("He lives in Paris, Texas.", "Paris", "USA Texas"),
        ("He lives in Paris.", "Paris", "FRA Île-de-France"),
        ("The mayor of Springfield, Ill., resigned.", "Springfield", "USA Illinois"),
        ("The mayor of Springfield, MA, resigned.", "Springfield", "USA Massachusetts"),
        ("Police in Atlanta said Georgia would vote, as would Savannah.", "Georgia", "USA Georgia"),
        ("Tbilisi said Georgia would vote.", "Georgia", "GEO"),
        ("Seattle is the largest city of Washington state.", "Washington", "USA Washington"),
        ("Officials flew to Washington on Friday.", "Washington", "USA District of Columbia"),
        ("Rebels shelled the Syrian city of Aleppo.", "Aleppo", "SYR Aleppo"),
    ],
)
def test_one_name_of_many_places(found: Show, text: str, word: str, where: str) -> None:
    assert dict(found(text))[word] == where


@pytest.mark.parametrize(
    "text",
    [
        "Chad Smith said he was happy.",
        "A blast at St George's old church killed many.",
        "President Jordan spoke. Jordan said it was over.",
        "Paris Hilton smiled at the crowd.",
        "The Washington Post reported the news.",
        "The Georgia Institute of Technology opened.",
        "He left the Bank of Mali in a hurry.",
        "Reading books is good for children.",
        "The ambassador of the assadist side spoke.",
        "They told us about it. Us they did not see.",
        "The Gao virus spread quickly.",
        "",
    ],
)
def test_what_is_no_place(found: Show, text: str) -> None:
    assert found(text) == []


def test_the_same_word_is_a_place_where_the_words_say_so(found: Show) -> None:
    assert found("Fans gathered in Reading on Sunday.") == [("Reading", "GBR")]


def test_countries_in_capitals_only(found: Show) -> None:
    assert found("The US and the UK agreed, it told us.") == [("US", "USA"), ("UK", "GBR")]


def test_unit_or_town_by_the_words(places: Tag) -> None:
    text = "Fighting spread in Aleppo. Aleppo Governorate is in Syria."
    town, unit, _ = places(text)
    assert (town.precision, town.geonames_id) == ("settlement", 111)
    assert (unit.precision, unit.geonames_id) == ("region", 17)


def test_a_country_is_no_point(places: Tag) -> None:
    (place,) = places("Talks were held in Mali.")
    assert place.precision == "country"


def test_a_distance_gives_a_computed_point(places: Tag) -> None:
    text = "Malian soldiers were ambushed 30 km north of Gao on Monday."
    (place,) = places(text)
    assert place.piece.text == "30 km north of Gao"
    assert (place.precision, place.geonames_id) == ("district", None)
    assert place.lat == pytest.approx(16.54, abs=0.02)
    assert place.lon == pytest.approx(-0.04, abs=0.01)
    assert place.basis.startswith("30 km north of Gao")


@pytest.mark.parametrize(
    ("text", "lat", "lon", "basis"),
    [
        ("Shells fell on Wabaria, about 30 km north of Gao.", 16.54, -0.04, "30 km north of Gao"),
        ("Shells fell on Wabaria (30 km north of Gao).", 16.54, -0.04, "30 km north of Gao"),
        (
            "Shells fell on Wabaria, a small town 30km (19 miles) to the east of Gao.",
            16.27,
            0.24,
            "30km (19 miles) to the east of",
        ),
        ("Shells fell on Wabaria, 30 km from Gao.", 16.27, -0.04, "30 km from Gao, direction not told"),
    ],
)
def test_an_unknown_place_is_where_the_words_reckon_it(
    places: Tag, text: str, lat: float, lon: float, basis: str
) -> None:
    place = _only(places, text, "Wabaria")
    assert place is not None and place.name is None and place.precision == "district"
    assert (place.lat, place.lon) == (pytest.approx(lat, abs=0.03), pytest.approx(lon, abs=0.03))
    assert place.basis.startswith(f"not in the gazetteer, {basis}")


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on Wabaria. Some 30 km north of Gao they fled.",
        "Shells fell on Wabaria, and rebels fled 30 km north of Gao.",
        "Shells fell on Wabaria, 3,000 km north of Gao.",
    ],
)
def test_other_distances_reckon_nothing_for_the_name_before(places: Tag, text: str) -> None:
    place = _only(places, text, "Wabaria")
    assert place is not None and place.lat is None


def test_the_town_is_not_the_one_that_another_is_reckoned_from(places: Tag) -> None:
    text = "Shells fell on Wabaria, 30 km north of Gao. Soldiers left the town."
    place = _only(places, text, "the town")
    assert place is not None and place.name is None and place.lat is None


def test_a_border_has_no_point(places: Tag) -> None:
    *_, border = places("Mali closed its border with Algeria.")
    assert (border.piece.text, border.precision, border.lat) == ("border with Algeria", "region", None)


def test_each_proposed_mention_yields_a_place(places: Tag) -> None:
    text = "Troops of the Malian army entered the village of Wabaria near Gao."
    given = [Span(text.index("Malian"), text.index(" army")), Span(text.index("the village"), text.index(" near"))]
    tagged = places(text, extra=given)
    assert all(any(place.piece.span.overlaps(span) for place in tagged) for span in given)
    malian = next(place for place in tagged if place.piece.text == "Malian")
    assert (malian.country, malian.precision) == ("MLI", "country")
    unknown = next(place for place in tagged if "Wabaria" in place.piece.text)
    assert (unknown.country, unknown.lat, unknown.precision) == ("MLI", 16.27, "district")
    assert "not in the gazetteer" in unknown.basis


@pytest.mark.parametrize(
    ("text", "words", "name", "precision"),
    [
        ("A bomb went off in the Malian capital.", "the Malian capital", "Bamako", "settlement"),
        ("Shells hit Gao. Then the city fell silent.", "the city", "Gao", "settlement"),
        ("Jets entered Malian airspace.", "Malian airspace", "Mali", "country"),
        ("Fighting flared in northern Syria. U.S. troops left the area at dawn.", "area", "Syria", "country"),
        ("Shells fell in Gao as Mali sent aid to the area.", "area", "Gao", "settlement"),
        ("Troops fought near Gao in Mali. The region is poor.", "region", "Mali", "country"),
        ("Troops massed on the Syrian border.", "the Syrian border", "border of Syria", "region"),
    ],
)
def test_places_told_by_a_noun(places: Tag, text: str, words: str, name: str, precision: str) -> None:
    span = Span(text.index(words), text.index(words) + len(words))
    place = next(place for place in places(text, extra=[span]) if place.piece.span == span)
    assert (place.name, place.precision) == (name, precision)


def test_parts_of_a_linked_name_are_no_places(found: Show, places: Tag) -> None:
    text = "A shell fell in Gao-e-Reading in Mali."
    assert [name for name, _ in found(text)] == ["Mali"]
    span = Span(text.index("Gao"), text.index(" in Mali"))
    place = next(place for place in places(text, extra=[span]) if place.piece.span == span)
    assert (place.name, place.country, place.precision) == (None, "MLI", "country")
    assert [name for name, _ in found("The Gao-to-Bamako road in Mali was cut.")] == ["Gao", "Bamako", "Mali"]


def test_a_body_of_states_is_no_place(places: Tag) -> None:
    text = "They met at a United Nations session in Bamako, Mali."
    span = Span(text.index("United"), text.index(" session"))
    place = next(place for place in places(text, extra=[span]) if place.piece.span == span)
    assert (place.country, place.precision, place.basis) == (None, None, "a body, no place")


def test_an_armed_group_is_no_place(places: Tag) -> None:
    text = "Troops seized ports from al-Shabaab near Bamako, Mali."
    span = Span(text.index("al-"), text.index(" near"))
    place = next(place for place in places(text, extra=[span]) if place.piece.span == span)
    assert (place.country, place.basis) == (None, "a body, no place")


def test_a_facility_is_in_the_town_named_with_it(places: Tag) -> None:
    text = "Gunmen stormed the Tumast Hospital in Gao, a Malian town."
    span = Span(text.index("the Tumast"), text.index(" in Gao"))
    place = next(place for place in places(text, extra=[span]) if place.piece.span == span)
    assert (place.name, place.lat, place.precision) == (None, 16.27, "settlement")
    assert "by the town named with it" in place.basis


def test_the_place_of_the_dateline_is_a_place(found: Show) -> None:
    text = "READING — Talks went on.\nNothing more was said."
    assert found(text, opening_place=Span(0, 7))[0] == ("READING", "GBR")


def test_the_home_of_the_publisher_speaks_for_its_places(found: Show) -> None:
    text = "The Springfield vote is close."
    assert found(text, publisher_country="USA") == [("Springfield", "USA Massachusetts")]


def test_sentences_may_be_given(found: Show) -> None:
    text = "It rained. Gao slept."
    assert found(text, sentences=[Sentence(0, 0, 10), Sentence(1, 11, 21)]) == found(text)


def test_supplement_places(places: Tag) -> None:
    text = "In eastern Congo and across the Sahel, people fled; others stayed in Tahrir Square."
    named = {place.piece.text: place for place in places(text)}
    assert named["eastern Congo"].country == "COD"
    assert named["Sahel"].precision == "region"
    assert (named["Tahrir Square"].country, named["Tahrir Square"].precision) == ("EGY", "exact")


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        # A state that only acts says little of where an unknown village lies.
        (
            "American jets and American drones bombed the village of Wabaria by Gao, U.S. officials said.",
            "Wabaria",
            "MLI",
        ),
        ("Russian forces shelled Wabaria. Russian jets had hit Aleppo before, Russian media said.", "Wabaria", "SYR"),
        # Nor does a place of the next sentence.
        (
            "In Gao and Bamako, Mali wept.\nShells hit Wabaria. In Paris, the envoy of France spoke for Mali.",
            "Wabaria",
            "MLI",
        ),
        # Nor does a state of which somebody has something there, nor where something comes from.
        ("In Gao they fell. Drones hit in US Air Forces attacks. Shells hit Wabaria.", "Wabaria", "MLI"),
        ("Shells hit Gao in Mali. Guns from the United States came. They took Wabaria.", "Wabaria", "MLI"),
        ("Russia's war on Mali's town of Gao led to protests in nearby countries.", "nearby countries", None),
        ("Protests broke out in other nations after the fall of Gao in Mali.", "other nations", None),
    ],
)
def test_the_country_of_an_unknown_place(places: Tag, text: str, words: str, country: str | None) -> None:
    span = Span(text.index(words), text.index(words) + len(words))
    place = next(place for place in places(text, extra=[span]) if place.piece.span.overlaps(span))
    assert (place.country, place.lat) == (country, None)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Fighters entered the Deir ez-Zor countryside.", "Zor", "Deir ez-Zor"),
        ("Fighters entered Reading al-Sharqi in Mali.", "Reading", None),
        ("Fighters entered Reading el-Gharbi in Mali.", "Reading el-Gharbi", None),
        ("They met in Syrias war to split Gao.", "Syrias", "Syria"),
        ("It happened on the A120 at Reading.", "Reading", "Reading"),
    ],
)
def test_a_part_of_a_name_is_not_taken_for_another_place(places: Tag, text: str, words: str, name: str | None) -> None:
    span = Span(text.index(words), text.index(words) + len(words))
    place = next(place for place in places(text, extra=[span]) if place.piece.span.overlaps(span))
    assert place.name == name


def test_a_name_amid_that_of_a_building_is_no_place(places: Tag) -> None:
    text = "He is held in Beth Mali Deacon Hospital in Gao."
    span = Span(text.index("Beth"), text.index(" in Gao"))
    place = next(place for place in places(text, extra=[span]) if place.piece.span.overlaps(span))
    assert (place.piece.span, place.name, place.lat) == (span, None, 16.27)


def test_who_was_named_with_a_title_is_no_place(places: Tag) -> None:
    text = "President Ebrahim Wabari spoke in Gao. They met Wabari there."
    span = Span(text.rindex("Wabari"), text.rindex("Wabari") + 6)
    place = next(place for place in places(text, extra=[span]) if place.piece.span == span)
    assert (place.country, place.basis) == (None, "a person, no place")


def test_a_name_goes_on_behind_its_article(found: Show) -> None:
    assert found("President Atlan Sydney al-Aleppo spoke.") == []


def test_who_reports_from_a_place_is_none(found: Show) -> None:
    text = "GAO, Mali (Seattle Wire) — Shells fell."
    assert ("Seattle", "US US.WA") not in found(text)
    assert not any(word == "Seattle" for word, _ in found(text, agency=Span(11, 23)))


def test_the_capital_named_last(places: Tag) -> None:
    text = "U.S. envoys left Mali. A bomb went off in Bamako. The capital was calm, U.S. troops said."
    span = Span(text.index("capital"), text.index("capital") + 7)
    assert next(p for p in places(text, extra=[span]) if p.piece.span == span).name == "Bamako"


@pytest.mark.parametrize(
    ("text", "words", "name", "precision"),
    [
        ("Talks were held in Wabaria, a town in Georgia.", "Georgia", "Georgia", "country"),
        ("Shells hit the provinces of Aleppo and Gao.", "Aleppo", "Aleppo", "region"),
        ("Shells hit the provinces of Aleppo and Gao.", "Gao", "Gao", "region"),
        ("Shells hit Aleppo and Gao provinces.", "Aleppo", "Aleppo", "region"),
        ("Shells hit Aleppo and Gao.", "Aleppo", "Aleppo", "settlement"),
        ("Shells hit Bara, Gao and Aleppo. Provinces were calm.", "Aleppo", "Aleppo", "settlement"),
    ],
)
def test_what_nouns_beside_a_name_say_of_its_level(
    places: Tag, text: str, words: str, name: str, precision: str
) -> None:
    place = next(place for place in places(text) if place.piece.text == words)
    assert (place.name, place.precision) == (name, precision)


def _only(places: Tag, text: str, words: str) -> Place | None:
    span = Span(text.index(words), text.index(words) + len(words))
    return next((place for place in places(text, extra=[span]) if place.piece.span.overlaps(span)), None)


@pytest.mark.parametrize(
    ("text", "words", "name", "lat"),
    [
        # All else lies in Mali: no small town of Argentina is meant.
        ("Rebels left Gao and Bamako in Mali. They shelled Smith and fled.", "Smith", None, None),
        ("Rebels left Gao in Mali. They shelled Smith in Argentina.", "Smith", "Smith", -35.0),
        ("They shelled Smith and fled.", "Smith", "Smith", -35.0),
        # What is put beside a town far from it is none of its namesakes.
        ("Shells fell on Smith, northeast of Aleppo.", "Smith", None, 36.2),
        ("Shells fell on Wabaria, just north of the city of Gao.", "Wabaria", None, 16.27),
        ("Shells fell on the Smith neighbourhood in Seattle.", "Smith", None, None),
        # A building that has a small town's name stands where the article is.
        ("In Seattle they met at Smith Hall on Monday.", "Smith Hall", None, 47.61),
        ("The navy searched for the ship Paris.", "Paris", None, None),
    ],
)
def test_small_places_out_of_place(places: Tag, text: str, words: str, name: str | None, lat: float | None) -> None:
    place = _only(places, text, words)
    assert place is not None and (place.name, place.lat) == (name, lat)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells hit Aleppo. Rebels left Aleppo.\nAleppo fell as Gao had.\nNow the city is calm.", "Aleppo"),
        ("Shells hit Aleppo. Rebels left Aleppo.\nAleppo fell. In Gao the city was calm.", "Gao"),
        ("Shells hit Aleppo.\nThen they hit Gao.\nNow the city is calm.", "Gao"),
    ],
)
def test_the_city_is_the_one_an_article_keeps_to(places: Tag, text: str, name: str) -> None:
    span = Span(text.rindex("the city"), text.rindex("the city") + len("the city"))
    place = next(place for place in places(text, extra=[span]) if place.piece.span == span)
    assert place.name == name


def test_a_country_that_only_has_something_there_is_not_meant(places: Tag) -> None:
    text = "Rebels in Mali took Gao. Then they shelled U.S. outposts in the war-torn country."
    place = _only(places, text, "war-torn country")
    assert place is not None and place.country == "MLI"


def test_a_noun_with_a_name_of_its_own_is_not_what_was_named_before(places: Tag) -> None:
    place = _only(places, "Rebels left Gao for the northern city of Wabaria.", "northern city")
    assert place is not None and place.name is None
    place = _only(places, "Rebels left Gao. They fled the northern city.", "northern city")
    assert place is not None and place.name == "Gao"


@pytest.mark.parametrize("name", ["BRP Tarn", "USS Tarn Bay"])
def test_a_ship_is_no_place(places: Tag, name: str) -> None:
    text = f"Mali said the {name} was rammed."
    span = Span(text.index(name), text.index(" was"))
    place = next(place for place in places(text, extra=[span]) if place.piece.span == span)
    assert (place.country, place.precision, place.basis) == (None, None, "a ship, no place")
