"""Which capitalised words of a text name people, so that "Jordan said" is not a country."""

from __future__ import annotations

from dateline.fixed import fixed
from dateline.resolve.where.gazetteer import Gazetteer
from dateline.resolve.where.tokens import Run, Token
from dateline.resolve.where.words import Words
from dateline.resolve.word_lists import word_set

_BEFORE_PLACES = word_set("san santa santo sao st new fort port lake mt los las el la le al cape")
_PARTICLES = frozenset(("al", "el", "bin", "ibn", "de", "van", "von", "ould"))
_SUFFIXES = ("jr", "sr", "ii", "iii", "iv")
_SURE = 200_000  # people: a place of two words or more and this size is no person


@fixed()
class People:
    """Words that are part of a person's name: by their number in the text, and the last names among them."""

    numbers: frozenset[int]
    surnames: frozenset[str]


def people_of(tokens: list[Token], runs: list[Run], gazetteer: Gazetteer, words: Words) -> People:
    """Names after a title ("President Jordan") or made of a given name and another ("Chad Smith")."""
    numbers: set[int] = set()
    surnames: set[str] = set()
    for run in runs:
        for first in range(run.first, run.last):
            last = _person_end(tokens, run, first, gazetteer, words)
            if last is not None:
                last = _behind_particle(tokens, last)
                numbers.update(range(first, last))
                surnames.add(tokens[last - 1].folded)
    return People(frozenset(numbers), frozenset(surnames))


def _behind_particle(tokens: list[Token], last: int) -> int:
    """The end of a name that ended before `last` and goes on behind a small "al" or "de" ("Ghazi al-Bab")."""
    while last + 1 < len(tokens) and tokens[last].folded in _PARTICLES and not tokens[last].capital:
        if not tokens[last + 1].capital or tokens[last].opens or tokens[last + 1].opens:
            break
        last += 2
    return last


def _person_end(tokens: list[Token], run: Run, first: int, gazetteer: Gazetteer, words: Words) -> int | None:
    """The end of a person's name that begins at `first`, or None."""
    before = tokens[first - 1].folded if first > run.first else ""
    if before in _BEFORE_PLACES or not _may_be_name(tokens[first], words):
        return None
    titled = before in words.titles and not run.titled
    if not titled and tokens[first].folded not in words.given:
        return None
    last = first + 1
    while last < run.last and last - first < 4 and _may_be_name(tokens[last], words):
        last += 1
    if last - first < 2 and not titled:
        return None
    if not (titled and last - first == 1) and _is_place(tokens, first, last, gazetteer):
        return None
    return last


def _may_be_name(token: Token, words: Words) -> bool:
    word = token.folded
    if not token.capital or word in words.demonyms or word in words.calendar or word in _SUFFIXES or word.isdigit():
        return False
    return word not in words.common and word not in words.parts and word not in words.bodies and word not in words.units


def _is_place(tokens: list[Token], first: int, last: int, gazetteer: Gazetteer) -> bool:
    name = " ".join(token.folded for token in tokens[first:last])
    for candidate in gazetteer.lookup_folded(name):
        entry = candidate.entry
        if entry.kind in ("country", "admin1") or entry.population >= _SURE or entry.source == "supplement":
            return True
    return False
