"""Who a mention is: country, sectors and name of every actor mention, in one pass over an article."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.fixed import fixed
from dateline.records.annotation import Said
from dateline.records.article import Sentence
from dateline.records.resolved import Actor
from dateline.records.span import Piece, Span, by_place
from dateline.resolve.who.actor_list import ActorList
from dateline.resolve.who.reader import Reader
from dateline.resolve.who.scene.era import day_of_writing
from dateline.resolve.who.scene.parties import Party
from dateline.resolve.who.sectors.settled import Hints, Settled
from dateline.resolve.who.weights import learned
from dateline.resolve.who.words import Words


@fixed()
class Resolved:
    """The actor of each mention, and the parties of mentions that name several ("both presidents"), all known."""

    actors: dict[Span, Actor]
    members: dict[Span, tuple[Actor, ...]]


def resolve_parties(
    text: str,
    mentions: Sequence[Span],
    actors: ActorList,
    *,
    sentences: Sequence[Sentence] = (),
    published: date | None = None,
    sector_hints: Hints | None = None,
    said: Sequence[Said] = (),
) -> Resolved:
    """What each mention stands for, by span; spans are character ranges of `text`.

    `published` dates the roles of the actor list (else what the text tells of its time), `sentences` (else lines) bound
    how far pronouns reach back, `said` are the statements, whose speakers may go on speaking, and `sector_hints` holds
    the model's sectors with probabilities, used where the words themselves are silent or weak.
    The result does not depend on the order of `mentions`.
    """
    words = Words.of(text)
    starts = [sentence.start for sentence in sentences] or _line_starts(text)
    day = published.isoformat() if published else day_of_writing(words, actors)
    reader = Reader(words, actors, starts, day, learned(), said)
    parties = {span: reader.party(span) for span in sorted(set(mentions), key=by_place)}
    settled = Settled(reader.scene, parties, sector_hints or {})
    found: dict[Span, Actor] = {}
    members: dict[Span, tuple[Actor, ...]] = {}
    for span, party in parties.items():
        sectors, basis = settled.sectors(span, party)
        found[span] = Actor(Piece.cut(text, span), party.name, party.country, sectors, party.id, basis)
        if party.members:
            members[span] = tuple(_member(text, span, sectors, party, one) for one in party.members)
    return Resolved(found, members)


def _member(text: str, span: Span, sectors: tuple[str, ...], joint: Party, one: Party) -> Actor:
    """One party of a joint mention, with its own words where it has some there.

    Forces of several states ("the two armies") are of each of them, and not those states themselves.
    """
    if span.holds(one.span):
        return Actor(Piece.cut(text, one.span), one.name, one.country, one.sectors, one.id, one.basis)
    piece = Piece.cut(text, span)
    if one.sort == "state" and one.id == one.country:
        itself = sectors[:1] == ("GOV",)
        return Actor(piece, one.name if itself else None, one.country, sectors, one.id if itself else None, joint.basis)
    return Actor(piece, one.name, one.country, one.sectors, one.id, joint.basis)


def _line_starts(text: str) -> list[int]:
    starts, position = [0], text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return starts
