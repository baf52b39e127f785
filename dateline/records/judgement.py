"""Decisions about whether two events are the same happening."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from dateline.fixed import fixed
from dateline.records.withdrawal import Withdrawal

Verdict = Literal["same", "different"]
VERDICTS: tuple[Verdict, ...] = ("same", "different")


@fixed()
class Judgement:
    """A person's decision about two events; it outranks every link and is withdrawn, never erased.

    `left` and `right` are passages (see `records.stored`), so the judgement holds when articles are coded again.
    """

    id: str
    left: str
    right: str
    verdict: Verdict
    by: str
    at: datetime
    reason: str
    withdrawn: Withdrawal | None = None
