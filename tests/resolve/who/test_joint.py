"""Mentions that name several parties at once, and who acts by force."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.records.span import Span
from dateline.resolve.who import ActorList, resolve_parties


def _members(text: str, mention: str, actors: ActorList) -> list[tuple[str, str | None, str, str | None]]:
    start = text.rindex(mention)
    span = Span(start, start + len(mention))
    found = resolve_parties(text, [span], actors, published=date(2024, 5, 5)).members.get(span, ())
    assert all(one.piece.text == text[one.piece.span.start : one.piece.span.end] for one in found)
    return [(one.piece.text, one.country, one.sectors[0], one.name) for one in found]


@pytest.mark.parametrize(
    ("text", "mention", "members"),
    [
        (
            "Mali and Burkina Faso signed a pact.",
            "Mali and Burkina Faso",
            [("Mali", "MLI", "GOV", "Mali"), ("Burkina Faso", "BFA", "GOV", "Burkina Faso")],
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
