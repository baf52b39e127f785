"""Where the labelled data are, and the parts of Dateline that are measured on them."""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

from dateline import pipeline
from dateline.errors import StopError
from dateline.records.article import Article
from dateline.records.coded import Coded

ROOT = Path(__file__).parent.parent
Row = dict[str, Any]


class AbsentError(StopError):
    """Labelled data that are shared apart from this repository are not there."""


@dataclass(frozen=True)
class Corpora:
    """The folder of shared corpora, the shared scorer, and the model that is measured (None: the shipped one)."""

    folder: Path = ROOT.parent / "shared" / "corpora"
    scorer: Path = ROOT.parent / "shared" / "tools" / "score_events.py"
    model: Path | None = None
    floor: float | None = None

    @cached_property
    def parts(self) -> pipeline.Parts:
        """The loaded parts, as `dateline code` has them without settings of the user."""
        return pipeline.load(model=self.model, floor=self.floor)

    def path(self, name: str) -> Path:
        """A file or folder of the corpora; AbsentError where it is not there."""
        path = self.folder / name
        if not path.exists():
            raise AbsentError(f"{path} is absent: the corpora are shared apart from this repository; give --corpora")
        return path

    def scorer_module(self) -> ModuleType:
        """The shared scorer, loaded anew; AbsentError where it is not there."""
        if not self.scorer.exists():
            raise AbsentError(
                f"{self.scorer} is absent: the scorer is shared apart from this repository; give --scorer"
            )
        spec = importlib.util.spec_from_file_location("score_events", self.scorer)
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def code(self, articles: Iterable[Article]) -> Iterator[Coded]:
        """Each article coded as `dateline code` does."""
        return (pipeline.code_article(a, self.parts) for a in articles)


def rows(path: Path) -> Iterator[Row]:
    """The objects of a file of JSON lines, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def digest(paths: Iterable[Path]) -> str:
    """A hash of the files, folders file by file: the same gold gives the same digest."""
    total = hashlib.sha256()
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                total.update(file.read_bytes())
    return total.hexdigest()[:16]
