"""Which stories of one article may be linked: of a long one, a few pairs in a hundred.

The chronicle of a year has a thousand stories and half a million pairs of them, and next to no two tell of one
happening. What most kinds of evidence say of two stories hangs on few things that many of them share (see
`evidence.kept`), and where they stand and how they read is numbers: that is weighed for all pairs at once. A pair that
stays below 0 whatever its days and words say is in no link.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from dateline.merge.evidence.apart import SIGNALS as CUES
from dateline.merge.evidence.kept import ACTS, DAYS, RANK, ROLES, TOLD, Kept
from dateline.merge.evidence.sense import read_rows
from dateline.merge.evidence.signal import most
from dateline.merge.evidence.when import SIGNALS as WHEN
from dateline.merge.evidence.who import CROSSED
from dateline.merge.evidence.wording import BARE, NEAR, WHOLE, places_rows
from dateline.merge.profile import Profile
from dateline.merge.score import whole
from dateline.merge.sense import measures

ROUNDING = 0.01
"""More than the sums here and those of `score.log_odds` ever differ by rounding."""
SELDOM = (DAYS, ROLES)
"""Kinds that hang on what few stories share: a day each in a chronicle."""
KINDS = (*(kind for kind in TOLD if kind not in SELDOM), *ACTS, RANK)


def hopeful(told: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """The pairs of stories of one article, by their numbers, whose log-odds may be above 0."""
    fitted = whole(within=True)
    weights = fitted.of
    best = fitted.bias + most((*WHOLE, *NEAR, *CUES, BARE), weights) + ROUNDING
    at_best = most(WHEN, weights) + most(CROSSED, weights, signed=CROSSED)
    seldom = Kept(told, SELDOM, weights)
    kinds = Kept(told, KINDS, weights).rows()
    stand = (row for some in places_rows(told, weights) for row in some)
    read = (row for some in read_rows(told, weights, measures()[1]) for row in some)
    for j, (first, second, third) in enumerate(zip(kinds, stand, read, strict=True)):
        known = best + first[:j] + second[:j] + third[:j]
        for i in np.flatnonzero(known + at_best > 0).tolist():
            if known[i] + seldom.weighed(i, j) > 0:
                yield i, j
