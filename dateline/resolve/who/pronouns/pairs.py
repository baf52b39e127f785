"""Parties that an "and" joins, and the mentions that mean them together: "they", "each other", "the pair"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records.span import Span
from dateline.resolve.who.scene.parties import Party
from dateline.resolve.who.scene.scene import EARLIER, Scene

_AND = (" and ", " and the ", ", and ", ", and the ", " & ")
_COMMA = (", ", ", the ")
_SORTS = {"person": "person", "office": "person", "state": "body", "group": "body", "force": "body", "country": "body"}
"""Sorts of parties that one list may hold together."""
_WHERE = frozenset(("in", "of", "from", "to", "across", "near", "around", "into", "through", "over", "via", "inside"))
"""Words behind which a list tells places, or what others do with it."""
_MUTUAL = (("each", "other"), ("one", "another"))
_LIST = 6
"""How many parties a list has at most."""


def joined(scene: Scene, party: Party) -> tuple[Party, ...]:
    """The parties of the list with an "and" that `party` is one of ("Mali, Chad and Niger"), itself too; else ().

    All are of one sort, with names of their own and countries, and do not stand behind "in" or "from".
    """
    near = _in_line(scene, party)
    at = next((i for i, one in enumerate(near) if one is party or _same(one, party)), None)
    if at is None:
        return ()
    first, last = at, at
    links: list[str] = []
    while first > 0 and at - first < _LIST and (gap := _link(scene, near[first - 1], near[first])):
        links.append(gap)
        first -= 1
    while last + 1 < len(near) and last - at < _LIST and (gap := _link(scene, near[last], near[last + 1])):
        links.append(gap)
        last += 1
    found = tuple(near[first : last + 1])
    whole = any(gap in _AND for gap in links) and not placed(scene, found[0]) and not _owns(scene, found[-1])
    return found if whole and len({one.name or one.country for one in found}) == len(found) else ()


def several(span: Span, members: Sequence[Party], basis: str) -> Party:
    """One party of all `members`, with their country where it is the same."""
    shared = tuple(s for s in members[0].sectors if all(s in one.sectors for one in members))
    names = "; ".join(one.name for one in members if one.name)
    country = members[0].country if len({one.country for one in members}) == 1 else None
    return Party(
        span, "joint", country, shared or members[0].sectors, names, basis=basis, plural=True, weak=True,
        members=tuple(members),
    )  # fmt: skip


def both_before(scene: Scene, span: Span, count: int = 2) -> Party | None:
    """The last `count` parties that an "and" joins before "both", "both of them", "the pair" or "the three"."""
    for _, party in scene.parties.before(span.start, 2):
        if party.sort == "joint" and party.name and len(party.members) == count:
            return party.said_by(span, EARLIER)
        found = joined(scene, party) if party.country else ()
        if len(found) == count and found[-1].span.end <= span.start:
            return several(span, found, EARLIER)
    return None


def all_of_them(scene: Scene, span: Span, inside: range) -> Party | None:
    """The parties of a list that "both of them", "the two", "the pair" or "the trio" stands for."""
    words, first = scene.words, inside.start
    said = words.low[first : inside.stop]
    if said == ("both", "of", "them"):
        return both_before(scene, span)
    if said[:1] == ("the",):
        said = said[1:]
    elif first == 0 or words.low[first - 1] != "the" or words.gap(first) != " ":
        return None
    count = _NUMBERS.get(said[0], 0) if len(said) == 1 else 0
    goes_on = words.low[inside.stop : inside.stop + 1] == ("of",)
    return (both_before(scene, span, count) or _people_before(scene, span, count)) if count and not goes_on else None


def _people_before(scene: Scene, span: Span, count: int) -> Party | None:
    """The people named in the sentence around or before, where they are as many ("X met Y. The two agreed")."""
    met = [one for _, one in scene.parties.before(span.start, 1) if one.sort == "person" and one.name and one.country]
    named = {one.name: one for one in met}
    return several(span, list(reversed(named.values())), EARLIER) if len(named) == count else None


_NUMBERS = {"two": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3}


def people_ahead(scene: Scene, position: int) -> tuple[Party, ...]:
    """The people of the list that begins the sentence around or before `position`; () where many stand in between."""
    for back in (0, 1):
        met = [party for number, party in scene.parties.before(position, back) if number == back]
        if any(party.plural or party.sort in ("group", "force", "crowd") for party in met):
            return ()
        people = [party for party in met if party.sort == "person" and party.country]
        if people:
            found = joined(scene, people[-1])
            return found if found and found[-1].span.end <= position else ()
    return ()


def each_other(scene: Scene, span: Span, inside: range) -> Party | None:
    """Those who do something to "each other": the parties before it in its sentence that an "and" or a word joins."""
    low, last = scene.words.low, inside.stop
    if low[last - 2 : last] not in _MUTUAL or inside.start < last - 2:
        return None
    for _, party in scene.parties.before(span.start, 0):
        if party.members or party.plural:
            return party.said_by(span, EARLIER)
        found = joined(scene, party) if party.country else ()
        if found:
            return several(span, found, EARLIER)
    return None


def _in_line(scene: Scene, party: Party) -> list[Party]:
    """The parties with a name and a country in the line of `party`, the widest where several stand for one name."""
    text = scene.words.text
    start = text.rfind("\n", 0, party.span.start) + 1
    stop = text.find("\n", party.span.end)
    found: list[Party] = []
    for one in scene.parties.between(start, stop if stop >= 0 else len(text)):
        if not one.country or one.members or not (one.name or one.sort == "person"):
            continue
        if found and one.span.start < found[-1].span.end:
            if one.span.end > found[-1].span.end:
                found[-1] = one
            continue
        found.append(one)
    return found


def _same(one: Party, other: Party) -> bool:
    """True where the words of one hold those of the other of that name."""
    return one.name == other.name and (one.span.holds(other.span) or other.span.holds(one.span))


def _link(scene: Scene, one: Party, two: Party) -> str:
    """What joins two parties that stand one behind the other in a list, "" where nothing does."""
    gap = scene.words.text[one.span.end : _begin(scene, two)]
    alike = _SORTS.get(one.sort, "") == _SORTS.get(two.sort, "-")
    return gap if alike and gap in (*_AND, *_COMMA) else ""


def _begin(scene: Scene, party: Party) -> int:
    """Where a party begins, with the title before a name."""
    inside = scene.words.within(party.span.start, party.span.end)
    sighting = scene.people.covering.get(inside.stop - 1) if len(inside) else None
    return min(party.span.start, scene.words.start[sighting.title]) if sighting is not None else party.span.start


def placed(scene: Scene, party: Party) -> bool:
    """True where a name stands behind "in" or "from": as a place rather than as a party."""
    words = scene.words
    index = words.within(_begin(scene, party), party.span.end).start
    index -= index > 0 and words.low[index - 1] == "the"
    return index > 0 and words.low[index - 1] in _WHERE and party.sort != "person"


def _owns(scene: Scene, party: Party) -> bool:
    return scene.words.text[party.span.end : party.span.end + 2] in ("'s", "’s")
