"""The same event told twice in one article: which passages belong together.

The evidence for two passages is weighed twice: by a logistic model whose weights eval/stories.py fits on annotated
articles, which knows how the later one is told, and as two stories of one article are (`retold`), which knows how
both read to the model and what is told as another act. Each sees what the other misses, so their log-odds are
added up, one part to two (`OWN`), and joining is made a little harder than fitted (`JOINED`).
Passages then join the likeliest first, as long as all that is known of both speaks for it together (see `cluster`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from dateline.fixed import replace
from dateline.merge import score
from dateline.merge.cluster import groups
from dateline.merge.evidence.kept import ACTS, SENTENCES, STANDING, TOLD, Kept
from dateline.merge.evidence.sense import read_rows
from dateline.merge.evidence.signal import Signal, most, weighed
from dateline.merge.evidence.telling import Between, Passage, passages, taking_part, telling, together_rows
from dateline.merge.evidence.what import ACTS as FOR_ACTS
from dateline.merge.evidence.what import SIGNED
from dateline.merge.evidence.wording import NEAR, WHOLE, near, places_rows, sentences
from dateline.merge.going_on import going_on
from dateline.merge.profile import Profile, topic
from dateline.merge.sense import measures
from dateline.merge.weights import fitted
from dateline.records.article import Article
from dateline.records.event import MUTUAL, Event

SET: Mapping[str, float] = {"both who take part": 2.5, "known act of nobody named": 1.7}
"""What who take part adds, which is set, not fitted: of meetings, agreements and joint acts, 82 of 91 pairs of passages
with two parties in common told of one, and 55 of 67 where the second was known and nobody's, with no such act between.
"""
OWN = 1 / 3
"""The share of these weights, against those of stories of one article: as pairs of passages are told apart best."""
JOINED = 0.07
"""The bias of both together: 0.45 lower than fitted, for one wrong joint brings wrong links to every other article."""
HOPELESS = -1.0
"""Log-odds without how both stand and read below which that never made two passages one."""
USUAL = -2.5
"""What stands for the rest there: what it comes to as a rule."""
GOES_ON = 4.0
"""Log-odds of talks and what is told of them next (`going_on`)."""
BACK, LEAD = 200, 20
"""How many passages before it, and how many of the first, a passage is compared with in the longest articles."""


@cache
def both() -> Mapping[str, float]:
    """What each signal that both models see adds."""
    passages, retold = fitted("passages").of, fitted("retold").of
    names = passages.keys() | retold.keys()
    return {**{n: OWN * passages.get(n, 0.0) + (1 - OWN) * retold.get(n, 0.0) for n in names}, **score.SET_WITHIN}


def story_events(events: Sequence[Event], article: Article) -> tuple[Event, ...]:
    """The events with `story_event` set to the id of the first passage that tells of the same event."""
    about = topic(article)
    ordered = passages(sorted(events, key=lambda e: (e.trigger.span, e.id)), article, about)
    odds = {(f"{i:06d}", f"{j:06d}"): value for (i, j), value in told_of_groups(ordered).items()}
    odds |= {(f"{i:06d}", f"{j:06d}"): GOES_ON for i, j in going_on([one.event for one in ordered])}
    say = {f"{i:06d}": one.profile.say for i, one in enumerate(ordered)}
    first: dict[str, str] = {}
    for group in groups({name for pair in odds for name in pair}, odds, say=say):
        first |= {ordered[int(n)].event.id: ordered[int(group[0])].event.id for n in group}
    return tuple(_joined(e, first.get(e.id, e.id)) for e in events)


def _joined(event: Event, first: str) -> Event:
    return event if event.story_event == first else replace(event, story_event=first)


def told_of_groups(ordered: Sequence[Passage]) -> dict[tuple[int, int], float]:
    """The log-odds of all pairs of passages that a group may hold.

    Groups join only where some pair between them speaks for it, so two passages that no chain of such pairs links are
    in no group: six pairs in seven. Of most of these it need not even be known how alike their words are, what else is
    told of them being enough.
    """
    odds = _Odds(ordered)
    known: dict[tuple[int, int], float] = {}
    left: list[tuple[int, int, Between]] = []
    chain = list(range(len(ordered)))
    for i, j, between in compared(ordered):
        value = odds.hopeful(i, j, between)
        if value is None:
            left.append((i, j, between))
            continue
        known[i, j] = value
        if value > 0:
            old, new = chain[j], chain[i]
            chain = [new if link == old else link for link in chain]
    known |= {(i, j): odds.whole(i, j, between) for i, j, between in left if chain[i] == chain[j]}
    return {(i, j): value for (i, j), value in known.items() if chain[i] == chain[j]}


def compared(ordered: Sequence[Passage]) -> Iterator[tuple[int, int, Between]]:
    """The pairs of passages of an article that may tell of one event, in text order, with what is told between them.

    Passages of different families of types never do. In the longest articles (the log of a year, a book) each is
    compared with the `BACK` passages of its family before it and with the `LEAD` first of the article alone: time would
    grow with the square of their number.
    """
    types = [passage.event.type for passage in ordered]
    families = [family(passage) for passage in ordered]
    in_all = Counter(types)
    for j, type_ in enumerate(types):
        alike = back = 0
        for i in range(j - 1, -1, -1):
            if families[i] & families[j]:
                back += 1
                if back <= BACK or i < LEAD:
                    yield i, j, Between(j - i - 1, alike, in_all[type_])
                alike += types[i] == type_


def family(passage: Passage) -> frozenset[str]:
    """The family of the type of a passage."""
    return passage.profile.families


def log_odds(ordered: Sequence[Passage]) -> dict[tuple[int, int], float]:
    """Natural logarithm of how many times likelier it is than not that two passages of one article tell of one event.

    Of all pairs that are compared, by their numbers.
    """
    odds = _Odds(ordered)
    return {(i, j): odds.whole(i, j, between) for i, j, between in compared(ordered)}


class _Told:
    """What is told in pairs of passages of one article, by one set of weights."""

    def __init__(self, told: Sequence[Profile], weights: Mapping[str, float]) -> None:
        beside = most(NEAR, weights)
        sentences = beside + most(WHOLE, weights)
        self.besides_words = Kept(told, TOLD, weights).weighed
        self.in_words: tuple[tuple[float, Callable[[int, int], float]], ...] = (
            (sentences + most(FOR_ACTS, weights, signed=SIGNED), Kept(told, ACTS, weights).weighed),
            (sentences, Kept(told, SENTENCES, weights).weighed),
            (beside, lambda i, j: weighed(near(told[i], told[j]), weights)),
        )
        """What likeness of words adds, the dearest last, each with the most that it and those after it ever add."""


class _Odds:
    """The log-odds of pairs of passages of one article, which go by their numbers."""

    def __init__(self, ordered: Sequence[Passage]) -> None:
        self._ordered = ordered
        self._stories = stories = [one.profile for one in ordered]
        self._unread = [one.sense is None for one in stories]
        self._mutual = [not MUTUAL.isdisjoint(one.types) for one in stories]
        self._weights = fitted("passages")
        self._retold = fitted("retold").of
        self._first = [weighed(one.as_first, self._weights.of) for one in ordered]
        self._second = [weighed(one.as_second, self._weights.of) for one in ordered]
        alone = {**self._weights.of, **score.SET_WITHIN}
        self._told = {unread: _Told(stories, alone if unread else both()) for unread in {*self._unread}}
        self._standing = Kept(stories, STANDING, self._retold)
        stand, read = places_rows(stories, self._retold), read_rows(stories, self._retold, measures()[2])
        self._numbers: list[list[float]] = [
            row for some, more in zip(stand, read, strict=True) for row in (some + more).tolist()
        ]
        self._together: list[list[float]] = [
            row for some in together_rows(ordered, self._weights.of) for row in some.tolist()
        ]

    def hopeful(self, i: int, j: int, between: Between) -> float | None:
        """Those of one pair, the earlier passage first; None where they are not above 0 whatever the words say."""
        return self._of(i, j, between, hopeful=True)

    def whole(self, i: int, j: int, between: Between) -> float:
        """Those of one pair, the earlier passage first."""
        found = self._of(i, j, between, hopeful=False)
        assert found is not None
        return found

    def _of(self, i: int, j: int, between: Between, *, hopeful: bool) -> float | None:
        unread = self._unread[i] or self._unread[j]  # without how they read the weights of stories are too low
        told = self._told[unread]
        said = self._first[i] + self._second[j]
        said += self._together[j][i]
        known = told.besides_words(i, j) + (self._weights.bias + said if unread else JOINED + OWN * said)
        if self._mutual[i] and self._mutual[j]:
            known += weighed(taking_part(self._ordered[i], self._ordered[j], between), SET)
        rest = 0.0 if unread else self._rest(i, j)
        for at_most, words in told.in_words:
            if hopeful and known + rest + at_most <= 0:
                return None
            known += words(i, j)
        return known + USUAL if known < HOPELESS and not unread else known + rest

    def _rest(self, i: int, j: int) -> float:
        """What how both stand and read adds."""
        return (1 - OWN) * (self._numbers[j][i] + self._standing.weighed(i, j))


def signals(one: Passage, two: Passage, between: Between) -> list[Signal]:
    """The evidence about two passages of one article that is weighed here, the earlier one first."""
    first, second = one.profile, two.profile
    return [*score.told(first, second), *sentences(first, second), *telling(one, two, between)]
