"""Two stories to a link: how likely they tell of one happening, and why.

A story is what one article tells of one event, in one passage or several (see `story`).

The evidence is weighed by a logistic model. Its weights (`weights`) are fitted by `python -m eval.incidents --fit
--write` on the annotated stories but the last ones, which are held out, and on groups of articles that were read for
it. How much lower than fitted the bias of two articles stands is chosen by cross-validation: a wrong merger costs more
than a missed one. That of one article stands a little higher, which brings its stories to those of others too.
Stories of other families of types are never linked. A score of 0.5 and more says the same happening.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from dateline.merge.evidence.apart import apart
from dateline.merge.evidence.howmany import howmany
from dateline.merge.evidence.items import OTHER_ITEM, SAME_ITEM, items
from dateline.merge.evidence.sense import sense
from dateline.merge.evidence.signal import Signal, weighed, words
from dateline.merge.evidence.what import RIOT_AND_ATTACK, what
from dateline.merge.evidence.when import WELL_APART, when
from dateline.merge.evidence.where import where
from dateline.merge.evidence.who import named_apart, who
from dateline.merge.evidence.wording import articles, bare, sentences, within
from dateline.merge.profile import Profile, akin
from dateline.merge.weights import Weights, fitted, signed
from dateline.records.incident import Link

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
    SAME_ITEM: 1.0,
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
    OTHER_ITEM: 2.0,
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
OTHER_TOLL = "other day and toll"
SET: Mapping[str, float] = {
    "published long apart": -1.5,
    "other names, actor": -0.5,
    "other names, recipient": -0.8,
    "other names, party": -0.4,
    OTHER_TOLL: -4.0,
}
"""Weights for stories of two articles that stand beside the fit. Of articles months apart, the groups that were read
for the fit hold those alone that an earlier linker was in doubt about: without a day in common, 65 % of their pairs
with log-odds of 0 to 1 tell of one happening and 92 % of those above. What names add was fitted by itself, on top of
all other weights. Of 43 judged pairs with exact days two and more apart and with other numbers none tells of one
happening.
"""
SET_WITHIN: Mapping[str, float] = {WELL_APART: -12.0, RIOT_AND_ATTACK: -1.5, OTHER_ITEM: -3.5, SAME_ITEM: 1.0}
"""The same for what one article tells, stories and passages: a report that dates two acts itself tells of two. Of 280
judged pairs of its stories with exact days two and more apart 25 tell of one happening, none of which joins without it.
It may tell of a riot and of an attack beside it: of riots and attacks in two articles (184 judged pairs) two are
linked, both rightly, in one article four, of which three wrongly.
"""
NEVER = -8.0
"""Log-odds of stories that share no family of types."""
LEAST = 0.25
"""How telling a finding has to be to be named."""


def signals(one: Profile, two: Profile) -> list[Signal]:
    """All evidence about two stories."""
    return [*evidence(one, two), *sense(one, two)]


def evidence(one: Profile, two: Profile) -> list[Signal]:
    """The evidence of what is told; how both read to the model is apart, for its measure is fitted with the weights."""
    found = told(one, two)
    return [*found, *_toll_of_its_own(found), *sentences(one, two), *_standing(one, two)]


def told(one: Profile, two: Profile) -> list[Signal]:
    """What was done, by and to whom, when, where and how much of it."""
    return [
        *what(one, two),
        *who(one, two),
        *when(one, two),
        *where(one, two),
        *howmany(one, two),
        *items(one, two),
    ]


def _toll_of_its_own(found: Sequence[Signal]) -> list[Signal]:
    """The signal of days and numbers that are both apart: they are told of two acts, however alike these are."""
    return [(OTHER_TOLL, 1.0)] if {WELL_APART, "other count"} <= {s[0] for s in found} else []


def _standing(one: Profile, two: Profile) -> list[Signal]:
    """How both stand in their articles, and what sets them apart there."""
    found = [*bare(one, two), *apart(one, two)]
    if one.article == two.article:
        return [*found, *within(one, two)]
    return [*found, *named_apart(one, two), *articles(one, two)]


def weights(one: Profile, two: Profile) -> Weights:
    """The weights for two stories: those of one article are weighed by themselves."""
    return whole(within=one.article == two.article)


@cache
def whole(*, within: bool) -> Weights:
    """The weights for stories of one article or of two, with those that are set."""
    found = fitted("within" if within else "between")
    return Weights(found.bias, {**found.of, **(SET_WITHIN if within else SET)})


def log_odds(one: Profile, two: Profile) -> float:
    """Natural logarithm of how many times likelier it is that two stories tell of one happening than not."""
    if not akin(one, two):
        return NEVER
    weight = weights(one, two)
    return weight.bias + weighed(signals(one, two), weight.of)


def link(one: Profile, two: Profile) -> Link:
    """The link between two stories with its reasons, the strongest first; those against begin with "but"."""
    left, right = sorted((one, two), key=lambda p: p.id)
    reasons = reasons_of(signals(left, right))
    return Link(left.id, right.id, round(probability(log_odds(left, right)), 4), reasons, signed())


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
