"""The words around an event, with what each of them is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dateline.records.article import Article
from dateline.records.heading import opening
from dateline.records.lines import article_stub
from dateline.web import marks

Json = dict[str, Any]
AROUND = 400
"""Characters before and after the sentence."""
LONGEST = 4000
"""Characters of a sentence that are shown: some are no sentences at all."""


def of(articles: Mapping[str, Article], events: Sequence[Json]) -> list[Json]:
    """The passage of each event line whose article is given; all spans as the events have them."""
    return [_passage(articles[e["article"]["id"]], e) for e in events if e["article"]["id"] in articles]


def _passage(article: Article, event: Json) -> Json:
    """The words of an event with some around them, marked, and where they stand in the article."""
    text = article.text
    first, last = event["evidence"]["span"]
    if last - first > LONGEST:
        middle = event["trigger"]["span"][0]
        first, last = max(first, middle - LONGEST // 2), min(last, middle + LONGEST // 2)
    start, end = (
        _edge(text, max(0, first - AROUND), first, forward=True),
        _edge(text, last, min(len(text), last + AROUND)),
    )
    words = text[start:end]
    return {
        "event": event["id"],
        "passage": event["passage"],
        "article": article_stub(article) | ({} if article.title else {"opening": opening(text) or None}),
        "text": words,
        "start": start,
        "cut": {"before": start > 0, "after": end < len(text)},
        "marks": marks.placed(marks.of_events([event]), words, start),
    }


def _edge(text: str, low: int, high: int, *, forward: bool = False) -> int:
    """A place between two at which no word is cut."""
    if low == 0 and forward:
        return 0
    if high == len(text) and not forward:
        return high
    gap = text.find(" ", low, high) + 1 if forward else text.rfind(" ", low, high)
    if gap > 0:
        return gap
    return high if forward else low
