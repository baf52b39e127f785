"""What is measured: one module and one line a task. `run(corpora)` measures, `gold(corpora)` names the labels."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from eval.corpora import Corpora
from eval.figure import Figure
from eval.tasks import (
    annotated,
    attribution,
    calm,
    codebook,
    contexts,
    copies,
    howmany,
    html,
    incidents,
    mentions,
    muc,
    phrases,
    relations,
    samples,
    when,
    where,
    who,
)

OWN: Mapping[str, Task] = {
    "codebook": codebook,
    "samples": samples,
    "mentions": mentions,
    "phrases": phrases,
}
"""Tasks on data of this repository: the quick gate."""
SHARED: Mapping[str, Task] = {
    "annotated": annotated,
    "contexts": contexts,
    "relations": relations,
    "calm": calm,
    "muc": muc,
    "attribution": attribution,
    "when": when,
    "where": where,
    "who": who,
    "howmany": howmany,
    "html": html,
    "incidents": incidents,
    "copies": copies,
}
"""Tasks on corpora that are shared apart from this repository."""
TASKS: Mapping[str, Task] = {**SHARED, **OWN}


class Task(Protocol):
    """What a module of a task promises; the capitals are what the scorecard says of it."""

    TITLE: str
    SPLIT: str
    SCORER: str
    ABOUT: str

    def gold(self, corpora: Corpora) -> list[Path]:
        """The labelled files; AbsentError where they are not there."""
        ...

    def run(self, corpora: Corpora) -> list[Figure]:
        """The figures; the same data and the same model give the same ones."""
        ...
