"""One spelling for all spellings of a place name that differ in case, accents, punctuation or article."""

from __future__ import annotations

import re
import unicodedata

from dateline.remembered import remembered

_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ŋ": "n",
        "ə": "a",
        "ɓ": "b",
        "ɗ": "d",
    }
)
_QUOTES = re.compile("['’‘`´ʻʼʽʾʿˈ′\u0027\u02b9\u02ba\u201b\u200e\u200f.]")
_BREAKS = re.compile(r"[\W_]+")
_SHORT = {"saint": "st", "sainte": "st", "ste": "st", "mount": "mt", "fort": "ft"}
ARTICLES = frozenset(("al", "el", "ad", "ar", "as", "ash", "ath", "at", "az", "an", "adh"))
"""The Arabic article in the spellings that are folded to one."""
SPELLED = ARTICLES | {"ed", "es", "ez", "ul"}
"""The same in all its spellings, also those that begin other names as well."""


@remembered(65536)
def fold(name: str) -> str:
    """`name` in small letters without accents, quotes and full stops, words parted by one space.

    "Saint", "Sainte" and "St." become "st", "Mount" "mt", "Fort" "ft", and the Arabic article at the start in any
    of its spellings ("el-", "ash-") becomes "al". May return "".
    """
    text = name.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_LETTERS)
        text = "".join(mark for mark in text if not unicodedata.combining(mark))
    if not (text.isascii() and text.replace(" ", "").isalnum()):  # most names are of plain letters
        text = _BREAKS.sub(" ", _QUOTES.sub("", text))
    words = text.split()
    if len(words) > 1:
        words = [_SHORT.get(word, word) for word in words]
        if words[0] in ARTICLES:
            words[0] = "al"
    return " ".join(words)


def without_article(folded: str) -> str | None:
    """A folded name without its Arabic article, or None where it has none: "al hasakah" -> "hasakah"."""
    return folded[3:] if folded.startswith("al ") else None
