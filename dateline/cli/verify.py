"""`dateline verify`: re-checks every span of an output against the articles it was read from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.cli import reading
from dateline.cli.written import records
from dateline.errors import ArticleError
from dateline.exporters.values import plural

Failure = tuple[str, str]


def verify(
    output: Annotated[Path, typer.Argument(help="What dateline code --format jsonl wrote.")],
    articles: Annotated[list[str], typer.Argument(help="The articles it was read from.")],
    fields: reading.Fields = None,
) -> None:
    """Check that every piece of evidence stands in the text where the record says it stands."""
    from dateline.readers import read_paths

    skipped: list[ArticleError] = []
    given = read_paths(articles, published=None, on_skip=skipped.append, fields=reading.named(fields))
    texts = {a.id: a.text for a in given}
    number = pieces = 0
    failures: list[Failure] = []
    missing: Counter[str] = Counter()
    for line, record in records(output, by="dateline code --out FILE.jsonl"):
        number += 1
        article = _article(record)
        text = texts.get(article)
        if text is None:
            missing[article] += 1
            continue
        for path, piece in spans(record):
            pieces += 1
            if not holds(text, piece):
                failures.append((f"{output}:{line} {path}", f"{piece['text']!r} does not stand at {piece['span']}"))
    for where, reason in failures:
        typer.echo(f"{where}: {reason}")
    for article, unread in missing.items():
        typer.echo(f"article {article} is not among those given: {plural(unread, 'record')} not checked")
    for error in skipped:
        typer.echo(f"skipped {error}", err=True)
    wrong = len(failures) + missing.total()
    typer.echo(f"{number} records, {pieces} pieces checked, {wrong} failures", err=True)
    if wrong:
        raise typer.Exit(1)


def _article(record: dict[str, Any]) -> str:
    """The id of the article that a record was read from; "without an id" where it names none."""
    article = record.get("article")
    return str(article["id"]) if isinstance(article, dict) and article.get("id") else "without an id"


def spans(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object with `text` and `span` inside a record, with the path to it."""
    if isinstance(value, dict):
        if "span" in value and "text" in value:
            yield path, value
        for key, inner in value.items():
            yield from spans(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from spans(inner, f"{path}[{i}]")


def holds(text: str, piece: dict[str, Any]) -> bool:
    """True where the words stand in the text at the span."""
    try:
        start, end = piece["span"]
        return bool(0 <= start < end and text[start:end] == piece["text"])
    except (TypeError, ValueError):
        return False
