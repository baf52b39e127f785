from __future__ import annotations

import pytest

from dateline.coders.signed import signature_of, signed
from dateline.records.annotation import Annotation, Argument, Said, Trigger
from dateline.records.article import Sentence
from dateline.records.span import Span


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Gunmen kill five herders near Lake Orsa: police", "police"),
        ("Norland to send two tugs to Port Ebb - deputy minister", "deputy minister"),
        ("Shelling of Tarvo clinic wounds 9 – Norland Doctors Network", "Norland Doctors Network"),
        ("Militiamen raided Imbo village and burned its mill (local sources).", "local sources"),
    ],
)
def test_who_ends_a_line_signs_it(text: str, by: str) -> None:
    found = signature_of(text, Sentence(0, 0, len(text)))
    assert found is not None
    assert found[1].of(text) == by
    assert not found[0].of(text).endswith((" ", "-", "–", ":", "("))


@pytest.mark.parametrize(
    "text",
    [
        "Harbour war: police",
        "Norland and its neighbour resume talks: what we know",
        "He spoke to local sources.",
        "The union (known for its ties to the army) called a strike.",
    ],
)
def test_other_ends_sign_nothing(text: str) -> None:
    assert signature_of(text, Sentence(0, 0, len(text))) is None


def test_who_signs_speaks_and_takes_no_part() -> None:
    text = "Police fire on marchers in Ebb, 2 dead - rights group"
    act = Trigger(
        at(text, "fire"), 0, (("ASSAULT", 0.9),), (), (("happened", 0.9),), 0.9,
        (
            Argument("actor", at(text, "Police"), 0.9),
            Argument("recipient", at(text, "2 dead - rights group"), 0.9),
            Argument("recipient", at(text, "rights group"), 0.9),
        ),
    )  # fmt: skip
    found = signed(text, Annotation((Sentence(0, 0, len(text)),), (), (act,), ()))
    assert [a.span.of(text) for a in found.triggers[0].arguments] == ["Police", "2 dead"]
    [one] = found.said
    assert one.source is not None
    assert (one.source.of(text), one.content.of(text)) == ("rights group", "Police fire on marchers in Ebb, 2 dead")


def test_a_statement_read_in_the_line_gets_who_signs_it() -> None:
    text = "Norland opens the Ebb crossing again: border officials"
    said = Said(at(text, "Norland opens the Ebb crossing again"), None, None, 0.9)
    [one] = signed(text, Annotation((Sentence(0, 0, len(text)),), (), (), (said,))).said
    assert one.source == at(text, "border officials")


def test_lines_without_a_signature_stay() -> None:
    text = "Police fired on marchers in Ebb."
    annotation = Annotation((Sentence(0, 0, len(text)),), (), (), ())
    assert signed(text, annotation) is annotation
