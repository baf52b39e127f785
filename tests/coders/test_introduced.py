from __future__ import annotations

from dateline.coders.introduced import introduced
from dateline.records.annotation import Mention, Said
from dateline.records.span import Span
from dateline.split.sentences import sentences


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def speakers(text: str, party: str, *contents: str, told: str | None = None) -> list[str | None]:
    said = [Said(at(text, c), at(text, told) if told and told in c else None, None, 0.9) for c in contents]
    mention = Mention(at(text, party), "source", 0.9)
    return [s.source.of(text) if s.source else None for s in introduced(text, said, [mention], sentences(text))]


def test_a_line_ending_in_a_colon_introduces_what_follows() -> None:
    text = "Minister Lund, who is in Lome, said:\n\nI welcome the truce.\n\nIt is a first step.\n"
    assert speakers(text, "Minister Lund", "I welcome the truce", "It is a first step") == ["Minister Lund"] * 2


def test_a_quotation_ends_with_its_marks() -> None:
    text = "Minister Lund said:\n\n“I welcome the truce.\n\nIt is a first step.”\n\nOthers are glad.\n"
    contents = "I welcome the truce", "It is a first step", "Others are glad"
    assert speakers(text, "Minister Lund", *contents) == ["Minister Lund", "Minister Lund", None]


def test_what_nobody_says_ends_it() -> None:
    text = "Minister Lund said:\n\nI welcome the truce.\n\nThe talks began in May.\n\nIt is a first step.\n"
    assert speakers(text, "Minister Lund", "I welcome the truce", "It is a first step") == ["Minister Lund", None]


def test_another_speaker_ends_it() -> None:
    text = "Minister Lund said:\n\nI welcome the truce.\n\nTogo is glad of it.\n\nIt is a first step.\n"
    contents = "I welcome the truce", "Togo is glad of it", "It is a first step"
    assert speakers(text, "Minister Lund", *contents, told="Togo") == ["Minister Lund", "Togo", None]


def test_other_colons_introduce_nobody() -> None:
    text = "Minister Lund has three aims:\n\nI welcome the truce.\n"
    assert speakers(text, "Minister Lund", "I welcome the truce") == [None]
