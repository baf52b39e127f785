"""Mentions that stand for the other side or for several parties at once: "his Malian counterpart", "both countries"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dateline.records.span import Span
from dateline.resolve.who.actor_list import PEOPLE, Head
from dateline.resolve.who.binding import object_of
from dateline.resolve.who.english import JOINT, JOINT_PEOPLE, NUMBERS, SHORT_STATES, THE_STATE
from dateline.resolve.who.pairs import all_of_them, each_other, joined, placed, several
from dateline.resolve.who.parties import Party
from dateline.resolve.who.phrases import Phrase, last_of, noun_ending
from dateline.resolve.who.scan import PSEUDO, Hit
from dateline.resolve.who.scene import EARLIER, Scene
from dateline.resolve.who.setting import of_talks
from dateline.resolve.word_lists import word_set

_REACH = 6
_NOUN = 3
"""Words behind two adjectives among which their noun ends."""
_SEVERAL = frozenset(("office", "force", "crowd", "person", "group", "state", "country"))
_STRIFE = frozenset(
    ("conflict", "war", "dispute", "fighting", "fight", "standoff", "row", "struggle", "feud", "crisis")
)
"""What two parties are sides of; both sides of the House are none named before."""
_BETWEEN = frozenset(("and", "the", "both", "as", "well"))
"""What may stand between the names of one mention."""
_NO_SIDES = frozenset(("media", "company", "ngo"))
"""Kinds of listed bodies that tell of a conflict and are no side of it."""
_DEFINITE = frozenset(("the", "both", "these", "those", "all", "their"))
"""Words without which "two men" are none named before."""
_OF_STATES = frozenset(("power", "government", "capital"))
"""Nouns besides those for countries that stand for states alone."""
_ORGANS = (("MIL",), ("SPY",), ("COP",), ("JUD",))
"""First sectors of bodies that states and alliances have, and that are no side by themselves."""
_LARGE = frozenset(("dozen", "dozens", "hundred", "thousand", "million"))
_SOON = 2
"""How many sentences back states must have been named together to be meant by "the countries"."""
_THE = frozenset(("the", "these"))
_WHICH = tuple((word,) for word in ("of", "that", "which", "who", "whose", "where", "in", "with", "around", "from"))
"""Words behind "the countries" that tell which."""
_FIGHTERS = (("REB",), ("PRM",))
"""First sectors of groups that fight an army."""
_AT_WAR = 12
"""Sentences back in which a group and an army are named that are called "both sides"."""
_SIDES = frozenset(("side", "party"))
"""What "all" before it makes several parties at once ("all sides")."""


def counterpart(scene: Scene, span: Span, phrase: Phrase) -> Party:
    """The holder of the same office in another country ("his Malian counterpart")."""
    several = phrase.plural and len({scene.country_of(hit) for hit in phrase.inside}) > 1
    country = scene.country_of(phrase.inside[-1]) if phrase.inside and not several else None
    known = scene.parties.antecedent(
        span.start, lambda p: p.sort == "person" and p.gender != "" and (country is None or p.country != country), 2
    ) or scene.parties.antecedent(span.start, lambda p: p.sort == "person", 2)
    sectors = tuple(s for s in known.sectors if s != "ELI") if known is not None else ()
    offices = known.offices if known is not None else frozenset()
    if country is not None and not phrase.plural:
        for sighting in scene.people.sightings:
            person = sighting.person
            if person.country == country and (not offices or offices & person.offices):
                party = scene.person(span, person)
                party.basis = "counterpart"
                return party
    return Party(
        span, "person", country, sectors or ("GOV",), basis="counterpart", plural=phrase.plural, offices=offices
    )  # fmt: skip


def joint(scene: Scene, span: Span, phrase: Phrase, noun: Head) -> Party | None:
    """Several parties named before, as one party without a country; None where the phrase is no such mention.

    The name joins theirs by "; " where as many were found as the number says.
    """
    low = scene.words.low
    cut = phrase.first - (phrase.first > 0 and low[phrase.first - 1] == "both" and scene.words.gap(phrase.first) == " ")
    count = next((n for i in range(cut, phrase.head + 1) if (n := NUMBERS.get(low[i], 0))), 0)
    ending = last_of(noun)
    every = ending in _SIDES and low[phrase.head - 1] == "all"
    if not phrase.plural or not (count or every) or ending not in JOINT or phrase.inside:
        return None
    if "other" in low[phrase.first : phrase.head] or phrase.former or _of_a_house(scene, phrase, ending):
        return None
    if ending in JOINT_PEOPLE and _DEFINITE.isdisjoint(low[max(0, phrase.first - 1) : phrase.head]):
        return None
    if ending == "side" and low[phrase.last : phrase.last + 1] == ("of",):
        behind = low[phrase.last + 1 : phrase.last + 4]
        if _STRIFE.isdisjoint(behind):
            return None
    sorts = ("person",) if ending in JOINT_PEOPLE else ("state", "group")
    only_states = ending in THE_STATE or ending in _OF_STATES
    members = _pair(scene, span) if count == 2 and ending in THE_STATE else []
    members = members or _named_before(scene, span, count, sorts, only_states=only_states, armies=ending == "army")
    if ending in _SIDES and count == 2 and not _in_one_sentence(scene, members):
        members = _at_war(scene, span) or members
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


def _of_a_house(scene: Scene, phrase: Phrase, ending: str) -> bool:
    """True for the parties of a parliament: "members of both parties", "lawmakers on both sides of the aisle"."""
    words, link = scene.words, phrase.first - 1
    while link > 0 and words.low[link] in ("both", "the", "two"):
        link -= 1
    if ending not in _SIDES or link < 1 or words.low[link] not in ("of", "from", "in", "on"):
        return False
    return words.low[link - 1] in _LAWMAKERS and words.gap(link) == " "


_LAWMAKERS = word_set(
    "lawmakers senators legislators congressmen politicians representatives members republicans democrats mps hawks "
    "moderates"
)
"""Those who belong to a party, and to no side of a war."""


def together(scene: Scene, span: Span, inside: range) -> Party | None:
    """The parties of a mention that names several, or means two named before ("both of them"); else None."""
    them = all_of_them(scene, span, inside) or each_other(scene, span, inside)
    return them or halves(scene, span, inside) or paired(scene, span, inside) or listed_together(scene, span, inside)


def halves(scene: Scene, span: Span, inside: range) -> Party | None:
    """The states that "the two Koreas" and "both Koreas" stand for."""
    words = scene.words
    states = _HALVES.get(words.low[inside.stop - 1])
    if states is None or not {"two", "both"} & set(words.low[max(0, inside.start - 1) : inside.stop]):
        return None
    members = tuple(scene.state(span, country, ("GOV",), "country word") for country in states)
    names = "; ".join(member.name for member in members if member.name)
    return Party(span, "joint", None, ("GOV",), names, basis="country word", plural=True, members=members)


_HALVES = {"koreas": ("PRK", "KOR"), "sudans": ("SDN", "SSD"), "congos": ("COD", "COG")}
"""Plurals that name two states."""


def listed_together(scene: Scene, span: Span, inside: range) -> Party | None:
    """Several names of states and bodies in one mention ("Mali and Burkina Faso"), each a member by itself."""
    words, covering = scene.words, scene.found.covering
    hits: list[Hit] = []
    for index in range(inside.start, inside.stop):
        hit = covering.get(index)
        if hit is None or hit.first < inside.start or hit.last > inside.stop:
            if hit is not None or words.low[index] not in _BETWEEN:
                return None
        elif not hits or hits[-1] is not hit:
            hits.append(hit)
    named = [hit for hit in hits if hit.name.sort in ("country", "capital") or _is_body(hit)]
    ands = [i for i in range(inside.start, inside.stop) if words.low[i] == "and" and covering.get(i) is None]
    if len(named) < 2 or len(named) != len(hits) or not ands:
        return None
    members = tuple(scene.listed(scene.span(hit.first, hit.last), hit) for hit in hits)
    sectors = tuple(s for s in members[0].sectors if all(s in member.sectors for member in members))
    names = "; ".join(member.name for member in members if member.name)
    return Party(span, "joint", None, sectors or ("GOV",), names, basis="country word", plural=True, members=members)


def the_states(scene: Scene, span: Span, phrase: Phrase, noun: Head) -> Party | None:
    """The states that a mention shortly before named together ("the countries", "the former French colonies").

    None without such a mention, without "the", and where words beside the noun tell which countries are meant.
    """
    low, ending = scene.words.low, last_of(noun)
    colonies = ending == "colony" and phrase.former
    if not phrase.plural or not (colonies or ending in THE_STATE) or low[phrase.last : phrase.last + 1] in _WHICH:
        return None
    first = phrase.inside[0].first if colonies and phrase.inside else phrase.head
    while first and low[first - 1] == "former":
        first -= 1
    if first == 0 or low[first - 1] not in _THE or len(phrase.inside) > colonies:
        return None
    for _, party in scene.parties.before(span.start, _SOON):
        states = party.members or joined(scene, party)
        if states and all(one.sort == "state" and one.country for one in states):
            return several(span, states, EARLIER)
    return None


def theirs(scene: Scene, span: Span, phrase: Phrase, noun: Head) -> Party | None:
    """What each of several states named before it in the sentence has ("Mali and Chad … their governments"); else None.

    Only what every state has one of; the last party with several members, or the last that an "and" joins, owns it.
    """
    low, ending = scene.words.low, last_of(noun)
    if not phrase.plural or phrase.inside or ending not in _EACH_HAS or noun.sort not in _SEVERAL:
        return None
    if "their" not in low[max(0, phrase.first - 1) : phrase.head]:
        return None
    for _, party in scene.parties.before(span.start, 0):
        owners = party.members or joined(scene, party)
        if owners and all(one.country and one.country not in PSEUDO for one in owners):
            each = {one.country: Party(span, noun.sort, one.country, phrase.sectors or noun.sectors) for one in owners}
            return several(span, tuple(each.values()), EARLIER) if len(each) > 1 else None
        if party.plural and (ending not in _STATES_HAVE or party.sectors[:1] == ("GOV",)):
            return None
    return None


_STATES_HAVE = frozenset(("government", "parliament", "president", "army", "navy"))
"""Those of them that only states have, and no crowd or group."""
_EACH_HAS = frozenset(
    ("government", "army", "parliament", "president", "leader", "military", "minister", "force", "navy")
)
"""Nouns for what every state has."""


def _is_body(hit: Hit) -> bool:
    return hit.entry is not None and hit.entry.kind not in PEOPLE


def paired(scene: Scene, span: Span, inside: range) -> Party | None:
    """One or both parties of two adjectives before one noun: no country for "Israeli and Palestinian officials".

    "The Peruvian/Chilean navy" is of both as well.

    "Indian" alone of "Indian and Pakistani journalists" has the country and the sectors of the noun.
    """
    words, found = scene.words, scene.found
    one = found.at.get(inside.start) or found.at.get(inside.start + 1)
    if one is None or one.last + 1 >= len(words) or not _adjective(scene, one):
        return None
    if words.low[one.last] != "and" and words.gap(one.last).strip() != "/":
        return None
    two = found.at.get(one.last + (words.low[one.last] == "and"))
    if two is None or not _adjective(scene, two) or scene.country_of(one) == scene.country_of(two):
        return None
    alone, stop = inside.stop == one.last, two.last
    while stop < len(words) and stop - two.last < _NOUN and words.gap(stop) == " ":
        stop += 1
        noun = noun_ending(words, two.last, stop, scene.actors)[1]
        if noun is not None and noun.sort in _SEVERAL and (alone or inside.stop == stop):
            country, basis = (scene.country_of(one), "country word") if alone else (None, "head noun")
            sort = noun.sort if alone else "joint"
            each = () if alone else tuple(_of_one(scene, span, hit, noun) for hit in (one, two))
            return Party(
                span, sort, country, noun.sectors, basis=basis, plural=True, weak=not alone, noun=noun.noun,
                members=each,
            )  # fmt: skip
    return None


def _of_one(scene: Scene, span: Span, hit: Hit, noun: Head) -> Party:
    """One of the parties of two adjectives before one noun."""
    return Party(span, noun.sort, scene.country_of(hit), noun.sectors, basis="country word", plural=True)


def _adjective(scene: Scene, hit: Hit) -> bool:
    told = hit.name.sort == "adjective" or scene.words.raw[hit.first] in SHORT_STATES
    return told and scene.belongs(hit)


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
