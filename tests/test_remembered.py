"""Answers that are kept, and forgotten when there are too many."""

from __future__ import annotations

from dateline.remembered import remembered


def test_an_answer_is_asked_for_once_until_there_are_too_many() -> None:
    asked: list[str] = []

    @remembered(2)
    def loud(word: str) -> str:
        asked.append(word)
        return word.upper()

    assert [loud(word) for word in ("gao", "kidal", "gao", "kidal")] == ["GAO", "KIDAL", "GAO", "KIDAL"]
    assert asked == ["gao", "kidal"]
    assert loud("menaka") == "MENAKA" and loud("gao") == "GAO"
    assert asked == ["gao", "kidal", "menaka", "gao"]


def test_nothing_is_an_answer_too() -> None:
    asked: list[str] = []

    @remembered(9)
    def none(word: str) -> None:
        asked.append(word)

    assert none("gao") is none("gao") is None
    assert asked == ["gao"]
