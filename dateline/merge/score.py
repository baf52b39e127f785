"""Two stories to a link: how likely they tell of one happening, and why.

A story is what one article tells of one event, in one passage or several (see `story`).

The evidence is weighed by a logistic model. Its weights are fitted by `python -m eval.incidents --fit --write` on one
half of the annotated stories and on groups of articles that were read for it, and measured on the other half. How much
lower than fitted the bias of two articles stands is chosen by cross-validation: a wrong merger costs more than a missed
one. It stands 0.65 higher than it did while passages of one article joined more freely: what is linked is purer now.
Stories of other families of types are never linked. A score of 0.5 and more says the same happening.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from dateline.merge.evidence.apart import apart
from dateline.merge.evidence.howmany import howmany
from dateline.merge.evidence.sense import sense
from dateline.merge.evidence.signal import Signal, weighed, words
from dateline.merge.evidence.what import what
from dateline.merge.evidence.when import when
from dateline.merge.evidence.where import where
from dateline.merge.evidence.who import named_apart, who
from dateline.merge.evidence.wording import articles, bare, sentences, within
from dateline.merge.profile import Profile
from dateline.records.incident import Link

BY = "merge.score 8"
"""What a link is signed with: changes with the weights, and with what the signals find."""
BIAS = -0.39
WEIGHTS: Mapping[str, float] = {
    "a place more in each": -1.854,
    "actor in a rare word": -0.184,
    "actor in like words": 0.263,
    "actor on the whole": 0.443,
    "actor told in both": -0.795,
    "actor told in one": -0.228,
    "acts on the whole": 0.144,
    "an act word of both": -0.502,
    "assault": 1.138,
    "both lead": 0.711,
    "both roles told": -0.144,
    "central in both": -1.395,
    "central in one": -1.217,
    "counts told in both": 0.081,
    "counts told in one": 0.079,
    "days between the articles": -0.386,
    "days may agree": 0.900,
    "days may differ": -0.398,
    "days told in both": 0.912,
    "days told in one": 0.304,
    "denied in one": -0.468,
    "earlier place in the text": -0.926,
    "fewer act words": -0.447,
    "fits the other article": 0.232,
    "kilometres": -0.599,
    "later place in the text": -2.064,
    "length": -0.058,
    "like act words": 0.147,
    "like articles": 0.671,
    "like sentences": 0.000,
    "like type": -0.167,
    "like words near by": 2.881,
    "mode in one": -0.340,
    "more act words": -0.787,
    "names in both sentences": -0.043,
    "names in both words near by": 0.068,
    "names in one of the sentences": 0.117,
    "names in one of the words near by": -0.130,
    "names of each alone in sentences": 0.099,
    "names of each alone in words near by": -0.675,
    "near by in a sentence": 0.010,
    "near by in the other's sentence": -1.762,
    "not real": 1.148,
    "not yet in one": 0.000,
    "nothing of its own": 0.111,
    "numbers of both": -0.090,
    "numbers of each alone": -0.308,
    "numbers told in both": 0.416,
    "old year in one": -0.233,
    "one exact day": -0.273,
    "one fits the other article": 1.884,
    "one leads": 0.227,
    "one thing counted": 0.157,
    "other actor": -0.191,
    "other count": -1.179,
    "other counts among them": -0.800,
    "other day": -3.200,
    "other days": -1.721,
    "other mode": -0.570,
    "other months": -0.167,
    "other numbers near by": -0.447,
    "other place": -1.747,
    "other places among them": -0.189,
    "other recipient": -0.587,
    "other side, actor": -0.399,
    "other side, party": 0.000,
    "other side, recipient": -0.164,
    "other years": -0.331,
    "party in a rare word": -0.863,
    "party in like words": 0.295,
    "party on the whole": 0.662,
    "party told in both": -0.216,
    "party told in one": 0.349,
    "passages of the longer": 0.290,
    "passages of the shorter": -0.611,
    "past in both": -0.005,
    "past in one": -0.088,
    "place told in both": -0.055,
    "place told in one": -0.163,
    "places of both": -0.651,
    "rare act words": 0.074,
    "rare words near both": 0.456,
    "rare words near each alone": 0.124,
    "rare words of both": -0.396,
    "rare words of each alone": 0.265,
    "read alike": 1.000,
    "read unlike": -1.000,
    "recipient in a rare word": -0.432,
    "recipient in like words": 0.931,
    "recipient on the whole": -0.058,
    "recipient told in both": -0.673,
    "recipient told in one": -0.227,
    "roles crossed": -0.337,
    "same act word": 1.056,
    "same actor": 0.659,
    "same count": 1.091,
    "same days": 0.750,
    "same form of the act word": 0.548,
    "same mode": 0.000,
    "same place": 0.481,
    "same recipient": 0.671,
    "same side, actor": 0.275,
    "same side, party": 0.190,
    "same side, recipient": 0.392,
    "same type": 0.167,
    "share of names in both sentences": 0.005,
    "share of names in both words near by": -0.334,
    "told apart in both": -0.325,
    "told apart in one": -0.813,
    "told as usual in both": 0.488,
    "told as usual in one": -0.066,
    "unlike act words": -0.698,
    "unlike articles": -0.252,
    "unlike sentences": -0.207,
    "weight of names in both sentences": 0.631,
    "weight of names in both words near by": 0.348,
    "width of days": -0.283,
    "words": -0.376,
    "words near both": 0.259,
    "words of both": 1.055,
}
"""What each signal adds to the log-odds at full strength."""
WITHIN_BIAS = 1.71
WITHIN: Mapping[str, float] = {
    "a place more in each": -1.884,
    "actor in a rare word": -0.320,
    "actor in like words": 0.619,
    "actor on the whole": 0.432,
    "actor told in both": -0.662,
    "actor told in one": -0.096,
    "acts on the whole": -0.129,
    "an act word of both": -0.179,
    "assault": 0.809,
    "both in the opening": 0.268,
    "both roles told": -0.232,
    "central in both": -0.405,
    "counts told in both": 0.210,
    "counts told in one": 0.069,
    "days may agree": 0.191,
    "days may differ": -0.218,
    "days told in both": 0.696,
    "days told in one": 0.275,
    "denied in one": -0.558,
    "distance": -0.724,
    "earlier place in the text": -1.515,
    "fewer act words": -0.264,
    "kilometres": -0.523,
    "later place in the text": -2.140,
    "length": -0.149,
    "like act words": 0.307,
    "like sentences": 0.000,
    "like type": -0.193,
    "like words near by": 1.200,
    "mode in one": -0.333,
    "more act words": -0.742,
    "names in both sentences": 0.128,
    "names in both words near by": -0.091,
    "names in one of the sentences": 0.090,
    "names in one of the words near by": -0.120,
    "names of each alone in sentences": 0.258,
    "names of each alone in words near by": -0.603,
    "near by": 0.659,
    "near by in a sentence": 0.301,
    "near by in the other's sentence": -1.017,
    "not real": 0.859,
    "not yet in one": 0.000,
    "nothing of its own": 0.080,
    "numbers of both": -1.218,
    "numbers of each alone": -0.178,
    "numbers told in both": 0.386,
    "old year in one": -0.164,
    "one exact day": -0.189,
    "one in the opening": 0.240,
    "one thing counted": 0.216,
    "other actor": -0.041,
    "other count": -1.169,
    "other counts among them": -0.554,
    "other day": -2.259,
    "other days": -1.720,
    "other mode": -0.615,
    "other months": -0.918,
    "other numbers near by": -0.470,
    "other place": -1.722,
    "other places among them": 0.000,
    "other recipient": -0.402,
    "other side, actor": -0.376,
    "other side, party": 0.000,
    "other side, recipient": 0.000,
    "other years": -0.561,
    "party in a rare word": -0.736,
    "party in like words": 0.659,
    "party on the whole": 0.668,
    "party told in both": -0.418,
    "party told in one": 0.708,
    "passages of the longer": 0.107,
    "passages of the shorter": -0.003,
    "past in both": -0.333,
    "past in one": -0.231,
    "place told in both": -0.187,
    "place told in one": -0.198,
    "places of both": -0.409,
    "rare act words": -0.412,
    "rare words near both": -0.127,
    "rare words near each alone": 0.037,
    "rare words of both": 0.147,
    "rare words of each alone": -0.114,
    "read alike": 1.000,
    "read unlike": -1.000,
    "recipient in a rare word": -0.348,
    "recipient in like words": 0.774,
    "recipient on the whole": -0.056,
    "recipient told in both": -0.624,
    "recipient told in one": -0.060,
    "roles crossed": -0.334,
    "same act word": 1.378,
    "same actor": 0.330,
    "same count": 0.568,
    "same days": 0.000,
    "same form of the act word": 0.414,
    "same mode": 0.000,
    "same place": 0.276,
    "same recipient": 0.618,
    "same side, actor": 0.173,
    "same side, party": 0.317,
    "same side, recipient": 0.476,
    "same type": 0.193,
    "share of names in both sentences": -0.151,
    "share of names in both words near by": -0.076,
    "told apart in both": -0.012,
    "told apart in one": -0.855,
    "told as usual in both": 0.181,
    "told as usual in one": -0.198,
    "unlike act words": -0.764,
    "unlike sentences": -0.126,
    "weight of names in both sentences": 0.089,
    "weight of names in both words near by": 0.261,
    "width of days": -0.676,
    "words": -0.151,
    "words near both": -0.440,
    "words of both": 0.931,
}
"""The same for two stories of one article."""
FOR: Mapping[str, float] = {
    "same place": 3.0,
    "same days": 2.5,
    "same actor": 2.0,
    "same recipient": 2.0,
    "same count": 2.0,
    "like sentences": 3.0,
    "like articles": 2.5,
    "same act word": 2.0,
    "same mode": 1.0,
    "same type": 1.0,
    "like act words": 1.0,
    "days may agree": 0.5,
    "both lead": 1.5,
    "near by": 1.0,
    "both in the opening": 0.8,
    "read alike": 0.7,
}
"""How telling what speaks for one happening is to people at full strength, which orders the reasons of a link."""
AGAINST: Mapping[str, float] = {
    "other type": 3.0,
    "other day": 3.0,
    "other days": 2.5,
    "other place": 3.0,
    "other count": 2.5,
    "days may differ": 2.0,
    "published long apart": 2.0,
    "other actor": 1.5,
    "other recipient": 1.5,
    "other names, actor": 1.4,
    "other names, recipient": 1.4,
    "other names, party": 1.4,
    "denied in one": 1.5,
    "not yet in one": 1.5,
    "other mode": 1.0,
    "unlike act words": 1.0,
    "unlike articles": 1.0,
    "unlike sentences": 0.6,
    "other years": 2.0,
    "other months": 1.0,
    "old year in one": 1.0,
    "told apart in one": 0.6,
    "past in one": 0.5,
    "like type": 0.5,
    "told as usual in one": 0.5,
    "read unlike": 0.4,
}
"""The same for what speaks against it; the weights of the model are no reasons, for many signals share one finding."""
SET: Mapping[str, float] = {
    "published long apart": -1.5,
    "other names, actor": -0.5,
    "other names, recipient": -0.8,
    "other names, party": -0.4,
}
"""Weights that stand beside the fit. Of articles months apart, the groups that were read for the fit hold those alone
that an earlier linker was in doubt about: without a day in common, 65 % of their pairs with log-odds of 0 to 1 tell of
one happening and 92 % of those above. What names add was fitted by itself, on top of all other weights.
"""
BETWEEN: Mapping[str, float] = {**WEIGHTS, **SET}
NEVER = -8.0
"""Log-odds of stories that share no family of types."""
LEAST = 0.25
"""How telling a finding has to be to be named."""


def signals(one: Profile, two: Profile) -> list[Signal]:
    """All evidence about two stories."""
    return [*evidence(one, two), *sense(one, two)]


def evidence(one: Profile, two: Profile) -> list[Signal]:
    """The evidence of what is told; how both read to the model is apart, for its measure is fitted with the weights."""
    return [*told(one, two), *sentences(one, two), *_standing(one, two)]


def told(one: Profile, two: Profile) -> list[Signal]:
    """What was done, by and to whom, when, where and how much of it."""
    return [
        *what(one, two),
        *who(one, two),
        *when(one, two),
        *where(one, two),
        *howmany(one, two),
    ]


def _standing(one: Profile, two: Profile) -> list[Signal]:
    """How both stand in their articles, and what sets them apart there."""
    found = [*bare(one, two), *apart(one, two)]
    if one.article == two.article:
        return [*found, *within(one, two)]
    return [*found, *named_apart(one, two), *articles(one, two)]


def weights(one: Profile, two: Profile) -> tuple[Mapping[str, float], float]:
    """The weights and the bias for two stories: those of one article are weighed by themselves."""
    return (WITHIN, WITHIN_BIAS) if one.article == two.article else (BETWEEN, BIAS)


def log_odds(one: Profile, two: Profile) -> float:
    """Natural logarithm of how many times likelier it is that two stories tell of one happening than not."""
    if one.families.isdisjoint(two.families):
        return NEVER
    weight, bias = weights(one, two)
    return bias + weighed(signals(one, two), weight)


def link(one: Profile, two: Profile) -> Link:
    """The link between two stories with its reasons, the strongest first; those against begin with "but"."""
    left, right = sorted((one, two), key=lambda p: p.id)
    reasons = reasons_of(signals(left, right))
    return Link(left.id, right.id, round(probability(log_odds(left, right)), 4), reasons, BY)


def reasons_of(found: Iterable[Signal]) -> tuple[str, ...]:
    """What was found in words, the most telling first; what speaks against one happening begins with "but"."""
    told = [(s, text) for s in found if s[1] * _telling(s) >= LEAST and (text := words(s))]
    told.sort(key=lambda t: (-t[0][1] * _telling(t[0]), t[0][0]))
    return tuple(text if s[0] in FOR else f"but {text}" for s, text in told)


def _telling(signal: Signal) -> float:
    return FOR.get(signal[0]) or AGAINST.get(signal[0], 0.0)


def probability(odds: float) -> float:
    """The probability of natural log-odds."""
    return 1 / (1 + math.exp(-odds)) if odds > -700 else 0.0
