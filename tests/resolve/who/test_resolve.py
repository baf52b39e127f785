"""Rules of `resolve_parties`, each on sentences written for it, and what must hold for any text."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.records.article import Sentence
from dateline.records.resolved import Actor
from dateline.records.span import Span
from dateline.resolve.who import ActorList, resolve_parties

REPORT = (
    "BAMAKO, 2 August - Russian Foreign Minister Sergey Lavrov telephoned Abdoulaye Diop, Mali's foreign minister, on "
    "Thursday. The Russian minister promised support. He said Moscow would train Malian soldiers.\n"
    "Tuareg rebels attacked the soldiers near Tinzaouaten. The army said they had killed two contractors.\n"
    "The Alliance of Sahel States (AES) condemned the attack. Its members cut ties with France. AES forces retaliated."
)


def span_of(text: str, mention: str, nth: int = 1) -> Span:
    start = -1
    for _ in range(nth):
        start = text.index(mention, start + 1)
    return Span(start, start + len(mention))


def one(actors: ActorList, text: str, mention: str, nth: int = 1, published: date | None = None) -> Actor:
    span = span_of(text, mention, nth)
    return resolve_parties(text, [span], actors, published=published).actors[span]


@pytest.mark.parametrize(
    ("mention", "nth", "country", "sector", "name"),
    [
        ("Foreign Minister Sergey Lavrov", 1, "RUS", "GOV", "Sergey Lavrov"),
        ("Lavrov", 1, "RUS", "GOV", "Sergey Lavrov"),
        ("Abdoulaye Diop", 1, "MLI", "GOV", "Abdoulaye Diop"),
        ("The Russian minister", 1, "RUS", "GOV", "Sergey Lavrov"),
        ("He", 1, "RUS", "GOV", "Sergey Lavrov"),
        ("Moscow", 1, "RUS", "GOV", "Russia"),
        ("Malian soldiers", 1, "MLI", "MIL", None),
        ("Tuareg rebels", 1, "MLI", "REB", None),
        ("The army", 1, "MLI", "MIL", None),
        ("Alliance of Sahel States", 1, "IGO", "GOV", "Alliance of Sahel States"),
        ("AES", 2, "IGO", "GOV", "Alliance of Sahel States"),
        ("France", 1, "FRA", "GOV", "France"),
    ],
)
def test_a_report_on_mali(
    actors: ActorList, mention: str, nth: int, country: str, sector: str, name: str | None
) -> None:
    actor = one(actors, REPORT, mention, nth, date(2024, 8, 2))
    assert (actor.country, actor.name) == (country, name)
    assert sector in actor.sectors


def test_the_basis_tells_where_an_answer_comes_from(actors: ActorList) -> None:
    assert one(actors, REPORT, "Moscow").basis == "capital as government"
    assert one(actors, REPORT, "Malian soldiers").basis == "country word"
    assert one(actors, REPORT, "He").basis == "pronoun"
    assert one(actors, REPORT, "The Russian minister").basis == "same name earlier in the article"
    assert one(actors, "Mayor Lea Obi of Gao spoke.", "Mayor Lea Obi").basis == "title in the article"
    assert one(actors, "Hamas fired a rocket.", "Hamas").basis == "actor list"


def test_roles_hold_for_a_time(actors: ActorList) -> None:
    text = "Mohamed Morsi spoke."
    assert one(actors, text, "Mohamed Morsi", published=date(2013, 1, 1)).sectors == ("GOV",)
    assert one(actors, text, "Mohamed Morsi", published=date(2014, 1, 1)).sectors[0] == "ELI"


def test_a_counterpart_holds_the_same_office_elsewhere(actors: ActorList) -> None:
    text = (
        "Russian Foreign Minister Sergey Lavrov met his Malian counterpart. Malian Foreign Minister Ali Oumar agreed."
    )
    actor = one(actors, text, "his Malian counterpart")
    assert (actor.country, actor.name, actor.basis) == ("MLI", "Ali Oumar", "counterpart")


def test_sides_are_parties_named_before_only_in_a_strife(actors: ActorList) -> None:
    start = "Mali fought Algeria. "
    assert one(actors, start + "Both sides of the conflict agreed.", "Both sides").name == "Mali; Algeria"
    assert one(actors, start + "Both sides of the House agreed.", "Both sides").name is None


def test_both_countries_are_one_actor_of_several_names(actors: ActorList) -> None:
    actor = one(actors, "Mali broke with France. Both countries closed their embassies.", "Both countries")
    assert (actor.country, actor.name, actor.sectors) == (None, "Mali; France", ("GOV",))


def test_a_tie_is_not_belonging(actors: ActorList) -> None:
    actor = one(actors, "Pro-Russian rebels shelled a town in Ukraine.", "Pro-Russian rebels")
    assert actor.country == "UKR"


@pytest.mark.parametrize(
    ("text", "mention", "country"),
    [
        ("Turkish police watched protesters in Hong Kong on Sunday.", "protesters", "HKG"),
        ("He spoke of Iran and of Venezuela, where residents went hungry.", "residents", "VEN"),
        ("Russia stayed silent. In South Africa, demonstrators burned a flag.", "demonstrators", "ZAF"),
    ],
)
def test_a_crowd_is_of_the_place_that_the_words_give_it(
    actors: ActorList, text: str, mention: str, country: str
) -> None:
    found = one(actors, text, mention)
    assert (found.country, found.basis) == (country, "place in the text")


def test_foreign_crowds_are_not_of_the_place(actors: ActorList) -> None:
    assert one(actors, "Gunmen shot at foreign tourists in Egypt.", "foreign tourists").basis != "place in the text"


def test_who_backs_rebels_does_not_own_them(actors: ActorList) -> None:
    text = "Rebels backed by Rwanda seized the airport of Goma in eastern Congo."
    assert one(actors, text, "Rebels backed by Rwanda").country == "COD"


def test_a_spokesperson_has_the_sector_of_the_body(actors: ActorList) -> None:
    found = one(actors, "A spokeswoman for the Chadian army denied it.", "spokeswoman for the Chadian army")
    assert (found.country, found.sectors[0]) == ("TCD", "MIL")


def test_countries_act_by_their_forces_or_governments(actors: ActorList) -> None:
    assert one(actors, "Israel shelled the port.", "Israel").sectors == ("MIL",)
    assert one(actors, "Israel rejected the plan.", "Israel").sectors == ("GOV",)


def test_we_is_the_speaker_of_the_quotation(actors: ActorList) -> None:
    text = '"We will not leave," said Kenyan Interior Minister Peter Omondi after Chad had protested.'
    actor = one(actors, text, "We")
    assert (actor.country, actor.sectors) == ("KEN", ("GOV",))


def test_the_model_fills_in_where_words_are_silent(actors: ActorList) -> None:
    text = "Karim Osei of Ghana was shot."
    span = span_of(text, "Karim Osei")
    sure = resolve_parties(text, [span], actors, sector_hints={span: [("JRN", 0.8), ("CVL", 0.1)]}).actors[span]
    unsure = resolve_parties(text, [span], actors, sector_hints={span: [("JRN", 0.2)]}).actors[span]
    assert (sure.sectors, sure.basis) == (("JRN",), "model")
    assert unsure.basis != "model"


def test_the_model_does_not_overrule_the_list(actors: ActorList) -> None:
    text = "Hamas fired a rocket."
    span = span_of(text, "Hamas")
    assert resolve_parties(text, [span], actors, sector_hints={span: [("GOV", 0.99)]}).actors[span].sectors == ("REB",)


def test_nothing_known_is_none(actors: ActorList) -> None:
    actor = one(actors, "The government fell.", "government")
    assert (actor.country, actor.name, actor.id) == (None, None, None)
    assert actor.sectors == ("GOV",)


def spans_in(text: str, numbers: list[tuple[int, int]]) -> list[Span]:
    size = len(text)
    return [Span(min(a % (size + 1), b % (size + 1)), max(a % (size + 1), b % (size + 1))) for a, b in numbers]


TOKENS = (
    "the The of and , . \n \" “ ” 's Mali Malian Russia US U.S. Hamas UN army soldiers rebels minister Minister "
    "Foreign Lavrov Sergey he they its his counterpart both countries said former group Kremlin - ( ) AES pro backed"
)
WORDS = st.lists(st.sampled_from(TOKENS.split(" ")), max_size=40).map(" ".join)
PAIRS = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), max_size=12)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(max_size=120), WORDS), pairs=PAIRS, day=st.none() | st.dates())
def test_any_text_gives_pieces_that_equal_it(
    actors: ActorList, text: str, pairs: list[tuple[int, int]], day: date | None
) -> None:
    mentions = spans_in(text, pairs)
    found = resolve_parties(text, mentions, actors, published=day).actors
    assert set(found) == set(mentions)
    for span, actor in found.items():
        assert actor.piece.span == span
        assert actor.piece.text == text[span.start : span.end]
        assert actor.basis


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=WORDS, pairs=PAIRS, seed=st.integers(0, 1000))
def test_answers_do_not_hang_on_the_order_of_mentions(
    actors: ActorList, text: str, pairs: list[tuple[int, int]], seed: int
) -> None:
    mentions = spans_in(text, pairs)
    shuffled = random.Random(seed).sample(mentions, len(mentions))
    assert resolve_parties(text, mentions, actors) == resolve_parties(text, shuffled, actors)


def test_sentences_bound_how_far_pronouns_reach(actors: ActorList) -> None:
    text = "Greta Thunberg spoke. " + "Rain fell. " * 8 + "She left."
    starts = [0, *[22 + 11 * number for number in range(9)]]
    sentences = [Sentence(n, start, start + 9) for n, start in enumerate(starts)]
    span = span_of(text, "She")
    assert resolve_parties(text, [span], actors, sentences=sentences).actors[span].name is None


@pytest.mark.parametrize(
    ("text", "mention", "country"),
    [
        ("An Australian, Peter Brown, appeared in court in Auckland, New Zealand.", "Peter Brown", "AUS"),
        ("The Kremlin holds US basketball player Anna Lind in Moscow, Russia.", "Anna Lind", "USA"),
        ("The army pounded ISILs positions near Palmyra, Syria.", "ISILs positions", "IMG"),
        ("Syria and Russia met. Russias Foreign Ministry spoke.", "Russias Foreign Ministry", "RUS"),
        ("Kenyan police said foreign tourists were killed in Mombasa, Kenya.", "foreign tourists", None),
        ("Western diplomats left Libya. Libya was calm.", "Western diplomats", None),
        ("Zelensky met Ukraine's allies in Kyiv, Ukraine.", "Ukraine's allies", None),
        ("Syria thanked its Iranian allies.", "Iranian allies", "IRN"),
        ("Iran hailed the move by V. Putin.", "V. Putin", "RUS"),
    ],
)
def test_whose_a_mention_is_not(actors: ActorList, text: str, mention: str, country: str | None) -> None:
    assert one(actors, text, mention, published=date(2020, 6, 1)).country == country


def test_a_quotation_that_opens_is_no_part_of_a_name(actors: ActorList) -> None:
    text = "Trump met Kim Jong Un. He had called Kim “Little Rocket Man.” And Kim had called Trump a “dotard.”"
    assert one(actors, text, "Kim", 2, date(2018, 6, 1)).name == "Kim Jong Un"


def test_parties_in_parliament_are_legislators_first(actors: ActorList) -> None:
    text = "Senate Republicans in the United States rejected the bill."
    assert one(actors, text, "Senate Republicans").sectors == ("LEG", "PTY")


@pytest.mark.parametrize(
    ("text", "mention", "country", "sector"),
    [
        ("Leaders of the former French colonies met in Dakar, Senegal.", "former French colonies", None, "GOV"),
        ("In Lyon, France, a Chinese restaurant burned.", "Chinese restaurant", "FRA", "BUS"),
        ("The Georgia governor signed the bill.", "Georgia governor", "USA", "GOV"),
        ("Fires burned in Georgia. Atlanta sent crews.", "Georgia", "USA", ""),
        ("Georgia's governor of the bank met Georgians in Tbilisi.", "Georgia", "GEO", "GOV"),
        ("Georgia accused Russia of an attack.", "Georgia", "GEO", "GOV"),
        ("The Democrats blocked the bill.", "Democrats", "USA", "PTY"),
        ("Washington was tense. The Republicans walked out.", "Republicans", "USA", "PTY"),
        ("France voted. The Republicans lost seats in Paris, France.", "Republicans", "FRA", "PTY"),
        ("Modi spoke in India. The Congress walked out.", "Congress", "IND", "PTY"),
        ("The Springfield Gazette reported it. Washington was silent.", "Springfield Gazette", "USA", "JRN"),
        ("The BBC's Anna Lind saw rockets over Gaza.", "Anna Lind", "GBR", "JRN"),
        ("Jaishankar rejected the charge of Ottawa.", "Jaishankar", "IND", "GOV"),
        ("The PKK spoke in Turkey. The Silver Dawn Party stayed away.", "Silver Dawn Party", "TUR", "PTY"),
        ("Syria was calm. Kurdish allies of Washington left.", "Kurdish allies", "SYR", ""),
        ("Farah Nabil, a US diplomat, left.", "Farah Nabil", "USA", "GOV"),
    ],
)
def test_what_news_leaves_to_its_readers(
    actors: ActorList, text: str, mention: str, country: str | None, sector: str
) -> None:
    actor = one(actors, text, mention, published=date(2025, 6, 1))
    assert actor.country == country
    assert not sector or sector in actor.sectors


def test_forces_are_of_a_state(actors: ActorList) -> None:
    text = "ISIS shot at an army patrol. ISIS fled. ISIS boasted of it. ISIS killed two in Iraq."
    assert one(actors, text, "army patrol").country == "IRQ"
