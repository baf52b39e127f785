"""Wording: telling words that both passages, or both articles, use."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.merge.evidence.signal import Signal
from dateline.merge.profile import Profile
from dateline.merge.words import common, cosine

SHOWN = 4
"""Shared words that are named as a reason."""
SENTENCE = 160
"""Characters of a usual sentence."""
UNLIKE = 0.1
"""Likeness of articles below which they are about different things."""


def sentences(one: Profile, two: Profile) -> Iterator[Signal]:
    """The evidence of the sentences."""
    near = cosine(one.wording, two.wording)
    if near > 0:
        shared = ", ".join(common(one.wording, two.wording)[:SHOWN])
        yield Signal("like sentences", near, f"the sentences share: {shared}")
    else:
        yield Signal("unlike sentences", 1.0, "the sentences share no telling word")


def articles(one: Profile, two: Profile) -> Iterator[Signal]:
    """The evidence of what two articles are about, and whether they open with it."""
    about = cosine(one.topic, two.topic)
    shared = ", ".join(common(one.topic, two.topic)[:SHOWN])
    yield Signal("like articles", about, f"both articles are about: {shared}")
    if one.leads and two.leads:
        yield Signal("both lead", about, "both articles open with it")
    elif one.leads or two.leads:
        yield Signal("one leads", about, "one article opens with it, the other does not")
    fits = (cosine(one.wording, two.topic) + cosine(two.wording, one.topic)) / 2
    yield Signal("fits the other article", fits, "each tells what the other article is about")
    central = min(cosine(one.wording, one.topic), cosine(two.wording, two.topic))
    yield Signal("central in both", central, "each is what its article is about")
    if about < UNLIKE:
        yield Signal("unlike articles", 1 - about / UNLIKE, "the articles are about different things")


def within(one: Profile, two: Profile) -> Iterator[Signal]:
    """The evidence of how two stories stand in one article."""
    central = min(cosine(one.wording, one.topic), cosine(two.wording, two.topic))
    yield Signal("central in both", central, "both are what the article is about")
    yield Signal("near by", 1 / (1 + abs(one.order[2] - two.order[2]) / SENTENCE), "told near each other")
    if one.leads and two.leads:
        yield Signal("both in the opening", 1.0, "both are in the opening of the report")
    elif one.leads or two.leads:
        yield Signal("one in the opening", 1.0, "one is in the opening of the report")


def bare(one: Profile, two: Profile) -> Iterator[Signal]:
    """Whether one of two stories tells neither time, place, party nor count."""
    if not (one.telling and two.telling):
        yield Signal("nothing of its own", 1.0, "one tells neither time, place, party nor count")
