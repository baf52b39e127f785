"""The vocabulary of English time expressions: each word has one class, the letters of the grammar.

Classes are written as single characters, so that a text becomes a string of classes on which the rules run as
regular expressions. `GROUPS` names sets of classes ("unit" is any unit of time in the singular).
"""

from __future__ import annotations

from dateline.resolve.numerals import ONES, ORDINALS, TENS
from dateline.resolve.word_lists import word_list
from dateline.vocabulary.calendar import MONTHS

Value = int | float | str | None

WEEKDAYS = word_list("monday tuesday wednesday thursday friday saturday sunday")
UNITS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "N",
    "week": "W",
    "weekend": "E",
    "fortnight": "F",
    "month": "m",
    "quarter": "Q",
    "year": "Y",
    "decade": "X",
    "century": "C",
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "midnight": "T24:00",
    "noon": "T12:00",
    "midday": "T12:00",
    "dawn": "TMO",
    "dusk": "TEV",
    "lunchtime": "T12:00",
    "nightfall": "TNI",
    "daybreak": "TMO",
    "sunrise": "TMO",
    "sunset": "TEV",
    "midmorning": "TMO",
    "midafternoon": "TAF",
}
ZONES = word_list("gmt utc bst cet cest est edt et cst cdt ct mst mdt mt pst pdt pt ist msk eet jst kst aest hkt wib")

_ALIKE = {
    "a": "a an",
    "the": "the",
    "of": "of",
    "in": "in",
    "on": "on",
    "at": "at",
    "by": "by",
    "to": "to",
    "from": "from",
    "and": "and",
    "or": "or",
    "between": "between",
    "through": "through thru",
    "since": "since",
    "until": "until till til",
    "during": "during throughout",
    "within": "within",
    "over": "over",
    "under": "under",
    "for": "for",
    "as": "as",
    "so": "so",
    "about": "about around roughly approximately circa",
    "nearly": "nearly almost",
    "more": "more",
    "no": "no",
    "less": "less fewer",
    "than": "than",
    "least": "least",
    "most": "most",
    "up": "up",
    "some": "some",
    "just": "just only barely",
    "little": "little bit",
    "last": "last",
    "past": "past",
    "this": "this",
    "that": "that",
    "next": "next",
    "coming": "coming upcoming",
    "previous": "previous preceding prior",
    "following": "following subsequent ensuing succeeding",
    "same": "same",
    "these": "these",
    "those": "those",
    "current": "current",
    "latest": "latest",
    "recent": "recent",
    "first": "first",
    "final": "final closing opening",
    "ago": "ago",
    "earlier": "earlier",
    "later": "later",
    "before": "before",
    "after": "after",
    "hence": "hence onwards onward",
    "now": "now",
    "then": "then",
    "early": "early",
    "late": "late",
    "mid": "mid",
    "middle": "middle",
    "beginning": "beginning start outset starting",
    "end": "end",
    "every": "every",
    "each": "each",
    "per": "per",
    "once": "once",
    "twice": "twice thrice",
    "times": "times",
    "time": "time",
    "clock_word": "oclock",
    "local": "local",
    "poss": "'s ’s",
    "old": "old",
    "age": "age aged",
    "long": "long",
    "longer": "longer",
    "full": "full whole entire",
    "few": "few",
    "several": "several",
    "many": "many",
    "couple": "couple",
    "half": "half",
    "another": "another",
    "alternate": "other",
    "all": "all",
    "much": "much",
    "remaining": "remaining",
    "ended": "ended ending",
    "corresponding": "corresponding comparable",
    "period": "period",
    "near": "near foreseeable immediate distant",
    "future": "future",
    "today": "today todays",
    "yesterday": "yesterday yesterdays",
    "tomorrow": "tomorrow tomorrows",
    "tonight": "tonight",
    "overnight": "overnight",
    "currently": "currently presently nowadays",
    "present": "present moment",
    "right": "right",
    "recently": "recently lately",
    "soon": "soon shortly",
    "previously": "previously formerly",
    "back": "back",
    "ahead": "ahead",
    "come": "come",
    "odd": "odd",
    "bc": "bc bce",
    "ad": "ad ce",
    "fiscal": "fiscal financial",
    "academic": "academic school",
    "calendar": "calendar",
    "term": "term",
    "date_word": "date point stage",
    "short": "short shorter medium",
    "into": "into",
    "single": "single",
    "running": "running",
    "row": "row",
    "trading": "trading working business consecutive straight successive",
    "weekday_word": "weekday",
    "anniversary": "anniversary",
    "daily": "daily nightly hourly weekly fortnightly monthly yearly annually biweekly",
    "yearlong": "yearlong weeklong monthlong daylong hourlong decadelong "
    "yearslong weekslong monthslong dayslong hourslong decadeslong",
    "turn": "turn",
    "dot": ".",
    "stop": "! ?",
    "comma": ",",
    "dash": "- – —",
    "slash": "/",
    "apos": "' ’",
    "open": "(",
    "close": ")",
}
DAILY = {
    "daily": "P1D",
    "nightly": "P1D",
    "hourly": "PT1H",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "yearly": "P1Y",
    "annually": "P1Y",
}
YEARLONG = {
    f"{word}{s}long": letter
    for word, letter in (("year", "Y"), ("week", "W"), ("month", "m"), ("day", "D"), ("hour", "H"), ("decade", "X"))
    for s in ("", "s")
}
_DECADES = {f"{word[:-1]}ies": value for word, value in TENS.items()}
_CLASSES_OF_FIGURES = word_list(
    "num dayno yearno ordno iso isoweek numdate decadeno clock hhmm hour_figure half_figure qno fyno"
)
_CLASSES_OF_WORDS = word_list(
    "numword ordword second may march monthname monshort weekday weekdays wdshort season fall part "
    "zone holiday nine_eleven tens_decade"
)
_SINGULAR = [word for word in UNITS if word != "second"]

CLASSES = [*_CLASSES_OF_FIGURES, *_CLASSES_OF_WORDS, *_ALIKE, *_SINGULAR, *(f"{u}s_" for u in UNITS), "other", "break"]
CODE = {name: chr(0x100 + i) for i, name in enumerate(CLASSES)}
OTHER, BREAK = CODE["other"], CODE["break"]

GROUPS: dict[str, str] = {
    "unit": " ".join(_SINGULAR),
    "units": " ".join(f"{u}s_" for u in UNITS),
    "dayunit": "week weekend month quarter year decade century fortnight",
    "mon": "monthname may march monshort",
    "wd": "weekday wdshort",
    "number": "num numword dayno half_figure",
}
MONTH_CODES = frozenset(CODE[name] for name in GROUPS["mon"].split())
"""The codes of the classes of words for a month."""
NEEDS_CAPITAL = frozenset(CODE[name] for name in ("may", "march", "monshort", "wdshort", "zone"))


def _entries() -> dict[str, tuple[str, Value]]:
    """Every word with its class and value."""
    table: dict[str, tuple[str, Value]] = {}
    for name, words in _ALIKE.items():
        table.update({word: (name, None) for word in words.split()})
    table.update({word: ("daily", value) for word, value in DAILY.items()})
    table.update({word: ("yearlong", value) for word, value in YEARLONG.items()})
    table.update({word: ("numword", value) for word, value in (ONES | TENS).items()})
    table.update({word: ("numword", value) for word, value in (("dozen", 12), ("hundred", 100), ("thousand", 1000))})
    table.update({word: ("ordword", value) for word, value in ORDINALS.items()})
    table.update({word: ("tens_decade", value) for word, value in _DECADES.items()})
    for letter_word, letter in UNITS.items():
        table[letter_word] = (letter_word, letter)
        plural = "centuries" if letter_word == "century" else letter_word + "s"
        table[plural] = (f"{letter_word}s_", letter)
    table.update({"hrs": ("hours_", "H"), "mins": ("minutes_", "M"), "yrs": ("years_", "Y")})
    table["first"], table["second"] = ("first", 1), ("second", 2)
    table.update({word: ("season", value) for word, value in SEASONS.items()})
    table["fall"] = ("fall", "FA")
    table.update({word: ("part", value) for word, value in PARTS.items()})
    table.update({word: ("zone", word) for word in ZONES})
    for i, word in enumerate(WEEKDAYS):
        table[word], table[word + "s"] = ("weekday", i), ("weekdays", i)
        for short in {word[:3], word[:4], word[:5]} - {word, "sund", "mond", "frid", "satu", "wedn"}:
            table.setdefault(short, ("wdshort", i))
    for i, word in enumerate(MONTHS, start=1):
        table[word] = (word if word in {"may", "march"} else "monthname", i)
        table.setdefault(word[:3], ("monshort", i))
    table["sept"] = ("monshort", 9)
    return table


ENTRIES = _entries()
