"""A text as words with their places: the one reading of the characters that all of `who` shares."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from dateline.fixed import fixed
from dateline.remembered import remembered

_INNER = r"['’](?!(?:[sS]|[vV][eE]|[rR][eE]|[lL][lL]|[dD]|[mM]|[tT])\b)[^\W_]+"
WORD = re.compile(
    r"[^\W_](?<![^\W_]['’].)(?:\.(?<=[^\W\d_]\.)[^\W\d_](?:\.[^\W\d_])*\b\.?"
    rf"|[^\W_]*(?:{_INNER}(?:{_INNER})*|))"
)
"""An abbreviation with dots ("U.S.") or letters and digits with inner apostrophes ("Ya'alon").

The endings of possessives and contractions ("Mali's", "we've") are no words. To look behind a first letter is faster
than before each character, and a choice that begins with the dot or the apostrophe is than something that may be there.
"""

_PARTED = re.compile(f"({WORD.pattern})")
_OPEN = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "Ø": "o", "Ł": "l", "Đ": "d"}
)
_PLAIN = {"", "-", "+", "–", ".", "'", "’", "/", "&", '"', "“", "”"}
"""What may stand between two words of one name."""
_SHORTENED = frozenset(
    (
        "gen",
        "col",
        "maj",
        "sgt",
        "capt",
        "adm",
        "brig",
        "cmdr",
        "sen",
        "rep",
        "gov",
        "rev",
        "hon",
        "prof",
        "pres",
        "mrs",
    )
)
"""Words of more than two letters that end in a period inside a name ("Gen. Haftar")."""


@remembered(20_000)
def fold(word: str) -> str:
    """The word in lower case without accents, apostrophes and dots: the form in which names are compared."""
    word = word.lower()
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.translate(_OPEN))
        word = "".join(char for char in word if not unicodedata.combining(char))
    return word.replace("'", "").replace("’", "").replace(".", "")


def fold_name(name: str) -> str:
    """The folded words of a name, joined by single spaces."""
    if name.isascii() and name.replace(" ", "").isalpha():  # nearly all names of a list
        return " ".join(name.lower().split())
    return " ".join(fold(match.group()) for match in WORD.finditer(name))


@fixed()
class Words:
    """The words of a text in order: as written, folded, where each starts and ends, and the characters before it.

    Starts and ends are half-open character positions. `gaps` has one more item than there are words: what stands
    after the last word counts as a line break. `capitals` are the indices of the words that begin with a capital
    letter.
    """

    text: str
    raw: tuple[str, ...]
    low: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    gaps: tuple[str, ...]
    capitals: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        """The words of `text`."""
        pieces = _PARTED.split(text)  # a word in every second place
        raw = tuple(pieces[1::2])
        bounds = tuple(accumulate(map(len, pieces)))
        starts, ends = bounds[:-1:2], bounds[1::2]
        gaps = ("\n", *pieces[2:-1:2], "\n")
        low = tuple(map(fold, raw))
        folded = enumerate(zip(raw, low, strict=True))
        capitals = tuple([index for index, (word, plain) in folded if word != plain and word[0].isupper()])
        return cls(text, raw, low, starts, ends, gaps, capitals)

    def __len__(self) -> int:
        return len(self.raw)

    def gap(self, index: int) -> str:
        """The characters between word `index` and the word before it; a line break at the ends of the text."""
        return self.gaps[index] if index >= 0 else "\n"

    def joined(self, index: int) -> bool:
        """True where word `index` may go on a name that the word before it began."""
        gap = self.gap(index)
        if gap == " ":
            return True
        if gap == ". " and len(self.raw[index - 1]) > 2 and self.low[index - 1] not in _SHORTENED:
            return False
        return gap.strip() in _PLAIN and "\n" not in gap

    def owns(self, index: int) -> bool:
        """True where word `index` has a possessive ending ("Mali's", "rebels'")."""
        tail = self.text[self.end[index] : self.end[index] + 2]
        return tail[:1] in ("'", "’") and (
            tail[1:] in ("s", "S") or (self.low[index][-1:] == "s" and tail[1:] in ("", " "))
        )

    def capital(self, index: int) -> bool:
        """True where word `index` begins with a capital letter."""
        return self.raw[index][0].isupper()

    def goes_on(self, index: int) -> bool:
        """True where a word `index` with a capital letter stands a space behind the word before it ("Frances Lind")."""
        return index < len(self) and self.gap(index) == " " and self.capital(index)

    def within(self, start: int, end: int) -> range:
        """The indices of the words that lie at least partly in the characters from `start` to `end`."""
        first = bisect_left(self.start, start)
        if first and self.end[first - 1] > start:
            first -= 1
        return range(first, max(first, bisect_left(self.start, end)))

    def slice(self, first: int, last: int) -> str:
        """The text from word `first` to the word before `last`, as written."""
        return self.text[self.start[first] : self.end[last - 1]] if first < last else ""


def sentence_of(starts: Sequence[int], position: int) -> int:
    """The number of the last sentence that starts at or before `position` (0 where there is none)."""
    return max(0, bisect_right(starts, position) - 1)
