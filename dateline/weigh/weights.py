"""The fitted weights and floors, and the drafts that are sure enough by them.

A logistic regression on the `signs` of each draft (weights in the model's card, fitted by `train.weigh` on annotated
articles that the model had not learned) gives the probability that a careful reader would annotate the event with this
type.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field

from dateline.fixed import fixed, replace
from dateline.records.annotation import Said, Scores
from dateline.records.draft import Draft
from dateline.records.odds import logit
from dateline.records.resolved import Actor
from dateline.records.span import Span
from dateline.weigh.beside import one_of_each
from dateline.weigh.signs import BESIDE, RULES, SEVERAL, SHORT, SUBJECT, Signs, signs
from dateline.weigh.subject import calm

TORN = 0.65
"""Chance that any of several doubtful words for one act is right, from which the best of them is kept."""
CALM = 1.5
"""Log-odds by which an act is less sure in a report of sports, shows, science or markets. Chosen on such reports: with
1 half of their false events are left, with 2 a third.
"""
SURER = 0.15
"""Log-odds by which an event that is kept is surer than the weights say: they were fitted before rules took out
dangers, mishaps, opinions and slips. On the development split the error of calibration falls from 3.7 to 1.3, and in
either half of its articles. Which events are kept is decided without it.
"""
BRIEF, FULLER = 0.9, 0.15
"""Log-odds by which an act is surer in a text of one sentence, and by how much less with each further sentence.

The weights were fitted on whole reports. A line that stands by itself, as an alert, a brief or a headline, was picked
for what it tells. Of 100 annotated articles, headlines alone have an event F1 of 74 without this and of 81 with it,
two sentences of the opening 76 and 79, four 74 and 75 to 76, eight 74 and 74.
"""


@fixed()
class Weights:
    """The fitted weights, and the least confidence of each type."""

    bias: float = 0.0
    weights: Mapping[str, float] = field(default_factory=lambda: {"trigger": 1.0, "type": 1.0})
    floors: Mapping[str, float] = field(default_factory=dict)

    def keep(
        self, text: str, drafts: Sequence[Draft], actors: Mapping[Span, Actor], said: Sequence[Said], sentences: int
    ) -> tuple[Draft, ...]:
        """The drafts that are sure enough, each with its confidence and the reasons for it, in text order.

        Of two words side by side for one act ("flight tests") one stands, with the chance that either is right. Where
        the model is torn between several words for one act, none may be sure enough, though the act is: the
        best of them then stands for all, with the chance that any is right. A phrase of the codebook that settles a
        type outweighs the floor, since people chose it. Faint drafts are not kept: they count as other events only.
        """
        found = {d.trigger: f for d, f in zip(drafts, signs(drafts, actors, said, sentences), strict=True)}
        drafts = [d for d in drafts if not d.faint]
        brief = max(0.0, BRIEF - FULLER * (sentences - 1))
        calmer = CALM * calm(text)
        alone = {d.trigger: self._confidence(found[d.trigger], calmer - brief) for d in drafts}
        drafts, chance = one_of_each(text, drafts, alone)
        beside = {t: logit(c) - logit(alone[t]) for t, c in chance.items()}
        sure = {d.trigger: d for d in drafts if self._enough(d, chance[d.trigger])}
        several: dict[Span, float] = {}
        for best, together in _of_several(drafts, frozenset(sure), chance):
            several[best.trigger] = logit(together) - logit(chance[best.trigger])
            chance[best.trigger] = together
            sure[best.trigger] = self._below(best, together)
        kept = []
        for t in sorted(sure):
            besides = {
                BESIDE: beside[t], SEVERAL: several.get(t, 0.0), RULES: SURER, SUBJECT: -calmer, SHORT: brief
            }  # fmt: skip
            confidence = round(_share(logit(chance[t]) + SURER), 3)
            kept.append(replace(sure[t], confidence=confidence, reasons=self._reasons(found[t], besides)))
        return tuple(kept)

    def _confidence(self, found: Signs, off: float) -> float:
        weights = self.weights
        told = sum([weights[k] * v for k, v in found.items() if v and k in weights])
        return round(_share(self.bias + told - off), 3)

    def _reasons(self, found: Signs, besides: Mapping[str, float]) -> Scores:
        """What weighed, the heaviest first."""
        parts = [(k, self.weights[k] * v) for k, v in found.items() if v and k in self.weights]
        parts += [(k, v) for k, v in besides.items() if v]
        return tuple((k, round(v, 2)) for k, v in sorted(parts, key=lambda p: (-abs(p[1]), p[0])))

    def _below(self, draft: Draft, confidence: float) -> Draft:
        """The draft with the reason why it is kept where a phrase settles it that is not sure enough alone."""
        if draft.rule is None or self._enough(draft, confidence):
            return draft
        least = self.floors.get(draft.scores[0][0], 0.0)
        return replace(draft, rule=f"{draft.rule}, kept below {least:.2f}, the least of {draft.scores[0][0]}")

    def _enough(self, draft: Draft, confidence: float) -> bool:
        return confidence >= self.floors.get(draft.scores[0][0], 0.0)


def _of_several(
    drafts: Sequence[Draft], sure: Collection[Span], chance: Mapping[Span, float]
) -> Iterator[tuple[Draft, float]]:
    """The best of several doubtful words for one act that no surer word tells, with the chance that any is right."""
    told: defaultdict[tuple[int, str], list[Draft]] = defaultdict(list)
    for draft in drafts:
        told[draft.sentence, draft.type].append(draft)
    for some in told.values():
        taken = [d for d in some if d.trigger in sure]
        for best, together in _torn([d for d in some if d.trigger not in sure], chance):
            if _is_object(best, sure) and together < TORN:
                continue
            if not any(_alike(d, best) and not _otherwise(d, best) for d in taken):
                taken.append(best)
                yield best, together


def _torn(doubtful: Sequence[Draft], chance: Mapping[Span, float]) -> Iterator[tuple[Draft, float]]:
    """The best of several doubtful words for one act, with the chance that any of them is right, the surest first.

    All are of one sentence and one type. Where a phrase of the codebook settles it, the first of its words is the best:
    what follows is mostly what is done to ("decided to found a joint force").
    """
    while doubtful:
        best = max(doubtful, key=lambda d: (chance[d.trigger], -d.trigger.start))
        alike = [d for d in doubtful if d is best or _alike(d, best)]
        doubtful = [d for d in doubtful if d is not best and not _alike(d, best)]
        together = 1 - math.prod(1 - chance[d.trigger] for d in alike)
        settled = [d for d in alike if d.settled]
        if settled or together >= TORN:
            yield settled[0] if settled else best, round(together, 3)


def _alike(one: Draft, two: Draft) -> bool:
    """True where two triggers of one sentence and type may be two words for one act: a party in common, or none."""
    mine, theirs = {*one.actors, *one.recipients}, {*two.actors, *two.recipients}
    return bool(mine & theirs) or not mine or not theirs


def _is_object(draft: Draft, sure: Collection[Span]) -> bool:
    """True where the phrase that settles it begins with an act that is sure: of "vows to free" the vow is told."""
    words = draft.settled
    return words is not None and any(s.start <= words.start < s.end for s in sure if s != draft.trigger)


def _otherwise(one: Draft, two: Draft) -> bool:
    """True where a phrase tells how one act was done, and it was not how another was: a curfew beside a shutdown."""
    return two.settled is not None and bool(one.modes and two.modes) and not {*one.modes} & {*two.modes}


def _share(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
