"""Events that people added because the program missed them, and articles that are not to count."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dateline.fixed import fixed
from dateline.records.edit import Edit, IncidentEdit
from dateline.records.judgement import Judgement
from dateline.records.withdrawal import Withdrawal


@fixed()
class Addition:
    """An event that a person read in an article and the program did not; it outranks the program, and is never erased.

    `passage` is the event as it was added: it holds for whatever is coded from these words later. `event` is the event
    line without its article.
    """

    id: str
    article: str
    passage: str
    event: Mapping[str, Any]
    by: str
    at: datetime
    reason: str
    withdrawn: Withdrawal | None = None


@fixed()
class ArticleWithdrawal:
    """An article that is not to count: taken back by its outlet, read by mistake, under a wrong date; never erased."""

    id: str
    article: str
    by: str
    at: datetime
    reason: str
    withdrawn: Withdrawal | None = None


Decided = Judgement | Edit | IncidentEdit | Addition | ArticleWithdrawal
"""What a person decided, in one record; each can be undone."""
