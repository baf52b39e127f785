"""What an article is called: its title, else how it begins."""

from __future__ import annotations

from dateline.records.article import Article

LONGEST = 80
"""Characters of a beginning: about as long as titles are."""
SHORTEST = 3
"""Words of a headline: a line of fewer is a place, a day or "BREAKING"."""
WRAPPED = 60
"""Characters from which on a line that no blank one parts from the next may be a sentence that was broken to fit."""


def heading(article: Article) -> str:
    """The title in quotation marks; without one the first words of the text; the id where there are none either."""
    if article.title and article.title.strip():
        return f"“{' '.join(article.title.split())}”"
    first = opening(article.text)
    return f"“{first}”" if first else article.id


def opening(text: str) -> str:
    """The headline that a text begins with; without one its first words, whole ones, with "…" where it goes on."""
    if headline := _headline(text):
        return headline
    words = " ".join(text[: 4 * LONGEST].split())
    if not words or (len(words) <= LONGEST and len(text) <= 4 * LONGEST):
        return words
    cut = words[: LONGEST + 1].rpartition(" ")[0] or words[:LONGEST]
    return f"{cut.rstrip(' .,;:–—-')}…"


def _headline(text: str) -> str | None:
    """The first line where it is short and no sentence, and what comes behind it begins anew."""
    line, _, rest = text.lstrip()[: 4 * LONGEST].partition("\n")
    words, next_words = line.split(), rest.lstrip()
    found = " ".join(words)
    alone = rest.lstrip(" \t").startswith("\n") or len(found) <= WRAPPED
    fits = len(words) >= SHORTEST and len(found) <= LONGEST and found[-1] not in ".,;:!?…"
    return found if fits and alone and next_words and not next_words[0].islower() else None
