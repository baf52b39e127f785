"""What is behind a change, told in words."""

from __future__ import annotations

from datetime import datetime

from dateline.merge.history import Cause, Kind, value_words
from dateline.records.addition import Addition, ArticleWithdrawal, Decided
from dateline.records.article import Article
from dateline.records.edit import Edit, IncidentEdit
from dateline.records.heading import heading
from dateline.records.judgement import Judgement


def of_article(article: Article, at: datetime) -> Cause:
    """A report, by its title or first words, publisher and day."""
    return Cause(article.id, "article", _named(article), at)


def of_withdrawal(made: ArticleWithdrawal, article: Article, at: datetime) -> Cause:
    """That a report is not to count, or that it is again."""
    if made.withdrawn is not None:
        words = f"{made.withdrawn.by} brought {_named(article)} back: {made.withdrawn.reason}"
        return Cause(made.id, "restored", words.rstrip(": "), at)
    return Cause(made.id, "withdrawn", f"{made.by} withdrew {_named(article)}: {made.reason}".rstrip(": "), at)


def _named(article: Article) -> str:
    where = ", ".join(x for x in (article.publisher, (article.published or "")[:10]) if x)
    title = heading(article)
    return f"{title} ({where})" if where else title


def of_decision(made: Decided, at: datetime) -> Cause:
    """A judgement, an edit or an event that was added, or that it was taken back."""
    if isinstance(made, ArticleWithdrawal):
        what = f"article {made.article} is withdrawn"
    elif isinstance(made, Addition):
        what = f"{made.event['type']} “{made.event['trigger']['text']}” was added"
    elif isinstance(made, Edit | IncidentEdit):
        whose = made.record if isinstance(made, Edit) else f"incident {made.incident}"
        what = f"{made.field} of {whose} is {value_words(made.value)}"
    else:
        what = f"{made.left} and {made.right} are {'the same' if made.verdict == 'same' else 'different'}"
    if made.withdrawn is not None:
        words = f"{made.withdrawn.by} took back that {what}: {made.withdrawn.reason}"
    else:
        words = f"{made.by}: {what}: {made.reason}"
    added = isinstance(made, Addition) and made.withdrawn is None
    kind: Kind = "judged" if isinstance(made, Judgement) else "added" if added else "edited"
    return Cause(made.id, kind, words.rstrip(": "), at)
