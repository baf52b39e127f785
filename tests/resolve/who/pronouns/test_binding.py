"""What grammar rules out for pronouns, whose documents speak, who several parties are, and names that titles tell."""

from __future__ import annotations

import pytest

from dateline.records.span import Span
from dateline.resolve.who import ActorList, resolve_parties
from tests.resolve.who.marked import last, read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kenya's Paul Odera spoke of Peru. [[He]] (Juan Rojas) would leave.", "Juan Rojas"),
        ("Kenya's Paul Odera spoke of Peru. [[He (Juan Rojas)]] would leave.", "Juan Rojas"),
        ("Kenya's Paul Odera spoke of Peru. [[He]] (again) would leave.", "Paul Odera"),
        (
            "It closed.\nKenyan senator Paul Odera met Peruvian minister Juan Rojas. Odera thanked [[him]] then.",
            "Juan Rojas",
        ),
        ("President Juan Rojas of Peru spoke of Peruvian adviser Luis Vela, whom [[he]] fired in May.", "Juan Rojas"),
        ("The talks closed.\nAfter [[his]] talks with Kenyan minister Paul Odera, Juan Rojas left Peru.", "Juan Rojas"),
        ('Peru is ready, minister Juan Rojas said. "Kenya\'s Paul Odera is not," [[he]] added.', "Juan Rojas"),
        (
            '"We wait," said Peru\'s minister Juan Rojas. "Kenya\'s minister Paul Odera does not wait," [[he]] said.',
            "Juan Rojas",
        ),
    ],
)
def test_whom_grammar_points_to(actors: ActorList, text: str, name: str) -> None:
    assert last(actors, text).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peru's Juan Rojas sent men, and Chile's Luis Vela called on [[him]] to resign.", "Juan Rojas"),
        ("Kenya agreed. Peru condemned [[it]].", "Kenya"),
        ("Kenya left. Peru maintains [[it]] has not.", "Peru"),
        ("In Peru, nobody came. Peru condemned [[it]].", None),
    ],
)
def test_no_party_is_the_object_of_its_own_verb(actors: ActorList, text: str, name: str | None) -> None:
    assert last(actors, text).name == name


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("A bomb in Kano, Nigeria, killed [[14 soldiers]] and wounded [[37]].", "NGA", "MIL"),
        ("In Lima, Peru, police shot at [[several miners]]. [[Two]] were held.", "PER", "CVL"),
        ("In Lima, Peru, [[three gunmen]] killed [[12]].", "PER", "CVL"),
        ("In Lima, Peru, [[some soldiers]] met. [[All five]] had been held.", "PER", "CVL"),
    ],
)
def test_a_bare_number_is_of_those_told_before(actors: ActorList, text: str, country: str, sector: str) -> None:
    actor = last(actors, text)
    assert (actor.country, actor.sectors[0]) == (country, sector)


def test_outside_a_quotation_none_inside_one_is_meant(actors: ActorList) -> None:
    text = 'Peru\'s minister Juan Rojas said: "I saw Kenyan senator Paul Odera." On Friday [[he]] left.'
    assert last(actors, text).name == "Juan Rojas"


def test_the_last_bearer_of_a_surname_is_meant(actors: ActorList) -> None:
    text = "North Korea spoke.\nThe South Korean spokesman, Kim Min-Jae, was calm. [[Mr. Kim]] told reporters so."
    actor = last(actors, text)
    assert (actor.name, actor.country) == ("Kim Min-Jae", "KOR")


def test_a_given_name_is_no_nationality(actors: ActorList) -> None:
    actor = last(actors, "The U.S. House voted. [[Rep. Dutch Kessler]] of Maryland spoke.")
    assert (actor.name, actor.country) == ("Dutch Kessler", "USA")


def test_a_form_of_address_begins_a_name(actors: ActorList) -> None:
    assert (
        last(actors, "The talks went on.\nKenya's Ann Lind spoke. Describing [[Ms Lind]], Peru was kind.").name
        == "Ann Lind"
    )


def test_this_country_is_the_speakers(actors: ActorList) -> None:
    text = (
        'Kenya wrote to Peru. "Peru and Chile will see what [[this country]] can do," said Kenyan President Ann Lind.'
    )
    assert last(actors, text).country == "KEN"


def test_other_presidents_are_none_of_those_before(actors: ActorList) -> None:
    found, span = read(actors, "Peru's Juan Rojas met Kenya's Paul Odera. [[Two other presidents]] stayed away.")
    assert span not in found.members


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The summit went on.\nThe [[two Koreas]] will meet.", ["PRK", "KOR"]),
        ("Peru's minister spoke: [[Kenya]] and [[Chile]] agreed. [[Both]] signed.", ["KEN", "CHL"]),
        ("Peru's minister spoke: [[Kenya]] and [[Chile]] agreed. [[Both of them]] signed.", ["KEN", "CHL"]),
    ],
)
def test_both_are_the_last_pair(actors: ActorList, text: str, countries: list[str]) -> None:
    found, span = read(actors, text)
    assert [one.country for one in found.members[span]] == countries


def test_another_ones_administration_is_not_that_of_the_president(actors: ActorList) -> None:
    text = "[[The Trump administration]] spoke of the U.S. [[The Lind administration]] of Ann Lind had not."
    assert last(actors, text).name != "Trump administration"


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("Kenya's senator Paul Odera wrote to Peru. [[Odera's letter]] was long.", "KEN", "LEG"),
        ("Peru waits.\n[[A letter by Kenyan senator Paul Odera]] was long.", "KEN", "LEG"),
        ("Peru waits. [[A Kenyan statement]] was short.", "KEN", "GOV"),
        ("Peru waits. [[A press release from the Pentagon]] was short.", "USA", "MIL"),
        ("Peru waits. [[A press release from the Pentagon]] came. [[The press release]] was short.", "USA", "MIL"),
    ],
)
def test_a_document_is_its_authors(actors: ActorList, text: str, country: str, sector: str) -> None:
    actor = last(actors, text)
    assert (actor.country, actor.sectors[0]) == (country, sector)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's [[filmmaker]] and author Ann Lind spoke.",
        "In Kenya [[his wife]] Ann Lind spoke.",
    ],
)
def test_a_description_before_a_name_is_that_person(actors: ActorList, text: str) -> None:
    assert last(actors, text).name == "Ann Lind"


def test_the_model_makes_no_officials_of_private_people(actors: ActorList) -> None:
    text = "Kenya won.\nCoach Paul Odera was glad."
    span = Span(text.index("Coach"), text.index(" was"))
    found = resolve_parties(text, [span], actors, sector_hints={span: [("GOV", 0.8), ("CVL", 0.1)]})
    assert found.actors[span].sectors == ("CVL",)


def test_a_spokesperson_is_of_the_country_of_who_is_spoken_for(actors: ActorList) -> None:
    text = "Syria was struck.\nSyria was struck again, and [[a spokesman for President Vladimir V. Putin]] objected."
    assert last(actors, text).country == "RUS"


def test_two_adjectives_before_one_noun_are_two_parties(actors: ActorList) -> None:
    found, span = read(actors, "Syria met its [[Russian and Iranian backers]] in Sochi.")
    assert [(one.country, one.piece.text) for one in found.members[span]] == [
        ("RUS", "Russian and Iranian backers"),
        ("IRN", "Russian and Iranian backers"),
    ]


@pytest.mark.parametrize("made", ["accusations by Peru", "allegations from Peru", "Peru's claims"])
def test_who_accuses_is_not_the_one_accused(actors: ActorList, made: str) -> None:
    actor = last(actors, f"A denial.\nKenya rejected {made} that [[it]] had armed rebels.".replace("Peru", "[[Peru]]"))
    assert actor.country == "KEN"


def test_two_of_the_dead_are_not_those_who_fought(actors: ActorList) -> None:
    text = "Chad fights.\n[[Gunmen]] shelled a town in Chad. At least [[two]] of the killed were nurses."
    assert last(actors, text).sectors == ("CVL",)
    assert last(actors, text.replace(" of the killed", "")).sectors[:1] == ("REB",)


def test_its_of_an_embassy_is_of_the_state_that_sent_it(actors: ActorList) -> None:
    marked = "[[The Norwegian embassy in Lima]] said the order against [[its staff]] was wrong."
    assert last(actors, marked).country == "NOR"


def test_a_government_deals_with_its_own_parliament(actors: ActorList) -> None:
    marked = "Rebels in Chad fought. [[The Peruvian government]] asked [[parliament]] for means."
    assert last(actors, marked).country == "PER"


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("The Islamic State fled, the Malian army said on Monday that [[it]] had won in Chad.", "MLI", "MIL"),
        ("Syria's army fled. Syria's rebels have said in the past [[their]] raids are over.", "SYR", "REB"),
        ("Iraq spoke of the Islamic State. The Lebanese authorities said [[they]] had the man.", "LBN", "GOV"),
    ],
)
def test_who_tells_what_it_does(actors: ActorList, text: str, country: str, sector: str) -> None:
    found = last(actors, text)
    assert (found.country, found.sectors[:1]) == (country, (sector,))


def test_he_of_a_quotation_is_not_who_speaks(actors: ActorList) -> None:
    text = "Peru's police held a man. Kenya's Paul Odera wept in Lima. \"When [[he]] saw me I ran,\" Odera said."
    assert last(actors, text).name is None


def test_who_in_capitals_is_a_body(actors: ActorList) -> None:
    assert last(actors, "Chad closed a market. [[WHO]] warned Chad.").country == "UNO"
