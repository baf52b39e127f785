from __future__ import annotations

import pytest

from dateline.resolve.when.direction import FUTURE, PAST, UNKNOWN, direction
from dateline.resolve.when.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("Ministers will meet on Friday", FUTURE),
        ("Ministers met on Friday", PAST),
        ("On Friday ministers will meet", FUTURE),
        ("On Friday ministers met", PAST),
        ("Officials said Friday that they will meet", PAST),
        ("Officials said they will meet Friday", FUTURE),
        ("Talks will be held Friday", FUTURE),
        ("Talks were scheduled for Friday", FUTURE),
        ("Talks were due to begin Friday", FUTURE),
        ("Talks failed due to rain Friday", PAST),
        ("The envoy agreed to return Friday", FUTURE),
        ("The envoy failed to return Friday", PAST),
        ("They gathered to protest Friday", PAST),
        ("Envoy to return Friday", FUTURE),
        ("He could have left Friday", PAST),
        ("A still unspecified day in Friday", UNKNOWN),
        ("Will Smith sang Friday", PAST),
        ("Ahead of the trip, the ministry on Friday issued a warning", PAST),
        ("They will discuss Friday's deadly attack", PAST),
        ("They will vote in Friday's election", FUTURE),
        ("The offer had been due to expire Friday", PAST),
        ("Their vacation plans on Friday", UNKNOWN),
        ("The ministry on Friday tried to calm those who want to march", PAST),
        ("The case is heard in Friday", UNKNOWN),
        ("The presidents are meeting on Friday", FUTURE),
        ("Police are investigating a shooting on Friday", UNKNOWN),
        ("A deal was worked out and may be signed as early as Friday", FUTURE),
        ("The rally had been planned for Friday and will be missed", PAST),
        ("The move follows Friday's pledge to withdraw", PAST),
        ("The envoy plans to have dinner on Friday", FUTURE),
        ("He will also meet generals, lawyers, and judges at the palace on Friday", FUTURE),
        ("He met generals, lawyers, and on Friday he will meet judges", FUTURE),
        ("Friday", UNKNOWN),
    ],
)
def test_the_nearest_cue_decides(text: str, sense: int) -> None:
    tokens = tokenize(text)
    at = next(i for i in range(len(tokens.codes)) if tokens.word(i) == "friday")
    assert direction(tokens, at, at + 1, 0, len(tokens.codes)) == sense
