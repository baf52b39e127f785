from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merge.credits import agency


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("BAMAKO, Mali (AP) — Rebels attacked a post.", "AP"),
        ("Rebels attack a post\nBAMAKO, May 3 (Reuters) - Rebels attacked a post.", "Reuters"),
        ("MOSCOW, May 10. /TASS/. Talks began.", "TASS"),
        ("By Ana Poe, Associated Press\nRebels attacked a post.", "AP"),
        ("Rebels attacked a post. " * 30 + "\nReuters contributed to this report.", "Reuters"),
        ("Rebels attacked a post. " * 30 + "\n(Reporting by Ana Poe for Agence France-Presse)", "AFP"),
        ("Rebels attacked a post. " * 30 + "\nCopyright 2020 The Associated Press. All rights reserved.", "AP"),
        ("Rebels attacked a post. " * 30 + "— AFP", "AFP"),
        ("Rebels attacked a post. " * 30, None),
        ("The minister told AFP that rebels had attacked a post.", None),
    ],
)
def test_credits_of_reports(text: str, name: str | None) -> None:
    assert agency(text, "The Paper") == name


def test_an_agency_as_publisher_is_the_agency() -> None:
    assert agency("Rebels attacked a post.", "The Associated Press") == "AP"


@settings(deadline=None)
@given(st.text(), st.text() | st.none())
def test_any_text_has_an_agency_or_none(text: str, publisher: str | None) -> None:
    assert agency(text, publisher) is None or isinstance(agency(text, publisher), str)
