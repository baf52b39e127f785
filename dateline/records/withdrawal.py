"""The undoing of what a person decided: the decision stays on record."""

from __future__ import annotations

from datetime import datetime

from dateline.fixed import fixed


@fixed()
class Withdrawal:
    """Who took a judgement or an edit back, when (UTC) and why."""

    by: str
    at: datetime
    reason: str
