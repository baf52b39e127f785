"""Reading for tests: all articles, all reasons for skipping, all notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import ArticleError
from dateline.readers import read_paths
from dateline.readers.published import Order
from dateline.records.article import Article

REPORT = "Police in Marava arrested two men on Monday. The men are said to have planned an attack on the harbour."


@dataclass(frozen=True)
class Result:
    articles: list[Article]
    skipped: list[ArticleError]
    notes: list[str]

    @property
    def reasons(self) -> list[str]:
        return [error.reason for error in self.skipped]


def read(
    *paths: str | Path,
    published: str | None = None,
    dates: Order | None = None,
    by_name: bool = False,
    publisher: str | None = None,
    fields: Mapping[str, str] | None = None,
) -> Result:
    skipped: list[ArticleError] = []
    notes: list[str] = []
    articles = list(
        read_paths(
            [str(path) for path in paths],
            published=published,
            on_skip=skipped.append,
            on_note=notes.append,
            dates=dates,
            by_name=by_name,
            publisher=publisher,
            fields=fields,
        )
    )
    return Result(articles, skipped, notes)


def written(folder: Path, name: str, content: bytes | str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file
