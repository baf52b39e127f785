"""Event coreference on ECB+, validated sentences of topics 1-35, mentions given: `python -m eval.ecbplus`.

Each mention of an action becomes an event whose parties, places and times are the mentions of people, places and times
of its sentence (people before it act, people after it are acted on). ECB+ has no days of publication and no types of
Dateline's codebook, the two strongest kinds of evidence, so the shipped weights do not fit it: the same signals are
weighed anew on topics 1-17 and measured on topics 18-35, topic by topic, as most published systems are.

`--own` takes Dateline's own events in the validated sentences instead, linked by the shipped weights: what of ECB+ is
not political it does not code, so most mentions are missing.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

from dateline.merge import score
from dateline.merge.cluster import Pair, groups
from dateline.merge.evidence.signal import weighed
from dateline.merge.profile import Profile, stories, story, topic
from dateline.records.article import Article
from dateline.records.event import Event
from dateline.records.resolved import Actor, Place
from dateline.records.span import Piece, Span
from eval.coreference import clusters, conll
from eval.corpora import Corpora, Row, rows
from eval.logistic import Floats, design, fit, signs

LAST_FITTED = 17
"""The last topic that weights are fitted on."""
Fitted = tuple[list[str], Floats]
"""Names of signals, their weights and, last, the bias."""


def events(row: Row) -> Iterator[tuple[Event, str]]:
    """The validated action mentions of a document as events, each with its cluster (its own where it has none)."""
    validated = [s for s in row["sentences"] if s["validated"]]
    for sentence in validated:
        mentions = [m for m in row["mentions"] if sentence["start"] <= m["start"] < sentence["end"]]
        actions = [m for m in mentions if m["kind"] == "action"]
        for action in actions:
            yield _event(row, sentence, action, mentions), action["cluster"] or f"{row['id']}#{action['id']}"


def _event(row: Row, sentence: Row, action: Row, mentions: Iterable[Row]) -> Event:
    """A mention of an action as an event with all that stands in its sentence."""
    id_ = f"e{row['id']}#{action['id']}"
    people = [m for m in mentions if m["kind"] == "human"]
    text = row["text"]
    return Event(
        id=id_,
        codebook="ecb+",
        type="",
        modes=(),
        contexts=(),
        quad="",
        intensity=0.0,
        cameo=None,
        trigger=_piece(text, action),
        actors=tuple(_actor(text, m) for m in people if m["start"] < action["start"]),
        recipients=tuple(_actor(text, m) for m in people if m["start"] > action["start"]),
        where=tuple(_place(text, m) for m in mentions if m["kind"] == "loc"),
        when=None,
        counts=(),
        status="negated" if action["tag"].startswith("NEG_") else "happened",
        hedge=None,
        according_to=(),
        evidence=Piece.cut(text, Span(sentence["start"], sentence["end"])),
        story_event=id_,
        confidence=1.0,
    )


def _piece(text: str, mention: Row) -> Piece:
    return Piece.cut(text, Span(mention["start"], mention["end"]))


def _actor(text: str, mention: Row) -> Actor:
    piece = _piece(text, mention)
    return Actor(piece, piece.text if piece.text[:1].isupper() else None, None, (), None, "annotated")


def _place(text: str, mention: Row) -> Place:
    piece = _piece(text, mention)
    return Place(piece, piece.text, None, None, None, None, None, None, "annotated")


def documents(corpora: Corpora) -> dict[int, list[Row]]:
    """The documents by topic."""
    out: dict[int, list[Row]] = {}
    for row in rows(corpora.path("crossdoc/ecbplus_1-35.jsonl.gz")):
        out.setdefault(row["topic"], []).append(row)
    return out


def mentions(documents_of: Iterable[Row]) -> list[tuple[Profile, str]]:
    """The mentions of one topic as stories of one passage each, with their clusters."""
    out = []
    for row in documents_of:
        article = Article(row["id"], row["text"])
        about = topic(article)
        out += [(story([(event.id, event)], article, about), cluster) for event, cluster in events(row)]
    return out


def pairs(some: Sequence[tuple[Profile, str]], *, within: bool) -> Iterator[tuple[Profile, Profile, bool]]:
    """All pairs of one topic, of one article or of two, with whether they are one event."""
    for (one, first), (two, second) in combinations(some, 2):
        if (one.article == two.article) == within:
            yield one, two, first == second


def weights(topics: Iterable[Sequence[tuple[Profile, str]]], *, within: bool) -> Fitted:
    """Weights fitted on topics."""
    found = [(score.signals(a, b), same) for some in topics for a, b, same in pairs(some, within=within)]
    names, rows_ = design([s for s, _ in found])
    labels = np.array([float(same) for _, same in found])
    return names, fit(rows_, labels, np.ones(len(found)), signs(names))


def merged(some: Sequence[tuple[Profile, str]], between: Fitted, inside: Fitted) -> Mapping[str, str]:
    """The group of each mention of one topic."""
    odds: dict[Pair, float] = {}
    for (names, value), within in ((between, False), (inside, True)):
        weight = dict(zip(names, value, strict=False))
        for one, two, _ in pairs(some, within=within):
            left, right = sorted((one.id, two.id))
            odds[left, right] = float(value[-1]) + weighed(score.signals(one, two), weight)
    made = groups([profile.id for profile, _ in some], odds)
    return {passage: group[0] for group in made for passage in group}


def same_word(some: Sequence[tuple[Profile, str]]) -> Mapping[str, str]:
    """The baseline: mentions of one topic with the same word, without its ending, are one."""
    return {profile.id: profile.acts[0][1] for profile, _ in some}


def own(documents_of: Iterable[Row], corpora: Corpora) -> Mapping[str, str]:
    """The group of each event that Dateline finds in one topic; those that meet a mention go by its id."""
    called: dict[str, str] = {}
    told: list[Profile] = []
    for row in documents_of:
        (coded,) = corpora.code([Article(row["id"], row["text"])])
        inside = [s for s in row["sentences"] if s["validated"]]
        found = [e for e in coded.events if any(s["start"] <= e.trigger.span.start < s["end"] for s in inside)]
        taken: set[str] = set()
        for event in found:
            met = next((i for i in _met(row, event) if i not in taken), None)
            taken |= {met} if met else set()
            called[event.id] = met or f"{row['id']} {event.id}"
        told += stories([(e.id, e) for e in found], coded.article, topic(coded.article))
    odds = {(a.id, b.id) if a.id < b.id else (b.id, a.id): score.log_odds(a, b) for a, b in combinations(told, 2)}
    passages = {story.id: story.passages for story in told}
    return {called[p]: g[0] for g in groups(list(passages), odds) for story in g for p in passages[story]}


def own_mentions(corpora: Corpora) -> None:
    """Print the scores of Dateline's own events on the topics that were not fitted on, also over mentions of both."""
    gold: dict[str, str] = {}
    answer: dict[str, str] = {}
    for number, some in sorted(documents(corpora).items()):
        if number > LAST_FITTED:
            gold |= {profile.id: f"{number}:{cluster}" for profile, cluster in mentions(some)}
            answer |= {id_: f"{number}:{group}" for id_, group in own(some, corpora).items()}
    both = gold.keys() & answer.keys()
    print(f"{len(gold)} mentions, {len(answer)} own events, {len(both)} of them at mentions")
    pairs_of = [(gold, answer), ({m: gold[m] for m in both}, {m: answer[m] for m in both})]
    for name, (known, found) in zip(("own mentions", "mentions that both hold"), pairs_of, strict=True):
        scores = conll(clusters(known), clusters(found))
        print(f"{name}: " + ", ".join(f"{k} {v:.1f}" for k, v in scores.items()))


def _met(row: Row, event: Event) -> Iterator[str]:
    span = event.trigger.span
    for m in row["mentions"]:
        if m["kind"] == "action" and m["start"] < span.end and span.start < m["end"]:
            yield f"e{row['id']}#{m['id']}"


def main() -> None:
    """Print the scores of merging and of the baseline on the topics that were not fitted on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Corpora.folder)
    parser.add_argument("--own", action="store_true", help="take Dateline's own events, not the mentions given")
    args = parser.parse_args()
    if args.own:
        own_mentions(Corpora(args.corpora))
        return
    topics = {number: mentions(some) for number, some in sorted(documents(Corpora(args.corpora)).items())}
    first = [some for number, some in topics.items() if number <= LAST_FITTED]
    between, inside = weights(first, within=False), weights(first, within=True)
    gold: dict[str, str] = {}
    answers: dict[str, dict[str, str]] = {"Dateline's signals": {}, "same word": {}, "each alone": {}}
    for number, some in topics.items():
        if number > LAST_FITTED:
            gold |= {profile.id: f"{number}:{cluster}" for profile, cluster in some}
            found = (merged(some, between, inside), same_word(some), {p.id: p.id for p, _ in some})
            for answer, groups_of in zip(answers.values(), found, strict=True):
                answer |= {id_: f"{number}:{group}" for id_, group in groups_of.items()}
    print(f"topics over {LAST_FITTED}: {len(gold)} mentions, {len(set(gold.values()))} clusters")
    for name, answer in answers.items():
        scores = conll(clusters(gold), clusters(answer))
        print(f"{name}: " + ", ".join(f"{k} {v:.1f}" for k, v in scores.items()))


if __name__ == "__main__":
    main()
