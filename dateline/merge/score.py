"""Two stories to a link: how likely they tell of one happening, and why.

A story is what one article tells of one event, in one passage or several (see `story`).

The evidence is weighed by a logistic model. Its weights are fitted by `python -m eval.incidents --fit --write` on the
annotated stories but the last ones, which are held out, and on groups of articles that were read for it. How much
lower than fitted the bias of two articles stands is chosen by cross-validation: a wrong merger costs more than a missed
one. That of one article stands a little higher, which brings its stories to those of others too.
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

BY = "merge.score 9"
"""What a link is signed with: changes with the weights, and with what the signals find."""
BIAS = -0.24
WEIGHTS: Mapping[str, float] = {
    "a place more in each": -1.318,
    "actor in a rare word": -0.504,
    "actor in like words": 0.566,
    "actor on the whole": 0.548,
    "actor told in both": -0.502,
    "actor told in one": -0.130,
    "acts on the whole": 0.170,
    "an act word of both": -0.177,
    "assault": 1.133,
    "both lead": 0.803,
    "both roles told": -0.317,
    "central in both": -1.930,
    "central in one": -1.298,
    "counts told in both": 0.027,
    "counts told in one": 0.011,
    "days between the articles": -0.203,
    "days may agree": 1.000,
    "days may differ": -0.557,
    "days told in both": 0.874,
    "days told in one": 0.279,
    "denied in one": -0.650,
    "earlier place in the text": -1.229,
    "fewer act words": -0.789,
    "fits the other article": 1.021,
    "kilometres": -0.405,
    "later place in the text": -2.778,
    "length": -0.038,
    "like act words": 0.451,
    "like articles": 1.143,
    "like sentences": 0.000,
    "like type": -0.266,
    "like words near by": 1.895,
    "mode in one": -0.357,
    "more act words": -0.454,
    "names in both sentences": 0.065,
    "names in both words near by": 0.007,
    "names in one of the sentences": 0.256,
    "names in one of the words near by": -0.084,
    "names of each alone in sentences": 0.451,
    "names of each alone in words near by": -0.699,
    "near by in a sentence": -0.069,
    "near by in the other's sentence": -1.148,
    "not real": 1.064,
    "not yet in one": 0.000,
    "nothing of its own": 0.052,
    "numbers of both": 0.906,
    "numbers of each alone": -0.327,
    "numbers told in both": 0.192,
    "old year in one": -0.408,
    "one exact day": -0.416,
    "one fits the other article": 1.391,
    "one leads": 0.020,
    "one thing counted": 0.135,
    "other actor": -0.162,
    "other count": -1.179,
    "other counts among them": -1.232,
    "other day": -3.154,
    "other days": -1.923,
    "other mode": -0.606,
    "other months": -0.933,
    "other numbers near by": -0.010,
    "other place": -1.920,
    "other places among them": -0.289,
    "other recipient": -0.379,
    "other side, actor": -0.330,
    "other side, party": -0.309,
    "other side, recipient": -0.416,
    "other years": -0.604,
    "party in a rare word": -0.241,
    "party in like words": -0.026,
    "party on the whole": 0.539,
    "party told in both": -0.064,
    "party told in one": 0.352,
    "passages of the longer": 0.143,
    "passages of the shorter": -0.304,
    "past in both": 0.066,
    "past in one": -0.065,
    "place told in both": -0.135,
    "place told in one": -0.183,
    "places of both": 0.651,
    "rare act words": 0.292,
    "rare words near both": 1.184,
    "rare words near each alone": 0.195,
    "rare words of both": -0.641,
    "rare words of each alone": 0.060,
    "read alike": 1.000,
    "read unlike": -1.000,
    "recipient in a rare word": -0.713,
    "recipient in like words": 1.051,
    "recipient on the whole": 0.203,
    "recipient told in both": -0.494,
    "recipient told in one": -0.157,
    "roles crossed": -0.445,
    "same act word": 0.694,
    "same actor": 0.390,
    "same count": 1.132,
    "same days": 1.004,
    "same form of the act word": 0.465,
    "same mode": 0.000,
    "same place": 0.000,
    "same recipient": 0.375,
    "same side, actor": 0.143,
    "same side, party": 0.057,
    "same side, recipient": 0.282,
    "same type": 0.266,
    "share of names in both sentences": 0.038,
    "share of names in both words near by": -0.072,
    "told apart in both": -0.534,
    "told apart in one": -0.692,
    "told as usual in both": 0.512,
    "told as usual in one": -0.100,
    "unlike act words": -0.192,
    "unlike articles": -0.365,
    "unlike sentences": -0.103,
    "weight of names in both sentences": 0.753,
    "weight of names in both words near by": -0.142,
    "width of days": -0.233,
    "words": -0.429,
    "words near both": 0.048,
    "words of both": 1.131,
}
"""What each signal adds to the log-odds at full strength."""
WITHIN_BIAS = 1.69
WITHIN: Mapping[str, float] = {
    "a place more in each": -1.161,
    "actor in a rare word": -0.333,
    "actor in like words": 0.599,
    "actor on the whole": 0.460,
    "actor told in both": -0.444,
    "actor told in one": -0.068,
    "acts on the whole": 0.154,
    "an act word of both": -0.226,
    "assault": 0.959,
    "both in the opening": 0.193,
    "both roles told": -0.279,
    "central in both": -0.831,
    "counts told in both": -0.034,
    "counts told in one": 0.012,
    "days may agree": 0.339,
    "days may differ": -0.353,
    "days told in both": 0.368,
    "days told in one": 0.296,
    "denied in one": -0.844,
    "distance": -0.280,
    "earlier place in the text": -1.386,
    "fewer act words": -0.195,
    "kilometres": -0.440,
    "later place in the text": -3.903,
    "length": 0.085,
    "like act words": 0.335,
    "like sentences": 0.000,
    "like type": -0.265,
    "like words near by": 1.094,
    "mode in one": -0.379,
    "more act words": -0.601,
    "names in both sentences": 0.138,
    "names in both words near by": -0.109,
    "names in one of the sentences": 0.169,
    "names in one of the words near by": -0.146,
    "names of each alone in sentences": 0.445,
    "names of each alone in words near by": -0.865,
    "near by": 0.579,
    "near by in a sentence": 0.308,
    "near by in the other's sentence": -1.028,
    "not real": 0.772,
    "not yet in one": 0.000,
    "nothing of its own": 0.160,
    "numbers of both": 0.009,
    "numbers of each alone": -0.248,
    "numbers told in both": 0.251,
    "old year in one": -0.350,
    "one exact day": -0.197,
    "one in the opening": 0.261,
    "one thing counted": 0.117,
    "other actor": -0.120,
    "other count": -1.181,
    "other counts among them": -0.433,
    "other day": -3.141,
    "other days": -1.867,
    "other mode": -0.593,
    "other months": -1.020,
    "other numbers near by": -0.182,
    "other place": -1.922,
    "other places among them": -0.100,
    "other recipient": -0.129,
    "other side, actor": -0.262,
    "other side, party": -0.046,
    "other side, recipient": -0.299,
    "other years": -0.771,
    "party in a rare word": -0.319,
    "party in like words": 0.343,
    "party on the whole": 0.736,
    "party told in both": -0.278,
    "party told in one": 0.554,
    "passages of the longer": 0.032,
    "passages of the shorter": 0.368,
    "past in both": -0.278,
    "past in one": -0.135,
    "place told in both": -0.225,
    "place told in one": -0.104,
    "places of both": 0.869,
    "rare act words": -0.011,
    "rare words near both": 0.876,
    "rare words near each alone": 0.068,
    "rare words of both": 0.018,
    "rare words of each alone": -0.224,
    "read alike": 1.000,
    "read unlike": -1.000,
    "recipient in a rare word": -0.513,
    "recipient in like words": 0.891,
    "recipient on the whole": 0.109,
    "recipient told in both": -0.469,
    "recipient told in one": 0.034,
    "roles crossed": -0.390,
    "same act word": 0.982,
    "same actor": 0.224,
    "same count": 1.452,
    "same days": 0.343,
    "same form of the act word": 0.554,
    "same mode": 0.000,
    "same place": 0.000,
    "same recipient": 0.447,
    "same side, actor": 0.045,
    "same side, party": 0.313,
    "same side, recipient": 0.382,
    "same type": 0.265,
    "share of names in both sentences": -0.119,
    "share of names in both words near by": 0.059,
    "told apart in both": -0.327,
    "told apart in one": -0.849,
    "told as usual in both": 0.221,
    "told as usual in one": -0.210,
    "unlike act words": -0.375,
    "unlike sentences": 0.000,
    "weight of names in both sentences": 0.192,
    "weight of names in both words near by": -0.565,
    "width of days": -0.770,
    "words": -0.238,
    "words near both": -0.442,
    "words of both": 0.925,
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
