"""`dateline add`: an event that the program missed, by the words that tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli import asking
from dateline.cli.decide import Author, Reason, author, stated, told
from dateline.cli.options import in_place_of
from dateline.errors import InputError

if TYPE_CHECKING:
    from dateline.adding import Told, Words
    from dateline.records.event import Event

COUNT = re.compile(r"([\w ]+)=(?:(\d[\d.,]*(?:\+|\s*(?:-|\.\.)\s*\d[\d.,]*)?):)?(.+)", re.DOTALL)
"""What is counted, perhaps the number, and the words for it: "killed=12:the whole crew"."""
Some = list[str] | None
OPTIONS = {
    "mode": Annotated[Some, typer.Option(help="Mode of the type; can be repeated.")],
    "context": Annotated[Some, typer.Option(help="Context; can be repeated (else they are found).")],
    "actor": Annotated[Some, typer.Option(help="Words for who did it; can be repeated.")],
    "recipient": Annotated[Some, typer.Option(help="Words for to whom; can be repeated.")],
    "place": Annotated[Some, typer.Option(help="Words for where; can be repeated.")],
    "time": Annotated[str | None, typer.Option(help="Words for when.")],
    "count": Annotated[
        Some, typer.Option(help="What is counted and its words, killed=twelve, or killed=12:“the whole crew”.")
    ],
    "hedge": Annotated[str | None, typer.Option(help="Words that hedge it, such as reportedly.")],
    "source": Annotated[Some, typer.Option(help="Words for who says so, outermost first; can be repeated.")],
}
"""What a person may say of the event beyond its words and type."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What a command was given by these options."""

    mode: Some
    context: Some
    actor: Some
    recipient: Some
    place: Some
    time: str | None
    count: Some
    hedge: str | None
    source: Some

    def told(self, trigger: Words, type: str, status: str) -> Told:
        """All that is said of the event; InputError where a count has another form."""
        from dateline.adding import Told

        return Told(
            trigger=trigger,
            type=type,
            modes=self.mode or (),
            contexts=self.context or (),
            status=status,
            actors=self.actor or (),
            recipients=self.recipient or (),
            places=self.place or (),
            time=self.time,
            counts=dict(map(counted, self.count or ())),
            hedge=self.hedge,
            sources=self.source or (),
        )


@in_place_of("rest", OPTIONS, Rest)
def add(
    article: Annotated[str, typer.Argument(help="Id of the article.")],
    trigger: Annotated[str, typer.Option(help="The words for the act, as they stand there; “fired#2” is the second.")],
    type: Annotated[str, typer.Option(help="Type of event, such as ASSAULT.")],
    reason: Reason,
    at: Annotated[int | None, typer.Option(help="Where the trigger begins, in characters of the text.")] = None,
    status: Annotated[str, typer.Option(help="happened, ongoing, planned, hypothetical or negated.")] = "happened",
    *,
    rest: Rest,
    actors: Annotated[list[Path] | None, typer.Option(help="Further actor lists (CSV).")] = None,
    by: Author = None,
    db: asking.Db = None,
) -> None:
    """Add an event that the program missed; countries, places, days and numbers are read from the words you name."""
    from dateline import adding, pipeline
    from dateline.records.query import Filter
    from dateline.runs import options
    from dateline.upkeep import open_store

    why = stated(reason)
    with open_store(db) as store:
        text = store.article(article)
        said = rest.told(_begins(text.text, trigger, at), type, status)
        known = [s.event for s in store.events(Filter(articles=(text.id,)))]
        made = adding.event(text, said, pipeline.load(**options(actors=actors)), others=known)
        typer.echo(told(store.add_event(text.id, made, by=author(by), reason=why)))
    for line in lines(made):
        typer.echo(line, err=True)


def counted(given: str) -> tuple[str, tuple[str, Any]]:
    """What is counted, its words and the number that is given beside them; InputError where it has another form."""
    match = COUNT.fullmatch(given.strip())
    if match is None:
        raise InputError(f"--count {given}: give what is counted and its words, killed=twelve or killed=12:“the crew”")
    what, number, words = match.groups()
    return what.strip(), (words.strip().strip('"“”'), number)


def _begins(text: str, words: str, at: int | None) -> Words:
    """The words for the act; with `at` those that begin there, else InputError."""
    from dateline.records.span import Span

    if at is None:
        return words
    span = Span(at, at + len(words))
    if at < 0 or span.of(text) != words:
        raise InputError(f"--at {at}: “{words}” does not begin there, but “{text[max(at, 0) : max(at, 0) + 30]}”")
    return span


def lines(event: Event) -> Iterator[str]:
    """What the words of an event were read as, for people."""
    from dateline.exporters.values import value
    from dateline.records.article import Article
    from dateline.records.lines import event_line

    record = event_line(Article("", ""), event)
    for field in ("actors", "recipients", "where", "when", "counts", "according_to"):
        entries: Sequence[Any] = record[field] if isinstance(record[field], list) else [record[field] or ()]
        for entry in filter(None, entries):
            yield f"{field}: “{' '.join(entry['text'].split())}” is {value(entry)}"
