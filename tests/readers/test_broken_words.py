from __future__ import annotations

import pytest

from dateline.readers.broken_words import Joiner


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["a humani-", "tarian convoy"], "a humanitarian convoy"),
        (["the state-", "run radio"], "the state-run radio"),
        (["rebels of Al-", "Marav"], "rebels of Al-Marav"),
        (["the UN-", "led mission"], "the UN-led mission"),
        (["short-", "and long-term"], "short- and long-term"),
        (["a cease-", "fire; the cease-fire"], "a cease-fire; the cease-fire"),
        (["a cease-", "fire; the ceasefire"], "a ceasefire; the ceasefire"),
        (["pro-", "government; the government"], "pro-government; the government"),
        (["a non-", "governmental agency"], "a nongovernmental agency"),
        (["state-of-the-", "art weapons"], "state-of-the-art weapons"),
        (["in March -", "then again"], "in March - then again"),
        (["T-", "72 tanks"], "T-72 tanks"),
        (["extra\u00ad", "ordinary mea\u00adsures"], "extraordinary measures"),
        (["one", "two"], "one two"),
    ],
)
def test_hyphens_at_the_ends_of_lines(lines: list[str], text: str) -> None:
    assert Joiner(lines).joined(lines) == text
