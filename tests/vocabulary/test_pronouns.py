"""Pronouns, and the country that looks like one."""

from __future__ import annotations

import pytest

from dateline.vocabulary.pronouns import OBJECTS, POSSESSIVES, SUBJECTS, is_pronoun


@pytest.mark.parametrize("words", ["They", "them", "HE"])
def test_pronouns_are_known_in_any_case(words: str) -> None:
    assert is_pronoun(words)


def test_the_country_in_capitals_is_none() -> None:
    assert is_pronoun("us")
    assert not is_pronoun("US")


def test_only_those_that_are_asked_for_count() -> None:
    assert is_pronoun("their", POSSESSIVES)
    assert not is_pronoun("their")
    assert not is_pronoun("them", SUBJECTS)
    assert is_pronoun("them", OBJECTS)
