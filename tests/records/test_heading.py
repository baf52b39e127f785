from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records.article import Article
from dateline.records.heading import LONGEST, heading, opening


def test_a_title_is_what_an_article_is_called() -> None:
    assert heading(Article("a1", "Shots were heard.", title=" Army takes\n Gao ")) == "“Army takes Gao”"


def test_without_a_title_it_is_called_as_it_begins() -> None:
    assert heading(Article("a1", "Shots were heard.\n", title=" ")) == "“Shots were heard.”"
    text = "Rebels attacked the army base near Gao on Monday, killing five soldiers and wounding many others, it said."
    assert heading(Article("a1", text)) == (
        "“Rebels attacked the army base near Gao on Monday, killing five soldiers and…”"
    )
    assert heading(Article("a1", " \n")) == "a1"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ferry sinks off Bandar\n\nBANDAR, May 3 - A ferry sank.", "Ferry sinks off Bandar"),
        ("Flash update on access\n3 May 2026\nMen stopped a bus.", "Flash update on access"),
        ("BREAKING\n\nA ferry sank off Bandar.", "BREAKING A ferry sank off Bandar."),
        ("A ferry sank.\n\nTen drowned, police said.", "A ferry sank. Ten drowned, police said."),
        ("The ferry that sank off\nthe port was old.", "The ferry that sank off the port was old."),
        (
            "The ferry that sank off the port on Sunday had been sold twice to\nBandar Lines in a year before May.",
            "The ferry that sank off the port on Sunday had been sold twice to Bandar Lines…",
        ),
    ],
)
def test_a_first_line_by_itself_is_a_headline(text: str, name: str) -> None:
    assert opening(text) == name


@given(st.text())
def test_any_text_has_a_short_beginning(text: str) -> None:
    first = opening(text)
    assert len(first) <= LONGEST + 1
    assert " ".join(text.split()).startswith(first.removesuffix("…"))
