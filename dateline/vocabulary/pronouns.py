"""Pronouns by what they are in a sentence, in small letters; "it" and "her" are two things each."""

from __future__ import annotations

from collections.abc import Collection

SUBJECTS = frozenset({"i", "we", "he", "she", "it", "they"})
OBJECTS = frozenset({"me", "us", "him", "her", "it", "them"})
POSSESSIVES = frozenset({"my", "our", "your", "his", "her", "its", "their"})
PERSONAL = SUBJECTS | OBJECTS
PRONOUNS = PERSONAL | POSSESSIVES
THE_STATE = "US"
"""The country that is written like a pronoun in capitals."""


def is_pronoun(words: str, among: Collection[str] = PERSONAL) -> bool:
    """True where the words are one of these pronouns and not the country that is written like one."""
    return words != THE_STATE and words.casefold() in among
