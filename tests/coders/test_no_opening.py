from __future__ import annotations

from dateline.coders.no_opening import without_opening
from dateline.records.annotation import Annotation, Argument, Said, Trigger
from dateline.records.span import Span

TEXT = "ADDIS ABABA — Two factions freed captives, mediators said."
OPENING = Span(0, 14)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def test_nobody_acts_or_speaks_in_the_opening() -> None:
    town, factions = Argument("actor", at("ADDIS ABABA"), 0.9), Argument("actor", at("Two factions"), 0.9)
    place = Argument("place", at("ADDIS ABABA"), 0.9)
    trigger = Trigger(at("freed"), 0, (("RETREAT", 0.9),), (), (("happened", 0.9),), 0.9, (town, factions, place))
    said = Said(Span(0, at(",").start), at("ADDIS ABABA"), at("said"), 0.9)
    read = without_opening(Annotation((), (), (trigger,), (said,)), OPENING)
    assert read.triggers[0].arguments == (factions, place)
    assert read.said[0].source is None
    assert read.said[0].content.of(TEXT) == "Two factions freed captives"


def test_what_stands_behind_it_stays() -> None:
    trigger = Trigger(at("freed"), 0, (("RETREAT", 0.9),), (), (("happened", 0.9),), 0.9)
    said = Said(at("Two factions freed captives"), at("mediators"), at("said"), 0.9)
    read = Annotation((), (), (trigger,), (said,))
    assert without_opening(read, OPENING) == read
