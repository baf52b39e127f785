"""The same event told twice in one article: which passages belong together.

The evidence for two passages is weighed by a logistic model (weights fitted by eval/stories.py on annotated articles,
the bias 0.4 lower than fitted, for a wrong joint costs more than a missed one);
passages then join the likeliest first, as long as all that is known of both speaks for it together (see `cluster`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.merge.cluster import Pair, groups
from dateline.merge.evidence.howmany import howmany
from dateline.merge.evidence.signal import Signal
from dateline.merge.evidence.telling import telling
from dateline.merge.evidence.what import what
from dateline.merge.evidence.when import when
from dateline.merge.evidence.where import where
from dateline.merge.evidence.who import who
from dateline.merge.evidence.wording import sentences
from dateline.merge.profile import Profile, single
from dateline.records.event import Event

BIAS = -5.16
WEIGHTS: Mapping[str, float] = {
    "same type": 2.51,
    "like type": -2.53,
    "other type": 0.00,
    "same mode": 0.59,
    "other mode": -2.42,
    "same act word": 2.26,
    "like act words": 0.39,
    "unlike act words": -1.39,
    "denied in one": -0.93,
    "not yet in one": -1.26,
    "past in one": -0.34,
    "same days": 0.05,
    "days may agree": 0.00,
    "other day": -1.07,
    "other days": -1.65,
    "days may differ": 0.00,
    "same place": 0.11,
    "other place": -1.17,
    "same actor": 0.11,
    "other actor": -1.42,
    "same recipient": 0.58,
    "other recipient": -0.93,
    "same count": 0.86,
    "other count": -1.80,
    "like sentences": 1.29,
    "unlike sentences": 0.00,
    "one sentence": -2.01,
    "near by": 1.42,
    "from the opening": 0.85,
    "both in the opening": 0.33,
    "told as known": 1.23,
    "nothing of its own": 0.87,
    "last such act": 0.62,
    "known and last such act": -0.47,
}
"""What each signal adds to the log-odds at full strength."""
NEVER = -20.0
"""Log-odds of passages of different families of types."""


def story_events(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with `story_event` set to the id of the first passage that tells of the same event."""
    ordered = sorted(events, key=lambda e: (e.trigger.span, e.id))
    profiles = [single(e) for e in ordered]
    odds: dict[Pair, float] = {}
    names = [f"{i:06d}" for i in range(len(ordered))]
    for j, two in enumerate(ordered):
        last = True
        for i in range(j - 1, -1, -1):
            one = ordered[i]
            odds[names[i], names[j]] = log_odds(one, two, profiles[i], profiles[j], last=last)
            last = last and one.type != two.type
    first: dict[str, str] = {}
    for group in groups(names, odds):
        first |= {ordered[int(n)].id: ordered[int(group[0])].id for n in group}
    return tuple(e if e.story_event == first[e.id] else replace(e, story_event=first[e.id]) for e in events)


def log_odds(one: Event, two: Event, first: Profile, second: Profile, *, last: bool) -> float:
    """Natural logarithm of how many times likelier it is that two passages of one article tell of one event."""
    if not first.families & second.families:
        return NEVER
    return BIAS + math.fsum(WEIGHTS[s.name] * s.value for s in signals(one, two, first, second, last=last))


def signals(one: Event, two: Event, first: Profile, second: Profile, *, last: bool) -> Iterator[Signal]:
    """All evidence about two passages of one article, the earlier one first."""
    for source in (what, who, when, where, howmany, sentences):
        yield from source(first, second)
    yield from telling(one, two, last=last)
