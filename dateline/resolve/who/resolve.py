"""Who a mention is: country, sectors and name of every actor mention, in one pass over an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from dateline.records.article import Sentence
from dateline.records.resolved import Actor
from dateline.records.span import Piece, Span
from dateline.resolve.who.actor_list import ActorList
from dateline.resolve.who.parties import Party
from dateline.resolve.who.reader import Reader
from dateline.resolve.who.weights import learned
from dateline.resolve.who.words import Words

SURE = 0.5
"""The probability from which the model's sector replaces one that is only a usual guess."""
LIKELY = 0.3
"""The probability from which the model's sector fills in for none."""

Hints = Mapping[Span, Sequence[tuple[str, float]]]


def resolve_actors(
    text: str,
    mentions: Sequence[Span],
    actors: ActorList,
    *,
    sentences: Sequence[Sentence] = (),
    published: date | None = None,
    sector_hints: Hints | None = None,
) -> dict[Span, Actor]:
    """The actor that each mention stands for, by span; spans are character ranges of `text`.

    `published` dates the roles of the actor list, `sentences` (else lines) bound how far pronouns reach back, and
    `sector_hints` holds the model's sectors with probabilities, used where the words themselves are silent or weak.
    The result does not depend on the order of `mentions`.
    """
    words = Words.of(text)
    starts = [sentence.start for sentence in sentences] or _line_starts(text)
    reader = Reader(words, actors, starts, published.isoformat() if published else None, learned())
    found: dict[Span, Actor] = {}
    for span in sorted(set(mentions)):
        party = reader.party(span)
        found[span] = _actor(text, span, party, (sector_hints or {}).get(span, ()))
    return found


def _actor(text: str, span: Span, party: Party, hints: Sequence[tuple[str, float]]) -> Actor:
    sectors, basis = party.sectors, party.basis
    best = max(hints, key=lambda hint: (hint[1], hint[0]), default=None)
    open_to = not sectors or party.weak
    if best is not None and best[0] not in sectors and open_to and best[1] >= (SURE if sectors else LIKELY):
        sectors, basis = (best[0],), "model"
    return Actor(Piece.cut(text, span), party.name, party.country, sectors, party.id, basis)


def _line_starts(text: str) -> list[int]:
    starts, position = [0], text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return starts
