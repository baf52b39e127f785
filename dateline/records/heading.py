"""What an article is called: its title, else how it begins."""

from __future__ import annotations

from dateline.records.article import Article

LONGEST = 80
"""Characters of a beginning: about as long as titles are."""


def heading(article: Article) -> str:
    """The title in quotation marks; without one the first words of the text; the id where there are none either."""
    if article.title and article.title.strip():
        return f"“{' '.join(article.title.split())}”"
    first = opening(article.text)
    return f"“{first}”" if first else article.id


def opening(text: str) -> str:
    """The first words of a text, whole ones, with "…" where it goes on."""
    words = " ".join(text[: 4 * LONGEST].split())
    if not words or (len(words) <= LONGEST and len(text) <= 4 * LONGEST):
        return words
    cut = words[: LONGEST + 1].rpartition(" ")[0] or words[:LONGEST]
    return f"{cut.rstrip(' .,;:–—-')}…"
