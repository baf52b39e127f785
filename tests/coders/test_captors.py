"""Captives of armed groups are abducted, prisoners of states are not."""

from __future__ import annotations

import pytest

from dateline.coders.captors import by_captors
from dateline.records.span import Span


@pytest.mark.parametrize(
    ("text", "act", "actor", "abducted"),
    [
        ("The nuns were held by rebels.", "held", "rebels", True),
        ("Two men are in the gang's captivity.", "captivity", "gang's", True),
        ("Militants of Islamic State took her hostage.", "took her hostage", "Islamic State", False),
        ("Islamic State took her.", "took", "Islamic State", True),
        ("He was captured by U.S.-backed rebels.", "captured", "U.S.-backed rebels", False),
        ("The anti-terrorist police held him.", "held", "anti-terrorist police", False),
        ("The rebels detained a reporter.", "detained", "rebels", False),
        ("Soldiers held two suspected militants.", "held", "Soldiers", False),
    ],
)
def test_who_holds_people_by_force_alone(text: str, act: str, actor: str, abducted: bool) -> None:
    at, who = text.index(act), text.index(actor)
    assert by_captors(text, Span(at, at + len(act)), [Span(who, who + len(actor))]) is abducted
    assert not by_captors(text, Span(at, at + len(act)), [])
