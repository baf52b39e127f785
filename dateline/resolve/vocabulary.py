"""Lists of words, written in the source as one string."""

from __future__ import annotations


def word_list(text: str) -> list[str]:
    """The words of `text`, in order."""
    return text.split()


def word_set(text: str) -> frozenset[str]:
    """The words of `text`, for looking up."""
    return frozenset(text.split())
