"""Places far from all that an article is about: small ones, and names that only look like theirs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from dateline.resolve.where.context import Context, lies_in
from dateline.resolve.where.entry import ADMIN1, ADMIN2, CITY, COUNTRY, Candidate, Entry
from dateline.resolve.where.offset import POINTS
from dateline.resolve.where.rank import Group
from dateline.resolve.where.reading import Reading, prominence
from dateline.resolve.where.spot import Spot

_SMALL = frozenset(("tiny", "small", "middling"))
_ALTERNATE = 1
_TOWNS_AND_UNITS = frozenset((CITY, ADMIN1, ADMIN2))
_OTHERS = 2  # other places that have to agree on one country
_AGREEING = 3  # places of one country, more than half of all, where an article also tells of other countries
_PART_OF = re.compile(
    r"\s+(?:(?:neighbou?rhood|district|quarter)\s+(?:in|of)|in)\s+(?:the\s+city\s+of\s+)?", re.IGNORECASE
)
"""What stands between a part of a town and the town: "the Old City in Damascus"."""
_FAR = 200.0  # km from what a place is told to be beside
BESIDE = re.compile(
    rf"\s*,?\s+(?:which\s+(?:is|lies)\s+|located\s+|just\s+)*(?:(?:{POINTS})(?:ern)?\s+of|near|outside)\s+"
    r"(?:the\s+)?(?:(?:city|town|village|capital)\s+(?:of\s+)?)?",
    re.IGNORECASE,
)
"""What stands between a place and the one it is told to be beside: "Bureij, northeast of Aleppo"."""


def strangers(
    reading: Reading,
    spots: Sequence[Spot],
    groups: Sequence[Group],
    chosen: Mapping[str, Candidate],
    context: Context,
    home: str | None,
) -> frozenset[str]:
    """Names of the groups whose chosen place is one where the article has no business: a small town, or a place of
    another spelling.

    Rule: all other places of the article, or most of several, lie in one other country, and it neither names that of
    the town, or another place in it, nor says that the town lies there (nor is it that of the publisher, `home`), where
    two are most if the other country has a place that is only spelled in another way; or the words put the town beside
    a place, or into a town, that is far from it.
    """
    entries = {group.name: chosen[group.name].entry for group in groups}
    out = set()
    for group in groups:
        entry = entries[group.name]
        small = entry.kind == CITY and prominence(group.candidates) in _SMALL
        alike = chosen[group.name].how == _ALTERNATE and entry.kind in _TOWNS_AND_UNITS and not entry.seat
        if not small and not alike:
            continue
        others = [other for name, other in entries.items() if name != group.name and other.country]
        held = any(holder.country == entry.country for n in group.numbers for holder in context.holders.get(n, ()))
        misplaced = small and any(_misplaced(reading, spots, number, entries) for number in group.numbers)
        misplaced = misplaced or (small and _in_another_unit(group, entry, entries, spots, context))
        away = entry.country != home and not held
        if away and not misplaced:
            misplaced = _elsewhere(entry, others, context) or (
                small and _respelled(reading, entry, group.name, others, context)
            )
        if misplaced:
            out.add(group.name)
    return frozenset(out)


def _elsewhere(entry: Entry, others: Sequence[Entry], context: Context) -> bool:
    told = {other.country for other in others} | set(context.countries)
    if entry.country in told or len(others) < _OTHERS:
        return False
    return len(told) == 1 or _main_country(others)[1] >= _AGREEING


def _respelled(reading: Reading, entry: Entry, name: str, others: Sequence[Entry], context: Context) -> bool:
    """True for the Arbin of France where an article on Syria, in which an Irbin lies, does not name France."""
    main, number = _main_country(others)
    if number < _OTHERS or any(entry.country == other.country for other in others if other.kind != COUNTRY):
        return False
    return entry.country not in context.countries and bool(reading.gazetteer.akin(name, main))


def _main_country(others: Sequence[Entry]) -> tuple[str, int]:
    """The country in which more than half of the places lie, and how many do; none of them ("", 0) without one."""
    ground = Counter(other.country for other in others if other.country and other.kind != COUNTRY)
    main, number = max(ground.items(), key=lambda x: x[1], default=("", 0))
    return (main, number) if 2 * number > ground.total() else ("", 0)


def _in_another_unit(
    group: Group, entry: Entry, entries: Mapping[str, Entry], spots: Sequence[Spot], context: Context
) -> bool:
    """True where the words put the town into a first-level unit of its country ("X in Y region") that lacks it."""
    told = [holder for number in group.numbers for holder in context.holders.get(number, ()) if holder.kind == ADMIN1]
    units = [holder for holder in told if any(holder.key == other.key for other in entries.values())]
    return bool(units) and all(h.country == entry.country and not lies_in(entry, h) for h in units)


def _misplaced(reading: Reading, spots: Sequence[Spot], number: int, entries: Mapping[str, Entry]) -> bool:
    """True where the place that a mention is told to be beside or inside is far away."""
    if number + 1 >= len(spots):
        return False
    spot, anchor = spots[number], spots[number + 1]
    beside = entries[anchor.name]
    part = spot.forced and beside.kind == CITY and _PART_OF.fullmatch(reading.text, spot.span.end, anchor.span.start)
    if not part and BESIDE.fullmatch(reading.text, spot.span.end, anchor.span.start) is None:
        return False
    apart = entries[spot.name].distance(beside)
    return beside.kind != COUNTRY and apart is not None and apart > _FAR
