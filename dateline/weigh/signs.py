"""The signs by which an event is weighed, and their words.

The model reads a few sentences at a time and knows words, not parties. Whether "thanked", "asked" or "agreed" is a
political act shows elsewhere: in who does it to whom, and in how much politics the article tells besides.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from dateline.records.annotation import Said
from dateline.records.draft import Draft
from dateline.records.odds import logit
from dateline.records.resolved import Actor
from dateline.records.span import Span

K = TypeVar("K", bound=Hashable)

POLITICAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "PTY", "OPP", "REB", "PRM", "SPY", "UAF", "ELI", "REF"})
"""Sectors whose acts are politics by themselves (PLOVER's primary roles, and refugees)."""
BODIES = frozenset({"IGO", "UNO", "EUR", "IMG"})
USUAL = 0.6
"""Events that news tells a sentence, about: one such sentence is added, so that a short text is not thought calm."""
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


def signs(drafts: Sequence[Draft], actors: Mapping[Span, Actor], said: Sequence[Said], sentences: int) -> list[Signs]:
    """The signs of each draft, by name.

    "trigger" and "type" are log-odds; "other events" is log(1 + 10 x the expected number of other events a sentence),
    one usual sentence added; "political parties" the log-odds of the share of political parties (one of each kind
    added); the rest are 0 or 1, or expected numbers. Faint drafts have none: they are never weighed.
    """
    likely = [d.score * d.scores[0][1] for d in drafts]
    total = sum(likely)
    kinds = {span: _kind(actor) for span, actor in actors.items()}
    politics = _politics(drafts, said, kinds)
    by_sentence = _expected((d.sentence for d in drafts), likely)
    by_word = _expected((d.word for d in drafts), likely)
    out: list[Signs] = []
    for draft, p in zip(drafts, likely, strict=True):
        if draft.faint:
            out.append({})
            continue
        told = math.log1p(10 * (max(0.0, total - p) + USUAL) / (sentences + 1))
        doers, done_to = (_most_political([kinds[s] for s in spans]) for spans in (draft.actors, draft.recipients))
        bare = float("political" not in (doers, done_to))
        out.append(
            _as_read(draft)
            | {
                f"actor:{doers}": 1.0,
                f"recipient:{done_to}": 1.0,
                "no political party": bare,
                "other events": told,
                "political parties": politics,
                "other events, no party": bare * told,
                "political parties, no party": bare * politics,
                "sentence": max(0.0, by_sentence[draft.sentence] - p),
                "same word": math.log1p(max(0.0, by_word[draft.word] - p)),
            }
            | _told_with_it(draft, said)
        )
    return out


def _as_read(draft: Draft) -> Signs:
    """What the model makes of the act itself."""
    return {
        "trigger": logit(draft.score),
        "type": logit(draft.scores[0][1]),
        f"type:{draft.scores[0][0]}": 1.0,
        f"status:{draft.status}": 1.0,
    }


def _told_with_it(draft: Draft, said: Sequence[Said]) -> Signs:
    """Who tells the act, and what is told with it."""
    start, end = draft.trigger.start, draft.trigger.end
    return {
        "reported": float(any([s.content.start <= start and end <= s.content.end for s in said])),
        "place": float(bool(draft.places)),
        "time": float(bool(draft.times)),
        "count": float(bool(draft.counts)),
        "settled": float(draft.settled is not None),
    }


def _politics(drafts: Sequence[Draft], said: Sequence[Said], kinds: Mapping[Span, str]) -> float:
    """The log-odds of the share of political parties among those who act, are acted on or speak."""
    parties = [kinds[s] for d in drafts for s in (*d.actors, *d.recipients)]
    parties += [kinds[s.source] for s in said if s.source is not None and s.source in kinds]
    return logit((parties.count("political") + 1) / (len(parties) + 2))


def _expected(keys: Iterable[K], likely: Sequence[float]) -> Mapping[K, float]:
    """The expected number of events by key."""
    out: defaultdict[K, float] = defaultdict(float)
    for key, p in zip(keys, likely, strict=True):
        out[key] += p
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
