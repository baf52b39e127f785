"""Classes of errors found by reading coded news, each rule on sentences written for it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.records.annotation import Said
from dateline.records.resolved import Actor
from dateline.records.span import Span
from dateline.resolve.who import ActorList, resolve_parties
from tests.resolve.who.marked import split


def _actor(marked: str, published: str, actors: ActorList) -> Actor:
    text, (span,) = split(marked)
    return resolve_parties(text, [span], actors, published=date.fromisoformat(published)).actors[span]


@pytest.mark.parametrize(
    ("text", "published", "country", "sector"),
    [
        # A people before a verb of saying is not that of the title behind it.
        ("A North Korean official said President [[Trump]] was wrong.", "2018-05-05", "USA", "GOV"),
        ("A Chinese spokesman told President [[Macron]] that talks go on.", "2020-05-05", "FRA", "GOV"),
        # A name of the article goes before a listed bearer of the same name.
        ("China's envoy Liu Jieyi spoke. [[Liu]] said no.", "2016-02-08", "CHN", "GOV"),
        ("China's U.N. ambassador, [[Liu Jieyi]], said no.", "2016-02-08", "CHN", "GOV"),
        ("The U.S. ambassador to Mali, [[Anna Lind]], said no.", "2016-02-08", "USA", "GOV"),
        # Presidents of associations and companies are of no government.
        ("[[Anna Lind]], the president of the Maize Growers Association, said no.", "2020-05-05", None, "SOC"),
        ("[[Anna Lind]], president of Northern Light Bank, said no.", "2020-05-05", None, "BUS"),
        ("[[Anna Lind]], president of the Republic of Mali, said no.", "2020-05-05", "MLI", "GOV"),
        # Whom a body sent.
        (
            "[[Contractors]] from the Russian private military company (PMC) Wagner Group died in Mali.",
            "2024-07-30",
            "RUS",
            "PRM",
        ),
        ("[[Fighters]] from the Wagner Group died in Mali.", "2024-07-30", "RUS", "PRM"),
        ("Mali said [[contractors]] from the Belarusian firm Northern Light died in Mali.", "2024-07-30", "BLR", ""),
        # Who speaks for a body, wherever its region or "its" stands.
        ("Human Rights Watch's Africa director, [[Anna Lind]], spoke in Kenya.", "2024-05-05", "NGO", "SOC"),
        ("Doctors Without Borders emergency coordinator [[Anna Lind]] spoke in Kenya.", "2024-05-05", "NGO", "MED"),
        ("Human Rights Watch wrote from Peru. So said its director, [[Anna Lind]].", "2024-05-05", "NGO", "SOC"),
        ("Peru's army wrote. Its director, [[Anna Lind]], said so.", "2024-05-05", "PER", "GOV"),
        # What people are by trade.
        ("Mali's army shot at [[Anna Lind]], a farmer.", "2024-05-05", "MLI", "AGR"),
        # A name of its own stands for no party named before.
        ("Hamas fired rockets. In Kenya, the [[People's Movement]] met.", "2020-05-05", "KEN", "SOC"),
        # Only bodies are named: an army, a governor and villagers are of none of them.
        ("The [[army]] fled, and the United Nations sent food.", "2024-07-30", None, "MIL"),
        ("Governor [[Adam Lind]] fled, and the United Nations sent food.", "2024-07-30", None, "GOV"),
        ("[[Villagers]] fled, and the United Nations sent food.", "2024-07-30", None, "CVL"),
        ("The [[convoy of villagers]] fled Mali.", "2024-07-30", "MLI", "CVL"),
        # What was done to people, and where.
        (
            "French police were out. About [[100 people]] were arrested in the capital Brussels. France said so.",
            "2018-12-09",
            "BEL",
            "CVL",
        ),
        (
            "French police were out. [[Hundreds of people]] were arrested by police, and France calmed.",
            "2018-12-09",
            "FRA",
            "CVL",
        ),
        # Rebels are those of the state that they fight.
        (
            "Mali wrote. Algeria's foreign ministry urged calm. [[Rebels]] killed Malian soldiers.",
            "2024-07-30",
            "MLI",
            "REB",
        ),
        ("Mali wrote. In Mali, [[rebels]] killed French soldiers in Mali.", "2014-07-30", "MLI", "REB"),
        # Forces of no state.
        ("[[U.S.-backed forces]] took the town of Raqqa in Syria.", "2017-05-05", "SYR", "REB"),
        ("[[anti-Assad forces]] left Aleppo in Syria.", "2017-05-05", "SYR", "REB"),
        ("In Syria, [[opposition forces]] left Aleppo.", "2017-05-05", "SYR", "REB"),
        ("[[Government-backed forces]] left Gao in Mali.", "2017-05-05", "MLI", "MIL"),
        ("Turkey warned the U.S. and [[its Kurdish allies]] in Syria.", "2017-05-05", None, "REB"),
        # Who is ousted is told of in the office that was lost.
        ("Troops ousted [[President Mohamed Morsi]] in Egypt.", "2016-05-05", "EGY", "GOV"),
        ("The overthrow of [[Hosni Mubarak]] in Egypt changed much.", "2016-05-05", "EGY", "GOV"),
        ("[[Hosni Mubarak]] of Egypt is ill.", "2016-05-05", "EGY", "ELI"),
        # A party in power is a party first.
        ("The [[Conservative Party]] met in Britain.", "2019-05-05", "GBR", "PTY"),
    ],
)
def test_classes_of_errors(actors: ActorList, text: str, published: str, country: str | None, sector: str) -> None:
    actor = _actor(text, published, actors)
    if country is not None:
        assert actor.country == country
    assert not sector or actor.sectors[0] == sector


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The [[Obama administration]] said no.", "Obama administration"),
        ("The Bush administration spoke. The [[administration]] said no.", "Bush administration"),
        ("[[Petronas]] said no.", "Petronas"),
        ("[[El Mundo]] reported the talks.", "El Mundo"),
    ],
)
def test_a_name_is_its_own(actors: ActorList, text: str, name: str) -> None:
    assert _actor(text, "2015-05-05", actors).name == name


def test_the_speaker_is_named_before_what_is_told_of_them(actors: ActorList) -> None:
    text = '"[[I]] know he was frustrated," Sen. John McCain, who leads the Senate Armed Services Committee, said.'
    assert _actor(text, "2014-11-24", actors).name == "John McCain"


def test_a_country_described_by_its_region_lies_there(actors: ActorList) -> None:
    text = "Togo and Sweden spoke of goods for Russia. {} had stopped them."
    for words, country in (("[[The Nordic country]]", "SWE"), ("[[The West African nation]]", "TGO")):
        assert _actor(text.format(words), "2022-07-22", actors).country == country
    assert _actor("Chad met. Officials in [[the central African nation]] spoke.", "2022-07-22", actors).country == "TCD"


def test_a_word_that_opens_a_sentence_is_no_given_name(actors: ActorList) -> None:
    text = "Egypt was calm.\nFollowing [[Morsi]]'s overthrow, thousands were jailed."
    assert _actor(text, "2017-12-30", actors).name == "Mohamed Morsi"


def test_who_is_named_behind_a_pronoun_in_its_own_sentence_is_somebody_else(actors: ActorList) -> None:
    told = "The envoy of Mahmoud Abbas met President Barack Obama, who praised Leon Panetta. "
    for text, name in (
        (f"{told}[[He]] said Mr. Obama had lost his way.", "Barack Obama"),
        ("Barack Obama met Joe Biden. A spokesman said that [[he]] praised Obama.", "Barack Obama"),
    ):
        assert _actor(text, "2014-10-07", actors).name != name
    kept = "John Kerry spoke in Geneva. [[He]] had left the hall, Kerry said."
    assert _actor(kept, "2014-10-07", actors).name == "John Kerry"


def test_a_text_of_unknown_day_knows_who_is_in_office_by_the_title(actors: ActorList) -> None:
    def sectors(text: str) -> tuple[str, ...]:
        clean, spans = split(text)
        return resolve_parties(clean, spans, actors).actors[spans[-1]].sectors

    assert sectors("[[German Chancellor Angela Merkel]] left Berlin.") == ("GOV",)
    assert sectors("German Chancellor Angela Merkel left Berlin. [[Merkel]] had spoken.") == ("GOV",)
    assert sectors("[[Former German Chancellor Angela Merkel]] left Berlin.")[0] == "ELI"
    clean, spans = split("[[UN Secretary-General Ban Ki-moon]] left Geneva.")
    assert resolve_parties(clean, spans, actors).actors[spans[0]].country == "UNO"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        # Leaders beside one are of other countries.
        ("Donald Trump left the United States for the summit. The [[other leaders]] stayed.", None),
        ("Donald Trump praised [[strongman leaders]] in the United States.", None),
        # An opposition is one of its own country, whoever was told of before.
        ("Islamic State raided a camp in Syria. The US has backed [[rebel groups]] in secret.", "SYR"),
        ("Islamic State raided a camp in Syria. Jets bombed [[groups]] opposing Assad.", "SYR"),
        # What is foreign is not of the country told of.
        ("Turkey tightened its borders. Turkish police deported [[foreign fighters]] on Friday.", "IMG"),
        # Others are of the kind of whom they stand beside, and of other states than a state.
        ("Israel was told of it. The United States and [[others]] thanked it.", None),
        ("Syria was told of it. Senator John McCain and [[others]] asked for arms.", "USA"),
        # No armed group has ministers.
        ("Islamic State lost a town. The Security Council held a meeting of its [[finance ministers]].", None),
        # The bounds of a number are no part of whom it counts.
        ("Chad lost 20 men. Some said [[between 50 and 60 Peruvian soldiers]] fell.", "PER"),
        # Who is loyal to a leader, and whom a state has abroad.
        ("Trump tweeted. The gas was fired by [[forces]] loyal to Assad.", "SYR"),
        ("Chad wept. The US has [[some 80 commandos]] in Chad.", "USA"),
        # What several states have together.
        ("Boko Haram lost Nigerian towns to a [[multinational force]].", "IGO"),
        ("Boko Haram shut clinics in Nigeria. Aid came from [[international organizations]].", "IGO"),
        ("The Syrian army rested. She fled before the [[coalition]] airstrikes.", "IGO"),
        ("Iran struck at [[coalition bases]] in Iraq.", "IGO"),
        # Short names of states behind a town.
        ("Police in Kingston, Ont., held [[a man]] on Monday.", "CAN"),
        ("Police in Athens, Ga., held [[a man]] on Monday.", "USA"),
        ("Police in Albany, N.Y., held [[a man]] on Monday.", "USA"),
        # Whoever died long ago is named by the office.
        ("In 1962, [[President Kennedy]] blockaded Cuba.", "USA"),
        ("The senator flew home. [[Sen. John Kennedy]] spoke in the United States.", "USA"),
    ],
)
def test_more_classes_of_countries(actors: ActorList, text: str, country: str | None) -> None:
    assert _actor(text, "2018-05-05", actors).country == country


def test_the_dead_of_long_ago_are_not_meant_by_a_surname_alone(actors: ActorList) -> None:
    assert _actor("Washington spoke. The US company [[Ford]] shut a plant.", "2018-05-05", actors).name != "Gerald Ford"
    assert _actor("In 1962, [[President Kennedy]] spoke.", "2018-05-05", actors).name == "John F. Kennedy"


def test_a_minister_is_not_the_prime_minister_nor_one_of_another_ministry(actors: ActorList) -> None:
    told = "Recep Tayyip Erdogan spoke, and Mevlut Cavusoglu listened. "
    assert _actor(f"{told}[[The Turkish defence minister]] left.", "2018-01-16", actors).name is None
    assert _actor(f"{told}[[The Turkish foreign minister]] left.", "2018-01-16", actors).name != "Recep Tayyip Erdogan"
    assert _actor(f"{told}[[The minister]] left.", "2018-01-16", actors).name == "Mevlut Cavusoglu"
    assert _actor("Theresa May spoke. [[The minister]] stayed.", "2019-01-16", actors).name is None
    text = "Rex Tillerson spoke. Trump met the Russian ambassador and [[foreign minister]]."
    assert _actor(text, "2017-07-16", actors).country == "RUS"


def test_a_title_set_off_behind_one_name_is_not_that_of_the_next(actors: ActorList) -> None:
    text = "With help from Nicolas Maduro, Venezuela's president, [[Vladimir Putin]] asked for steps."
    assert _actor(text, "2019-02-17", actors).country == "RUS"
    text = "Russia watched. Iran's president, [[Hassan Rouhani]], asked for steps."
    assert _actor(text, "2019-02-17", actors).country == "IRN"


def test_an_apposition_ends_before_what_is_told_of_now(actors: ActorList) -> None:
    text = "The US freed [[Ivan Petrenko]], a convicted Russian smuggler currently held in the US."
    assert _actor(text, "2022-12-09", actors).country == "RUS"


def test_the_troops_of_a_government_are_soldiers(actors: ActorList) -> None:
    assert _actor("[[Soviet troops]] left.", "2022-12-09", actors).sectors[0] == "MIL"


def test_a_form_of_address_tells_which_of_a_couple(actors: ActorList) -> None:
    for text, name in (
        ("Michelle Obama waved. [[Mr. Obama]] came under fire in Washington.", "Barack Obama"),
        ("Michelle Obama waved. Mr. Obama came under fire. [[The president]] left.", "Barack Obama"),
        ("Hillary Clinton waved. [[Mr. Clinton]] left.", "Bill Clinton"),
        ("Hillary Clinton waved. Mr. Clinton left. [[Mrs. Clinton]] stayed.", "Hillary Clinton"),
    ):
        assert _actor(text, "2013-12-10", actors).name == name


def test_what_is_said_before_the_first_of_two_bodies_holds_of_both(actors: ActorList) -> None:
    for text, country in (
        ("Chad plotted against Peruvian diplomats and [[service members]] in Lima.", "PER"),
        ("Chad said that the US army and [[police]] of the base had gone.", "USA"),
        ("Chad spoke. France struck military positions and [[laboratories]] in Chad.", "TCD"),
    ):
        assert _actor(text, "2019-02-17", actors).country == country
    text = "Chad's army said so. Clashes between Peruvian rebels and [[soldiers]] went on in Chad."
    assert _actor(text, "2019-02-17", actors).basis != "country word"


def test_people_of_countries_that_nobody_names_are_of_none(actors: ActorList) -> None:
    def country(text: str) -> str | None:
        return _actor(text, "2019-07-09", actors).country

    assert country("Japan sat still. Japan spoke with [[leaders]] from Southeast Asian countries.") is None
    assert country("In Syria [[some 900 children]] from 46 countries are held.") is None
    assert country("In Japan he dined with foreign [[leaders]].") is None
    assert country("In Japan he dined with [[leaders]] of the country.") == "JPN"


def test_a_statement_given_as_it_stands_has_one_speaker(actors: ActorList) -> None:
    text, spans = split(
        "A deal is struck\n\nAna Lind, Foreign Minister of Peru, said:\n\nThe deal of Chile and Mali is welcome.\n\n"
        "It is a start.\n\nThe Government of Chile has shown good will. Chile gave much. [[I]] urge Chile to go on."
    )
    found = resolve_parties(text, spans, actors, published=date(2019, 7, 9)).actors
    assert [(found[span].name, found[span].country) for span in spans] == [("Ana Lind", "PER")]


@pytest.mark.parametrize(
    ("text", "published", "country", "sector"),
    [
        # A surname of two parts is no listed bearer of the second.
        ("Nigeria's minister, Brigadier General [[Mansur M. Dan-Ali]], said no.", "2018-02-02", "NGA", "MIL"),
        # Those who fight on when their group is a party; a resistance under arms; unions; who brings relief.
        ("[[Fighters of a dissident FARC faction]] hit a post in Colombia.", "2024-03-03", "COL", "REB"),
        ("A [[dissident faction]] of the FARC hit a post in Colombia.", "2024-03-03", "COL", "REB"),
        ("The [[FARC]] ran for the Senate in Colombia.", "2024-03-03", "COL", "PTY"),
        ("The [[Cambodian resistance force]] took a hill.", "1998-02-19", "KHM", "REB"),
        ("[[Labor leaders]] met in Nigeria.", "2024-03-03", "NGA", "LAB"),
        ("In Mali, [[aid officials]] said so.", "2024-03-03", "MLI", "SOC"),
        # Aircraft are no fighters, who bomb.
        ("Two [[B-52 bombers]] of the U.S. Air Force flew over Guam.", "2017-07-08", "USA", "MIL"),
        ("Russia sent [[strategic bombers]].", "2017-07-08", "RUS", "MIL"),
        ("Two [[Malian suicide bombers]] fled.", "2017-07-08", "MLI", "REB"),
        # Who fills an office from outside rules by it; who backs a government does not.
        ("The Moscow-appointed [[governor]] of Kherson accused Ukraine.", "2022-09-09", "RUS", "GOV"),
        ("Ukraine said a [[Russian-installed official]] fled.", "2022-09-09", "RUS", "GOV"),
        ("Iraq was tense. The [[U.S.-installed government]] of Iraq met.", "2004-09-09", "IRQ", "GOV"),
        # Who heads a party.
        (
            "Peru's Silver Dawn Party said no. The party's secretary-general, [[Ana Lind]], left.",
            "2020-02-02",
            "PER",
            "PTY",
        ),
        ("Peru's [[presidents]] of both parties said no.", "2020-02-02", "PER", "GOV"),
    ],
)
def test_sectors_that_words_beside_a_noun_tell(
    text: str, published: str, country: str | None, sector: str, actors: ActorList
) -> None:
    actor = _actor(text, published, actors)
    assert (actor.country, actor.sectors[:1]) == (country, (sector,))


def _last_name(marked: str, actors: ActorList) -> str | None:
    text, spans = split(marked)
    return resolve_parties(text, spans, actors, published=date(2018, 11, 11)).actors[spans[-1]].name


def test_who_is_said_to_speak_of_himself(actors: ActorList) -> None:
    meet = "President [[Trump]] met [[Emmanuel Macron]]. "
    assert _last_name(meet + "Beside Trump, Macron said [[he]] would go.", actors) == "Emmanuel Macron"
    assert _last_name(meet + "After calls to Macron, Trump said that [[he]] would go.", actors) == "Donald Trump"


def test_several_bearers_of_a_surname_are_told_apart_by_their_titles(actors: ActorList) -> None:
    text = "[[Myra Lind]], widow of Sgt Paul Lind, wept in Chad. [[Sgt Lind]] was killed."
    assert _last_name(text, actors) == "Paul Lind"


def test_a_day_begins_no_name(actors: ActorList) -> None:
    assert _last_name("Yesterday [[Omar Lind]], a spokesman of Chad, said no.", actors) == "Omar Lind"


def test_aircraft_of_two_states_are_two_parties(actors: ActorList) -> None:
    text, (span,) = split("[[Syrian and Russian warplanes]] bombed a town.")
    members = resolve_parties(text, [span], actors).members[span]
    assert [(one.country, one.sectors) for one in members] == [("SYR", ("MIL",)), ("RUS", ("MIL",))]


def test_papers_are_called_by_their_last_word(actors: ActorList) -> None:
    assert _last_name("The [[New York Times]] wrote of Mali. The [[Times]] said no.", actors) == "New York Times"
    assert _last_name("The [[Bangkok Post]] wrote of it. [[The Post]] said no.", actors) == "Bangkok Post"
    assert _last_name("[[The Times]] wrote of Mali.", actors) == "The Times"


def test_a_spokesman_is_of_whom_a_nameless_one_was_before(actors: ActorList) -> None:
    spoke = "Iraq fired. A Pentagon spokesman said troops stay in Iraq. So said [[spokesman Jon Lind]]."
    assert _actor(spoke, "1998-03-06", actors).country == "USA"
    assert _actor(spoke.replace("Pentagon", "Kenyan"), "1998-03-06", actors).country == "KEN"


def test_civilians_are_of_the_place_that_opens_their_sentence(actors: ActorList) -> None:
    text = "Kenya mourned. Kenya wept. In Tanzania, a blast at a gate of the camp killed [[10 people]]."
    assert _actor(text, "1998-08-18", actors).country == "TZA"
    assert _actor(text.replace("a gate", "Kenya's gate"), "1998-08-18", actors).basis == "head noun"


def test_the_model_does_not_overrule_the_list_where_he_means_someone_listed(actors: ActorList) -> None:
    text, spans = split("[[Abubakar Shekau]] spoke in Nigeria. [[He]] said no.")
    found = resolve_parties(
        text, spans, actors, published=date(2014, 9, 9), sector_hints={spans[1]: [("GOV", 0.9), ("REB", 0.05)]}
    ).actors
    assert found[spans[1]].sectors == ("REB",)


@pytest.mark.parametrize(
    ("text", "published", "country", "sector"),
    [
        # Where somebody was killed, and by whose mission people are employed.
        (
            "Kenya mourned. Kenya wept. A blast near the U.S. embassy in Tanzania killed [[10 people]].",
            "1998-08-21",
            "TZA",
            "CVL",
        ),
        (
            "Kenya mourned. A blast in Tanzania killed 10 people and wounded about 70 [[others]]. Kenya wept.",
            "1998-08-21",
            "TZA",
            "CVL",
        ),
        ("Cuba was told of attacks on [[personnel]] at the U.S. embassy in Havana.", "2018-04-19", "USA", ""),
        # Of whom a part of "his band" is, and who leads from abroad.
        ("Venezuela watched Cuba. Fidel Castro and his band of [[guerrillas]] came.", "2018-04-19", "CUB", "REB"),
        ("[[Burmese exile leaders]] said no.", "2012-11-18", "MMR", "OPP"),
    ],
)
def test_whose_people_are_by_what_stands_around(
    text: str, published: str, country: str, sector: str, actors: ActorList
) -> None:
    actor = _actor(text, published, actors)
    assert actor.country == country
    assert not sector or actor.sectors[:1] == (sector,)


def test_he_of_what_somebody_said_on_a_day_is_that_speaker(actors: ActorList) -> None:
    met = "President [[Trump]] met [[Emmanuel Macron]]. Trump's talks with Macron went on. "
    assert _last_name(met + "Macron said Monday that [[he]] left.", actors) == "Emmanuel Macron"


def test_a_doctrine_is_nobody(actors: ActorList) -> None:
    text = "The United States met. The talk-first Obama Doctrine fell. [[Mr. Obama]] said no."
    assert _last_name(text, actors) == "Barack Obama"


def test_the_group_that_adds_is_the_body_that_spoke(actors: ActorList) -> None:
    text, spans = split('Boko Haram fled. "It is split," [[Stratfor]] said. "It is weak," the [[group]] added.')
    said = [
        Said(Span(text.index(words), text.index(words) + len(words)), source, None, 0.9)
        for words, source in zip(("It is split", "It is weak"), spans, strict=True)
    ]
    assert resolve_parties(text, spans, actors, said=said).actors[spans[1]].name == "Stratfor"
