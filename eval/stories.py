"""The same event told twice in one article, measured on annotated articles: `python -m eval.stories [--fit]`.

Events are built from the annotation (types, parties, places, times and counts as annotated, resolved as always), so
that joining alone is measured. Every fifth article was not used for fitting. The articles were annotated by a language
model with a guide, not by people.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from dateline import assemble, pipeline
from dateline.merge import story
from dateline.merge.evidence.telling import passages
from dateline.merge.profile import topic
from dateline.records.annotation import Annotation
from dateline.records.article import Article, Sentence
from dateline.records.draft import Draft
from dateline.records.event import Event
from dateline.records.span import Span
from dateline.resolving import SplitArticle, parties, resolve
from dateline.split.opening import opening
from eval.corpora import ROOT, Corpora, Row, rows
from eval.happenings import Gold
from eval.incident_fit import FILE, put, table, written
from eval.logistic import Floats, design, fit, signs
from eval.pairs import counts, told
from train.offsets import unpack

OWN = ("own.jsonl.gz",)
"""Annotations of this project (see train/offsets.py)."""
SHARE = 0.25
"""Share of the pairs of two events that are weighed; they count for all."""
CAUTION = 0.2
"""How much lower than fitted the bias is: a wrong joint costs more than a missed one."""
HELD_OUT = 5
"""Every so many-th article is held out from fitting."""
Told = tuple[Article, tuple[Event, ...], tuple[str, ...]]
"""An article, its events, and for each the id of the first annotation of the same event."""


def annotated(corpora: Corpora, *, held_out: bool) -> list[Told]:
    """The articles of the held-out part, or of the other."""
    found = enumerate(rows(corpora.path("annotated/train.jsonl")))
    return [events(row, corpora.parts) for i, row in found if (i % HELD_OUT == HELD_OUT - 1) == held_out]


def events(row: Row, parts: pipeline.Parts) -> Told:
    """The annotated events of one article as event records."""
    article = Article(row["doc"], row["text"], row["title"], row["published"], row["publisher"])
    pieces = tuple(Sentence(i, start, end) for i, (start, end) in enumerate(row["sents"]))
    drafts = [_draft(event) for event in row["events"]]
    split = SplitArticle(article, pieces, opening(article.text))
    who = parties(split, Annotation(pieces, (), (), ()), drafts, parts.actors)
    found = resolve(split, who, drafts, drafts, gazetteer=parts.gazetteer, codebook=parts.codebook)
    by_index = split.spans()
    made = tuple(assemble.event(article, d, by_index[d.sentence], found, parts.codebook) for d in drafts)
    root: dict[str, str] = {}
    for event in row["events"]:
        root[event["id"]] = root.get(event["same"], event["same"]) or event["id"]
    return article, made, tuple(root[e["id"]] for e in row["events"])


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
    article, made, root = one
    joined = {e.id: e.story_event for e in story.story_events(made, article)}
    return counts([joined[e.id] for e in made], lambda i, j: root[i] == root[j])


def training(corpora: Corpora) -> Iterator[Told]:
    """What weights are fitted on: the articles that are not held out, and this project's own annotations.

    Articles that the gold of incidents holds are left out, so that those stay unseen.
    """
    yield from annotated(corpora, held_out=False)
    judged = Gold.load().story
    for name in OWN:
        for row in unpack(ROOT / "train" / "annotations" / name, corpora.folder):
            if row["source_id"] not in judged:
                yield events(row | {"publisher": None}, corpora.parts)


def signals(some: Iterable[Told]) -> tuple[list[str], Floats, Floats, Floats]:
    """The names of the signals; those of pairs that are compared, whether they are one event, how much each counts."""
    chosen = random.Random(1)
    found, labels, articles = [], [], []
    for number, (article, made, root) in enumerate(some):
        about = topic(article)
        told_with = sorted(zip(made, root, strict=True), key=lambda t: (t[0].trigger.span, t[0].id))
        told_of = passages([event for event, _ in told_with], article, about)
        for i, j, between in story.compared(told_of):
            same = told_with[i][1] == told_with[j][1]
            if same or chosen.random() < SHARE:
                found.append(story.signals(told_of[i], told_of[j], between))
                labels.append(float(same))
                articles.append(number)
    size = Counter(articles)
    truth = np.array(labels)
    weights = np.array([size[a] ** -0.5 for a in articles]) * np.where(truth > 0, 1.0, 1 / SHARE)
    names, rows_ = design(found)
    return names, rows_, truth, weights * len(weights) / weights.sum()


def main() -> None:
    """Print the figures, or fitted weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Corpora.folder)
    parser.add_argument("--fit", action="store_true", help="print weights fitted on the part that is not held out")
    parser.add_argument("--write", action="store_true", help="with --fit: put them into dateline/merge/data")
    args = parser.parse_args()
    corpora = Corpora(args.corpora)
    if args.fit:
        names, found_rows, labels, weights = signals(training(corpora))
        value = fit(found_rows, labels, weights, signs(names))
        value[-1] -= CAUTION
        if args.write:
            put({"passages": (names, value)}, FILE)
        else:
            print(written(table(names, value)))
        return
    for name, held_out in (("fitted on", False), ("held out", True)):
        found = [pair_counts(a) for a in annotated(corpora, held_out=held_out)]
        print(told(name, tuple(map(sum, zip(*found, strict=True)))))  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
