"""The fitted weights and floors, and the drafts that are sure enough by them.

The model reads a few sentences at a time and knows words, not parties. Whether "thanked", "asked" or "agreed" is a
political act shows elsewhere: in who does it to whom, and in how much politics the article tells besides. A logistic
regression on such signs (weights in the model's card, fitted by `train.weigh` on annotated articles that the model had
not learned) gives the probability that a careful reader would annotate the event with this type.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from dateline.fixed import fixed, replace
from dateline.records.annotation import Said, Scores
from dateline.records.draft import Draft
from dateline.records.odds import logit
from dateline.records.resolved import Actor
from dateline.records.span import Span
from dateline.weigh.beside import one_of_each
from dateline.weigh.subject import calm

POLITICAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "PTY", "OPP", "REB", "PRM", "SPY", "UAF", "ELI", "REF"})
"""Sectors whose acts are politics by themselves (PLOVER's primary roles, and refugees)."""
BODIES = frozenset({"IGO", "UNO", "EUR", "IMG"})
USUAL = 0.6
"""Events that news tells a sentence, about: one such sentence is added, so that a short text is not thought calm."""
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
BESIDE, SUBJECT, RULES, SHORT, SEVERAL = "word beside", "subject", "rules", "short", "several words"
WORDS = {
    "trigger": "that it is an act at all",
    "type": "that it is of this type",
    "no political party": "no political party takes part",
    "other events": "other events of the article",
    "political parties": "share of political parties in the article",
    "other events, no party": "other events, where no political party takes part",
    "political parties, no party": "share of political parties, where none takes part",
    "sentence": "other events of the sentence",
    "same word": "the same word elsewhere in the article",
    "reported": "told in reported speech",
    "place": "a place is told",
    "time": "a time is told",
    "count": "a number is told",
    "settled": "a phrase of the codebook settles it",
    BESIDE: "the word beside it tells the same act",
    SEVERAL: "one of several words that may name the act",
    RULES: "no rule says that it is none",
    SUBJECT: "the report is one of sports, shows, science or markets",
    SHORT: "the text is short",
}
"""What each sign says, for `explain`; signs with a colon name a type, a status or the kind of a party."""

Signs = dict[str, float]


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
        told: defaultdict[tuple[int, str], list[Draft]] = defaultdict(list)
        for draft in drafts:
            told[draft.sentence, draft.type].append(draft)
        for some in told.values():
            for best, together in _torn([d for d in some if d.trigger not in sure], chance):
                if not any(_alike(d, best) for d in some if d.trigger in sure):
                    several[best.trigger] = logit(together) - logit(chance[best.trigger])
                    chance[best.trigger] = together
                    sure[best.trigger] = self._below(best, together)
        return tuple(
            replace(
                sure[t],
                confidence=round(_share(logit(chance[t]) + SURER), 3),
                reasons=self._reasons(
                    found[t],
                    {
                        BESIDE: beside[t],
                        SEVERAL: several.get(t, 0.0),
                        RULES: SURER,
                        SUBJECT: -calmer,
                        SHORT: brief,
                    },
                ),
            )
            for t in sorted(sure)
        )

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
            yield replace(settled[0] if settled else best, settled=bool(settled)), round(together, 3)


def _alike(one: Draft, two: Draft) -> bool:
    """True where two triggers of one sentence and type may be two words for one act: a party in common, or none."""
    mine, theirs = {*one.actors, *one.recipients}, {*two.actors, *two.recipients}
    return bool(mine & theirs) or not mine or not theirs


def signs(drafts: Sequence[Draft], actors: Mapping[Span, Actor], said: Sequence[Said], sentences: int) -> list[Signs]:
    """The signs of each draft, by name.

    "trigger" and "type" are log-odds; "other events" is log(1 + 10 x the expected number of other events a sentence),
    one usual sentence added; "political parties" the log-odds of the share of political parties (one of each kind
    added); the rest are 0 or 1, or expected numbers.
    """
    likely = [d.score * d.scores[0][1] for d in drafts]
    total = sum(likely)
    kind = {span: _kind(actor) for span, actor in actors.items()}
    parties = [kind[s] for d in drafts for s in (*d.actors, *d.recipients)]
    parties += [kind[s.source] for s in said if s.source is not None and s.source in kind]
    contents = [(s.content.start, s.content.end) for s in said]
    politics = logit((parties.count("political") + 1) / (len(parties) + 2))
    by_sentence: defaultdict[int, float] = defaultdict(float)
    by_word: defaultdict[str, float] = defaultdict(float)
    for draft, p in zip(drafts, likely, strict=True):
        by_sentence[draft.sentence] += p
        by_word[draft.word] += p
    out = []
    for draft, p in zip(drafts, likely, strict=True):
        told = math.log1p(10 * (max(0.0, total - p) + USUAL) / (sentences + 1))
        doers, done_to = (_most_political([kind[s] for s in spans]) for spans in (draft.actors, draft.recipients))
        bare = float("political" not in (doers, done_to))
        start, end = draft.trigger.start, draft.trigger.end
        out.append(
            {
                "trigger": logit(draft.score),
                "type": logit(draft.scores[0][1]),
                f"type:{draft.scores[0][0]}": 1.0,
                f"status:{draft.status}": 1.0,
                f"actor:{doers}": 1.0,
                f"recipient:{done_to}": 1.0,
                "no political party": bare,
                "other events": told,
                "political parties": politics,
                "other events, no party": bare * told,
                "political parties, no party": bare * politics,
                "sentence": max(0.0, by_sentence[draft.sentence] - p),
                "same word": math.log1p(max(0.0, by_word[draft.word] - p)),
                "reported": float(any([first <= start and end <= last for first, last in contents])),
                "place": float(bool(draft.places)),
                "time": float(bool(draft.times)),
                "count": float(bool(draft.counts)),
                "settled": float(draft.settled),
            }
        )
    return out


def in_words(sign: str) -> str:
    """What a sign says, for people."""
    kind, _, value = sign.partition(":")
    if kind in ("actor", "recipient"):
        who = "the actor" if kind == "actor" else "the recipient"
        return f"{who} is {value}" if value != "none" else f"no {kind} is told"
    return WORDS.get(sign, sign.replace(":", " "))


def _most_political(found: Sequence[str]) -> str:
    """The kind of several parties: that of the most political one; "none" where there are none."""
    if len(found) < 2:
        return found[0] if found else "none"
    return next(k for k in ("political", "of a country", "private", "unknown") if k in found)


def _kind(actor: Actor) -> str:
    if actor.country in BODIES or any(s in POLITICAL for s in actor.sectors):
        return "political"
    known = actor.country not in (None, "UNK")
    if not actor.sectors:
        return "political" if known else "unknown"
    return "of a country" if known else "private"


def _share(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
