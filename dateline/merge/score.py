"""Two stories to a link: how likely they tell of one happening, and why.

A story is what one article tells of one event, in one passage or several (see `story`).

The evidence is weighed by a logistic model (weights fitted by `python -m eval.incidents --fit --write` on one half of
the annotated stories, measured on the other; the biases are 0.5 and 0.3 lower than fitted, for a wrong merger costs
more than a missed one).
A score of 0.5 and more says the same happening.
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
from dateline.merge.evidence.wording import articles, bare, sentences, within
from dateline.merge.profile import Profile
from dateline.records.incident import Link

BY = "merge.score 1"
"""What a link is signed with: changes with the weights."""
BIAS = -4.42
WEIGHTS: Mapping[str, float] = {
    "same type": 1.22,
    "like type": -1.23,
    "other type": -3.00,
    "same mode": 1.06,
    "other mode": 0.00,
    "same act word": 2.64,
    "like act words": 0.00,
    "unlike act words": 0.00,
    "denied in one": -0.55,
    "not yet in one": -1.01,
    "past in one": -0.24,
    "same days": 1.72,
    "days may agree": 0.00,
    "other day": -4.45,
    "other days": -2.50,
    "days may differ": -3.82,
    "same place": 0.69,
    "other place": -2.47,
    "same actor": 0.00,
    "other actor": -1.14,
    "same recipient": 0.97,
    "other recipient": 0.00,
    "same count": 0.58,
    "other count": -2.01,
    "like sentences": 3.32,
    "unlike sentences": 0.00,
    "like articles": 3.22,
    "both lead": 1.53,
    "one leads": 0.46,
    "unlike articles": 0.00,
    "nothing of its own": -0.04,
    "fits the other article": 2.46,
    "central in both": -2.07,
}
"""What each signal adds to the log-odds at full strength."""
WITHIN_BIAS = -1.51
WITHIN: Mapping[str, float] = {
    "same type": 0.87,
    "like type": -0.88,
    "other type": -3.00,
    "same mode": 0.74,
    "other mode": -0.40,
    "same act word": 1.64,
    "like act words": 0.00,
    "unlike act words": -1.23,
    "denied in one": -0.19,
    "not yet in one": -0.74,
    "past in one": -0.48,
    "same days": 0.00,
    "days may agree": 0.00,
    "other day": -4.47,
    "other days": -2.48,
    "days may differ": -0.68,
    "same place": 0.76,
    "other place": -2.49,
    "same actor": 0.00,
    "other actor": -1.30,
    "same recipient": 0.56,
    "other recipient": 0.00,
    "same count": 0.59,
    "other count": -1.98,
    "like sentences": 0.00,
    "unlike sentences": 0.00,
    "nothing of its own": 0.45,
    "near by": 1.18,
    "both in the opening": 0.77,
    "one in the opening": 0.58,
    "central in both": -0.10,
}
"""The same for two stories of one article."""
WORTH_TELLING = 0.25
"""Log-odds from which a signal is named as a reason."""


def signals(one: Profile, two: Profile) -> Iterator[Signal]:
    """All evidence about two stories."""
    for source in (what, who, when, where, howmany, sentences, bare):
        yield from source(one, two)
    yield from within(one, two) if one.article == two.article else articles(one, two)


def weights(one: Profile, two: Profile) -> tuple[Mapping[str, float], float]:
    """The weights and the bias for two stories: those of one article are weighed by themselves."""
    return (WITHIN, WITHIN_BIAS) if one.article == two.article else (WEIGHTS, BIAS)


def log_odds(one: Profile, two: Profile) -> float:
    """Natural logarithm of how many times likelier it is that two stories tell of one happening than not."""
    weight, bias = weights(one, two)
    return bias + math.fsum(weight[s.name] * s.value for s in signals(one, two))


def link(one: Profile, two: Profile) -> Link:
    """The link between two stories with its reasons, the strongest first; those against begin with "but"."""
    left, right = sorted((one, two), key=lambda p: p.id)
    weight, bias = weights(left, right)
    found = [(weight[s.name] * s.value, s) for s in signals(left, right)]
    told = sorted((x for x in found if abs(x[0]) >= WORTH_TELLING), key=lambda x: (-abs(x[0]), x[1].name))
    reasons = tuple(s.words if w > 0 else f"but {s.words}" for w, s in told)
    odds = bias + math.fsum(w for w, _ in found)
    return Link(left.id, right.id, round(probability(odds), 4), reasons, BY)


def probability(odds: float) -> float:
    """The probability of natural log-odds."""
    return 1 / (1 + math.exp(-odds)) if odds > -700 else 0.0
