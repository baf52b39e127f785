"""Two stories to a link: how likely they tell of one happening, and why.

A story is what one article tells of one event, in one passage or several (see `story`).

The evidence is weighed by a logistic model (weights fitted by `python -m eval.incidents --fit --write` on one half of
the annotated stories, measured on the other; how much lower than fitted the biases are is chosen by cross-validation:
a wrong merger costs more than a missed one). Stories of other families of types are never linked.
A score of 0.5 and more says the same happening.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from dateline.merge.evidence.apart import apart
from dateline.merge.evidence.howmany import howmany
from dateline.merge.evidence.signal import Signal, weighed, words
from dateline.merge.evidence.what import what
from dateline.merge.evidence.when import when
from dateline.merge.evidence.where import where
from dateline.merge.evidence.who import who
from dateline.merge.evidence.wording import articles, bare, sentences, within
from dateline.merge.profile import Profile
from dateline.records.incident import Link

BY = "merge.score 3"
"""What a link is signed with: changes with the weights."""
BIAS = -1.07
WEIGHTS: Mapping[str, float] = {
    "a place more in each": -1.252,
    "actor in a rare word": 1.068,
    "actor in like words": 0.403,
    "actor on the whole": 0.143,
    "actor told in both": -0.149,
    "actor told in one": -0.074,
    "acts on the whole": 0.625,
    "an act word of both": 0.431,
    "assault": 0.632,
    "both lead": 0.195,
    "both roles told": -0.281,
    "central in both": 0.408,
    "central in one": 0.067,
    "counts told in both": 0.165,
    "counts told in one": 0.045,
    "days between the articles": -1.174,
    "days may agree": 0.345,
    "days may differ": -0.651,
    "days told in both": 0.435,
    "days told in one": -0.118,
    "denied in one": 0.000,
    "earlier place in the text": -0.005,
    "fewer act words": -0.517,
    "fits the other article": -0.126,
    "kilometres": -0.261,
    "later place in the text": -2.653,
    "length": 0.175,
    "like act words": 0.000,
    "like articles": 0.000,
    "like sentences": 0.004,
    "like type": -1.011,
    "like words near by": 0.436,
    "mode in one": -0.091,
    "more act words": -0.080,
    "names in both sentences": -0.019,
    "names in both words near by": -0.023,
    "names in one of the sentences": 0.155,
    "names in one of the words near by": -0.021,
    "names of each alone in sentences": 0.084,
    "names of each alone in words near by": -1.554,
    "near by in a sentence": -0.079,
    "near by in the other's sentence": 0.087,
    "not real": 0.752,
    "not yet in one": -0.047,
    "nothing of its own": 0.484,
    "numbers of both": 0.319,
    "numbers of each alone": -0.673,
    "numbers told in both": 0.070,
    "old year in one": -0.217,
    "one exact day": 0.309,
    "one fits the other article": -0.054,
    "one leads": 0.082,
    "one thing counted": 0.073,
    "other actor": -0.424,
    "other count": -2.006,
    "other counts among them": 0.000,
    "other day": -4.982,
    "other days": -2.461,
    "other mode": -0.477,
    "other months": -2.084,
    "other numbers near by": -0.008,
    "other place": -4.960,
    "other places among them": 0.000,
    "other recipient": 0.000,
    "other side, actor": -0.624,
    "other side, party": -0.306,
    "other side, recipient": -0.578,
    "other years": 0.000,
    "party in a rare word": 1.547,
    "party in like words": -0.201,
    "party on the whole": -0.492,
    "party told in both": 0.145,
    "party told in one": -0.424,
    "passages of the longer": 0.576,
    "passages of the shorter": 0.786,
    "past in both": -0.150,
    "past in one": -0.596,
    "place told in both": 0.000,
    "place told in one": -0.007,
    "places of both": -0.997,
    "rare act words": -1.301,
    "rare words near both": 1.076,
    "rare words near each alone": 0.069,
    "rare words of both": 0.687,
    "rare words of each alone": 0.228,
    "recipient in a rare word": 0.187,
    "recipient in like words": 0.339,
    "recipient on the whole": -0.095,
    "recipient told in both": 0.095,
    "recipient told in one": -0.185,
    "roles crossed": -0.499,
    "same act word": 0.000,
    "same actor": 0.639,
    "same count": 0.000,
    "same days": 0.153,
    "same form of the act word": 0.322,
    "same mode": 0.664,
    "same place": 0.000,
    "same recipient": 0.123,
    "same side, actor": 0.089,
    "same side, party": 0.262,
    "same side, recipient": 0.376,
    "same type": 1.012,
    "share of names in both sentences": -0.154,
    "share of names in both words near by": 0.175,
    "told apart in both": 0.962,
    "told apart in one": -0.422,
    "told as usual in both": 0.322,
    "told as usual in one": 0.081,
    "unlike act words": -1.869,
    "unlike articles": -0.650,
    "unlike sentences": -0.109,
    "weight of names in both sentences": 0.284,
    "weight of names in both words near by": 0.877,
    "width of days": -0.485,
    "words": -0.270,
    "words near both": 0.278,
    "words of both": 0.385,
}
"""What each signal adds to the log-odds at full strength."""
WITHIN_BIAS = -1.45
WITHIN: Mapping[str, float] = {
    "a place more in each": -1.350,
    "actor in a rare word": 0.829,
    "actor in like words": 0.261,
    "actor on the whole": 0.114,
    "actor told in both": -0.203,
    "actor told in one": 0.011,
    "acts on the whole": 0.572,
    "an act word of both": 0.408,
    "assault": 0.726,
    "both in the opening": -0.550,
    "both roles told": -0.174,
    "central in both": 0.542,
    "counts told in both": 0.171,
    "counts told in one": 0.048,
    "days may agree": 0.365,
    "days may differ": -0.549,
    "days told in both": 0.295,
    "days told in one": -0.067,
    "denied in one": 0.000,
    "distance": -0.233,
    "earlier place in the text": -0.093,
    "fewer act words": -0.709,
    "kilometres": -0.257,
    "later place in the text": -2.118,
    "length": 0.234,
    "like act words": 0.019,
    "like sentences": 0.000,
    "like type": -0.900,
    "like words near by": 0.135,
    "mode in one": -0.031,
    "more act words": 0.039,
    "names in both sentences": -0.025,
    "names in both words near by": -0.028,
    "names in one of the sentences": 0.161,
    "names in one of the words near by": -0.014,
    "names of each alone in sentences": 0.134,
    "names of each alone in words near by": -1.343,
    "near by": -0.285,
    "near by in a sentence": -0.236,
    "near by in the other's sentence": -0.105,
    "not real": 0.806,
    "not yet in one": 0.000,
    "nothing of its own": 0.497,
    "numbers of both": 0.223,
    "numbers of each alone": -0.618,
    "numbers told in both": 0.025,
    "old year in one": -0.244,
    "one exact day": 0.193,
    "one in the opening": 0.126,
    "one thing counted": 0.049,
    "other actor": -0.448,
    "other count": -1.998,
    "other counts among them": 0.000,
    "other day": -4.993,
    "other days": -2.497,
    "other mode": -0.476,
    "other months": -1.619,
    "other numbers near by": -0.025,
    "other place": -4.991,
    "other places among them": 0.000,
    "other recipient": 0.000,
    "other side, actor": -0.557,
    "other side, recipient": -0.458,
    "other years": -0.024,
    "party in a rare word": 1.128,
    "party in like words": -0.233,
    "party on the whole": -0.116,
    "party told in both": -0.040,
    "party told in one": -0.116,
    "passages of the longer": 0.663,
    "passages of the shorter": 0.606,
    "past in both": -0.303,
    "past in one": -0.593,
    "place told in both": -0.031,
    "place told in one": -0.080,
    "places of both": -0.842,
    "rare act words": -1.117,
    "rare words near both": 1.134,
    "rare words near each alone": 0.112,
    "rare words of both": 0.683,
    "rare words of each alone": 0.317,
    "recipient in a rare word": 0.163,
    "recipient in like words": 0.292,
    "recipient on the whole": -0.185,
    "recipient told in both": 0.122,
    "recipient told in one": -0.143,
    "roles crossed": -0.507,
    "same act word": 0.213,
    "same actor": 0.358,
    "same count": 0.000,
    "same days": 0.022,
    "same form of the act word": 0.464,
    "same mode": 0.597,
    "same place": 0.000,
    "same recipient": 0.125,
    "same side, actor": 0.045,
    "same side, party": 0.060,
    "same side, recipient": 0.360,
    "same type": 0.900,
    "share of names in both sentences": -0.103,
    "share of names in both words near by": 0.177,
    "told apart in both": 1.210,
    "told apart in one": -0.410,
    "told as usual in both": 0.148,
    "told as usual in one": 0.122,
    "unlike act words": -1.684,
    "unlike sentences": -0.089,
    "weight of names in both sentences": 0.133,
    "weight of names in both words near by": 0.580,
    "width of days": -0.546,
    "words": -0.272,
    "words near both": 0.106,
    "words of both": 0.270,
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
}
"""How telling what speaks for one happening is to people at full strength, which orders the reasons of a link."""
AGAINST: Mapping[str, float] = {
    "other type": 3.0,
    "other day": 3.0,
    "other days": 2.5,
    "other place": 3.0,
    "other count": 2.5,
    "days may differ": 2.0,
    "other actor": 1.5,
    "other recipient": 1.5,
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
}
"""The same for what speaks against it; the weights of the model are no reasons, for many signals share one finding."""
NEVER = -8.0
"""Log-odds of stories that share no family of types."""
LEAST = 0.25
"""How telling a finding has to be to be named."""


def signals(one: Profile, two: Profile) -> list[Signal]:
    """All evidence about two stories."""
    return [
        *what(one, two),
        *who(one, two),
        *when(one, two),
        *where(one, two),
        *howmany(one, two),
        *sentences(one, two),
        *bare(one, two),
        *apart(one, two),
        *(within(one, two) if one.article == two.article else articles(one, two)),
    ]


def weights(one: Profile, two: Profile) -> tuple[Mapping[str, float], float]:
    """The weights and the bias for two stories: those of one article are weighed by themselves."""
    return (WITHIN, WITHIN_BIAS) if one.article == two.article else (WEIGHTS, BIAS)


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
