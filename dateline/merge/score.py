"""Two stories to a link: how likely they tell of one happening, and why.

A story is what one article tells of one event, in one passage or several (see `story`).

The evidence is weighed by a logistic model (weights fitted by eval/incidents.py on one half of the annotated stories,
measured on the other). A score of 0.5 and more says the same happening.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from dateline.merge.evidence.howmany import howmany
from dateline.merge.evidence.signal import Signal
from dateline.merge.evidence.what import what
from dateline.merge.evidence.when import when
from dateline.merge.evidence.where import where
from dateline.merge.evidence.who import who
from dateline.merge.evidence.wording import articles, sentences
from dateline.merge.profile import Profile
from dateline.records.incident import Link

BY = "merge.score 1"
"""What a link is signed with: changes with the weights."""
BIAS = -3.29
WEIGHTS: Mapping[str, float] = {
    "same type": 1.00,
    "like type": -1.01,
    "other type": 0.00,
    "same mode": 0.22,
    "other mode": -0.25,
    "same act word": 2.98,
    "like act words": 0.10,
    "unlike act words": -2.34,
    "denied in one": -1.68,
    "not yet in one": -0.55,
    "same days": 1.07,
    "days may agree": 1.25,
    "other day": -2.19,
    "other days": -2.64,
    "days may differ": -2.73,
    "same place": -0.74,
    "other place": -0.81,
    "same actor": 0.38,
    "other actor": -1.12,
    "same recipient": 0.80,
    "other recipient": 0.69,
    "same count": 0.59,
    "other count": -2.21,
    "like sentences": 1.59,
    "unlike sentences": -0.31,
    "like articles": 2.92,
    "both lead": 1.0,
    "one leads": -0.5,
    "unlike articles": -4.43,
    "one article": 1.83,
}
"""What each signal adds to the log-odds at full strength."""
WORTH_TELLING = 0.25
"""Log-odds from which a signal is named as a reason."""


def signals(one: Profile, two: Profile) -> Iterator[Signal]:
    """All evidence about two stories."""
    for source in (what, who, when, where, howmany, sentences):
        yield from source(one, two)
    if one.article == two.article:
        yield Signal("one article", 1.0, "told as two events in one article")
    else:
        yield from articles(one, two)


def log_odds(one: Profile, two: Profile) -> float:
    """Natural logarithm of how many times likelier it is that two stories tell of one happening than not."""
    return BIAS + math.fsum(WEIGHTS[s.name] * s.value for s in signals(one, two))


def link(one: Profile, two: Profile) -> Link:
    """The link between two stories with its reasons, the strongest first; those against begin with "but"."""
    left, right = sorted((one, two), key=lambda p: p.id)
    found = [(WEIGHTS[s.name] * s.value, s) for s in signals(left, right)]
    told = sorted((x for x in found if abs(x[0]) >= WORTH_TELLING), key=lambda x: (-abs(x[0]), x[1].name))
    reasons = tuple(s.words if w > 0 else f"but {s.words}" for w, s in told)
    odds = BIAS + math.fsum(w for w, _ in found)
    return Link(left.id, right.id, round(probability(odds), 4), reasons, BY)


def probability(odds: float) -> float:
    """The probability of natural log-odds."""
    return 1 / (1 + math.exp(-odds)) if odds > -700 else 0.0
