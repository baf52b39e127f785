"""Acts of the items of a list: which item tells each, and what its label or a heading above says of day and place.

"3 May – Gunmen attacked a bus", "Gao region" above what happened there: what opens an item and names no day or place of
its own has those of the label. What follows in the item is joined to it as a passage on the same event.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dateline.assemble import Resolved
from dateline.codebooks.codebook import Codebook
from dateline.fixed import replace
from dateline.records.article import Sentence
from dateline.records.draft import Draft
from dateline.records.event import REAL
from dateline.records.resolved import Place, When
from dateline.records.span import Piece
from dateline.split.items import Entry, entries

BY_LABEL = ", above it"
"""What is said of a place that a label or heading names."""
GRAINS = ("day", "month", "year")
"""Precisions of the dates of a chronicle."""
_EARLIER = re.compile(
    r"\b(?:after|since|following|before|despite|because|previous(?:ly)?|earlier|last|over|accused? of"
    r"|in (?:response|retaliation|revenge))\b",
    re.IGNORECASE,
)
"""Words before an act that may be of another time than what the item tells."""


def itemised(
    text: str,
    sentences: Sequence[Sentence],
    drafts: Sequence[Draft],
    found: Resolved,
    places: Sequence[Place],
    times: Sequence[When],
    codebook: Codebook,
) -> Resolved:
    """What the acts of an article are resolved to, with what the lists in it tell of them; `places` and `times` are all
    that the text names.
    """
    days = {t.piece.span: t for t in times if t.timex_type == "DATE" and t.precision in GRAINS and t.start is not None}
    known = {p.piece.span: p for p in places if p.name is not None}
    listed = entries(text, sorted(days), sorted(known), sentences)
    if not listed:
        return found
    whole, items = {s.index: s for s in sentences}, {}
    when, where = dict(found.times), dict(found.places)
    told = list(_told(drafts, listed))
    dated = {e.start for d, e in told if d.trigger in when and _own(when[d.trigger].piece, e)}
    placed = {e.start for d, e in told if _placed([p for p in where.get(d.trigger, ()) if _own(p.piece, e)])}
    for draft, entry in told:
        items[draft.trigger] = entry.item
        opens = _opens(whole[draft.sentence], entry, sentences)
        deed = codebook.quad(draft.type).startswith("material")
        if draft.status not in REAL or not (opens or deed):
            continue
        began = max(entry.told, whole[draft.sentence].start)
        if _EARLIER.search(text, began, draft.trigger.start):
            continue
        if entry.day is not None and draft.trigger not in when and (opens or entry.start not in dated):
            when[draft.trigger] = days[entry.day]
        own = where.get(draft.trigger, ())
        if entry.place is not None and not _placed(own) and (opens or entry.start not in placed):
            label = known[entry.place]
            where[draft.trigger] = (*own, replace(label, basis=f"{label.basis}{BY_LABEL}"))
    return replace(found, times=when, places=where, items=items)


def _told(drafts: Sequence[Draft], listed: Sequence[Entry]) -> Iterator[tuple[Draft, Entry]]:
    """The acts that a paragraph of a list tells, with it."""
    starts = [entry.start for entry in listed]
    for draft in drafts:
        at = bisect_right(starts, draft.trigger.start) - 1
        if at >= 0 and draft.trigger.end <= listed[at].end:
            yield draft, listed[at]


def _opens(sentence: Sentence, entry: Entry, sentences: Sequence[Sentence]) -> bool:
    """True for the first sentence of a paragraph, behind its label."""
    first = next(s for s in sentences if s.end > entry.told)
    return sentence.index == first.index


def _placed(told: Sequence[Place]) -> bool:
    """True where an act has a place on the map."""
    return any(place.lat is not None for place in told)


def _own(words: Piece, entry: Entry) -> bool:
    """True for words behind the label."""
    return words.span.start >= entry.told
