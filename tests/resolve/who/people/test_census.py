"""Names of people: what stands around them and is no part of them, and whose a surname is."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.records.resolved import Actor
from dateline.resolve.who import ActorList, resolve_parties
from tests.resolve.who.marked import split


def last(actors: ActorList, marked: str) -> Actor:
    """The actor of the last of the mentions in double brackets."""
    text, spans = split(marked)
    return resolve_parties(text, spans, actors, published=date(2021, 5, 5)).actors[spans[-1]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "France spoke. Considering Macron had promised talks, the delay was long. [[Macron]] left.",
            "Emmanuel Macron",
        ),
        ("France heard critics mock Animal Macron at length. Then [[Macron]] replied.", "Emmanuel Macron"),
        ("French papers called it the Macron Doctrine. [[Macron]] rejected the word.", "Emmanuel Macron"),
        ("France listened. Share President Macron spoke. Later [[Macron]] left.", "Emmanuel Macron"),
        ("In Peru Strategic Water Minister Ana Quispe spoke. [[Quispe]] left.", "Ana Quispe"),
        ("France watched. Accompanying Macron was a guard. [[Macron]] left.", "Emmanuel Macron"),
        ("France watched. Macron Macron said so. [[Macron]] left.", "Emmanuel Macron"),
        ("In Peru prices fell. Adds Axel Quirk, chief of a bank: it was late. [[Quirk]] left.", "Axel Quirk"),
        # Surnames that open with a particle.
        ("The EU met in Kyiv. [[Von der Leyen]] spoke to Ukraine.", "Ursula von der Leyen"),
        ("Syria waited for the UN. [[De Mistura]] spoke.", "Staffan de Mistura"),
        # A name that only looks so.
        ("The US wept. Witness Carter Park fell. [[Carter Park]] got up.", "Carter Park"),
        # Whoever of the family is named first.
        ("The US watched Jill Biden arrive. President Joe Biden came later. [[Biden]] spoke.", "Joe Biden"),
    ],
)
def test_words_around_names_and_surnames(actors: ActorList, text: str, name: str) -> None:
    assert last(actors, text).name == name


@pytest.mark.parametrize(
    ("text", "country", "name"),
    [
        ("Russia freed several. [[Paul Whelan]] flew home from Russia.", "USA", "Paul Whelan"),
        ("Iran spoke of Paul Whelan. Iran praised [[Whelan]].", "USA", "Paul Whelan"),
    ],
)
def test_people_who_never_held_an_office(actors: ActorList, text: str, country: str, name: str) -> None:
    actor = last(actors, text)
    assert (actor.country, actor.name) == (country, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Iraq heard Rep. Peter King speak. [[King]] blamed Iraq.", "Peter King"),
        ("Iraq heard Peruvian senator Sarah Prince speak. [[Prince]] blamed Iraq.", "Sarah Prince"),
        ("Jordan heard Rep. Peter King speak. The [[King]] blamed Iraq.", None),
        ("Jordan heard Rep. Peter King speak. [[King Abdullah]] blamed Iraq.", "King Abdullah II"),
    ],
)
def test_surnames_that_are_titles_too(actors: ActorList, text: str, name: str | None) -> None:
    assert last(actors, text).name == name


def test_a_bare_surname_is_nobody_without_an_office(actors: ActorList) -> None:
    assert last(actors, "The US waited in the US. [[Whelan]] spoke.").name != "Paul Whelan"


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("Chad watched. Chad said that as many as [[40]] Peruvian soldiers had fallen.", "PER", "MIL"),
        ("Chad put duties on more than [[700]] Peruvian products.", "PER", "BUS"),
    ],
)
def test_a_number_cut_from_what_it_counts(actors: ActorList, text: str, country: str, sector: str) -> None:
    actor = last(actors, text)
    assert (actor.country, *actor.sectors[:1]) == (country, sector)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Iran wept. Iran burned. Iran saw the [[USS Ana Lind]] and fled.", "USA"),
        ("Iran wept. Iran burned. Iran saw [[the frigate HMS Lind]] and fled.", "GBR"),
    ],
)
def test_warships_by_what_stands_before_their_names(actors: ActorList, text: str, country: str) -> None:
    actor = last(actors, text)
    assert (actor.country, actor.sectors) == (country, ("MIL",))


def test_a_number_alone_counts_again_who_was_counted(actors: ActorList) -> None:
    """Not who did it to them, though "they" stand nearer."""
    text = "Islamic State rebels held [[2,000 Syrian nurses]] as [[they]] fled. [[Hundreds]] were let go in Iraq."
    actor = last(actors, text)
    assert (actor.country, *actor.sectors[:1]) == ("SYR", "MED")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In Israel Dana Bar-Lind pleaded innocent. [[Bar-Lind]] said she knew him.", "Dana Bar-Lind"),
        ("France wept. “Macron Launches Desert Raid in Chad”, a paper wrote. [[Macron]] left.", "Emmanuel Macron"),
    ],
)
def test_surnames_with_a_hyphen_and_verbs_of_headlines(actors: ActorList, text: str, name: str) -> None:
    assert last(actors, text).name == name


def test_a_hyphen_joins_two_people(actors: ActorList) -> None:
    text, spans = split("US President Donald Trump met Kim Jong Un of North Korea. The [[Trump-Kim]] summit ended.")
    members = resolve_parties(text, spans, actors, published=date(2018, 6, 13)).members[spans[0]]
    assert [member.country for member in members] == ["USA", "PRK"]
    assert [member.piece.text for member in members] == ["Trump", "Kim"]


def test_a_given_name_in_s_is_no_country_without_its_apostrophe(actors: ActorList) -> None:
    assert last(actors, "China spoke. [[Frances Quirk]] disagreed.").country != "FRA"
    assert last(actors, "China spoke. [[Frances army]] left.").country == "FRA"


def test_who_stood_for_an_office_is_private_when_the_race_is_over(actors: ActorList) -> None:
    assert "ELI" in last(actors, "In the US [[Hillary Clinton]] gave a talk.").sectors
    text, spans = split("In the US [[Hillary Clinton]] gave a talk.")
    then = resolve_parties(text, spans, actors, published=date(2016, 5, 5)).actors[spans[0]]
    assert then.sectors == ("PTY",)


def test_a_coalition_against_a_group_is_not_of_the_group(actors: ActorList) -> None:
    assert last(actors, "The [[anti-ISIS coalition]] bombed a base in Syria.").country == "IGO"
