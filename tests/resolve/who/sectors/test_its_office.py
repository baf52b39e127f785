"""Whose director "its director" is."""

from __future__ import annotations

import pytest

from dateline.resolve.who import ActorList, resolve_parties
from tests.resolve.who.marked import split


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("The raid on Mercy Hospital in Gao killed two. [[Its director]] spoke. Mali's army denied it.", "MED"),
        ("The raid on [[Mercy Hospital]] in Gao killed two. [[Its spokesman]] spoke.", "MED"),
        ("Mali's army said it raided a hospital. [[Its director]] wept.", "MED"),
        ("Police stormed Lome University on Monday. [[Its president]] protested.", "EDU"),
        ("The firm Acme Steel cut jobs in Peru. [[Its chairman]] resigned.", "BUS"),
        ("The rights group Clear Sky was banned in Niger. [[Its head]] was held.", "SOC"),
        ("The Red Cross left Mali. [[Its director]] spoke.", "MED"),
        ("The FBI raided a house. [[Its director]] spoke.", "COP"),
        ("Hamas fired rockets. [[Its spokesman]] spoke.", "REB"),
        # A state named later than the body, and offices that states have.
        ("A bank closed. Mali was calm. [[Its president]] spoke.", "GOV"),
        ("Mali closed its border. [[Its president]] spoke.", "GOV"),
        ("Mali closed its border. [[Its spokesman]] spoke.", "GOV"),
        # The body of another paragraph long ago.
        ("A hospital closed.\nMali was calm.\nIt rained.\nMali met Niger.\n[[Its director]] spoke.", "GOV"),
    ],
)
def test_the_sector_is_that_of_whom_its_means(actors: ActorList, text: str, sector: str) -> None:
    plain, spans = split(text)
    assert resolve_parties(plain, spans, actors).actors[spans[-1]].sectors[0] == sector
