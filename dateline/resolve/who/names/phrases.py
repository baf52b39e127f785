"""The inside of a mention: where its head noun is, what stands before it, and what it says about country and sector."""

from __future__ import annotations

from dateline.fixed import fixed
from dateline.resolve.who.actor_list import PEOPLE, ActorList, Head
from dateline.resolve.who.english import CONTAINERS, FORMER, FRONT, GENERAL, MODIFIERS, ROUGHLY, STOPS
from dateline.resolve.who.names.scan import Found, Hit
from dateline.resolve.who.words import Words


@fixed()
class Phrase:
    """A mention as read: head words from `head` to before `last`, the noun if the table has it, and what is inside.

    `name` is a listed name at the head, `inside` the listed names before it, `owner` is the index of a possessor word
    (None without one), `former` is True for people out of office.
    """

    first: int
    head: int
    last: int
    noun: Head | None
    name: Hit | None
    inside: tuple[Hit, ...]
    plural: bool
    former: bool
    sectors: tuple[str, ...]
    hinted: bool


def read(words: Words, span: range, found: Found, actors: ActorList) -> Phrase:
    """The phrase at the words of `span`, its head looked for in the first group of nouns (past "thousands of")."""
    first, last = span.start, span.stop
    start = _past_range(words, first, last)
    while start < last - 1 and words.low[start] in ROUGHLY:
        start += 1
    for _ in range(3):
        stop = _stop(words, found, actors, start, last)
        if stop < last and words.low[stop] == "of" and stop + 1 < last and _measures(words, stop):
            start = stop + 1
            continue
        break
    stop = max(stop, start + 1)
    name = found.covering.get(stop - 1)
    if name is not None and (name.first < start or name.last > stop):
        ends = first > name.first and name.last == last and not (name.entry and name.entry.kind in PEOPLE)
        begins = name.first >= first or ends or (name.first == first - 1 and words.low[name.first] == "the")
        name = name if (begins and name.last <= last) or _opens(name, start, stop) else None
    head, noun = (max(name.first, first), None) if name is not None else _noun(words, start, stop, actors)
    inside = tuple(hit for hit in _hits(found, first, last) if hit is not name)
    sectors, hinted = _sectors(words, found, start, head, stop, noun)
    plural = words.low[stop - 1] in ("people", "police", "troops", "men", "women", "children") or (
        noun is not None and words.low[stop - 1] != noun.noun.rsplit(" ", 1)[-1].replace("-", " ").rsplit(" ", 1)[-1]
    )
    former = any(word in FORMER for word in words.low[first:stop]) or words.slice(first, stop).lower().startswith("ex-")
    return Phrase(start, head, stop, noun, name, inside, plural, former, sectors, hinted)


def _past_range(words: Words, first: int, last: int) -> int:
    """The word behind the bounds of a number ("between 50 and 60 soldiers"), or `first` where there are none."""
    bounds = words.low[first : first + 4]
    told = len(bounds) == 4 and bounds[0] in ("between", "from") and bounds[2] in ("and", "to")
    return first + 4 if told and bounds[1].isdigit() and bounds[3].isdigit() and first + 4 < last else first


def _opens(name: Hit, start: int, stop: int) -> bool:
    """True where a mention is the beginning of a longer name ("Islamic State" of "Islamic State in the Levant")."""
    body = name.entry is not None and name.entry.kind not in PEOPLE
    return body and name.first == start and name.last > stop > start + 1


def last_of(noun: Head) -> str:
    """The last word of a noun ("minister" of "foreign minister")."""
    return noun.noun.rsplit(" ", 1)[-1]


def noun_ending(words: Words, start: int, stop: int, actors: ActorList) -> tuple[int, Head | None]:
    """The longest noun of the table that ends before word `stop`, and where it begins."""
    return _noun(words, start, stop, actors)


def _stop(words: Words, found: Found, actors: ActorList, start: int, last: int) -> int:
    """The word before which the head of a phrase ends: at a comma, a preposition or another stop, else at `last`."""
    index = start
    while index < last:
        hit = found.at.get(index)
        if hit is not None and hit.last <= last and hit.last - hit.first > 1:
            index = hit.last
            continue
        word = words.low[index]
        if word in ("of", "for") and index > start and index + 1 < last:
            lead = f"{words.low[index - 1]} {word}"
            if any(f"{lead} {ending}" in actors.heads for ending in singulars(words.low[index + 1])):
                index += 2
                continue
            if words.low[index - 1] in ("ministry", "minister", "department"):
                return last if index + 3 >= last else index + 2
        if index > start and word in STOPS and not _in_front(words, index, last):
            return index
        if (
            index > start
            and ("," in words.gap(index) or ":" in words.gap(index))
            and not words.low[index - 1].isdigit()
        ):
            return index
        index += 1
    return last


def _in_front(words: Words, index: int, last: int) -> bool:
    """True for a participle that stands before its noun ("killed soldiers"), not behind it ("rebels backed by")."""
    ahead = index + 1 < last and words.low[index] in FRONT and words.gap(index + 1) == " "
    return ahead and words.low[index + 1] != "by"


def _measures(words: Words, stop: int) -> bool:
    word = words.low[stop - 1]
    return word in CONTAINERS or word.isdigit() or (word.endswith("s") and word[:-1] in CONTAINERS)


def _hits(found: Found, first: int, last: int) -> list[Hit]:
    seen: list[Hit] = []
    for index in range(first, last):
        hit = found.covering.get(index)
        if hit is not None and (not seen or seen[-1] is not hit):
            seen.append(hit)
    return seen


def singulars(word: str) -> tuple[str, ...]:
    """The word and the forms of which it may be the plural."""
    forms = [word]
    if word.endswith("men"):
        forms.append(word[:-3] + "man")
    if word.endswith("ies"):
        forms.append(word[:-3] + "y")
    if word.endswith("es"):
        forms.append(word[:-2])
    if word.endswith("ves"):
        forms.append(word[:-3] + "fe")
    if word.endswith("s") and not word.endswith("ss"):
        forms.append(word[:-1])
    if word.endswith("people"):
        forms.append(word[:-6] + "person")
    irregular = {"wives": "wife", "thieves": "thief", "children": "child", "women": "woman", "media": "media"}
    if word in irregular:
        forms.append(irregular[word])
    return tuple(forms)


def _noun(words: Words, start: int, stop: int, actors: ActorList) -> tuple[int, Head | None]:
    endings = singulars(words.low[stop - 1])
    for size in (4, 3, 2, 1):
        begin = stop - size
        if begin < start:
            continue
        lead = " ".join(words.low[begin : stop - 1])
        for ending in endings:
            head = actors.heads.get(f"{lead} {ending}" if lead else ending)
            if head is not None:
                marked = head.noun == "bomber" and _marked(words, begin - 1)
                return begin, actors.heads.get("bomber jet", head) if marked else head
    return stop - 1, None


def _marked(words: Words, index: int) -> bool:
    """True where word `index` is the mark of an aircraft, or ends it ("B-52", "Tu-95", "F16")."""
    digit = index >= 0 and any(sign.isdigit() for sign in words.low[index])
    return digit and (not words.low[index].isdigit() or words.gap(index) == "-")


SAYS_LESS = frozenset({(("GOV",), "MIL"), (("GOV",), "COP"), (("OPP", "SOC"), "CVL")})
"""What a word before the noun says, and the sector of a noun that knows better ("pro-democracy protesters")."""


def _sectors(
    words: Words, found: Found, start: int, head: int, stop: int, noun: Head | None
) -> tuple[tuple[str, ...], bool]:
    """Sectors by noun and what stands before it, and whether a word before it decided."""
    state = found.covering.get(head - 1) if noun is not None and noun.noun == "chief executive" else None
    if state is not None and state.entry is None and state.name.sort in ("country", "place", "capital"):
        return ("GOV",), True
    general = noun is None or noun.sort == "thing" or words.low[stop - 1] in GENERAL
    if general:
        for index in range(head - 1, start - 1, -1):
            hit = found.covering.get(index)
            if hit is not None and hit.last - hit.first > 1:
                continue
            changed = MODIFIERS.get(words.low[index])
            if changed and not (noun is not None and (changed, noun.sectors[0]) in SAYS_LESS):
                if noun is not None and changed[0] in noun.sectors:
                    return (changed[0], *(s for s in noun.sectors if s != changed[0])), True
                extra = tuple(
                    s for s in (noun.sectors if noun else ()) if s in ("LEG", "CVL", "PTY") and s not in changed
                )
                return changed + extra, True
    return (noun.sectors, False) if noun is not None else ((), False)
