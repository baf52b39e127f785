"""Numbers of an incident that are not to be weighed like others: tolls that are told as risen, and parts of a toll."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.fixed import fixed
from dateline.merge.evidence.where import RADIUS, distance
from dateline.merge.versions import Told
from dateline.records.event import Event
from dateline.records.resolved import Count, Place, coarseness

PEOPLE = frozenset({"killed", "injured", "arrested", "abducted", "displaced"})
"""What a toll counts."""
_AT_LEAST = r"(?:(?:at\s+least|(?:more|fewer)\s+than|over|about|around|nearly|almost|as\s+many\s+as|some)\s+)?"
_REVISED = re.compile(
    r"(?:\b(?:ris(?:en|es|ing)|rose|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|gr(?:own|ew|ows)|soar(?:s|ed|ing)?|mount(?:s|ed|ing)"
    r"|increas(?:es|ed|ing))\b(?:\s+[\w’'-]+){0,2}?\s+to"
    r"|\b(?:revis(?:es|ed|ing)|rais(?:es|ed|ing)|updat(?:es|ed|ing)|lower(?:s|ed|ing)?)\b(?:\s+[\w’'-]+){0,6}?\s+to"
    rf"|\b(?:now|currently)\s+(?:stands\s+|stood\s+)?at|\bstands\s+at|\bis\s+now)\s+{_AT_LEAST}\Z",
    re.IGNORECASE,
)
"""Before a number that is newer than what was told: "has risen to", "was revised down to", "now stands at"."""
_FORMERLY = re.compile(r"(?:\s+[\w’'-]+){0,3},?\s+(?:up|down)\s+from\b", re.IGNORECASE)
"""Behind one: "34, up from 21"."""
_REACH = 80
"""Characters before and after a number in which this is told of it."""


@fixed()
class Tolls:
    """By what is counted, the passages whose number is told as revised, and those whose number is part of another."""

    revised: Mapping[str, frozenset[str]]
    parts: Mapping[str, frozenset[str]]

    @property
    def of_parts(self) -> frozenset[str]:
        """All passages that tell of a part only."""
        return frozenset().union(*self.parts.values())


NONE = Tolls({}, {})


def tolls(told: Sequence[Told]) -> Tolls:
    """What the passages of one incident say of each other's numbers."""
    counted = [(one, count) for one in told for count in one.event.counts if count.what in PEOPLE]
    return Tolls(
        _by_kind((count.what, one.passage) for one, count in counted if _is_revised(one.event, count)),
        _by_kind(_parts(counted)),
    )


def _by_kind(found: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for what, passage in found:
        out.setdefault(what, set()).add(passage)
    return {what: frozenset(some) for what, some in out.items()}


def _is_revised(event: Event, count: Count) -> bool:
    """True where the words beside the number say that it is newer than what was told."""
    text, start = event.evidence.text, count.piece.span.start - event.evidence.span.start
    end = start + len(count.piece.text)
    if start < 0 or text[start:end] != count.piece.text:
        return False
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    return _REVISED.search(before) is not None or _FORMERLY.match(after) is not None


def _parts(counted: Sequence[tuple[Told, Count]]) -> Iterator[tuple[str, str]]:
    """Numbers of a closer place beside which one report tells a larger one of the wider place around it.

    Who tells the same number of the same place alone tells of the part too.
    """
    known = {
        (small.what, small.min, small.max, _name(place))
        for one, small in counted
        for other, large in counted
        if one.article.id == other.article.id and small.what == large.what and _less(small, large)
        for place in _closer(one.event.where, other.event.where)
    }
    for one, count in counted:
        if any((count.what, count.min, count.max, _name(place)) in known for place in one.event.where):
            yield count.what, one.passage


def _less(small: Count, large: Count) -> bool:
    return small.max is not None and large.min is not None and small.max < large.min


def _closer(places: Sequence[Place], wide: Sequence[Place]) -> Iterator[Place]:
    """The places that lie in one of the wider ones, where none of these is as close."""
    for place in places:
        fine = coarseness(place.precision)
        if wide and all(coarseness(w.precision) > fine for w in wide) and any(_within(place, w) for w in wide):
            yield place


def _within(place: Place, wide: Place) -> bool:
    apart = distance(place, wide)
    return apart is not None and apart <= RADIUS.get(wide.precision or "", 0.0)


def _name(place: Place) -> object:
    return place.geonames_id or (place.name or place.piece.text).casefold()
