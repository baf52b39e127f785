from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records.draft import Draft
from dateline.records.span import Span
from dateline.weigh import Weights
from dateline.weigh.subject import calm

MATCH = (
    "The federation thanked the coach after the tournament. The striker scored twice in the semifinal, and the "
    "goalkeeper saved a penalty before the fans of the league's champions left the stadium."
)
COUP = (
    "The president condemned the coup. Soldiers of the army arrested two ministers, the government's spokesman said, "
    "and rebels attacked a convoy near the border while protesters marched on parliament."
)
MARKETS = (
    "Shares of the carmaker fell after the quarterly earnings. Investors had hoped for a merger, and its shareholders "
    "asked for a dividend as revenue and profit shrank."
)


@pytest.mark.parametrize(
    ("text", "expected"), [(MATCH, 1.0), (MARKETS, 1.0), (COUP, 0.0), (f"{COUP} {COUP} {MATCH}", 0.0)]
)
def test_what_a_report_is_about(text: str, expected: float) -> None:
    assert calm(text) == expected


def test_a_text_that_tells_nothing_is_not_taken_for_a_calm_one() -> None:
    assert calm("It rained on Monday, and the river rose.") == calm("") == 0.0


@given(st.text())
def test_it_is_a_share_whatever_the_text(text: str) -> None:
    assert 0.0 <= calm(text) <= 1.0


def test_an_act_is_less_sure_in_a_calm_report_and_explain_says_why() -> None:
    def kept(text: str) -> Draft:
        at = text.index("The") + 4
        draft = Draft(Span(at, at + 5), 0, "SUPPORT", (), (), "happened", 0.5, (("SUPPORT", 0.9),), score=0.9)
        (found,) = Weights().keep(text, (draft,), {}, (), 2)
        return found

    game, coup = kept(MATCH), kept(COUP)
    assert game.confidence < coup.confidence
    assert dict(game.reasons)["subject"] == -1.5 and "subject" not in dict(coup.reasons)
