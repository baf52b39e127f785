from __future__ import annotations

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


@given(st.text())
def test_any_text_has_a_short_beginning(text: str) -> None:
    first = opening(text)
    assert len(first) <= LONGEST + 1
    assert " ".join(text.split()).startswith(first.removesuffix("…"))
