"""Offices that private bodies have as well as states: "hospital director", "a company spokesman", "head of a union"."""

from __future__ import annotations

from dateline.resolve.who.actor_list import ActorList, Head
from dateline.resolve.who.english import POSSESSIVE_GAPS
from dateline.resolve.who.names.phrases import last_of, noun_ending
from dateline.resolve.who.names.scan import Found
from dateline.resolve.who.words import Words
from dateline.resolve.word_lists import word_set

IN_PICTURES = frozenset(("COP", "MIL", "JUD"))
"""First sectors of those whose pictures agencies take, and who never work for one."""
OFFICIAL = frozenset(("GOV", "LEG", "MIL", "COP", "SPY", "JUD"))
"""Sectors of those who hold an office of a state."""
PRIVATE = frozenset(("BUS", "SOC", "EDU", "LAB", "MED", "REL", "JRN"))
"""Sectors of bodies that are no part of a state."""
ANY_BODY = word_set("group movement organization organisation network operator carrier channel website")
"""Nouns for bodies that may be of any sector."""
_OFFICES = word_set(
    "director head chief president chairman chairwoman chair spokesman spokeswoman spokesperson founder leader "
    "official representative manager secretary secretary-general executive boss administrator chancellor deputy"
)
_OF_PARTIES = frozenset(("party", "political party"))
_SECRETARIES = frozenset(("secretary general", "secretary-general", "general secretary"))
_RANKS = word_set(
    "deputy senior former acting interim executive chief general medical managing top local regional vice"
)
"""Words that may stand between a body and the office."""
_ENDS = word_set("and or who which that in at to for with from by on as said told says was is were are has had of")
"""Words that end the name or noun of a body."""
_LONGEST = 4
_BEHIND = 8
"""How many words behind "of" may name the body."""


def is_of_any_body(noun: Head) -> bool:
    """True for offices that private bodies have as well as states."""
    return noun.sort == "office" and (last_of(noun) in _OFFICES or noun.noun in _SECRETARIES)


def body_sectors(
    words: Words, found: Found, actors: ActorList, noun: Head, begin: int, head: int, stop: int
) -> tuple[str, ...]:
    """The sector of the private body to which the words around an office (`head` to before `stop`) give it.

    `begin` is where its phrase begins; () where they tell no such body, or one that a list has.
    """
    if not is_of_any_body(noun):
        return ()
    return _before(words, found, actors, begin, head) or _behind(words, found, actors, stop)


def private_sector(noun: Head | None) -> tuple[str, ...]:
    """The sector of a noun for a private body ("hospital"), () of any other."""
    private = (
        noun is not None
        and noun.sort in ("group", "thing")
        and (noun.sectors[0] in PRIVATE or noun.noun in _OF_PARTIES)
    )
    return noun.sectors[:1] if noun is not None and private and noun.noun not in ANY_BODY else ()


def _before(words: Words, found: Found, actors: ActorList, begin: int, head: int) -> tuple[str, ...]:
    """The sector of the body right before the office: "the bank's chief", "Mercy Hospital director".

    A title in capitals behind a plain noun is of no such body ("told the newspaper President X").
    """
    end = head
    while end > begin and words.low[end - 1] in _RANKS and words.gap(end) == " ":
        end -= 1
    owns = words.gap(end) in POSSESSIVE_GAPS
    beside = end > begin and words.gap(end) == " " and (words.capital(end - 1) or not words.capital(head))
    if end < 1 or not (owns or beside) or end - 1 in found.covering:
        return ()
    return private_sector(noun_ending(words, max(0, end - _LONGEST), end, actors)[1])


def _behind(words: Words, found: Found, actors: ActorList, stop: int) -> tuple[str, ...]:
    """The sector of the body behind "of" ("president of the Maize Growers Association"), or of a name behind "at"."""
    if stop >= len(words) or words.low[stop] not in ("of", "at") or words.gap(stop) != " ":
        return ()
    told: Head | None = None
    first = stop + 1 + (words.low[stop + 1 : stop + 2] == ("the",))
    named = first < len(words) and words.capital(first)
    if words.low[stop] == "at" and not named:
        return ()
    for index in range(first, min(stop + 1 + _BEHIND, len(words))):
        if index > first and words.gap(index) not in (" ", "-", " & ", *POSSESSIVE_GAPS):
            break
        if words.low[index] in ("both", "parties"):
            return ()
        if words.low[index] in _ENDS or (told is not None and words.capital(index) != named):
            break
        noun = noun_ending(words, max(first, index - 3), index + 1, actors)[1] if index not in found.covering else None
        has = words.gap(index) in POSSESSIVE_GAPS and bool(private_sector(told))
        if told is not None and not named and (noun is None or has):
            break
        told = noun or told
    if told is not None and named and told.noun in ANY_BODY:
        return told.sectors[:1] if told.sectors[0] in PRIVATE else ()
    return private_sector(told)
