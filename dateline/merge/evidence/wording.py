"""Wording: telling words that both passages, or both articles, use."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from dateline.merge.evidence.rows import Numbers, blocks, sum_of
from dateline.merge.evidence.signal import Signal
from dateline.merge.profile import RARE, Profile
from dateline.merge.words import Vector, common, cosine, over, weight

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
BARE = "nothing of its own"
"""The one signal of `bare`."""


def sentences(one: Profile, two: Profile) -> list[Signal]:
    """The evidence of the sentences."""
    return [*whole(one, two), *near(one, two)]


def whole(one: Profile, two: Profile) -> list[Signal]:
    """The evidence of all words of the sentences, whatever acts they tell."""
    first, second = one.wording, two.wording
    both = first.keys() & second.keys()
    rare = len(one.rare & two.rare)
    return [
        ("like sentences", over(both, first, second), _shared, ("the sentences share", first, second))
        if both
        else ("unlike sentences", 1.0, "the sentences share no telling word"),
        ("words of both", min(1.0, len(both) / MANY)),
        ("rare words of both", min(1.0, rare / MANY)),
        ("rare words of each alone", min(1.0, (min(len(one.rare), len(two.rare)) - rare) / MANY)),
        ("length", min(1.0, min(len(first), len(second)) / LONG)),
        *_named(IN_SENTENCES, one.names, two.names),
    ]


def _shared(what: str, one: Vector, two: Vector) -> str:
    return f"{what}: {', '.join(common(one, two)[:SHOWN])}"


def near(one: Profile, two: Profile) -> tuple[Signal, ...]:
    """The evidence of the words beside the act: several acts may stand in one sentence."""
    rare = len(one.near_rare & two.near_rare)
    both = one.near.keys() & two.near.keys()
    crossed = cosine(one.near, two.wording), cosine(two.near, one.wording)
    return (
        ("like words near by", over(both, one.near, two.near)),
        ("words near both", min(1.0, len(both) / MANY)),
        ("rare words near both", min(1.0, rare / MANY)),
        ("rare words near each alone", min(1.0, (min(len(one.near_rare), len(two.near_rare)) - rare) / MANY)),
        ("near by in the other's sentence", min(crossed)),
        ("near by in a sentence", max(crossed)),
        *_named(NEAR_BY, one.near_names, two.near_names),
    )


class _Names(NamedTuple):
    """The names of the signals of names in one place, made once."""

    one: str
    both: str
    weight: str
    share: str
    alone: str


def _names(where: str) -> _Names:
    return _Names(
        f"names in one of the {where}",
        f"names in both {where}",
        f"weight of names in both {where}",
        f"share of names in both {where}",
        f"names of each alone in {where}",
    )


IN_SENTENCES, NEAR_BY = _names("sentences"), _names("words near by")
WHOLE = (
    *(
        "like sentences",
        "unlike sentences",
        "words of both",
        "rare words of both",
        "rare words of each alone",
        "length",
    ),
    *IN_SENTENCES,
)
"""All signals of `whole`, each of a strength of 1 at most."""
NEAR = (
    *("like words near by", "words near both", "rare words near both", "rare words near each alone"),
    *("near by in the other's sentence", "near by in a sentence"),
    *NEAR_BY,
)
"""All signals of `near`, each of a strength of 1 at most."""


def _named(names: _Names, one: frozenset[str], two: frozenset[str]) -> tuple[Signal, ...]:
    """The evidence of names."""
    if not one or not two:
        return ((names.one, 1.0),) if one or two else ()
    both, fewer = one & two, min(len(one), len(two))
    return (
        (names.both, 1.0),
        (names.weight, min(1.0, math.fsum(map(weight, both)) / (MANY * RARE))),
        (names.share, len(both) / fewer),
        (names.alone, min(1.0, (fewer - len(both)) / MANY)),
    )


def articles(one: Profile, two: Profile) -> list[Signal]:
    """The evidence of what two articles are about, and whether they open with it."""
    about = cosine(one.topic, two.topic)
    fits = cosine(one.wording, two.topic), cosine(two.wording, one.topic)
    central = one.central, two.central
    found: list[Signal] = [
        ("like articles", about, _shared, ("both articles are about", one.topic, two.topic)),
        ("fits the other article", sum(fits) / 2, "each tells what the other article is about"),
        ("one fits the other article", max(fits)),
        ("central in both", min(central), "each is what its article is about"),
        ("central in one", max(central)),
        *_early(one, two),
        *_much(one, two),
    ]
    if one.leads and two.leads:
        found.append(("both lead", about, "both articles open with it"))
    elif one.leads or two.leads:
        found.append(("one leads", about, "one article opens with it, the other does not"))
    if about < UNLIKE:
        found.append(("unlike articles", 1 - about / UNLIKE, "the articles are about different things"))
    return found


def _early(one: Profile, two: Profile) -> tuple[Signal, Signal]:
    """How early the articles tell of it."""
    return (
        ("later place in the text", math.log1p(max(one.order[2], two.order[2])) / DEEP),
        ("earlier place in the text", math.log1p(min(one.order[2], two.order[2])) / DEEP),
    )


def _much(one: Profile, two: Profile) -> list[Signal]:
    """How much the articles tell of it, and how far apart they were published."""
    found: list[Signal] = [
        ("passages of the shorter", min(1.0, min(len(one.passages), len(two.passages)) / MANY)),
        ("passages of the longer", min(1.0, max(len(one.passages), len(two.passages)) / MANY)),
    ]
    first, second = one.published, two.published
    if first and second:
        found.append(("days between the articles", min(1.0, math.log1p(abs((first - second).days)) / 4)))
    return found


def within(one: Profile, two: Profile) -> list[Signal]:
    """The evidence of how two stories stand in one article."""
    return [*places(one, two), *rank(one, two)]


def places(one: Profile, two: Profile) -> list[Signal]:
    """How near each other and how early they stand, and how much they are what the article is about."""
    apart = abs(one.order[2] - two.order[2])
    return [
        ("central in both", min(one.central, two.central), "both are what the article is about"),
        ("near by", 1 / (1 + apart / SENTENCE), "told near each other"),
        ("distance", math.log1p(apart) / DEEP),
        *_early(one, two),
    ]


def places_rows(told: Sequence[Profile], weights: Mapping[str, float]) -> Iterator[Numbers]:
    """For each story of an article what `places` comes to with each before it, and some behind, some stories at once.

    The same up to rounding.
    """
    ats, centrals = np.array([one.order[2] for one in told]), np.array([one.central for one in told])
    for some, others in blocks(len(told)):
        at, other = ats[some, None], ats[None, others]
        apart = np.abs(at - other)
        strengths = {
            "central in both": np.minimum(centrals[some, None], centrals[None, others]),
            "near by": 1 / (1 + apart / SENTENCE),
            "distance": np.log1p(apart) / DEEP,
            "later place in the text": np.log1p(np.maximum(at, other)) / DEEP,
            "earlier place in the text": np.log1p(np.minimum(at, other)) / DEEP,
        }
        yield sum_of(strengths, weights)


def rank(one: Profile, two: Profile) -> list[Signal]:
    """How much the article tells of them, and whether it opens with them."""
    found = _much(one, two)
    if one.leads and two.leads:
        found.append(("both in the opening", 1.0, "both are in the opening of the report"))
    elif one.leads or two.leads:
        found.append(("one in the opening", 1.0, "one is in the opening of the report"))
    return found


def bare(one: Profile, two: Profile) -> tuple[Signal, ...]:
    """Whether one of two stories tells neither time, place, party nor count."""
    if one.telling and two.telling:
        return ()
    return ((BARE, 1.0, "one tells neither time, place, party nor count"),)
