"""Numbers that stand near an act and do not count who suffered it: clock times, shares, the missing, earlier tolls."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.records.span import Span
from dateline.resolve.howmany.kinds import RISING

_CLOCK_AFTER = re.compile(r":\d\d(?!\d)|\s?[ap]\.?m\b\.?|\s?(?:hours?\s+)?(?:GMT|UTC|EST|EDT)\b")
_CLOCK_BEFORE = re.compile(r"(?<!\d)\d\d?:\Z")
_COUNTER = re.compile(r"\s+(?:Related\b|[Ss]hares?\b(?!\s+of)|[Cc]omments?\b|[Vv]iews\b|[Ll]ikes\b|[Rr]etweets\b)")
_AGE_BEFORE = re.compile(r"\b[A-Z][\w’'-]+,\s+\Z")
_AGED = re.compile(
    r"\b(?:aged?|ages)\s+(?:(?:between|from|about|just|only)\s+)?(?:[\w-]+\s+(?:and|to|or)\s+)?\Z"
    r"|\b(?:an?|the)\s+(?:[\w-]+\s+)?(?:boy|girl|man|woman|youth|teenager|child|baby|toddler)\s+of\s+\Z",
    re.IGNORECASE,
)
"""Words right before an age: "aged 11", "aged between 9 and 15", "a boy of 17"."""
_AGE = re.compile(r"(?:[5-9]|[1-9]\d|10\d)\Z")
_AGE_AFTER = re.compile(r",\s+(?!(?:including|among|were|was|are|is|have|had|people|and\s+\d)\b)")
_WAS = re.compile(r"\b(?:he|she|who|[A-Z][\w’'-]+),?\s+(?:was|is|were|turned)\s+(?:(?:just|only|about|then)\s+)?\Z")
_WHEN = re.compile(r"\s+(?:when|at\s+the\s+time)\b")
"""Around the age of who is told of: "Ann was 11 when", "he was 52 at the time"."""
_SHARE = re.compile(r"\s?(?:%|percent\b|per\s+cent\b|percentage\b)")
_FEW = r"two|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds"
"""Numbers in words, as people are counted by."""
_HARM = r"(?:and|or|but|killed|dead|died|wounded|injured|hurt|kidnapped|detained|arrested|displaced|\d)"
_THINGS = re.compile(
    r"\s+(?:(?:additional|armou?red|ballistic|civilian|cruise|different|empty|further|government|heavy|light|military|more|new|other|separate|(?-i:[A-Z][a-z]+))\s+)?"
    r"(?:acres|aircraft|airstrikes|attacks|bases|barrels|blankets|blasts|boats|bombs|buildings|bullets|camps|cars|checkpoints|cities|districts|drones"
    r"|explosions|guns|hectares|helicopters|homes|hospitals|houses|huts|incidents|jets|kg|kilograms|kilos|kits|lit(?:re|er)s|lorries|missiles|mortars"
    r"|operations|pills|planes|pounds\s+of|provinces|raids|rifles|rockets|rounds|schools|seats|shells|ships|shops|shots|sites|sorties|strikes|tanks"
    r"|tankers|targets|tents|tests|times|ton(?:ne)?s|towns|trawlers|trucks|vehicles|vessels|villages|votes|warheads|warships|weapons)\b(?!['’])",
    re.IGNORECASE,
)
"""Things right behind a number: of 549 such in annotated articles two count people or what was done to them."""
_SUM = re.compile(r"[$€£¥₹]|illion|\dbn\b|\dm\b", re.IGNORECASE)
"""In a number that is a sum of money or may be one: "$30m aircraft", "two million pounds of aid"."""
_UNSURE = re.compile(
    rf"(?:\s+(?!{_HARM})[\w’'-]+){{0,4}}?\s+(?:casualt(?:y|ies)\b|(?:still\s+)?missing\b(?!\s+(?:an?|their|his|her|the)\b)"
    r"(?!(?:\s+[a-z]+){1,2}\s+(?:kidnapped|abducted|seized|taken|freed|released|killed)\b)"
    r"|unaccounted\s+for)"
)
_BOTH = re.compile(
    r"\b(?:kill(?:ed|s|ing)?|dead|deaths?)(?:\s+(?:and|or|and/or)|,)?\s+(?:\w+ly\s+)?(?:wound(?:ed|s|ing)?|injur(?:ed|es|ing|ies))"
    r"\s+(?:(?:of|some|about|at|least|more|than|over|up|to)\s+)*\Z"
    r"|\b(?:wound(?:ed|s|ing)?|injur(?:ed|es|ing))\s+(?:and|or)\s+kill(?:ed|s|ing)?\s+\Z",
    re.IGNORECASE,
)
_BOTH_AFTER = re.compile(
    r"(?:\s+(?!(?:and|or|killed|dead)\b)[\w’'-]+){0,3}?\s+(?:(?:were|was|been|either)\s+)?(?:killed|dead)\s+(?:and|or)\s+"
    r"(?:wounded|injured)\b(?!\s+(?:at|more|another|an?|over|some|about|dozens|hundreds|scores|several|\d|[\w-]+\s+others))",
    re.IGNORECASE,
)
_SAVED = re.compile(
    r"\b(?:sav(?:e|ed|es|ing)|rescu(?:e|ed|es|ing)|protect(?:s|ed|ing)?)\s+(?:the\s+lives\s+of\s+)?"
    r"(?:(?:at|least|more|than|over|some|about|nearly|almost|up|to|as|many|the)\s+)*\Z",
    re.IGNORECASE,
)
_DOERS = re.compile(
    r"(?:\s+(?!(?:and|or|were|was|are|is|be|been|being|get|got|who|of)\b)[\w’'-]+){1,3}?\s+(?:had\s+|have\s+)?"
    r"(?:killed|kill|shot\s+dead|wounded|injured|abducted|kidnapped|murdered)\s+"
    r"(?:(?:at|least|more|than|over|about|some|nearly|up|to|as|many)\s+)*"
    r"(?:\d[\d,]*(?!\d|,\d|\s+(?:others\s+)?(?:injured|wounded|hurt))|an?\b|the\b|his\b|her\b|their\b|"
    rf"{_FEW}|several)",
    re.IGNORECASE,
)
"""A number of people who do harm to others: "two gunmen had killed 21 people"."""
_EARLIER = re.compile(
    r"\b(?:earlier|previous|initial|prior|preliminary|provisional)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:tolls?|counts?|figures?|estimates?|tall(?:y|ies))\b[^.;:,]{0,25}\Z"
    r"|\b(?:(?:up|down)\s+from|compared\s+(?:with|to))\s+(?:(?:just|only|about|around|some|nearly|almost|over|at|least)\s+)*\Z"
    r"|\bhad\s+(?:(?:earlier|previously|initially|already)\s+)?(?:given|put|reported|announced|cited)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}?"
    r"tolls?\s+(?:of|at)\s+(?:(?:at|least|more|than|about|over)\s+)*\Z",
    re.IGNORECASE,
)
_UP_FROM = re.compile(
    rf"\b(?:{RISING}|fell|fall(?:s|en)?|dropp?\w*|declin\w*)"
    r"\s+(?:[a-z]+\s+){0,2}?to\s+(?:(?:at|least|more|than|about|over|nearly)\s+)*[\d,.]+\s+"
    r"(?:[a-z]+\s+){0,2}?from\s+\Z",
    re.IGNORECASE,
)
"""Before the number that a new one has taken the place of: "rose to 62 from"."""
_OTHER_TIME = re.compile(
    r"\b(?:an?|one|the|some|[\w-]+)\s+(?:hour|day|night|week|month|year)s?\s+(?:after|before|since)\b[^,;:.\n]*\Z",
    re.IGNORECASE,
)
"""From what tells another time to a number of that time: "two days after a strike killed" four."""
_PARTS = re.compile(
    r"\b(?:including|among\s+(?:them|whom)|(?:of|amongst)\s+(?:them|whom))\s+"
    r"(?:(?:at|least|more|than|over|some|about|nearly|up|to)\s+|(?:[\w-]+\s+){1,3}and\s+(?:(?:his|her|their)\s+)?)*\Z",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+(?:of|among)\s+(?:them|whom|those)\b")
"""Behind the number of some of those just counted ("41 were hurt, six of them badly")."""
_AMONG = re.compile(
    r"(?:\s+[\w’'-]+){1,3}?\s+(?:were|was|are)\s+among\s+(?:the\s+)?(?:(?:at|least|more|than|over|some|about|nearly)\s+)*"
    rf"(?:\d|(?:{_FEW})\b)"
)
"""Behind the number of some of those who are counted next ("two nurses were among the 31 who drowned")."""
_SAME_SUM = re.compile(r"\s*(?:[a-z]+\s+)?\((?:(?:about|around|roughly|or|nearly|almost)\s+)*[$€£]?\Z")
"""Between a sum and the same in another currency: "$2m (£1.5m)"."""
_PRICE = re.compile(
    r"[\s-]*(?:an?|per|the|/)[\s-]*(?:barrel|bbl|tonne|ton|lit(?:re|er)|gallon|ounce|share|bushel|megawatt)\b"
)
"""Behind a sum that is a price and was given to nobody: "$60 a barrel"."""
_LISTED, _LIST_DIGITS = re.compile(r"[.)]\s+(?=[A-Z\d“\"])"), 2
_BEGINS = re.compile(r"(?:\A|\n|[.!?:”\"]\s)\s*\Z")
"""Behind the number of a paragraph, its digits at most, and what stands before it."""
_REACH, _FAR = 60, 120
"""Characters around a number, and back to the whole of which it is a part."""


def is_no_count(text: str, number: Span) -> bool:
    """True for figures that count nothing: clock times, ages ("Ann Ruiz, 37, …"), prices, counters ("3 shares").

    Nor does the number of a paragraph ("3. Truce: …").
    """
    before, after = _around(text, number)
    if _LISTED.match(after) and number.end - number.start <= _LIST_DIGITS and number.of(text).isdigit():
        return _BEGINS.search(before) is not None
    clock = _CLOCK_BEFORE.search(before) or _CLOCK_AFTER.match(after)
    old = _AGE.match(number.of(text))
    age = old and (
        (_AGE_BEFORE.search(before) and _AGE_AFTER.match(after)) or (_WAS.search(before) and _WHEN.match(after))
    )
    return bool(clock or age or _AGED.search(before) or _COUNTER.match(after) or _PRICE.match(after))


def is_earlier_toll(text: str, number: Span) -> bool:
    """True for the number of a toll that is outdated ("an earlier toll of 17", "up from 12", "rose to 62 from 45",
    "compared with nine a year before")."""
    before = _around(text, number)[0] + ("from " if number.of(text).lower().startswith("from ") else "")
    return bool(_EARLIER.search(before) or _UP_FROM.search(before))


def is_of_another_time(text: str, number: Span, act: Span) -> bool:
    """True for the number of what was at another time than the act before it ("… killing two, a day after 4 died")."""
    return act.end <= number.start and _OTHER_TIME.search(text, act.end, number.start) is not None


def is_other(text: str, number: Span) -> bool:
    """True where the words themselves say that the number is of no one kind of harm.

    Shares ("70 percent of the dead"), those "killed and wounded" in one number, people who were saved, and things.
    """
    before, after = _around(text, number)
    if _THINGS.match(after) and not _SUM.search(number.of(text)):
        return True
    if _SHARE.match(after) or _SAVED.search(before):
        return True
    return bool(_BOTH.search(before) or _BOTH_AFTER.match(after))


def is_unsure(text: str, number: Span) -> bool:
    """True for casualties, missing people, and those who did harm to others ("two gunmen killed 21 people")."""
    after = _around(text, number)[1]
    return bool(_UNSURE.match(after) or _DOERS.match(after))


def is_part(text: str, number: Span, others: Iterable[Span]) -> bool:
    """True where the number counts some of those counted before it ("ten people, including two boys")."""
    found = _PARTS.search(text, max(0, number.start - _REACH), number.start)
    return found is not None and any(0 <= found.start() - other.end <= _FAR for other in others)


def is_some(text: str, number: Span, others: Iterable[Span]) -> bool:
    """True where the number counts some of those counted beside it ("two of them", "two were among the ten killed")."""
    if _AMONG.match(text, number.end):
        return True
    named = _OF_THEM.match(text, number.end)
    return named is not None and any(0 <= number.start - other.end <= _FAR for other in others)


def is_same_sum(text: str, number: Span, others: Iterable[Span]) -> bool:
    """True for a sum in brackets behind another: it is the same in another currency."""
    return any(_SAME_SUM.fullmatch(text, other.end, number.start) for other in others if other.end <= number.start)


def _around(text: str, number: Span) -> tuple[str, str]:
    return text[max(0, number.start - _REACH) : number.start], text[number.end : number.end + _REACH]
