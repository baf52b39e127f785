from __future__ import annotations

import io

import pytest

from dateline.exporters.prose import Html, Markdown, Note, Text, marked

NOTE = Note("Paper, 2024-08-02", "Five <b>died</b>.", "https://p.example/1?a=1&b=2", "article a, characters 0 to 5")
OTHER = Note("Other", "Six died.", None, "article b, characters 0 to 9")


def test_markdown_numbers_notes_once_and_no_words_are_markup() -> None:
    out = io.StringIO()
    text = Markdown(out)
    text.begin("A [b] *c*\nd")
    text.paragraph((Text("1. Not a list", (NOTE, OTHER)), Text(", and"), Text(" more", (NOTE,), strong=True)))
    text.bullets([(Text("# no heading"),)])
    text.table(("a|b", "n"), [("x", "1")])
    text.end()
    assert out.getvalue() == (
        "# A \\[b\\] \\*c\\* d\n\n"
        "\\1. Not a list[^1][^2], and** more**[^1]\n\n"
        "- \\# no heading\n\n"
        "| a\\|b | n |\n|---|---:|\n| x | 1 |\n\n"
        "[^1]: [Paper, 2024-08-02](<https://p.example/1?a=1&b=2>): “Five \\<b\\>died\\</b\\>.” "
        "(article a, characters 0 to 5)\n"
        "[^2]: Other: “Six died.” (article b, characters 0 to 9)\n"
    )


def test_html_is_a_page_by_itself_and_no_words_are_markup() -> None:
    out = io.StringIO()
    page = Html(out)
    page.begin("A <script>")
    page.heading(2, "B & C")
    page.paragraph((Text("Told", (NOTE,)),), quiet=True)
    page.table(("a", "n"), [("<x>", "1")])
    page.end()
    whole = out.getvalue()
    assert "<script>" not in whole and "<b>died" not in whole and "<x>" not in whole
    assert '<p class="quiet">Told<sup><a href="#n1">[1]</a></sup></p>' in whole
    assert '<li id="n1"><a href="https://p.example/1?a=1&amp;b=2">Paper, 2024-08-02</a>' in whole


@pytest.mark.parametrize(
    ("url", "words", "found"),
    [
        ("https://p.example/1", "Five died.", "https://p.example/1#:~:text=Five%20died."),
        ("https://p.example/1#top", "A-b, c", "https://p.example/1#top:~:text=A%2Db%2C%20c"),
        (
            "https://p.example/1",
            "a b c d e f g h i j k",
            "https://p.example/1#:~:text=a%20b%20c%20d%20e,g%20h%20i%20j%20k",
        ),
        ("javascript:alert(1)", "x", None),
        ("https://p.example/ 1> x", "x", None),
        (None, "x", None),
    ],
)
def test_links_lead_to_the_words(url: str | None, words: str, found: str | None) -> None:
    assert marked(url, words) == found
