"""Two stories to a link: how likely they tell of one happening, and why.

A story is what one article tells of one event, in one passage or several (see `story`).

The evidence is weighed by a logistic model (weights fitted by `python -m eval.incidents --fit --write` on one half of
the annotated stories, measured on the other; how much lower than fitted the biases are is chosen by cross-validation:
a wrong merger costs more than a missed one). Stories of other families of types are never linked.
A score of 0.5 and more says the same happening.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping

from dateline.merge.evidence.howmany import howmany
from dateline.merge.evidence.signal import Signal
from dateline.merge.evidence.what import what
from dateline.merge.evidence.when import when
from dateline.merge.evidence.where import where
from dateline.merge.evidence.who import who
from dateline.merge.evidence.wording import articles, bare, sentences, within
from dateline.merge.profile import Profile
from dateline.records.incident import Link

BY = "merge.score 2"
"""What a link is signed with: changes with the weights."""
BIAS = -3.08
WEIGHTS: Mapping[str, float] = {
    "like type": -1.557,
    "assault": 1.456,
    "words": 0.715,
    "other mode": -1.051,
    "rare act words": -0.069,
    "fewer act words": 1.363,
    "more act words": -0.852,
    "acts on the whole": 0.471,
    "unlike act words": -2.525,
    "not real": -0.406,
    "past in one": -1.158,
    "same actor": 0.760,
    "actor told in both": -0.539,
    "actor on the whole": -0.055,
    "same side, actor": 0.000,
    "same recipient": 1.323,
    "recipient told in both": -0.545,
    "recipient on the whole": -0.344,
    "same side, recipient": 0.000,
    "roles crossed": -0.776,
    "both roles told": 0.336,
    "days told in one": -0.216,
    "days may agree": 1.768,
    "width of days": -0.622,
    "like sentences": 0.000,
    "words of both": 1.235,
    "rare words of both": 1.901,
    "rare words of each alone": 1.479,
    "length": -0.180,
    "like words near by": 0.926,
    "words near both": 0.441,
    "rare words near both": 6.502,
    "rare words near each alone": 0.493,
    "near by in the other's sentence": -1.012,
    "near by in a sentence": -1.507,
    "names in both sentences": 0.206,
    "weight of names in both sentences": 0.740,
    "share of names in both sentences": -1.336,
    "names of each alone in sentences": -1.658,
    "names in one of the words near by": 0.100,
    "central in both": -0.390,
    "passages of the shorter": 4.084,
    "passages of the longer": 0.642,
    "later place in the text": -2.404,
    "earlier place in the text": -0.574,
    "days between the articles": -4.440,
    "same mode": 0.000,
    "other actor": 0.000,
    "recipient told in one": -0.491,
    "names in both words near by": -0.014,
    "weight of names in both words near by": 1.734,
    "share of names in both words near by": -0.705,
    "names of each alone in words near by": -3.048,
    "like act words": 0.410,
    "actor told in one": -0.153,
    "nothing of its own": 1.104,
    "other recipient": 0.000,
    "same type": 1.548,
    "same act word": 1.144,
    "an act word of both": 0.945,
    "same form of the act word": 0.224,
    "recipient in like words": 0.603,
    "recipient in a rare word": 0.603,
    "like articles": 0.000,
    "both lead": 0.000,
    "fits the other article": -3.944,
    "one fits the other article": 2.247,
    "central in one": -0.168,
    "one leads": 0.792,
    "denied in one": -0.724,
    "days may differ": -0.558,
    "names in one of the sentences": -0.032,
    "party told in one": -1.404,
    "mode in one": -0.739,
    "unlike sentences": 0.000,
    "place told in one": -0.027,
    "days told in both": 2.130,
    "other day": -7.995,
    "other days": -3.985,
    "past in both": -0.248,
    "same days": 1.754,
    "one exact day": 0.219,
    "actor in like words": 1.146,
    "actor in a rare word": 2.396,
    "not yet in one": -1.656,
    "counts told in one": -0.050,
    "party told in both": 1.293,
    "party on the whole": 6.376,
    "same side, party": 1.293,
    "party in like words": -0.261,
    "party in a rare word": 2.684,
    "other place": -9.935,
    "other places among them": 0.000,
    "place told in both": 1.106,
    "places of both": 0.029,
    "a place more in each": -3.878,
    "kilometres": 0.486,
    "same place": 0.000,
    "other side, recipient": -1.290,
    "other side, actor": -2.936,
    "counts told in both": -0.112,
    "other count": -2.998,
    "other counts among them": -0.841,
    "one thing counted": 0.818,
    "same count": 0.000,
    "unlike articles": 0.000,
}
"""What each signal adds to the log-odds at full strength."""
WITHIN_BIAS = -0.14
WITHIN: Mapping[str, float] = {
    "like type": -1.183,
    "assault": 1.628,
    "words": 0.183,
    "other mode": -0.377,
    "rare act words": -4.985,
    "fewer act words": 5.056,
    "more act words": 1.010,
    "acts on the whole": -0.156,
    "unlike act words": -5.217,
    "not real": 3.383,
    "past in one": -1.219,
    "same actor": 1.129,
    "actor told in both": -0.786,
    "actor on the whole": -0.001,
    "same side, actor": 0.000,
    "same recipient": 0.796,
    "recipient told in both": -0.205,
    "recipient on the whole": -0.812,
    "same side, recipient": 0.000,
    "roles crossed": -1.666,
    "both roles told": 0.493,
    "days told in one": -0.424,
    "days may agree": 0.007,
    "width of days": -1.677,
    "like sentences": 0.000,
    "words of both": 0.498,
    "rare words of both": -1.369,
    "rare words of each alone": 1.976,
    "length": 0.933,
    "like words near by": 0.000,
    "words near both": -0.603,
    "rare words near both": 9.659,
    "rare words near each alone": 2.437,
    "near by in the other's sentence": -1.337,
    "near by in a sentence": -0.939,
    "names in both sentences": 0.750,
    "weight of names in both sentences": 0.362,
    "share of names in both sentences": 0.940,
    "names of each alone in sentences": -1.389,
    "names in one of the words near by": 0.539,
    "central in both": -1.138,
    "near by": 1.424,
    "distance": -3.566,
    "passages of the shorter": 7.171,
    "passages of the longer": 0.378,
    "later place in the text": -4.377,
    "earlier place in the text": -0.762,
    "both in the opening": -0.192,
    "same mode": 0.125,
    "other actor": -0.053,
    "recipient told in one": -0.401,
    "names in both words near by": -0.373,
    "weight of names in both words near by": -3.240,
    "share of names in both words near by": -0.725,
    "names of each alone in words near by": -1.422,
    "like act words": 0.000,
    "actor told in one": -0.224,
    "nothing of its own": 0.697,
    "one in the opening": 0.571,
    "other recipient": 0.000,
    "same type": 1.190,
    "same act word": 1.244,
    "an act word of both": 0.189,
    "same form of the act word": 2.102,
    "recipient in like words": 1.130,
    "recipient in a rare word": 0.542,
    "denied in one": -0.147,
    "days may differ": -0.844,
    "names in one of the sentences": -0.140,
    "mode in one": -0.338,
    "unlike sentences": -0.504,
    "place told in one": -0.954,
    "days told in both": 0.557,
    "other day": -7.991,
    "other days": -3.998,
    "past in both": -2.395,
    "same days": 0.000,
    "one exact day": 1.240,
    "actor in like words": 0.794,
    "actor in a rare word": 2.857,
    "not yet in one": -4.004,
    "counts told in one": 1.042,
    "party told in both": 0.253,
    "party on the whole": 2.161,
    "same side, party": 0.253,
    "party in like words": -1.871,
    "party in a rare word": 2.022,
    "other place": -9.967,
    "other places among them": 0.000,
    "place told in both": -0.290,
    "places of both": -0.549,
    "a place more in each": -1.493,
    "kilometres": -0.585,
    "same place": 0.000,
    "other side, recipient": -0.860,
    "other side, actor": -2.768,
    "counts told in both": 0.554,
    "other count": -2.988,
    "other counts among them": 0.000,
    "one thing counted": 0.758,
    "same count": 0.000,
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
    "past in one": 0.5,
    "like type": 0.5,
}
"""The same for what speaks against it; the weights of the model are no reasons, for many signals share one finding."""
NEVER = -8.0
"""Log-odds of stories that share no family of types."""
LEAST = 0.25
"""How telling a finding has to be to be named."""


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
    if one.families.isdisjoint(two.families):
        return NEVER
    weight, bias = weights(one, two)
    return bias + math.fsum(weight.get(s.name, 0.0) * s.value for s in signals(one, two))


def link(one: Profile, two: Profile) -> Link:
    """The link between two stories with its reasons, the strongest first; those against begin with "but"."""
    left, right = sorted((one, two), key=lambda p: p.id)
    reasons = reasons_of(signals(left, right))
    return Link(left.id, right.id, round(probability(log_odds(left, right)), 4), reasons, BY)


def reasons_of(found: Iterable[Signal]) -> tuple[str, ...]:
    """What was found in words, the most telling first; what speaks against one happening begins with "but"."""
    told = [s for s in found if s.words and (s.name in FOR or s.name in AGAINST) and s.value * _telling(s) >= LEAST]
    told.sort(key=lambda s: (-s.value * _telling(s), s.name))
    return tuple(s.words if s.name in FOR else f"but {s.words}" for s in told)


def _telling(signal: Signal) -> float:
    return FOR.get(signal.name) or AGAINST.get(signal.name, 0.0)


def probability(odds: float) -> float:
    """The probability of natural log-odds."""
    return 1 / (1 + math.exp(-odds)) if odds > -700 else 0.0
