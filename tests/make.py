"""Hand-made records, so that a test says only what it is about."""

from __future__ import annotations

from datetime import date

from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.event import Event, Statement
from dateline.records.resolved import Actor, Count, Place, Voice, When
from dateline.records.span import Piece, Span

TEXT = (
    "Rebels attacked an army post near Gao on Monday, killing at least seven soldiers, the defence ministry said. "
    "=1+1 The president reportedly condemned the attack."
)


def piece(words: str, text: str = TEXT) -> Piece:
    """The first place of the words in the text."""
    start = text.index(words)
    return Piece(words, Span(start, start + len(words)))


def actor(words: str, country: str | None = None, *sectors: str, text: str = TEXT, name: str | None = None) -> Actor:
    return Actor(piece(words, text), name, country, sectors or ("UNK",), None, "test")


def when(words: str, start: date | None, end: date | None = None) -> When:
    return When(piece(words), start, end or start, "day", "published")


def place(words: str, name: str = "Gao", precision: str = "settlement") -> Place:
    return Place(piece(words), name, "MLI", "Gao", 16.27, -0.04, 2457161, precision, "test")


def count(words: str, least: int | None, most: int | None, what: str = "killed") -> Count:
    return Count(piece(words), what, least, most)


def event(trigger: str = "attacked", type: str = "ASSAULT", **values: object) -> Event:
    """An event of TEXT; name what matters."""
    base: dict[str, object] = {
        "id": f"e-{trigger}",
        "codebook": "plover@2.0",
        "type": type,
        "modes": (),
        "contexts": (),
        "quad": "material_conflict",
        "intensity": -9.0,
        "cameo": "180",
        "trigger": piece(trigger),
        "actors": (),
        "recipients": (),
        "where": (),
        "when": None,
        "counts": (),
        "status": "happened",
        "hedge": None,
        "according_to": (),
        "evidence": _sentence(trigger),
        "story_event": f"e-{trigger}",
        "confidence": 0.9,
    }
    return Event(**(base | values))  # type: ignore[arg-type]


def _sentence(word: str) -> Piece:
    end = TEXT.index(" =1")
    return Piece.cut(TEXT, Span(0, end) if word in TEXT[:end] else Span(end + 1, len(TEXT)))


def full_event() -> Event:
    """An event with every field filled."""
    return event(
        modes=("firearms",),
        contexts=("military",),
        actors=(actor("Rebels", "MLI", "REB"),),
        recipients=(actor("army post", "MLI", "MIL"),),
        where=(place("Gao"),),
        when=when("Monday", date(2024, 7, 29)),
        counts=(count("at least seven", 7, None),),
        hedge=piece("reportedly"),
        according_to=(Voice(actor("defence ministry", "MLI", "GOV"), piece("said")),),
    )


def coded(*events: Event, statements: tuple[Statement, ...] = ()) -> Coded:
    article = Article(
        "a1", TEXT, title="A title", published="2024-08-02", publisher="The Paper", url="https://x.example/1"
    )
    return Coded(article, events, statements)


def statement(events: tuple[str, ...] = ()) -> Statement:
    return Statement(
        "s1", actor("defence ministry", "MLI", "GOV"), piece("said"), piece("killing at least seven"), False, events
    )
