"""Voices that one mention names together: "a medic and two witnesses" are two."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from dateline.records.annotation import Mention
from dateline.records.span import Span

_AND = re.compile(r",?\s+and\s+")
_ANEW = re.compile(r"(?:an?|another)\s")
"""How words begin that name somebody else, whatever stands before."""
_BY_ITSELF = re.compile(r"(?:the|other|Mr|Mrs|Ms|Dr)\b")
"""How they begin where what is before does not lean on them."""
_THE = re.compile(r"(?:the|an?)\s+")
_WITHIN = re.compile(r"\s(?:of|for|in|from|at|on|with|by|to|between|against|near)\s")
"""Words behind which "and" may join what only describes the first ("the minister for roads and ports")."""
_PEOPLE = re.compile(
    r"(?:\A|[\s-])(?:(?:official|officer|source|witness|resident|activist|analyst|expert|diplomat|lawyer|prosecutor"
    r"|commander|fighter|doctor|medic|critic|observer|minister|leader|lawmaker|monitor|patient|survivor|relative|protester"
    r"|politician|investigator|soldier|rebel|friend|colleague|aide|veteran|journalist|reporter|teacher|student|villager"
    r"|spokesman|spokeswoman|spokesperson)(?P<many>e?s)?"
    r"|(?P<more>spokespeople|spokesmen|observatory|authorities|civilians|citizens|groups|agencies|outlets))\Z"
)
"""Who may speak, as a noun that does not lean on one behind it ("police and army officials" share theirs)."""
_MANY = re.compile(r"[a-z]s\Z")
_OFFICES = frozenset({"President", "Chairman", "Chairwoman", "Director", "Secretary", "Minister", "Founder", "CEO"})


def last_words(text: str, mentions: Sequence[Mention]) -> frozenset[str]:
    """The last words of the parties and speakers of an article that one mention names alone."""
    told = {m.span.of(text) for m in mentions if m.kind in ("part", "source")}
    return frozenset(words[-1] for one in told if (words := one.split()) and "and" not in words)


def each_of(text: str, source: Span, names: Collection[str]) -> tuple[Span, ...]:
    """The voices that a mention names, one or two; `names` are the last words of the article's parties.

    Two where the second begins anew ("and a witness"), where the first ends on people, and where both end on names that
    are told of elsewhere; "Turkish and Greek officials", "the Ministry of Justice and Order" are one.
    """
    found = list(_AND.finditer(text, source.start, source.end))
    if len(found) != 1:
        return (source,)
    end, start = found[0].span()
    first, second = text[source.start : end], text[start : source.end]
    if not first or not second:
        return (source,)
    if _ANEW.match(second) is None and (_WITHIN.search(first) or not _apart(first, second, names)):
        return (source,)
    article = _THE.match(second)
    return Span(source.start, end), Span(start + (article.end() if article else 0), source.end)


def _apart(first: str, second: str, names: Collection[str]) -> bool:
    """True where the first is somebody by itself; an "analyst and writer" is one."""
    people = _PEOPLE.search(first)
    if people and (people["many"] or people["more"] or _MANY.search(second)):
        return True
    lasts = first.split()[-1], second.split()[-1]
    named = all(last[0].isupper() and last in names for last in lasts) and lasts[0] not in _OFFICES
    return named or _BY_ITSELF.match(second) is not None
