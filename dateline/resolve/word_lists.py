"""Lists of words: written in the source as one string, or kept in a file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def word_list(text: str) -> list[str]:
    """The words of `text`, in order."""
    return text.split()


def word_set(text: str) -> frozenset[str]:
    """The words of `text`, for looking up."""
    return frozenset(text.split())


def listed(text: str) -> frozenset[str]:
    """The words of a file of words, without its comments (lines that begin with #)."""
    return word_set(" ".join(line for line in text.splitlines() if not line.startswith("#")))


@cache
def common_words() -> frozenset[str]:
    """Words that newspapers write with a small letter. Raises OSError where their file cannot be read."""
    return listed((files("dateline.resolve") / "data" / "common_words.txt").read_text(encoding="utf-8"))
