"""Bodies that only the article names, those who watch and tell, and places where others only talk."""

from __future__ import annotations

import pytest

from dateline.records.resolved import Actor
from dateline.records.span import Span
from dateline.resolve.who import ActorList, resolve_parties
from tests.resolve.who.marked import split


def last(actors: ActorList, marked: str) -> Actor:
    """The actor of the last of the mentions in double brackets."""
    text, spans = split(marked)
    return resolve_parties(text, spans, actors).actors[spans[-1]]


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("[[Rights group Justice Now]] sued Mali's army.", "Justice Now", "MLI", "SOC"),
        ("The Malian rights group Clear Sky spoke.\n[[Clear Sky]] sued Togo.", "Clear Sky", "MLI", "SOC"),
        ("A group calling itself the Lake Front hit Chad.\nThe [[Lake Front]] fled.", "Lake Front", "TCD", "REB"),
        ("Fighting went on in Chad.\nThe [[Lake Front]] claimed the ambush.", "Lake Front", "TCD", "REB"),
        ("Chad was calm.\nThe report by [[Harbour Watch]] was read out.", "Harbour Watch", "TCD", "SOC"),
        ("Peru was calm.\nThe law firm Tarn & Sons won, and [[the army]] lost.", None, "PER", "MIL"),
    ],
)
def test_bodies_that_only_the_article_names(
    actors: ActorList, text: str, name: str | None, country: str, sector: str
) -> None:
    actor = last(actors, text)
    assert (actor.name, actor.country, actor.sectors[0]) == (name, country, sector)


def test_a_body_has_one_sector_throughout(actors: ActorList) -> None:
    text = "Chad spoke.\nThe Lake Front shelled Chad. Envoys met the Lake Front. The Lake Front said it would vote."
    spans, start = [], -1
    for _ in range(3):
        start = text.index("Lake Front", start + 1)
        spans.append(Span(start, start + 10))
    hints = {spans[1]: [("GOV", 0.97)], spans[2]: [("PTY", 0.95)]}
    found = resolve_parties(text, spans, actors, sector_hints=hints).actors
    assert {found[span].sectors for span in spans} == {("REB",)}


@pytest.mark.parametrize(
    "text",
    [
        "Party Chairman [[Ann Steele]] spoke for the party Chairman Ann Steele leads in Kenya.",
        "The firm Boyd runs is Kenyan, Jack Boyd said. [[Boyd]] left.",
    ],
)
def test_people_are_no_bodies(actors: ActorList, text: str) -> None:
    actor = last(actors, text)
    assert actor.name in ("Ann Steele", "Jack Boyd")


@pytest.mark.parametrize(
    "text",
    [
        "Iran tested a missile over Iran, but [[analysts]] doubted it.",
        "Iran tested a missile over Iran, [[some experts]] say.",
        "Iran tested a missile over Iran. [[Observers]] in the Iranian capital were few.",
        "Iran held [[a number of westerners]] in Iran.",
        "Iran's coast draws [[foreign tourists]].",
    ],
)
def test_those_who_look_on_are_of_no_country_by_the_topic(actors: ActorList, text: str) -> None:
    assert last(actors, text).country is None or "in the Iranian capital" in text


def test_those_who_look_on_keep_the_country_that_is_told(actors: ActorList) -> None:
    assert last(actors, "Iran tested a missile, [[Israeli analysts]] said.").country == "ISR"
    assert last(actors, "Kenya and Peru met. [[Trade experts]] in Kenya were glad.").country == "KEN"


@pytest.mark.parametrize(
    "text",
    [
        "Raids killed 20, [[a monitor]] said. The Syrian Observatory for Human Rights said 4 were children.",
        "The Syrian Observatory for Human Rights said raids went on. [[The Britain-based group]] counted 20 dead.",
        "The Syrian Observatory for Human Rights said raids went on. [[The war monitor]] counted 20 dead.",
    ],
)
def test_the_monitor_is_the_one_body_that_watches(actors: ActorList, text: str) -> None:
    actor = last(actors, text)
    assert (actor.name, actor.country) == ("Syrian Observatory for Human Rights", "NGO")
    assert actor.sectors == ("SOC",)


def test_a_head_of_a_body_has_its_sector(actors: ActorList) -> None:
    text = "The Syrian Observatory for Human Rights spoke of Syria. [[Observatory director Sami Nur]] agreed."
    actor = last(actors, text)
    assert (actor.name, actor.country, actor.sectors) == ("Sami Nur", "NGO", ("SOC",))
    known = last(actors, "Syria was hit, said [[Observatory director Rami Abdel Rahman]].")
    assert known.sectors == ("SOC",)


def test_an_agency_s_people_are_of_the_agency(actors: ActorList) -> None:
    assert last(actors, "Raids hit Syria, [[an AFP photographer]] in Syria said.").country == "FRA"
    assert (
        last(actors, "Manila sent [[AFP soldiers]] to the Philippine coast; the Philippines fought.").country == "PHL"
    )


def test_what_is_held_by_troops_leaves_them_their_country(actors: ActorList) -> None:
    assert last(actors, "Russia said fire came from ground held by [[Syrian military troops]].").country == "SYR"
    assert last(actors, "Russia said [[rebels backed by Rwanda]] fired.").country != "RWA"


def test_the_place_of_talks_is_no_nationality(actors: ActorList) -> None:
    text = "Chad freed [[opposition leader Amina Oumar]] before talks in Doha.\nPeace talks in Doha open on Monday."
    assert last(actors, text).country == "TCD"


def test_civilians_are_of_no_armed_group(actors: ActorList) -> None:
    text = "The Islamic State holds Raqa. [[Activists]] accused the Islamic State of killing men of Islamic State."
    assert last(actors, text).country != "IMG"


def test_victims_are_of_the_place_that_their_clause_names(actors: ActorList) -> None:
    text = "Chad mourns.\nChad is at war. Lawmakers in Paris deplored the raid near Tarnbo, in which [[9 people]] died."
    assert last(actors, text).country == "TCD"


def test_who_receives_an_envoy_is_not_of_the_envoy_s_country(actors: ActorList) -> None:
    text = "Chad and France part.\nChad broke with France. [[Minister Amina Oumar]] told the French ambassador so."
    assert last(actors, text).country == "TCD"


def test_where_someone_is_held_abroad_gives_no_nationality(actors: ActorList) -> None:
    text = "Kenya pleads.\nKenya asked Russia to free [[Ann Lind]], who has been detained in Russia. Kenya waits."
    assert last(actors, text).country == "KEN"


def test_a_surname_before_the_whole_name_is_no_name_of_its_own(actors: ActorList) -> None:
    text = "The talks.\nPresident Obama Barack Hussein Obama spoke in Chicago. [[Obama]] left."
    assert last(actors, text).name == "Barack Obama"


def test_the_model_makes_no_fighters_of_analysts(actors: ActorList) -> None:
    text = "Raids went on in Syria, analysts said."
    span = Span(text.index("analysts"), text.index(" said"))
    found = resolve_parties(text, [span], actors, sector_hints={span: [("REB", 0.97)]})
    assert found.actors[span].sectors[0] != "REB"


def test_a_day_may_begin_the_name_of_a_body(actors: ActorList) -> None:
    text = "Chad was calm.\nThe army of Chad blamed [[the May 3 Front]]. It hit [[the Front]]"
    spans = split(text)[1]
    found = resolve_parties(split(text)[0], spans, actors).actors
    assert [(found[s].name, found[s].sectors) for s in spans] == [("May 3 Front", ("REB",))] * 2


@pytest.mark.parametrize("mention", ["[[the army]]", "[[a nurse]]", "[[the market of Tarnbo]]", "[[rebels]]"])
def test_companies_agencies_and_bodies_of_states_lend_no_country(actors: ActorList, mention: str) -> None:
    text = (
        "Shells hit a town.\nTARNBO (AP) — The UN spoke of Tarnbo. Posts on Telegram showed it, and the UN rights "
        f"office told The Associated Press so. Shells hit {mention}."
    )
    assert last(actors, text).country is None


def test_where_a_truce_was_signed_is_nobody_s_country(actors: ActorList) -> None:
    text = "A truce ends.\nThe sides signed a truce in Doha in 2021. Shells hit [[the army]]."
    assert last(actors, text).country is None


def test_the_president_is_of_a_state_and_not_of_its_partners(actors: ActorList) -> None:
    text = "A vote.\nThe European Union urged [[the president]] not to sign."
    assert last(actors, text).country != "EUR"


def test_a_common_noun_with_its_own_of_is_no_name_again(actors: ActorList) -> None:
    text = "A vote.\nThe European Union spoke. [[The union of rail workers]] called a strike."
    assert last(actors, text).name is None
    assert last(actors, "A vote.\nThe European Union spoke. [[The union]] agreed.").name == "European Union"
