"""Wording: telling words that both passages, or both articles, use."""

from __future__ import annotations

import math
from collections.abc import Iterator

from dateline.merge.evidence.signal import Signal
from dateline.merge.profile import RARE, Profile
from dateline.merge.words import common, cosine, weight

SHOWN = 4
"""Shared words that are named as a reason."""
MANY = 5.0
"""Words or passages that are many."""
LONG = 20.0
"""Telling words of a long sentence."""
DEEP = 10.0
"""Logarithm of the characters of a long article."""
SENTENCE = 160
"""Characters of a usual sentence."""
UNLIKE = 0.1
"""Likeness of articles below which they are about different things."""


def sentences(one: Profile, two: Profile) -> Iterator[Signal]:
    """The evidence of the sentences."""
    near, both = cosine(one.wording, two.wording), common(one.wording, two.wording)
    if near > 0:
        yield Signal("like sentences", near, f"the sentences share: {', '.join(both[:SHOWN])}")
    else:
        yield Signal("unlike sentences", 1.0, "the sentences share no telling word")
    yield Signal("words of both", min(1.0, len(both) / MANY))
    yield Signal("rare words of both", min(1.0, len(one.rare & two.rare) / MANY))
    yield Signal("rare words of each alone", min(1.0, min(len(one.rare - two.rare), len(two.rare - one.rare)) / MANY))
    yield Signal("length", min(1.0, min(len(one.wording), len(two.wording)) / LONG))
    yield from _near(one, two)
    yield from _named("sentences", one.names, two.names)
    yield from _named("words near by", one.near_names, two.near_names)


def _near(one: Profile, two: Profile) -> Iterator[Signal]:
    """The evidence of the words beside the act: several acts may stand in one sentence."""
    yield Signal("like words near by", cosine(one.near, two.near))
    first, second = one.near_rare, two.near_rare
    yield Signal("words near both", min(1.0, len(one.near.keys() & two.near.keys()) / MANY))
    yield Signal("rare words near both", min(1.0, len(first & second) / MANY))
    yield Signal("rare words near each alone", min(1.0, min(len(first - second), len(second - first)) / MANY))
    crossed = cosine(one.near, two.wording), cosine(two.near, one.wording)
    yield Signal("near by in the other's sentence", min(crossed))
    yield Signal("near by in a sentence", max(crossed))


def _named(where: str, one: frozenset[str], two: frozenset[str]) -> Iterator[Signal]:
    """The evidence of names."""
    if not one or not two:
        if one or two:
            yield Signal(f"names in one of the {where}", 1.0)
        return
    both = one & two
    yield Signal(f"names in both {where}", 1.0)
    yield Signal(f"weight of names in both {where}", min(1.0, math.fsum(map(weight, both)) / (MANY * RARE)))
    yield Signal(f"share of names in both {where}", len(both) / min(len(one), len(two)))
    yield Signal(f"names of each alone in {where}", min(1.0, min(len(one - two), len(two - one)) / MANY))


def articles(one: Profile, two: Profile) -> Iterator[Signal]:
    """The evidence of what two articles are about, and whether they open with it."""
    about = cosine(one.topic, two.topic)
    shared = ", ".join(common(one.topic, two.topic)[:SHOWN])
    yield Signal("like articles", about, f"both articles are about: {shared}")
    if one.leads and two.leads:
        yield Signal("both lead", about, "both articles open with it")
    elif one.leads or two.leads:
        yield Signal("one leads", about, "one article opens with it, the other does not")
    fits = cosine(one.wording, two.topic), cosine(two.wording, one.topic)
    yield Signal("fits the other article", sum(fits) / 2, "each tells what the other article is about")
    yield Signal("one fits the other article", max(fits))
    central = cosine(one.wording, one.topic), cosine(two.wording, two.topic)
    yield Signal("central in both", min(central), "each is what its article is about")
    yield Signal("central in one", max(central))
    yield from _told(one, two)
    if about < UNLIKE:
        yield Signal("unlike articles", 1 - about / UNLIKE, "the articles are about different things")


def _told(one: Profile, two: Profile) -> Iterator[Signal]:
    """How much and how early the articles tell of it, and how far apart they were published."""
    yield Signal("passages of the shorter", min(1.0, min(len(one.passages), len(two.passages)) / MANY))
    yield Signal("passages of the longer", min(1.0, max(len(one.passages), len(two.passages)) / MANY))
    yield Signal("later place in the text", math.log1p(max(one.order[2], two.order[2])) / DEEP)
    yield Signal("earlier place in the text", math.log1p(min(one.order[2], two.order[2])) / DEEP)
    if one.published and two.published:
        yield Signal("days between the articles", min(1.0, math.log1p(abs((one.published - two.published).days)) / 4))


def within(one: Profile, two: Profile) -> Iterator[Signal]:
    """The evidence of how two stories stand in one article."""
    central = min(cosine(one.wording, one.topic), cosine(two.wording, two.topic))
    yield Signal("central in both", central, "both are what the article is about")
    yield Signal("near by", 1 / (1 + abs(one.order[2] - two.order[2]) / SENTENCE), "told near each other")
    yield Signal("distance", math.log1p(abs(one.order[2] - two.order[2])) / DEEP)
    yield from _told(one, two)
    if one.leads and two.leads:
        yield Signal("both in the opening", 1.0, "both are in the opening of the report")
    elif one.leads or two.leads:
        yield Signal("one in the opening", 1.0, "one is in the opening of the report")


def bare(one: Profile, two: Profile) -> Iterator[Signal]:
    """Whether one of two stories tells neither time, place, party nor count."""
    if not (one.telling and two.telling):
        yield Signal("nothing of its own", 1.0, "one tells neither time, place, party nor count")
