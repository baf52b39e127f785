"""The same event told twice in one article, measured on annotated articles: `python -m eval.stories [--fit]`.

Events are built from the annotation (types, parties, places, times and counts as annotated, resolved as always), so
that joining alone is measured. Every fifth article was not used for fitting. The articles were annotated by a language
model with a guide, not by people.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from dateline import assemble, pipeline
from dateline.merge import story
from dateline.merge.profile import single
from dateline.records.annotation import Annotation
from dateline.records.article import Article, Sentence
from dateline.records.draft import Draft
from dateline.records.event import Event
from dateline.records.span import Span
from dateline.split.opening import opening
from eval.corpora import Corpora, Row, rows
from eval.logistic import Floats, fit, signs, table
from eval.pairs import counts, told

HELD_OUT = 5
"""Every so many-th article is held out from fitting."""
Told = tuple[tuple[Event, ...], tuple[str, ...]]
"""The events of an article and for each the id of the first annotation of the same event."""


def annotated(corpora: Corpora, *, held_out: bool) -> list[Told]:
    """The articles of the held-out part, or of the other."""
    found = enumerate(rows(corpora.path("annotated/train.jsonl")))
    return [events(row, corpora.parts) for i, row in found if (i % HELD_OUT == HELD_OUT - 1) == held_out]


def events(row: Row, parts: pipeline.Parts) -> Told:
    """The annotated events of one article as event records."""
    article = Article(row["doc"], row["text"], row["title"], row["published"], row["publisher"])
    pieces = tuple(Sentence(i, start, end) for i, (start, end) in enumerate(row["sents"]))
    drafts = [_draft(event) for event in row["events"]]
    actors = pipeline.parties(article, pieces, Annotation(pieces, (), (), ()), drafts, parts)
    found = pipeline.resolve(article, pieces, opening(article.text), actors, drafts, drafts, parts)
    by_index = {s.index: Span(s.start, s.end) for s in pieces}
    made = tuple(assemble.event(article, d, by_index[d.sentence], found, parts.codebook) for d in drafts)
    root: dict[str, str] = {}
    for event in row["events"]:
        root[event["id"]] = root.get(event["same"], event["same"]) or event["id"]
    return made, tuple(root[e["id"]] for e in row["events"])


def _draft(row: Row) -> Draft:
    return Draft(
        trigger=Span(*row["trigger"]),
        sentence=row["sent"],
        type=row["type"],
        modes=tuple(row["modes"]),
        contexts=(),
        status=row["status"],
        confidence=1.0,
        scores=((row["type"], 1.0),),
        actors=tuple(Span(*a["span"]) for a in row["actor"]),
        recipients=tuple(Span(*a["span"]) for a in row["recipient"]),
        places=tuple(Span(*p) for p in row["place"]),
        times=tuple(Span(*t["span"]) for t in row["time"]),
        counts=tuple((Span(*c["span"]), ((c["what"], 1.0),) if c["what"] != "other" else ()) for c in row["counts"]),
        hedge=Span(*row["hedge"]) if row["hedge"] else None,
        sources=tuple((Span(*s), None) for s in row["source"]),
    )


def pair_counts(one: Told) -> tuple[int, int, int]:
    """Pairs rightly joined, joined, and annotated as one event, in one article."""
    made, root = one
    joined = {e.id: e.story_event for e in story.story_events(made)}
    return counts([joined[e.id] for e in made], lambda i, j: root[i] == root[j])


def signals(some: list[Told]) -> tuple[Floats, Floats, Floats]:
    """The signals of all pairs that are compared, whether they are one event, and how much each counts."""
    names = {name: n for n, name in enumerate(story.WEIGHTS)}
    vectors, labels, articles = [], [], []
    for number, told_of in enumerate(some):
        for one, two, last, same in _compared(told_of):
            vector = np.zeros(len(names))
            for signal in story.signals(one, two, single(one), single(two), last=last):
                vector[names[signal.name]] += signal.value
            vectors.append(vector)
            labels.append(float(same))
            articles.append(number)
    size = Counter(articles)
    weights = np.array([size[a] ** -0.5 for a in articles])
    return np.array(vectors), np.array(labels), weights * len(weights) / weights.sum()


def _compared(one: Told) -> Iterator[tuple[Event, Event, bool, bool]]:
    made, root = one
    order = sorted(range(len(made)), key=lambda i: (made[i].trigger.span, made[i].id))
    for j, later in enumerate(order):
        last = True
        for earlier in reversed(order[:j]):
            if single(made[earlier]).families & single(made[later]).families:
                yield made[earlier], made[later], last, root[earlier] == root[later]
            last = last and made[earlier].type != made[later].type


def main() -> None:
    """Print the figures, or fitted weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Corpora.folder)
    parser.add_argument("--fit", action="store_true", help="print weights fitted on the part that is not held out")
    args = parser.parse_args()
    corpora = Corpora(args.corpora)
    if args.fit:
        names = list(story.WEIGHTS)
        print(table(names, fit(*signals(annotated(corpora, held_out=False)), signs(names))))
        return
    for name, held_out in (("fitted on", False), ("held out", True)):
        found = [pair_counts(a) for a in annotated(corpora, held_out=held_out)]
        print(told(name, tuple(map(sum, zip(*found, strict=True)))))  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
