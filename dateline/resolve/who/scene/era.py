"""About when an article of unknown day was written, by whom it names in office and by the years it tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from dateline.resolve.who.actor_list import PEOPLE, ActorList, Entry, Role
from dateline.resolve.who.names.scan import Hit, scan
from dateline.resolve.who.words import Words
from dateline.resolve.word_lists import word_set

_Window = tuple[str, str]
"""First and last day, as ISO strings."""
_BEGINNING, _END = "1900-01-01", "9999-12-31"
_FIRST_YEAR, _LAST_YEAR = 1980, 2035
_NOT_NOW = word_set("former ex then late previous past vice deputy")
"""Before an office: whose time it is not, or who had another one."""
_BESIDE = 3
"""How many words before an office may hold one of them ("former South Korean President")."""
_AHEAD = word_set("by until before")
"""Before a year that is still ahead."""
_GAPS = (" ", ", ", "-")


def day_of_writing(words: Words, actors: ActorList) -> str | None:
    """A day (ISO) on which the offices that an article gives to people were theirs; None where nothing tells one.

    Where it names a year, the end of the latest that fits; else the middle of that time, if it is over. Of two times
    that as many of its office holders fit the later is taken: news tells of the past as well.
    """
    year = _latest_year(words)
    votes = _votes(words, actors)
    if not votes:
        return f"{year}-12-31" if year else _of_rebels(words, actors)
    start, end = _best_window(votes)
    if year and start < f"{year}-12-31" and f"{year}-01-01" < end:
        return min(max(f"{year}-12-31", start), end)
    return None if end == _END else _middle(start, end)


def _of_rebels(words: Words, actors: ActorList) -> str | None:
    """A day on which a group that governs now was one of rebels, where a text calls it so ("Taliban insurgents")."""
    for hit in scan(words, actors, None).hits:
        if hit.entry is None or hit.entry.kind in PEOPLE or words.low[hit.last : hit.last + 1] not in _REBELS:
            continue
        fought = [role for role in hit.entry.roles if role.sectors[:1] == ("REB",) and role.end]
        if fought and hit.entry.role(None)[0].sectors[:1] == ("GOV",):
            return _middle(*_window(fought[-1]))
    return None


_REBELS = tuple((word,) for word in ("insurgents", "insurgency", "militants", "rebels", "terrorists"))


def _latest_year(words: Words) -> int:
    """The latest year that the text names and does not only look ahead to, 0 for none."""
    years = [
        int(low)
        for index, low in enumerate(words.low)
        if len(low) == 4 and low.isdecimal() and (not index or words.low[index - 1] not in _AHEAD)
    ]
    return max((year for year in years if _FIRST_YEAR <= year <= _LAST_YEAR), default=0)


def _votes(words: Words, actors: ActorList) -> Counter[tuple[_Window, ...]]:
    """When each person had the office that stands before the name, with how often it does."""
    found: Counter[tuple[_Window, ...]] = Counter()
    for hit in scan(words, actors, None).hits:
        entry = hit.entry
        if entry is not None and entry.kind in PEOPLE:
            windows = tuple(_window(role) for role in entry.roles if _is_called(words, hit, role))
            found[windows] += bool(windows)
    for entry in _administrations(words, actors):
        found[tuple(_window(role) for role in entry.roles if role.note == _PRESIDENT)] += 1
    return +found


def _is_called(words: Words, hit: Hit, role: Role) -> bool:
    """True where the office of a role stands right before a name: "Prime Minister X", "the president, X"."""
    office = tuple(role.note.lower().split())
    begin = hit.first - len(office)
    if not office or begin < 0 or words.low[begin : hit.first] != office or words.gap(hit.first) not in _GAPS:
        return False
    return _NOT_NOW.isdisjoint(words.low[max(0, begin - _BESIDE) : begin])


_PRESIDENT = "president"


def _administrations(words: Words, actors: ActorList) -> Iterator[Entry]:
    """The presidents of "the Obama administration"."""
    for index, low in enumerate(words.low):
        if low != "administration" or not index or not words.capital(index - 1):
            continue
        if index > 1 and words.low[index - 2] in _NOT_NOW:
            continue
        for entry in actors.surnames.get(words.low[index - 1], ()):
            if any(role.note == _PRESIDENT and role.country == "USA" for role in entry.roles):
                yield entry


def _window(role: Role) -> _Window:
    return role.start or _BEGINNING, role.end or _END


def _best_window(votes: Mapping[tuple[_Window, ...], int]) -> _Window:
    """The latest stretch of time in which the offices were held by most."""
    edges = sorted({edge for windows in votes for window in windows for edge in window})
    best, most = (edges[0], edges[-1]), 0
    for start, end in pairwise(edges):
        held = sum(n for windows, n in votes.items() if any(a <= start and end <= b for a, b in windows))
        if held >= most:
            best, most = (start, end), held
    return best


def _middle(start: str, end: str) -> str:
    """A day about halfway, by the years and, within one, by the months."""
    first, last = _months(start), _months(end)
    year, month = divmod((first + last) // 2, 12)
    return max(f"{year:04d}-{month + 1:02d}-15", start) if last - first > 1 else start


def _months(day: str) -> int:
    """The months of an ISO day, which may lack its month."""
    return int(day[:4]) * 12 + (int(day[5:7]) - 1 if day[5:7].isdecimal() else 0)
