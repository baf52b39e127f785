"""What the process does that codes beside the server: it holds the model, so that the server stays light and quick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.adding import Told
    from dateline.records.article import Article
    from dateline.records.coded import Coded
    from dateline.records.event import Event

_parts: Any = None


def start(options: dict[str, Any]) -> None:
    """Load the parts once."""
    from dateline import pipeline

    global _parts
    _parts = pipeline.load(**options)


def code(article: Article) -> Coded | ArticleError:
    """The article coded, or why not."""
    from dateline import pipeline

    try:
        return pipeline.code_article(article, _parts)
    except ArticleError as error:
        return error


def event(article: Article, told: Told, others: Sequence[Event]) -> Event:
    """An event of the article by the words that a person names; InputError where they cannot be right."""
    from dateline import adding

    return adding.event(article, told, _parts, others=others)


def explain(article: Article, event: str, trigger: tuple[int, int]) -> dict[str, Any] | None:
    """Why an event of the article is coded as it is; None where it is not coded (any more).

    The event is found by its id, else by its trigger.
    """
    from dateline import pipeline
    from dateline.records.span import Span

    coded, trace = pipeline.traced(article, _parts)
    drafts = {draft.trigger: draft for draft in trace.drafts}
    same = [e for e in coded.events if e.id == event] or [e for e in coded.events if e.trigger.span == Span(*trigger)]
    if not same or same[0].trigger.span not in drafts:
        return None
    draft = drafts[same[0].trigger.span]
    sentence = next(s for s in trace.sentences if s.index == draft.sentence)
    return {
        "event": same[0],
        "sentence": sentence,
        "scores": draft.scores,
        "rule": draft.rule,
        "cues": [s.cue for s in trace.annotation.said if s.cue],
    }
