from __future__ import annotations

import pytest

from dateline.coders.papers import speakers, with_paper
from dateline.records.resolved import Actor
from dateline.records.span import Piece, Span


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "body", "whole"),
    [
        ("A statement from the Palace said so.", "Palace", "statement from the Palace"),
        ("A report issued on Monday by the Harbour Board said so.", "Harbour Board",
         "report issued on Monday by the Harbour Board"),
        ("An editorial in the governing party's Star said so.", "Star", "editorial in the governing party's Star"),
        ("The Palace said so.", "Palace", "Palace"),
        ("It read the report. From the Palace came none.", "Palace", "Palace"),
        ("They sent a letter to the Palace.", "Palace", "Palace"),
    ],
)  # fmt: skip
def test_a_paper_belongs_to_who_speaks_by_it(text: str, body: str, whole: str) -> None:
    assert with_paper(text, at(text, body)).of(text) == whole


def test_speakers_stay_who_they_are() -> None:
    text = "A statement from the Palace said so, the mayor said."
    palace, mayor = at(text, "Palace"), at(text, "mayor")
    actors = {
        palace: Actor(Piece.cut(text, palace), "Palace", "NOR", ("GOV",), None, "actor list"),
        mayor: Actor(Piece.cut(text, mayor), None, None, ("GOV",), None, "title in the article"),
    }
    found = speakers(text, [palace, mayor, Span(0, 1)], actors)
    assert set(found) == {palace, mayor}
    assert (found[palace].piece.text, found[palace].name) == ("statement from the Palace", "Palace")
    assert found[mayor] == actors[mayor]
