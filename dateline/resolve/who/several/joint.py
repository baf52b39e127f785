"""Several parties named before, as one: "both countries", "the two sides", "all parties"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dateline.records.span import Span
from dateline.resolve.who.actor_list import Head
from dateline.resolve.who.english import JOINT, JOINT_PEOPLE, NUMBERS, THE_STATE
from dateline.resolve.who.names.phrases import Phrase, last_of
from dateline.resolve.who.pronouns.binding import object_of
from dateline.resolve.who.pronouns.pairs import joined, placed
from dateline.resolve.who.scene.country_marks import of_talks
from dateline.resolve.who.scene.parties import Party
from dateline.resolve.who.scene.scene import EARLIER, Scene
from dateline.resolve.word_lists import word_set

_REACH = 6
"""Sentences back in which they are named."""
_STRIFE = frozenset(
    ("conflict", "war", "dispute", "fighting", "fight", "standoff", "row", "struggle", "feud", "crisis")
)
"""What two parties are sides of; both sides of the House are none named before."""
_NO_SIDES = frozenset(("media", "company", "ngo"))
"""Kinds of listed bodies that tell of a conflict and are no side of it."""
_DEFINITE = frozenset(("the", "both", "these", "those", "all", "their"))
"""Words without which "two men" are none named before."""
_OF_STATES = frozenset(("power", "government", "capital"))
"""Nouns besides those for countries that stand for states alone."""
_ORGANS = (("MIL",), ("SPY",), ("COP",), ("JUD",))
"""First sectors of bodies that states and alliances have, and that are no side by themselves."""
_LARGE = frozenset(("dozen", "dozens", "hundred", "thousand", "million"))
"""Words that make a number before them larger: "two dozen men" are no two."""
_FIGHTERS = (("REB",), ("PRM",))
"""First sectors of groups that fight an army."""
_AT_WAR = 12
"""Sentences back in which a group and an army are named that are called "both sides"."""
_SIDES = frozenset(("side", "party"))
"""What "all" before it makes several parties at once ("all sides")."""
_LAWMAKERS = word_set(
    "lawmakers senators legislators congressmen politicians representatives members republicans democrats mps hawks "
    "moderates"
)
"""Those who belong to a party, and to no side of a war."""


def joint(scene: Scene, span: Span, phrase: Phrase, noun: Head) -> Party | None:
    """Several parties named before, as one party without a country; None where the phrase is no such mention.

    The name joins theirs by "; " where as many were found as the number says.
    """
    low, ending = scene.words.low, last_of(noun)
    count = _number(scene, phrase)
    every = ending in _SIDES and low[phrase.head - 1] == "all"
    if not (count or every) or not _of_those_before(scene, phrase, ending):
        return None
    members = _meant(scene, span, ending, count)
    full = count > 0 and len(members) == count and _LARGE.isdisjoint(low[phrase.first : phrase.head])
    if ending == "man" and not full:
        return None
    sectors = noun.sectors if noun.sort != "group" else ("GOV",)
    if full and ending in JOINT_PEOPLE:
        shared = [s for s in members[0].sectors if s != "ELI" and all(s in member.sectors for member in members)]
        sectors = tuple(shared) or sectors
    names = tuple(member.name for member in reversed(members) if member.name)
    known = tuple(reversed(members)) if full and all(member.country for member in members) else ()
    return Party(
        span, "joint", None, sectors, "; ".join(names) if full else None, basis=EARLIER, plural=True, weak=True,
        noun=noun.noun, members=known,
    )  # fmt: skip


def _number(scene: Scene, phrase: Phrase) -> int:
    """How many the phrase says they are, 0 where it does not; "both" may stand right before it."""
    words = scene.words
    cut = phrase.first - (phrase.first > 0 and words.low[phrase.first - 1] == "both" and words.gap(phrase.first) == " ")
    return next((n for word in words.low[cut : phrase.head + 1] if (n := NUMBERS.get(word, 0))), 0)


def _of_those_before(scene: Scene, phrase: Phrase, ending: str) -> bool:
    """Whether the noun may stand for parties named before, and no word beside it tells of others."""
    low = scene.words.low
    if not phrase.plural or ending not in JOINT or phrase.inside or phrase.former:
        return False
    if "other" in low[phrase.first : phrase.head] or _of_a_house(scene, phrase, ending):
        return False
    if ending in JOINT_PEOPLE and _DEFINITE.isdisjoint(low[max(0, phrase.first - 1) : phrase.head]):
        return False
    of_something = ending == "side" and low[phrase.last : phrase.last + 1] == ("of",)
    return not (of_something and _STRIFE.isdisjoint(low[phrase.last + 1 : phrase.last + 4]))


def _meant(scene: Scene, span: Span, ending: str, count: int) -> list[Party]:
    """The parties that are meant, nearest first; they may be fewer than `count`."""
    sorts = ("person",) if ending in JOINT_PEOPLE else ("state", "group")
    only_states = ending in THE_STATE or ending in _OF_STATES
    members = _pair(scene, span) if count == 2 and ending in THE_STATE else []
    members = members or _named_before(scene, span, count, sorts, only_states=only_states, armies=ending == "army")
    if ending in _SIDES and count == 2 and not _in_one_sentence(scene, members):
        return _at_war(scene, span) or members
    return members


def _of_a_house(scene: Scene, phrase: Phrase, ending: str) -> bool:
    """True for the parties of a parliament: "members of both parties", "lawmakers on both sides of the aisle"."""
    words, link = scene.words, phrase.first - 1
    while link > 0 and words.low[link] in ("both", "the", "two"):
        link -= 1
    if ending not in _SIDES or link < 1 or words.low[link] not in ("of", "from", "in", "on"):
        return False
    return words.low[link - 1] in _LAWMAKERS and words.gap(link) == " "


def _in_one_sentence(scene: Scene, members: Sequence[Party]) -> bool:
    """Whether one sentence names all of them as parties, none of them as the place where something is."""
    back = {scene.parties.sentence(member) for member in members}
    return len(back) == 1 and not any(placed(scene, member) for member in members)


def _at_war(scene: Scene, span: Span) -> list[Party]:
    """An armed group and the army of its state, nearest first, where others call on "both sides"; else nothing."""
    doer = object_of(scene, scene.words.within(span.start, span.end).start)
    group, army = None, None
    for _, party in scene.parties.before(span.start, _AT_WAR if doer is not None else 0):
        if group is None and party.sort == "group" and party.name and party.sectors[:1] in _FIGHTERS:
            group = party
        elif army is None and party.sort in ("state", "force") and party.sectors[:1] == ("MIL",):
            army = party
    if group is None or army is None or army.country is None or army.country != group.country:
        return []
    return [scene.state(army.span, army.country, ("MIL",), army.basis), group]


def _named_before(
    scene: Scene, span: Span, count: int, sorts: tuple[str, ...], *, only_states: bool = False, armies: bool = False
) -> list[Party]:
    """The last `count` parties of those sorts named before, nearest first.

    Without those that do to them what the sentence tells ("the EU envoy urged both sides"), and without bodies that
    are only part of a side. `armies` are those of states named before by their soldiers, too.
    """
    members: list[Party] = []
    index = scene.words.within(span.start, span.end).start
    doer = object_of(scene, index)
    doers = {one.country for one in (doer, *(doer.members or joined(scene, doer)))} if doer is not None else set()
    for _, party in scene.parties.before(span.start, _REACH):
        if party.noun in _NO_SIDES or (only_states and party.id != party.country):
            continue
        if party.country in doers or _hosts(scene, party):
            continue
        if party.sort in ("group", "state") and party.id != party.country and party.sectors[:1] in _ORGANS:
            continue
        if armies and (party.sort == "force" or placed(scene, party)):
            party = _army(scene, party)
        if party.name and party.sort in sorts and all(_other(party, member) for member in members):
            members.append(party)
        if len(members) == count:
            break
    return members


def _other(one: Party, two: Party) -> bool:
    """True for parties that are not the same, as "the North" and North Korea are."""
    states = one.sort == two.sort == "state" and one.id == one.country and two.id == two.country
    return one.country != two.country if states else one.name != two.name


def _hosts(scene: Scene, party: Party) -> bool:
    """True for the place where others talk ("the talks in Oslo collapsed"), which is no side of theirs."""
    index = scene.words.within(party.span.start, party.span.end).start
    hit = scene.found.covering.get(index) if placed(scene, party) else None
    return hit is not None and of_talks(scene.words, hit)


def _pair(scene: Scene, span: Span) -> list[Party]:
    """The two states that an "and" joined last in the sentence before "the two countries", nearest first, or nothing.

    They may stand as places do: "the accession of Peru and Chile".
    """
    before = [p for _, p in scene.parties.before(span.start, 0) if p.sort == "state" and p.id == p.country and p.name]
    for two, one in pairwise(before):
        if one.country != two.country and scene.words.text[one.span.end : two.span.start] in (" and ", " and the "):
            return [two, one]
    return []


def _army(scene: Scene, party: Party) -> Party:
    """The state whose soldiers a party are; a nameless party for a place and for forces of none."""
    if party.sort != "force" or party.country is None or party.plural is False:
        return Party(party.span, "place")
    return scene.state(party.span, party.country, ("GOV",), party.basis)
