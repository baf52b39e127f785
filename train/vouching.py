"""Fit the weights by which `dateline.coders.vouching` weighs signs: `python -m train.vouching [--corpora FOLDER]`.

Reads the shared annotated articles without the development part. Each annotated act inside an annotated statement with
a source is one case: does the annotation name that source as a voice of the act? A logistic regression on the signs,
with a ridge penalty, is written into the module. Nothing that the model reads has a part in it, for the model has
learned these very articles.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from dateline.coders import vouching
from dateline.coders.voices import holding
from dateline.records.annotation import Argument, Said, Trigger
from dateline.records.span import Span
from eval.corpora import Corpora, rows
from eval.logistic import fit, written

RIDGE = 20.0
"""Ridge of a sign whose standard deviation is 1; from 5 to 60 the cross-validated fit hardly differs."""
Case = tuple[dict[str, float], bool, int]
"""The signs, whether the source is a voice of the act, and the article."""


def cases(documents: list[dict[str, Any]]) -> Iterator[Case]:
    """Every annotated act inside an annotated statement that has a source."""
    for number, document in enumerate(documents):
        events = [e for e in document["events"] if e["trigger"]]
        acts = [_act(e) for e in events]
        told = [_said(q) for q in document["says"] if q["content"] and q["source"]]
        for event, act in zip(events, acts, strict=True):
            for statement, speaker in holding(act, told):
                found = dict(vouching.signs(document["text"], act, statement, acts))
                yield found, any(speaker.overlaps(Span(*s)) for s in event["source"]), number


def _act(event: dict[str, Any]) -> Trigger:
    spans = [(role, x["span"]) for role in ("actor", "recipient") for x in event[role]]
    spans += [("count", c["span"]) for c in event["counts"]] + [("hedge", event["hedge"])]
    arguments = tuple(Argument(role, Span(*span), 1.0) for role, span in spans if span)
    return Trigger(
        Span(*event["trigger"]), event["sent"], ((event["type"], 1.0),), (), ((event["status"], 1.0),), 1.0, arguments
    )


def _said(said: dict[str, Any]) -> Said:
    return Said(Span(*said["content"]), Span(*said["source"]), Span(*said["cue"]) if said["cue"] else None, 1.0)


def fitted(some: list[Case]) -> tuple[list[str], np.ndarray]:
    """(names, weights with the bias last) of the regression."""
    names = sorted({name for found, _, _ in some for name in found})
    table = np.array([[found.get(name, 0.0) for name in names] for found, _, _ in some])
    right = np.array([float(yes) for _, yes, _ in some])
    return names, fit(table, right, np.ones(len(some)), ridge=RIDGE)


def crossed(some: list[Case], parts: int = 8) -> tuple[float, float]:
    """(log loss, area under the curve) on articles that were left out of the fit."""
    scores, right = [], []
    for part in range(parts):
        names, weights = fitted([c for c in some if c[2] % parts != part])
        for found, vouches, number in some:
            if number % parts == part:
                scores.append(weights[-1] + sum(w * found.get(n, 0.0) for n, w in zip(names, weights, strict=False)))
                right.append(vouches)
    odds, yes = np.array(scores), np.array(right)
    ahead = odds[yes][:, None] - odds[~yes]
    return float((np.logaddexp(0, odds) - yes * odds).mean()), float((ahead > 0).mean() + (ahead == 0).mean() / 2)


def main() -> None:
    """Fit, say how well it does on articles left out, write."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--corpora", type=Path, default=Corpora.folder)
    args = p.parse_args()
    documents = list(rows(Corpora(args.corpora).path("annotated/train.jsonl")))
    some = list(cases([d for i, d in enumerate(documents) if i % 5 != 4]))
    loss, area = crossed(some)
    share = sum(yes for _, yes, _ in some) / len(some)
    print(f"{len(some)} cases, {share:.3f} vouched for; cross-validated log loss {loss:.3f}, area {area:.3f}")
    names, weights = fitted(some)
    module = Path(vouching.__file__)
    module.write_text(written(module.read_text(encoding="utf-8"), names, weights), encoding="utf-8")


if __name__ == "__main__":
    main()
