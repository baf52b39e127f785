"""Towns of America by the short names of their states behind them: "Athens, Ga.", "Kingston, Ont."."""

from __future__ import annotations

from dateline.resolve.who.actor_list import Name
from dateline.resolve.who.words import Words
from dateline.resolve.word_lists import word_set
from dateline.vocabulary.states import american

_INITIALS = word_set("n.h. n.j. n.m. n.y. n.c. n.d. r.i. s.c. s.d.")
"""States of America that are shortened to initials."""
_CANADIAN = word_set("alta b.c. man n.b. n.s. nfld ont que sask")

Candidate = tuple[int, int, tuple[Name, ...]]
"""First word, word after the last, and all listed names so written."""


def with_states(candidates: list[Candidate], words: Words) -> list[Candidate]:
    """The candidates with the states and provinces that are written short behind a town, and without that town.

    A town of such a state is not the capital elsewhere that has its name ("Athens, Ga.", "Kingston, Ont.").
    """
    short = {index: country for index in words.capitals if (country := _state_at(words, index)) is not None}
    if not short:
        return candidates
    kept = [c for c in candidates if c[0] not in short and not (c[1] in short and _elsewhere(c, short[c[1]]))]
    told = [(i, i + 1, (Name(words.raw[i], "place", country, None),)) for i, country in short.items()]
    return sorted([*kept, *told], key=lambda candidate: candidate[:2])


def _state_at(words: Words, index: int) -> str | None:
    """The country of the state whose short name stands at word `index` behind a town and a comma, if one does."""
    if words.gap(index) != ", " or not words.capital(index - 1):
        return None
    low = words.raw[index].lower()
    country = "USA" if low in american() or low in _INITIALS else "CAN" if low in _CANADIAN else None
    stopped = words.gap(index + 1)[:1] == "." or words.raw[index].endswith(".")
    return country if stopped else None


def _elsewhere(candidate: Candidate, country: str) -> bool:
    name = candidate[2][0]
    return name.entry is None and name.country != country and name.sort in ("capital", "place", "country")
