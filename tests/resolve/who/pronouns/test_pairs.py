"""Parties that an "and" joins, and the mentions that mean them together."""

from __future__ import annotations

import pytest

from dateline.resolve.who import ActorList, resolve_parties
from tests.resolve.who.marked import split

LEADERS = "[[Vladimir Putin]] and [[Narendra Modi]] met in Delhi. "


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Kenya and Somalia traded fire. [[They]] broke the truce.", ["KEN", "SOM"]),
        ("Kenya and Somalia shelled [[each other]].", ["KEN", "SOM"]),
        ("Kenya and Somalia traded fire. [[They]] shelled [[each other]].", ["KEN", "SOM"]),
        ("Chad met Niger. [[Both sides]] blamed [[one another]].", ["TCD", "NER"]),
        ("Chad, Mali and Niger left. [[They]] founded a bloc.", ["TCD", "MLI", "NER"]),
        ("Chad, Mali and Niger left. The [[three]] founded a bloc.", ["TCD", "MLI", "NER"]),
        (LEADERS + "[[They]] agreed.", ["RUS", "IND"]),
        (LEADERS + "The [[pair]] agreed.", ["RUS", "IND"]),
        (LEADERS + "The [[two]] agreed.", ["RUS", "IND"]),
        (LEADERS + "The [[two leaders]] praised [[each other]].", ["RUS", "IND"]),
        ("Vladimir Putin met Narendra Modi. The [[two]] agreed.", ["RUS", "IND"]),
        ("Russia's Sergey Lavrov and [[his Malian counterpart]] spoke. [[They]] agreed.", ["RUS", "MLI"]),
        # Places, a possessor, others in between, and numbers that do not fit.
        ("Fighting went on in Sudan and Chad. [[They]] fled.", []),
        ("India and Pakistan's army fought. [[They]] left.", []),
        (LEADERS + "[[Residents]] cheered. [[They]] were happy.", []),
        (LEADERS + "The [[trio]] agreed.", []),
        (LEADERS + "The [[pair]] of shoes was new.", []),
        (LEADERS + "[[two]] died.", []),
        ('Chad was calm, minister Anna Lind and minister Juan Rojas said. "[[They]] fled," Lind said.', []),
    ],
)
def test_who_is_meant_together(actors: ActorList, text: str, members: list[str]) -> None:
    plain, spans = split(text)
    found = resolve_parties(plain, spans, actors)
    assert [one.country for one in found.members.get(spans[-1], ())] == members


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Hamas and Fatah signed a deal. [[They]] agreed.", "PSE"),
        ("Kenya and Somalia traded fire. [[They]] broke the truce.", None),
    ],
)
def test_their_country_is_what_they_share(actors: ActorList, text: str, country: str | None) -> None:
    plain, spans = split(text)
    assert resolve_parties(plain, spans, actors).actors[spans[-1]].country == country
