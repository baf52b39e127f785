"""The codebook's own examples: one sentence a boundary rule."""

from __future__ import annotations

from pathlib import Path

from dateline.codebooks.check import Example, examples
from dateline.records.article import Article
from dateline.records.event import Event
from eval.corpora import ROOT, Corpora
from eval.figure import Figure, measured, percent

TITLE = "Boundary rules"
SPLIT = "the examples of the codebook, sentences written for this project"
SCORER = "share of examples coded as the rule says, at the default confidence"
ABOUT = """Each example is a sentence with the word that names the act. “Typed” asks for an event on that word with
the rule's type; near misses must stay uncoded at the default confidence. The rules guided the annotation that the
model learned from; the sentences are not among its training texts."""


def gold(corpora: Corpora) -> list[Path]:
    """The files of the gold."""
    return [ROOT / "dateline/codebooks/plover/examples.jsonl"]


def run(corpora: Corpora) -> list[Figure]:
    """Shares of examples typed, with mode, with status, and of near misses left alone."""
    told, silent = [], []
    for number, example in enumerate(examples()):
        (coded,) = corpora.code([Article(f"example-{number}", example.text, published="2024-07-30")])
        if example.type is None:
            silent.append([not coded.events, 1])
        else:
            told.append(_counts(example, coded.events))
    figures = [
        measured("typed as the rule says", told, percent(0, 1), len(told)),
        measured("mode given match", told, percent(2, 3), int(sum(r[3] for r in told))),
        measured("status given match", told, percent(4, 5), int(sum(r[5] for r in told))),
    ]
    if silent:
        figures.append(measured("near misses left uncoded", silent, percent(0, 1), len(silent)))
    return figures


def _counts(example: Example, events: tuple[Event, ...]) -> list[float]:
    assert example.trigger is not None
    start = example.text.index(example.trigger)
    end = start + len(example.trigger)
    here = [e for e in events if e.trigger.span.start < end and start < e.trigger.span.end]
    match = next((e for e in here if e.type == example.type), None)
    modes = bool(match and example.modes)
    status = bool(match and example.status)
    return [
        match is not None,
        1,
        bool(match and set(match.modes) & set(example.modes)),
        modes,
        bool(match and match.status == example.status),
        status,
    ]
