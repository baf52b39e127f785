"""Mentions that name several parties at once, and who acts by force."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.records.span import Span
from dateline.resolve.who import ActorList, resolve_parties
from tests.resolve.who.marked import split


def _members(text: str, mention: str, actors: ActorList) -> list[tuple[str, str | None, str, str | None]]:
    start = text.rindex(mention)
    span = Span(start, start + len(mention))
    found = resolve_parties(text, [span], actors, published=date(2024, 5, 5)).members.get(span, ())
    assert all(one.piece.text == text[one.piece.span.start : one.piece.span.end] for one in found)
    return [(one.piece.text, one.country, one.sectors[0], one.name) for one in found]


@pytest.mark.parametrize(
    ("text", "mention", "countries"),
    [
        # Who urges both sides is neither of them, nor is a place, nor an agency.
        (
            "Peru and Chile argued. Chile denied it. The African Union urged both governments.",
            "both gov",
            ["PER", "CHL"],
        ),
        ("Peru and Chile argued. NATO's KFOR came. EU envoy Ann Rowe invited both sides.", "both sid", ["PER", "CHL"]),
        ("Ukraine said the SBU hit bases in Russia. There the two sides agreed.", "two sides", ["UKR", "RUS"]),
        ("Chile fell silent. Peru said both sides lost men.", "both sides", ["CHL", "PER"]),
        # Nor are two who urge them together.
        ("Peru and Chile argued. Togo and Benin on Friday called on both sides to talk.", "both sides", ["PER", "CHL"]),
        ("The army fought the Lord's Army. Peru met Chile. Togo urged both sides.", "both sides", ["PER", "CHL"]),
        # Where others talk is no side.
        (
            "Peru and Chile argued. The summit in Norway failed. Calls were made, and both sides are open.",
            "both sides",
            ["PER", "CHL"],
        ),
        # "The North" is no second state, and who belongs to both parties is of a parliament.
        (
            "America warned Pyongyang. The North replied, and North Korea shook. Then both sides spoke.",
            "both sides",
            ["USA", "PRK"],
        ),
        ("America and Peru argued. Lawmakers on both sides of the aisle wept.", "both sides", []),
        # Nobody named before is meant.
        ("Ana Lind met Juan Rojas of Peru. Police held two men there.", "two men", []),
        ("Ana Lind met Juan Rojas of Peru. Police held two ex-ministers.", "two ex-ministers", []),
    ],
)
def test_who_the_sides_are(actors: ActorList, text: str, mention: str, countries: list[str]) -> None:
    whole = next(m for m in ("both governments", "both sides", "two sides", "two men", "two ex-ministers") if m in text)
    assert whole.startswith(mention)
    assert [country for _, country, _, _ in _members(text, whole, actors)] == countries


def test_both_sides_are_a_group_and_the_army_it_fights_though_others_were_named_since(actors: ActorList) -> None:
    text, spans = split(
        "[[Uganda's army]] fought the [[Lord's Resistance Army]]. Trucks came from Adre in Chad. The agency waited. "
        "Kenya and Togo urged [[both sides]] to talk."
    )
    found = resolve_parties(text, spans, actors)
    assert [(one.country, one.name) for one in found.members[spans[-1]]] == [
        ("UGA", "Lord's Resistance Army"),
        ("UGA", "Uganda"),
    ]


def test_both_armies_are_of_the_soldiers_told_of(actors: ActorList) -> None:
    text, spans = split("[[Thai]] and [[Cambodian soldiers]] broke a truce signed in Malaysia, [[both armies]] said.")
    found = resolve_parties(text, spans, actors)
    assert [one.country for one in found.members[spans[-1]]] == ["THA", "KHM"]


@pytest.mark.parametrize(
    ("text", "mention", "members"),
    [
        (
            "Mali and Burkina Faso signed a pact.",
            "Mali and Burkina Faso",
            [("Mali", "MLI", "GOV", "Mali"), ("Burkina Faso", "BFA", "GOV", "Burkina Faso")],
        ),
        (  # those that an "and" joined last, as places too, rather than the last ones named
            "A visit to Mali and Niger ended when Chad left Benin, hurting the two countries.",
            "two countries",
            [("two countries", "MLI", "GOV", "Mali"), ("two countries", "NER", "GOV", "Niger")],
        ),
        (  # "both" may be cut from them
            "Mali met Niger. Bombs fell on both countries.",
            "countries",
            [("countries", "MLI", "GOV", "Mali"), ("countries", "NER", "GOV", "Niger")],
        ),
        (
            "Mali met Burkina Faso. The two countries agreed.",
            "two countries",
            [("two countries", "MLI", "GOV", "Mali"), ("two countries", "BFA", "GOV", "Burkina Faso")],
        ),
        (
            "Mali met Burkina Faso. The two armies trained.",
            "two armies",
            [("two armies", "MLI", "MIL", None), ("two armies", "BFA", "MIL", None)],
        ),
        (
            "President Emmanuel Macron met President Joe Biden. Both presidents agreed.",
            "Both presidents",
            [("Both presidents", "FRA", "GOV", "Emmanuel Macron"), ("Both presidents", "USA", "GOV", "Joe Biden")],
        ),
        (
            "Mali met Niger. Reuters said both sides agreed.",
            "both sides",
            [("both sides", "MLI", "GOV", "Mali"), ("both sides", "NER", "GOV", "Niger")],
        ),
        ("Mali met Niger. About two dozen countries agreed.", "two dozen countries", []),
        ("Mali was quiet. The two countries agreed.", "two countries", []),
        ("Mali met Niger. The army trained.", "army", []),
        (
            "Ghana and Togo met. The former French colonies hailed Ivory Coast.",
            "former French colonies",
            [("former French colonies", "GHA", "GOV", "Ghana"), ("former French colonies", "TGO", "GOV", "Togo")],
        ),
        (
            "Ghana and Togo met. The countries trade.",
            "The countries",
            [("The countries", "GHA", "GOV", "Ghana"), ("The countries", "TGO", "GOV", "Togo")],
        ),
        ("Ghana and Togo met. The countries of Asia trade.", "countries", []),
        ("Ghana and Togo met. Many countries trade.", "countries", []),
        ("Mali and its army trained.", "Mali and its army", []),
    ],
)
def test_each_party_of_a_joint_mention(
    actors: ActorList, text: str, mention: str, members: list[tuple[str, str | None, str, str | None]]
) -> None:
    assert _members(text, mention, actors) == members


@pytest.mark.parametrize(
    ("text", "mention", "members"),
    [
        ("Peru and Chile said their armies would meet.", "their armies", [("PER", "MIL"), ("CHL", "MIL")]),
        (
            "Peru met Chile. The two countries recalled their ministers.",
            "their ministers",
            [("PER", "GOV"), ("CHL", "GOV")],
        ),
        (
            "Peru and Chile blamed protesters for jeering their presidents.",
            "their presidents",
            [("PER", "GOV"), ("CHL", "GOV")],
        ),
        ("Peru and Chile blamed protesters for hiding their leaders.", "their leaders", []),
        ("Peru and Chile said their troops left.", "their troops", []),
    ],
)
def test_what_several_states_have_is_of_each(
    actors: ActorList, text: str, mention: str, members: list[tuple[str, str]]
) -> None:
    marked = text.replace(mention, f"[[{mention}]]")
    for word in ("Peru", "Chile", "The two countries", "protesters"):
        marked = marked.replace(word, f"[[{word}]]", 1)
    text, spans = split(marked)
    span = next(s for s in spans if s.of(text) == mention)
    found = resolve_parties(text, spans, actors).members.get(span, ())
    assert [(one.country, one.sectors[0]) for one in found] == members


def test_a_stroke_joins_two_states(actors: ActorList) -> None:
    found = _members("On Friday the Peruvian/Chilean navy came.", "Peruvian/Chilean navy", actors)
    assert [(country, sector) for _, country, sector, _ in found] == [("PER", "MIL"), ("CHL", "MIL")]
