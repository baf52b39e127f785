"""Events to read: a block for each, with the words that prove it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TextIO

from rich.console import Console
from rich.text import Text

from dateline.exporters.values import plural
from dateline.records.bounds import in_words
from dateline.records.coded import Coded
from dateline.records.event import Event
from dateline.records.resolved import Actor, Count, Place, Voice, When

WITHOUT_SECTORS = frozenset({"UNO"})
"""Bodies whose parts have no sector by the codebook."""
LABEL = 9
"""Characters of the longest label of a value, with the space behind it."""
INDENT = re.compile(rf" {{4}}\w[\w ]{{{LABEL - 1}}}| {{2,4}}")
"""What stands before a value, a sentence, or the type of an event."""
COLOURS = {
    "verbal_cooperation": "cyan",
    "material_cooperation": "green",
    "verbal_conflict": "yellow",
    "material_conflict": "red",
}


def write(coded: Iterable[Coded], out: TextIO) -> None:
    """Each article with its events, in colour where `out` is a terminal."""
    console = Console(file=out, highlight=False, soft_wrap=not out.isatty(), emoji=False, markup=False)
    for one in coded:
        for line in _article(one):
            for row in hung(line, console):
                console.print(row)


def hung(line: Text, console: Console) -> Iterable[Text]:
    """The rows of a line on the terminal; those behind the first stand under its value, not at the margin."""
    if console.soft_wrap or len(line) < console.width:
        return (line,)
    indent = INDENT.match(line.plain)
    left = indent.end() if indent else 0
    rows = line[left:].wrap(console, console.width - left)
    head = line[:left]
    return [(head if n == 0 else Text(" " * left)).append_text(row) for n, row in enumerate(rows)]


def _article(one: Coded) -> Iterator[Text]:
    article = one.article
    name = article.title or article.source or article.id
    head = Text(name, style="bold")
    facts = " · ".join(x for x in (article.publisher, article.published, article.source) if x and x != name)
    yield head
    told = f"{plural(len(one.events), 'event')}, {plural(len(one.statements), 'statement')}"
    yield Text(f"{facts or 'no publisher, no date'} · {told}", "dim")
    for event in one.events:
        yield Text()
        yield from block(event, one)
    yield Text()


def block(event: Event, one: Coded) -> Iterator[Text]:
    """One event in a few lines."""
    colour = COLOURS.get(event.quad, "white")
    head = Text("  ")
    head.append(event.type, style=f"bold {colour}")
    for mode in event.modes:
        head.append(f" {mode}", style=colour)
    head.append(f"  “{event.trigger.text}”")
    head.append(f"  {event.intensity:+g}  {event.status}", style=colour)
    head.append(f"  sure {event.confidence:.2f}", style="dim")
    if event.story_event != event.id:
        first = next((e for e in one.events if e.id == event.story_event), None)
        if first is not None:
            head.append(f"  same event as “{first.trigger.text}” above", style="dim")
    yield head
    for label, value in _fields(event):
        yield Text.assemble((f"    {label:<{LABEL}}", "dim"), value)
    yield _evidence(event)


def _fields(event: Event) -> Iterator[tuple[str, str]]:
    if event.actors or event.recipients:
        who = "; ".join(map(party, event.actors)) or "not said"
        if event.recipients:
            who += " → " + "; ".join(map(party, event.recipients))
        yield "who", who
    if event.when:
        yield "when", time(event.when)
    if event.where:
        yield "where", "; ".join(dict.fromkeys(map(place, event.where)))
    if event.counts:
        yield "how many", "; ".join(map(count, event.counts))
    if event.hedge:
        yield "hedged", f"“{event.hedge.text}”"
    if event.according_to:
        yield "says who", _chain(event.according_to)
    if event.contexts:
        yield "context", ", ".join(event.contexts)


def _chain(voices: Sequence[Voice]) -> str:
    """The voices from the outermost on; those that one mention stands for ("both parties") side by side."""
    told = groupby(voices, key=lambda v: v.actor.piece.span)
    return " ← ".join("; ".join(party(v.actor) for v in some) for _, some in told)


def _evidence(event: Event) -> Text:
    words = Text("    “", style="dim italic")
    start = event.evidence.span.start
    a, b = event.trigger.span.start - start, event.trigger.span.end - start
    text = event.evidence.text.replace("\n", " ")
    words.append(text[:a])
    words.append(text[a:b], style="bold underline not dim")
    words.append(text[b:] + "”")
    return words


def party(actor: Actor) -> str:
    """The mention with its codes, and its name where that says more."""
    codes = f"{actor.country or '?'}:{'+'.join(actor.sectors) or '?'}"
    if actor.country in WITHOUT_SECTORS and not actor.sectors:
        codes = actor.country
    name = f" = {actor.name}" if actor.name and actor.name.casefold() not in actor.piece.text.casefold() else ""
    return f"{actor.piece.text}{name} [{codes}]"


def time(when: When) -> str:
    """The days with the words."""
    words = f"“{when.piece.text}”"
    if when.start is None and when.end is None:
        return f"{words}, day not known"
    if when.start == when.end:
        return f"{when.start} ({words})"
    return f"{when.start or '…'} to {when.end or '…'} ({words})"


def place(where: Place) -> str:
    """The place with its precision and point; what no list knows is told as not located itself."""
    parts: Sequence[object] = [p for p in (where.admin1, where.country) if p and p != where.name]
    point = f" {where.lat:.2f}, {where.lon:.2f}" if where.lat is not None and where.lon is not None else ""
    name = where.name or where.piece.text
    known = where.precision or "not found"
    if where.name is None and where.precision:
        known = "not located, only its country" if known == "country" else f"not located itself, {known}"
    return f"{name}{''.join(f', {p}' for p in parts)} ({known}{point})"


def count(value: Count) -> str:
    """The bounds with the words."""
    return f"{value.what} {in_words(value.min, value.max)} (“{value.piece.text}”)"
