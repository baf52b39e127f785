"""Spellings of one name from another script: "Fouaa" and "Al Fu'ah", "Abu Alduhour" and "Abu ad Duhur".

Such names agree in their consonants and mostly in their vowels. They are looked for only where no place is spelled as
the text has it, and only in one country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from dateline.resolve.where.fold import SPELLED
from dateline.resolve.word_lists import word_set

ROMANISED = word_set(
    "AFG ARE ARM AZE BGD BHR BLR DJI DZA EGY ERI ESH ETH GEO IND IRN IRQ ISR JOR KAZ KGZ KWT LBN LBY LKA MAR MLI MMR "
    "MRT NER NGA NPL OMN PAK PSE QAT RUS SAU SDN SOM SYR TCD TJK TKM TUN UKR UZB YEM"
)
"""Countries (ISO alpha-3) whose names news spells in several ways."""
_ARTICLES = SPELLED | {"l"}
_GLUED = re.compile(r"^(?:al|el)(?=[bcdfghjkmnpqrstvxz])|^a(?=(dd|rr|ss|tt|zz|nn))")
"""An article that is written in one word with its name: "Alduhour", "Addawla"."""
_SOUNDS = (
    ("kh", "x"),
    ("tch", "c"),
    ("ch", "c"),
    ("sh", "c"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("dj", "j"),
    ("zh", "j"),
    ("tz", "ts"),
    ("q", "k"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("w", "u"),
    ("o", "u"),
    ("y", "i"),
    ("e", "a"),
)
"""Spellings of one sound, in the order in which they are taken out."""
_TWICE = re.compile(r"(.)\1+")
_ENDING = re.compile(r"(?<=.)h$")
_LETTERS = {"x": ("kh",), "c": ("ch", "sh", "tch"), "k": ("k", "q"), "j": ("j", "dj", "zh"), "f": ("f", "ph")}
"""How consonants may be written that are not written as they sound."""
_SOFT = frozenset("gdt")
"""Consonants behind which an "h" may stand."""
_BETWEEN = rf"[aeiouwy]*+(?: (?:(?:{'|'.join(sorted(_ARTICLES))}) )?)?[aeiouwy]*+"
"""What may stand between two consonants; no run of vowels is given up in part: a consonant is none of them."""
_BEGINNINGS = ("", "a", "e", "i", "o", "u", "y", "ou", "oo", "ee", "ai", "ay", "ei", "ey", "aw", "au", "wa", "uw")
_LEAST, _WHOLE = 3, 4
"""Consonants of names whose vowels may differ; letters that any name has."""
_VARIED = 3
"""Of how many vowels one may differ."""


def sound_of(folded: str) -> str:
    """A folded name as it sounds, without articles: vowels in three classes, one letter for each consonant."""
    words = [word for word in folded.split() if word not in _ARTICLES]
    if len(words) > 1:
        words = [_GLUED.sub("", word) for word in words]
    elif words and len(words[0]) > _WHOLE:
        words = [_GLUED.sub("", words[0])]
    name = "".join(words)
    for written, sound in _SOUNDS:
        name = name.replace(written, sound)
    return _ENDING.sub("", _TWICE.sub(r"\1", name))


def is_long(folded: str) -> bool:
    """True for a name that is long enough to be told by its sound."""
    return sum(len(word) for word in folded.split() if word not in _ARTICLES) >= _WHOLE


def differ(one: str, other: str) -> int | None:
    """In how many vowels two sounds differ; None where they are no spellings of one name."""
    if one == other:
        return 0
    consonants = _bare(one)
    if len(consonants) < _LEAST or consonants != _bare(other):
        return None
    ours, theirs = _slots(one), _slots(other)
    if bool(ours[-1]) != bool(theirs[-1]):
        return None
    apart = sum(a != b for a, b in zip(ours, theirs, strict=True))
    return apart if apart <= max(1, len(consonants) // _VARIED) else None


def beginnings(sound: str) -> Iterator[str]:
    """How names of this sound may begin: up to the first consonant behind the first letters."""
    consonants = _bare(sound)
    first = "" if sound[:1] in "aiu" else consonants[:1]
    following = consonants[len(first) : len(first) + 1]
    spelled = product(_LETTERS.get(first, (first,)), _BEGINNINGS, _LETTERS.get(following, (following,)))
    for parts in spelled:
        if first or parts[1]:
            yield "".join(parts)


def pattern_of(sound: str) -> re.Pattern[bytes]:
    """What names of these consonants look like where each stands on a line of its own: a coarse and fast sieve."""
    consonants = "".join(f"{_written(letter)}{_BETWEEN}" for letter in _bare(sound))
    return re.compile(f"\n({_BETWEEN}{consonants}h?)(?=\n)".encode())


def _written(letter: str) -> str:
    spelled = "|".join(f"{way}+" for way in _LETTERS.get(letter, (letter,)))
    return f"(?:{spelled})+h?" if letter in _SOFT else f"(?:{spelled})+"


def _bare(sound: str) -> str:
    return re.sub("[aiu]", "", sound)


def _slots(sound: str) -> list[str]:
    """The vowels before, between and behind the consonants."""
    return re.split("[^aiu]", sound)
