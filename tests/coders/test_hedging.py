"""Whether a hedge is one on the act it was read with."""

from __future__ import annotations

import pytest

from dateline.coders.hedging import governs
from dateline.records.span import Span


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "hedge", "act", "on_it"),
    [
        ("The chamber impeached him over alleged abuse of power.", "alleged", "impeached", False),
        ("Police brought charges against an alleged spy.", "alleged", "charges", False),
        ("The state released men who are suspected of arson.", "suspected", "released", False),
        ("She attacked the court, appearing to call for its end.", "appearing", "attacked", False),
        ("The blast hit a leader, who was reportedly hurt.", "reportedly", "blast", False),
        ("The army killed two suspected rebels.", "suspected", "killed", True),
        ("The alleged attack hit a port.", "alleged", "attack", True),
        ("Rebels reportedly shelled the port.", "reportedly", "shelled", True),
        ("Dozens died in the attack, reportedly by rebels.", "reportedly", "attack", True),
        ("The army shelled the port, it is claimed.", "claimed", "shelled", True),
        ("A clerk allegedly hid a note before the killings.", "allegedly", "killings", False),
        ("The guards were fired, purportedly because they had shot at farmers.", "purportedly", "fired", True),
        ("The guards were accused of theft during the siege.", "accused", "siege", False),
        ("They are accused of killing two men.", "accused", "killing", True),
        ("Farmers were killed when shells reportedly fell.", "reportedly", "killed", False),
        ("A confirmed attack hit the port.", "confirmed", "attack", False),
        ("If it is confirmed that rebels shelled the port, he will go.", "confirmed", "shelled", True),
        ("The boat was deliberately rammed.", "deliberately", "rammed", False),
        ("The premeditated raid shook the port.", "premeditated", "raid", False),
        ("He appeared in tapes of the raids.", "appeared", "raids", False),
        ("They appeared to shell the port.", "appeared", "shell", True),
        ("He accused Togo of fraud, and threatened to leave.", "accused", "threatened", False),
        ("He is accused of having robbed and wounded a clerk.", "accused", "wounded", True),
        ("Raiders linked to Boko Haram killed nine clerks.", "linked", "killed", False),
        ("He was linked to the killing of a clerk.", "linked", "killing", True),
        ("She was accused by the court.", "accused", "accused", False),
        ("No group has claimed the raid.", "claimed", "raid", False),
        ("Nobody took responsibility for the raid.", "responsibility", "raid", False),
        ("The rebels claimed the raid.", "claimed", "raid", True),
    ],
)
def test_a_hedge_counts_where_it_is_on_the_act(text: str, hedge: str, act: str, on_it: bool) -> None:
    assert governs(text, _at(text, hedge), _at(text, act)) is on_it


@pytest.mark.parametrize(
    ("text", "hedge", "other", "act", "on_it"),
    [
        ("They left for allegedly failing to stop the raids.", "allegedly", "failing", "raids", False),
        ("Guards allegedly beat and robbed a farmer.", "allegedly", "beat", "robbed", True),
        ("He spoke of an alleged plan to shell the port.", "alleged", "plan", "shell", False),
        ("An alleged gas attack hit the port.", "alleged", "gas", "attack", True),
        ("The club alleged they had held farmers in unlawful detention.", "alleged", "held", "detention", True),
        ("The club claims that police came to beat farmers.", "claims", "came", "beat", True),
    ],
)
def test_a_hedge_on_one_act_is_not_on_another_behind_it(
    text: str, hedge: str, other: str, act: str, on_it: bool
) -> None:
    assert governs(text, _at(text, hedge), _at(text, act), [_at(text, other), _at(text, act)]) is on_it
