"""What titles and descriptions around a name tell of the country and the office of its bearer."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.records.resolved import Actor
from dateline.resolve.who import ActorList, resolve_parties
from tests.resolve.who.marked import split


def last(actors: ActorList, marked: str) -> Actor:
    """The actor of the last of the mentions in double brackets."""
    text, spans = split(marked)
    return resolve_parties(text, spans, actors, published=date(2025, 5, 5)).actors[spans[-1]]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        # Whose comes before "whose".
        ("Peru wept. Peru prayed. Chile, whose president [[Ana Lindo]] spoke, closed its airspace.", "CHL"),
        ("Peru wept. Peru prayed. Chile, whose [[army]] fired, closed its airspace.", "CHL"),
        # A title between the description and the name.
        ("Thai jets fled. Hanoi's defence ministry spokesman, [[Major General Le Van Tam]], said so.", "VNM"),
        # Offices that a state does not have.
        ("US troops left US bases. The US said Nepal would pay. [[Water Minister Ram Thapa]] agreed.", "NPL"),
        ("US troops left US bases. The US and Kenya met. [[Cabinet Secretary John Otuo]] agreed.", "KEN"),
        ("US troops left. The US and Kenya met. [[Treasury Cabinet Secretary John Otuo]] agreed.", "KEN"),
        ("Kenya wept. [[The Independent Policing Oversight Authority]] spoke.", "KEN"),
        # A counterpart is of another country, told in the next sentence or not at all.
        (
            "The United States and Chile met. [[Agriculture Secretary Ann Rowe]] spoke if Chile would. "
            "Her Chilean counterpart, Ana Lindo, nodded.",
            "USA",
        ),
        ("Canberra waited; Foreign Minister Penny Wong spoke to [[Juan Tkach]], her counterpart.", None),
        # A place that is a given name.
        ("Serbia: The party called for a boycott. [[Milan Savicevic]] remains at large in Serbia.", "SRB"),
    ],
)
def test_the_country_of_who_is_named(actors: ActorList, text: str, country: str | None) -> None:
    assert last(actors, text).country == country


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("In Dhaka, [[Law Minister Rafiq Huq]] said so.", "Rafiq Huq", "GOV"),
        ("In Lima, [[Science and Technology Minister Juan Rojas]] said so.", "Juan Rojas", "GOV"),
        ("In Dhaka, [[opposition leader Karim Nurul Islam Badal]] said so.", "Karim Nurul Islam Badal", "OPP"),
        ("In Dhaka, [[student leader Rafiq Islam]] said so.", "Rafiq Islam", "EDU"),
        ("In Lima, the [[secretary-general of Kilusang Mayo Uno]] spoke.", None, "LAB"),
        ("In Nairobi, the [[Kenya National Commission on Human Rights]] spoke.", None, "GOV"),
        # Many police officers have the ranks of soldiers.
        ("In Lima, [[Colonel Ana Lindo]], the regional police commander, said so.", "Ana Lindo", "COP"),
        ("In Lima, [[Police Colonel Ana Lindo]] said so.", "Ana Lindo", "COP"),
        ("In Lima, [[Colonel Ana Lindo]], commander of a brigade, said so.", "Ana Lindo", "MIL"),
    ],
)
def test_the_office_is_no_part_of_the_name(actors: ActorList, text: str, name: str | None, sector: str) -> None:
    actor = last(actors, text)
    assert (actor.name, actor.sectors[0]) == (name, sector)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ukraine: [[The SBU security service]] struck.", "Security Service of Ukraine"),
        ("Quito: [[The SNAI prison agency]] closed.", "SNAI"),
        ("Gaza: [[the Hamas movement]] agreed.", "Hamas"),
        ("Gaza: [[the Hamas government]] agreed.", None),
        ("Washington: [[the House select committee]] met.", None),
        ("Iraq: The [[Islamic State]] in Iraq and Syria took it.", "Islamic State"),
    ],
)
def test_a_body_with_what_it_is_behind_its_name(actors: ActorList, text: str, name: str | None) -> None:
    assert last(actors, text).name == name


def test_a_name_that_goes_on_is_of_another_body(actors: ActorList) -> None:
    assert last(actors, "In Lima, Peru, [[the Commission on Public Ethics]] demanded it.").name != "European Commission"
    assert last(actors, "In Brussels, [[the Commission]] demanded it.").country == "EUR"


def test_who_coordinates_aid_is_of_the_un(actors: ActorList) -> None:
    actor = last(actors, "Aid reached Yemen. [[Humanitarian Coordinator Ann Rowe]] said so in Yemen.")
    assert (actor.name, actor.country) == ("Ann Rowe", "UNO")


def test_bandits_are_criminals_whatever_is_theirs(actors: ActorList) -> None:
    assert last(actors, "In Nigeria, jets bombed [[a bandit camp]].").sectors == ("CRM",)


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("Chilean miner Ana Lindo left Lima on Friday.", "Ana Lindo"),
        ("Ana Lindo Leaves The Mines Of Lima", None),
    ],
)
def test_a_first_line_that_is_a_sentence_is_no_headline(actors: ActorList, first: str, name: str | None) -> None:
    assert last(actors, f"{first}\nThen [[Lindo]] spoke to miners in Peru.").name == name


def test_ben_is_a_given_name_too(actors: ActorList) -> None:
    assert last(actors, "The US Treasury's [[Ben Harris]], an assistant secretary, spoke.").name == "Ben Harris"


def test_a_body_that_speaks_is_no_person(actors: ActorList) -> None:
    assert last(actors, "The [[U.S. Maritime Fees Commission]] said it would wait.\nPeru wept.").name is None


def test_words_in_the_name_of_a_body_tell_no_sector_of_its_envoy(actors: ActorList) -> None:
    actor = last(actors, "Talks in Kenya.\nKenya accused the European Union's ambassador, [[Ann Lindo]], of lying.")
    assert (actor.country, actor.sectors) == ("EUR", ("GOV",))


@pytest.mark.parametrize("mention", ["No [[country]]", "Not [[any country]]", "[[Foreign intelligence services]]"])
def test_no_country_and_foreign_ones_are_of_nobody_told_of(actors: ActorList, mention: str) -> None:
    text = f"A vote in Haiti.\nThe EU spoke of Haiti. {mention} had sent troops to Haiti, the European Union said."
    assert last(actors, text).country is None


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "Turkey wept. Family and Social Policies Minister Ana Betul Kaya came. [[Kaya]] wept.",
            "Ana Betul Kaya",
            "TUR",
        ),
        ("China wept. China's Ministry of Commerce spokesperson Gao Fang spoke. [[Gao]] wept.", "Gao Fang", "CHN"),
        ("Turkey wept. Minister Ana Betul Kaya came. [[Residents of Kaya]] wept.", None, "BFA"),
        ("Turkey wept. Shells hit Kaya. [[Kaya]] wept.", "Burkina Faso", "BFA"),
    ],
)
def test_a_surname_is_no_place_that_bears_it(actors: ActorList, text: str, name: str | None, country: str) -> None:
    actor = last(actors, text)
    assert (actor.name, actor.country) == (name, country)
