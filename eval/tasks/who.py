"""Country and sector of parties, given their words."""

from __future__ import annotations

from pathlib import Path

from dateline.resolve.who import ActorList
from eval.actors import Tally, score
from eval.corpora import Corpora
from eval.figure import Figure, measured, percent
from eval.tasks.annotated import development

TITLE = "Who"
SPLIT = "development: every fifth annotated article, its marked actors and recipients given"
SCORER = "share of right codes; a gold country that is unknown is not scored; a sector is right where one is shared"
ABOUT = (
    """The rules alone, without the model's sectors. “Primary” asks that Dateline's first sector is among the gold's."""
)


def gold(corpora: Corpora) -> list[Path]:
    """The files of the gold."""
    return [corpora.path("annotated/train.jsonl")]


def run(corpora: Corpora) -> list[Figure]:
    """Accuracy of countries and sectors."""
    actors = ActorList.load()
    kinds = ("country", "sector", "primary sector")
    table = []
    for row in development(corpora):
        tally = Tally()
        score(row, actors, tally)
        table.append([x for kind in kinds for x in (tally.right[kind], tally.total[kind])])
    return [
        measured(kind, table, percent(2 * k, 2 * k + 1), int(sum(r[2 * k + 1] for r in table)))
        for k, kind in enumerate(kinds)
    ]
