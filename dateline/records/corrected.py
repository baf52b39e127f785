"""What people decided, a row a decision and field, with what stood there before: to be checked, cited, learned from."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from dateline.fixed import fixed
from dateline.records.stored import StoredEvent
from dateline.records.withdrawal import Withdrawal


@fixed()
class Corrected:
    """One field that a decision set, or a decision that set none (`field` is None).

    `kind` is review, edit, judgement, split, join or actor; `verdict` of a review accept, fix or reject; `seen` is the
    event as it was decided about, None where the decision is not about one event; `before` and `after` have the JSON
    form of the field.
    """

    id: str
    kind: str
    verdict: str | None
    by: str
    at: datetime
    words: str
    reason: str
    sample: str | None
    seen: StoredEvent | None
    incident: str | None = None
    field: str | None = None
    before: Any = None
    after: Any = None
    withdrawn: Withdrawal | None = None
