"""Events and statements: what one passage of one article says."""

from __future__ import annotations

from dataclasses import field

from dateline.fixed import fixed
from dateline.records.item import Item
from dateline.records.resolved import Actor, Count, Place, Voice, When
from dateline.records.span import Piece

REAL = frozenset({"happened", "ongoing"})
"""Statuses of what is told as a fact, done or going on."""
UNDATED = "no day is told"
"""Why a record is left out where one with a day is needed."""
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types of PLOVER that those who take part do with one another: who acts on whom is a matter of telling.

The rows of every store hold what is counted and found by this: it is changed only with a step in `store/migrations.py`.
"""


@fixed()
class Event:
    """What one passage of one article says happened (see docs/reference/records.md for each field).

    `sense` is how the passage reads to the model that coded it (`records.sense`), for linking only: it is kept in
    stores, stands in no export, and tells no two events apart. So is `item`: where in a list
    of happenings it stands, where the article is one.
    """

    id: str
    codebook: str
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    quad: str
    intensity: float
    cameo: str | None
    trigger: Piece
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    where: tuple[Place, ...]
    when: When | None
    counts: tuple[Count, ...]
    status: str
    hedge: Piece | None
    according_to: tuple[Voice, ...]
    evidence: Piece
    story_event: str
    confidence: float
    sense: bytes | None = field(default=None, repr=False, compare=False)
    item: Item | None = field(default=None, repr=False, compare=False)


@fixed()
class Statement:
    """Reported speech, direct or indirect, with the ids of the events told inside it."""

    id: str
    source: Actor | None
    cue: Piece | None
    content: Piece
    quoted: bool
    events: tuple[str, ...]
