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
    ],
)
def test_a_hedge_counts_where_it_is_on_the_act(text: str, hedge: str, act: str, on_it: bool) -> None:
    assert governs(text, _at(text, hedge), _at(text, act)) is on_it
