from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coders.headed import headed
from dateline.records.annotation import Mention, Said
from dateline.records.span import Span


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def source_of(text: str, name: str, content: str, *, kind: str = "source") -> str | None:
    said = Said(at(text, content), None, None, 0.9)
    [one] = headed(text, [said], [Mention(at(text, name), kind, 0.9)])
    assert one.content == said.content
    return one.source.of(text) if one.source else None


@pytest.mark.parametrize(
    ("text", "name", "content"),
    [
        ("Palace: Talks with rebels go on", "Palace", "Talks with rebels go on"),
        ("Interior Ministry : police fired shots", "Interior Ministry", "police fired shots"),
        ("Hamdi: “We will not leave the valley.”", "Hamdi", "We will not leave the valley."),
        ("Live from Oslo. Hamdi:\nTroops are on the move", "Hamdi", "Troops are on the move"),
    ],
)
def test_who_stands_before_a_colon_says_what_follows(text: str, name: str, content: str) -> None:
    assert source_of(text, name, content) == name


@pytest.mark.parametrize(
    ("text", "name", "content"),
    [
        ("Palace in doubt: talks with rebels go on", "Palace", "talks with rebels go on"),
        ("Palace, talks with rebels go on", "Palace", "talks with rebels go on"),
        ("Palace: today, talks with rebels go on", "Palace", "talks with rebels go on"),
    ],
)
def test_more_than_a_colon_between_is_too_much(text: str, name: str, content: str) -> None:
    assert source_of(text, name, content) is None


def test_a_country_before_a_colon_is_where_and_not_who() -> None:
    assert source_of("Chad: gunmen storm camp", "Chad", "gunmen storm camp", kind="place") is None


def test_what_has_a_source_or_a_reporting_word_stays() -> None:
    text = "Palace: the army said talks go on"
    mention = Mention(at(text, "Palace"), "source", 0.9)
    content = at(text, "the army said talks go on")
    told = [Said(content, at(text, "army"), None, 0.9), Said(content, None, at(text, "said"), 0.9)]
    assert headed(text, told, [mention]) == tuple(told)


@given(st.text(min_size=2, max_size=40), st.data())
def test_any_text_keeps_its_statements(text: str, data: st.DataObject) -> None:
    a, b, c = sorted(data.draw(st.integers(0, len(text))) for _ in range(3))
    said = [Said(Span(b, c), None, None, 0.9)]
    [one] = headed(text, said, [Mention(Span(a, b), "source", 0.9)])
    assert one.content == said[0].content
    assert one.source in (None, Span(a, b))


@pytest.mark.parametrize(
    ("text", "name", "content"),
    [
        ("Talks with rebels go on: Palace", "Palace", "Talks with rebels go on"),
        ("“We will not leave.” — Hamdi, mayor of Bol\nMore to follow.", "Hamdi", "We will not leave."),
    ],
)
def test_who_ends_the_line_behind_a_colon_or_dash_says_what_stands_before(text: str, name: str, content: str) -> None:
    assert source_of(text, name, content, kind="part") == name


def test_a_party_behind_a_colon_that_does_more_does_not_speak() -> None:
    assert source_of("Talks in doubt: Palace sends envoys", "Palace", "Talks in doubt", kind="part") is None
