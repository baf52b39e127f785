"""Is it English? Only English is coded so far."""

from __future__ import annotations

import re

from dateline.readers.language_names import NAMES

FEWEST_LETTERS = 40
"""Below this many letters a text is too short to tell."""

LOOKED_AT = 800
"""Characters that are looked at: as right as the whole text, and ten times as fast (py3langid 0.4)."""

WORDS_OF_ENGLISH = frozenset((
    *("the", "and", "that", "said", "with", "from", "were", "have", "which", "this", "his", "they", "been", "their"),
    *("who", "had", "after", "would", "its"),
))  # fmt: skip
"""Words of many English sentences and of hardly any others."""
ENOUGH, PLENTY = 5, 0.1
"""How many of these words, and what share of all, tell English at once.

They tell it of 95 in 100 of 7,633 reports in English, each of which py3langid calls English too, and of one in 6,000
in Spanish, French, Russian and Arabic, which is in English. To ask py3langid takes 0.4 s at first and then a
millisecond a report.
"""
_WORD = re.compile(r"[^\W\d_]+")

FEW_LETTERS = 120
MARGIN, MARGIN_OF_FEW = 20.0, 50.0
"""How much likelier (in log likelihood) another language has to be than English before a report is skipped.

On passages of 60 characters out of 600 news reports each, none in English is skipped, and 95 of 100 in French and
Spanish are; of 150 characters, 99. Short texts ask for more, since a headline may be little but foreign names.
"""

THREE_LETTERS = {"eng": "en", "fra": "fr", "fre": "fr", "spa": "es", "ara": "ar", "rus": "ru", "deu": "de", "por": "pt"}


def stated(language: str | None) -> str | None:
    """The two-letter code of a language that a record states as a code, a tag ("en-GB") or a name; None if none."""
    words = (language or "").strip().lower()
    if not words or words in ("und", "mul", "unknown", "none", "null"):
        return None
    by_name = {name.lower(): code for code, name in NAMES.items()}
    first = words.replace("_", "-").split("-")[0]
    return by_name.get(words) or THREE_LETTERS.get(first) or first


def identified(text: str) -> str | None:
    """The code of the language that `text` is written in, None where it is too short or not clear enough to tell."""
    sample = text[:LOOKED_AT]
    letters = sum(map(str.isalpha, sample))
    if letters < FEWEST_LETTERS:
        return None
    if _is_plainly_english(sample):
        return "en"
    from py3langid import langid  # type: ignore[import-untyped]  # half a second to load: only where it is needed

    ranks = langid.rank(sample.lower() if sample.isupper() else sample)
    best, score = ranks[0]
    english = next(score for code, score in ranks if code == "en")
    if best == "en":
        return "en"
    margin = MARGIN if letters >= FEW_LETTERS else MARGIN_OF_FEW
    return str(best) if score - english > margin and best != "zxx" else None


def is_foreign(text: str) -> bool:
    """True where most letters and signs are none that English has, however short the text is."""
    sample = text[:LOOKED_AT]
    english = sum(c.isascii() and c.isalpha() for c in sample)
    return sum(not c.isascii() and not c.isspace() for c in sample) > english


def _is_plainly_english(sample: str) -> bool:
    words = _WORD.findall(sample.lower())
    telling = sum([word in WORDS_OF_ENGLISH for word in words])
    return telling >= max(ENOUGH, PLENTY * len(words))


def described(code: str) -> str:
    """The name and code of a language for a message: "French (fr)"."""
    name = NAMES.get(code)
    return f"{name} ({code})" if name else f'"{code}"'
