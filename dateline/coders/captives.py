"""Who is counted as taken or freed: of one and the same number the act tells which it is."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.codebooks.codebook import EventType
from dateline.records.annotation import Scores

CAPTIVES = frozenset({"abducted", "arrested", "released"})


def counted(entry: EventType, modes: Sequence[str], scores: Scores) -> Scores:
    """The scores of what is counted, those of captives as the act has them.

    "The release of 200 abducted girls" counts them as released for the one act and as abducted for the other. In
    annotated articles all 73 such counts are what their act does.
    """
    own = next((entry.modes[m].captives for m in modes if entry.modes[m].captives), entry.captives)
    return ((own, 1.0),) if own and scores and scores[0][0] in CAPTIVES else scores
