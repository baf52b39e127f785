"""Who runs into a mine, and what does nothing by itself."""

from __future__ import annotations

import pytest

from dateline.coders.mines import by_mines
from dateline.records.span import Span


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "act", "actors", "recipients", "expected"),
    [
        ("A patrol struck an IED near Lund.", "struck", ["patrol"], ["IED"], ([], ["patrol"])),
        ("A bus ran over a buried mine, killing six.", "ran over", ["bus"], ["six"], ([], ["bus", "six"])),
        ("A terrorist attack hit Lund.", "attack", ["terrorist"], ["Lund"], ([], ["Lund"])),
        ("A terrorist attacked Lund.", "attacked", ["terrorist"], ["Lund"], (["terrorist"], ["Lund"])),
        ("Patrol hits mine near Lund", "hits", ["Patrol"], ["mine"], ([], ["Patrol"])),
        ("Two cooks were killed when a bus struck a mine.", "killed", ["bus"], ["Two cooks"], ([], ["Two cooks"])),
        ("Two cooks were killed when jets hit a mine.", "killed", ["jets"], ["Two cooks"], (["jets"], ["Two cooks"])),
        ("A nurse stepped on a landmine.", "stepped", ["nurse"], [], ([], ["nurse"])),
        ("A car bomb hit a bus in Lund.", "hit", ["car bomb"], ["bus"], ([], ["bus"])),
        ("A bus was hit by an IED.", "hit", ["IED"], ["bus"], ([], ["bus"])),
        ("Warplanes hit a mine in Lund.", "hit", ["Warplanes"], ["mine"], (["Warplanes"], [])),
        ("Raiders struck the mine and the camp.", "struck", ["Raiders"], ["mine"], (["Raiders"], ["mine"])),
        ("Raiders hit a bomb factory.", "hit", ["Raiders"], ["bomb factory"], (["Raiders"], ["bomb factory"])),
        ("Raiders set off a car bomb.", "set off", ["Raiders"], [], (["Raiders"], [])),
        ("Bombers hit a bus in Lund.", "hit", ["Bombers"], ["bus"], (["Bombers"], ["bus"])),
    ],
)
def test_who_is_hit(
    text: str, act: str, actors: list[str], recipients: list[str], expected: tuple[list[str], list[str]]
) -> None:
    found = by_mines(
        text, Span(0, len(text)), at(text, act), [at(text, a) for a in actors], [at(text, r) for r in recipients]
    )
    assert tuple([s.of(text) for s in spans] for spans in found) == expected
