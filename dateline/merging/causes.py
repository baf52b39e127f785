"""What is behind a change, told in words."""

from __future__ import annotations

from datetime import datetime

from dateline.merge.history import Cause, value_words
from dateline.records.article import Article
from dateline.records.edit import Edit, IncidentEdit
from dateline.records.heading import heading
from dateline.records.judgement import Judgement


def of_article(article: Article, at: datetime) -> Cause:
    """A report, by its title or first words, publisher and day."""
    where = ", ".join(x for x in (article.publisher, (article.published or "")[:10]) if x)
    title = heading(article)
    return Cause(article.id, "article", f"{title} ({where})" if where else title, at)


def of_decision(made: Judgement | Edit | IncidentEdit, at: datetime) -> Cause:
    """A judgement or an edit, or that it was taken back."""
    if isinstance(made, Edit | IncidentEdit):
        whose = made.record if isinstance(made, Edit) else f"incident {made.incident}"
        what = f"{made.field} of {whose} is {value_words(made.value)}"
    else:
        what = f"{made.left} and {made.right} are {'the same' if made.verdict == 'same' else 'different'}"
    if made.withdrawn is not None:
        words = f"{made.withdrawn.by} took back that {what}: {made.withdrawn.reason}"
    else:
        words = f"{made.by}: {what}: {made.reason}"
    return Cause(made.id, "judged" if isinstance(made, Judgement) else "edited", words.rstrip(": "), at)
