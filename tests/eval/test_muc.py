"""Fillers of templates against parties: heads of phrases."""

from __future__ import annotations

import pytest

from eval.tasks.muc import head


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("GUERRILLA COLUMN", "COLUMN"),
        ("MEMBERS OF THE FARABUNDO MARTI FRONT", "MEMBER"),
        ("armed men", "MEN"),
        ("TWO BOMBS", "BOMB"),
        ("", ""),
    ],
)
def test_head_word(words: str, found: str) -> None:
    assert head(words) == found
