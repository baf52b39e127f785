"""Events in sentences of a test's own, with their contexts."""

from __future__ import annotations

from dataclasses import replace

from dateline.codebooks.codebook import Codebook
from dateline.contexts import Contexts
from dateline.records.event import Event
from dateline.records.resolved import Actor, Voice
from dateline.records.span import Piece, Span
from dateline.split.sentences import sentences
from tests import make

BOOK = Codebook.load()
ALL = Contexts(BOOK.contexts, BOOK.settings, BOOK.names)


def told(
    text: str, trigger: str, kind: str, actor: str = "", recipient: str = "", *, by: str = "", same: str = ""
) -> Event:
    """The event of `text` that `trigger` names; a kind is "TYPE" or "TYPE mode", a party "words|ISO3|SECTOR+SECTOR".

    `by` are the words of who tells it, `same` names the event of which it is a further telling.
    """
    type_, _, mode = kind.partition(" ")
    at = text.index(trigger)
    sentence = next(Span(s.start, s.end) for s in sentences(text) if s.start <= at < s.end)
    one = make.event(
        type=type_,
        modes=(mode,) if mode else (),
        id=f"e{at}",
        story_event=same or f"e{at}",
        actors=(party(text, actor),) if actor else (),
        recipients=(party(text, recipient),) if recipient else (),
        evidence=Piece.cut(text, sentence),
        according_to=(Voice(party(text, by), None),) if by else (),
    )
    return replace(one, trigger=Piece.cut(text, Span(at, at + len(trigger))))


def party(text: str, told: str) -> Actor:
    words, country, sectors = (*told.split("|"), "", "")[:3]
    start = text.index(words)
    piece = Piece.cut(text, Span(start, start + len(words)))
    return Actor(piece, None, country or None, tuple(sectors.split("+")) if sectors else (), None, "test")


def contexts(text: str, *events: Event, reader: Contexts = ALL) -> list[set[str]]:
    """The contexts of each event, in the order given."""
    return [set(e.contexts) for e in reader.set_in(text, sentences(text), events)]
