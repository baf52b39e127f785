from __future__ import annotations

import pytest

from dateline.coders.victim import one_person
from dateline.records.span import Span


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "act", "recipient", "found"),
    [
        ("A young farmer was killed near the mill.", "killed", "farmer", []),
        ("A farmer was killed near the mill.", "killed", "farmer", [("A", "killed")]),
        ("Police arrested another journalist.", "arrested", "journalist", [("another", "arrested")]),
        ("Rebels freed an old nun.", "freed", "old nun", [("an", "released")]),
        ("The farmer was killed near the mill.", "killed", "farmer", []),
        ("Rebels killed a crowd.", "killed", "crowd", []),
        ("Rebels warned a farmer.", "warned", "farmer", []),
    ],
)
def test_an_article_before_a_person_counts_one(
    text: str, act: str, recipient: str, found: list[tuple[str, str]]
) -> None:
    counted = one_person(text, _span(text, act), [_span(text, recipient)])
    assert [(span.of(text), scores[0][0]) for span, scores in counted] == found
