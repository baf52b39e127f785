"""Wording: telling words that both passages, or both articles, use."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.merge.evidence.signal import Signal
from dateline.merge.profile import Profile
from dateline.merge.words import common, cosine

SHOWN = 4
"""Shared words that are named as a reason."""
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
    """The evidence of what the articles are about."""
    about = cosine(one.topic, two.topic)
    shared = ", ".join(common(one.topic, two.topic)[:SHOWN])
    yield Signal("like articles", about, f"both articles are about: {shared}")
    if one.leads and two.leads:
        yield Signal("both lead", about, "both articles open with it")
    elif one.leads or two.leads:
        yield Signal("one leads", about, "one article opens with it, the other does not")
    if about < UNLIKE:
        yield Signal("unlike articles", 1 - about / UNLIKE, "the articles are about different things")
