"""Parties that are said to be none."""

from __future__ import annotations

import pytest

from dateline.coders.nobody import somebody
from dateline.records.span import Span


def left(text: str, party: str, status: str = "happened") -> list[str]:
    start = text.index(party)
    return [s.of(text) for s in somebody(text, [Span(start, start + len(party))], status)]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("No group has claimed the raid on the port.", "group"),
        ("No armed group has claimed the raid.", "group"),
        ("Nobody has claimed the raid.", "Nobody"),
        ("Guards fired and hit no one.", "one"),
        ("Neither camp has claimed the raid.", "camp"),
    ],
)
def test_nobody_is_no_party(text: str, party: str) -> None:
    assert left(text, party) == []


def test_others_are() -> None:
    assert left("The group has claimed the raid.", "group") == ["group"]
    assert left("No doubt the northern army fled.", "army") == ["army"]


def test_who_did_not_do_it_is_told() -> None:
    assert left("No envoy came to the talks.", "envoy", "negated") == ["envoy"]
