"""`dateline explain`: why each event was coded as it was."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import reading
from dateline.errors import ArticleError, InputError

if TYPE_CHECKING:
    from rich.text import Text

    from dateline.pipeline import Trace
    from dateline.records.annotation import Scores
    from dateline.records.article import Sentence
    from dateline.records.coded import Coded
    from dateline.records.draft import Draft
    from dateline.records.event import Event
    from dateline.records.resolved import Actor

STYLES = {
    "trigger": "bold reverse",
    "actor": "bold red",
    "recipient": "bold blue",
    "place": "green",
    "time": "magenta",
    "count": "yellow",
    "source": "cyan",
    "hedge": "italic yellow",
    "cue": "dim cyan underline",
}
REASONS, LEAST = 5, 0.1
"""How many reasons of a confidence are shown, and the least weight of one, in log-odds."""


@reading.reported
def explain(
    paths: reading.Paths,
    event: Annotated[str | None, typer.Option(help="Only the event with this id (or its beginning).")] = None,
    *,
    reports: reading.Reports,
    recall: Annotated[bool, typer.Option("--recall", help="Also what falls below the confidence floor.")] = False,
    actors: Annotated[list[Path] | None, typer.Option(help="Further actor lists (CSV).")] = None,
    codebook: reading.Codebook = None,
) -> None:
    """Show each sentence with its marked spans, the scores, the runners-up and how each value was found.

    Exit code 2 where nothing was read.
    """
    from rich.console import Console

    from dateline import pipeline
    from dateline.exporters.table import hung
    from dateline.runs import options

    skipped: list[ArticleError] = []
    parts = pipeline.load(**options(recall=recall, actors=actors, codebook=codebook))
    console = Console(file=sys.stdout, highlight=False, emoji=False, markup=False, soft_wrap=not sys.stdout.isatty())
    read = shown = 0
    for article in reports.read(paths, on_skip=skipped.append):
        try:
            coded, trace = pipeline.traced(article, parts)
        except ArticleError as failed:
            skipped.append(failed)
            continue
        read += 1
        for line in _article(coded, trace, event):
            if not shown:
                console.print(_legend())
            for row in hung(line, console):
                console.print(row)
            shown += 1
    for error in skipped:
        typer.echo(f"skipped {error}", err=True)
    if not read:
        raise typer.Exit(2)
    if event and not shown:
        raise InputError(f"no event {event!r} in {', '.join(paths)}: without --event each is shown with its id")


def _legend() -> Text:
    from rich.text import Text

    line = Text("marks: ")
    for name, style in STYLES.items():
        line.append(name, style=style)
        line.append("  ")
    return line


def _article(coded: Coded, trace: Trace, only: str | None) -> Iterator[Text]:
    from rich.text import Text

    pairs = list(zip(coded.events, trace.drafts, strict=True))
    if only:
        pairs = [(e, d) for e, d in pairs if e.id.startswith(only)]
    for sentence in trace.sentences:
        here = [(e, d) for e, d in pairs if d.sentence == sentence.index]
        if only and not here:
            continue
        yield Text()
        yield _marked(coded, trace, sentence, here)
        for event, draft in here:
            yield from _event(event, draft)


def _marked(coded: Coded, trace: Trace, sentence: Sentence, here: Sequence[tuple[Event, Draft]]) -> Text:
    """The sentence with the words that play a part in its events."""
    from rich.text import Text

    text = coded.article.text[sentence.start : sentence.end].replace("\n", " ")
    line = Text(f"[{sentence.index}] ", style="dim")
    words = Text(text, style="dim" if sentence.part == "furniture" else "default")
    marks = [("cue", s.cue) for s in trace.annotation.said if s.cue]
    for _, d in here:
        marks += [("actor", s) for s in d.actors] + [("recipient", s) for s in d.recipients]
        marks += [("place", s) for s in d.places] + [("time", s) for s in d.times]
        marks += [("count", s) for s, _ in d.counts] + [("source", s) for s, _ in d.sources]
        marks += [("hedge", d.hedge)] if d.hedge else []
        marks.append(("trigger", d.trigger))
    for name, span in marks:
        if sentence.start <= span.start < sentence.end:
            words.stylize(STYLES[name], span.start - sentence.start, span.end - sentence.start)
    if sentence.part == "furniture":
        words.append("  (page furniture: not coded)", style="dim italic")
    return line + words


def _event(event: Event, draft: Draft) -> Iterator[Text]:
    from rich.text import Text

    from dateline.exporters.table import block
    from dateline.records.article import Article
    from dateline.records.coded import Coded

    whole = Coded(Article("", ""), (event,), ())
    yield from list(block(event, whole))[:-1]
    yield Text(f"    why       “{event.trigger.text}”: {_scores(draft.scores)}", style="dim")
    yield Text(f"    sure      {event.confidence:.2f}: {_reasons(draft.reasons)}", style="dim")
    if draft.rule:
        yield Text(f"    rule      {draft.rule}", style="dim")
    for label, value in _bases(event):
        yield Text(f"    {label:<9} {value}", style="dim")
    yield Text(f"    id        {event.id}", style="dim")


def _scores(scores: Scores) -> str:
    return ", ".join(f"{name} {p:.2f}" for name, p in scores)


def _reasons(reasons: Scores) -> str:
    from dateline.weigh import in_words

    return ", ".join(f"{in_words(name)} {value:+.1f}" for name, value in reasons[:REASONS] if abs(value) >= LEAST)


def _who(party: Actor) -> str:
    return f"“{party.piece.text}” is {party.country or '?'}:{'+'.join(party.sectors) or '?'} by {party.basis}"


def _bases(event: Event) -> Iterator[tuple[str, str]]:
    """How each resolved value was found, in words."""
    for label, actors in (("actor", event.actors), ("to", event.recipients)):
        for a in actors:
            yield label, _who(a)
    for p in event.where:
        yield "place", f"“{p.piece.text}” is {p.name or '?'} by {p.basis}"
    if event.when:
        yield "time", f"“{event.when.piece.text}” counted from: {event.when.basis}"
    for v in event.according_to:
        yield "voice", _who(v.actor) + (f", reported by “{v.cue.text}”" if v.cue else "")
