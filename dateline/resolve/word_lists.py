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


def data_text(file: str) -> str:
    """What stands in a file of the resolvers' data. Raises OSError where it cannot be read."""
    return (files("dateline.resolve") / "data" / file).read_text(encoding="utf-8")


def listed_in(file: str) -> frozenset[str]:
    """The words of a file of words in the data, without its comments (lines that begin with #). Raises OSError."""
    return word_set(" ".join(line for line in data_text(file).splitlines() if not line.startswith("#")))


@cache
def common_words() -> frozenset[str]:
    """Words that newspapers write with a small letter. Raises OSError where their file cannot be read."""
    return listed_in("common_words.txt")
