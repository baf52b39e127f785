"""What a count counts, told by the words near it: the fall-back where a model gives no kind."""

from __future__ import annotations

import re

from dateline.records.span import Span

_WORD = re.compile(r"[^\W\d_]+|\d[\d,.]*|[$€£¥₹%;:,.]")
_STEMS = {
    "killed": "kill dead death die dying slain slaughter massacr execut behead murder fatalit assassinat "
    "lives life bodies corpse martyr drown perish casualt gunned neutrali",
    "injured": "injur wound hurt maim burn hospitali critical treated",
    "abducted": "abduct kidnap hostage captive",
    "arrested": "arrest defendant inmate captur detain detention jail imprison custody rounded charged convict sentenc "
    "locked",
    "displaced": "displac fled flee refugee evacuat homeless uproot migrant",
    "released": "releas freed free handed swap exchange pardon parol",
    "participants": "protest demonstrat march rall vigil picket crowd participa gather attend turnout strikers "
    "supporters activists worshippers senators lawmakers gunmen took",
    "troops": "troop soldier servicem marines deploy personnel peacekeep contingent fighters forces service terrorist "
    "militant",
    "other": "deport expel expuls repatriat",
}
_MONEY = re.compile(
    r"[$€£¥₹]|\b(?:dollars?|euros?|pounds?|yuan|yen|rupees?|rubles?|roubles?|shekels?|francs?|usd|eur|aed|riyals?"
    r"|dirhams?|naira|shillings?|cedis?|pesos?|baht|ringgit|rupiah|taka|birr|krone[rn]|krona|zlotys?|hryvnias?|dinars?"
    r"|(?:lakhs?|crores?)(?!\W+(?:people|[^\W\d_]+s)\b))\b|\brs\b"
    r"|\b(?-i:Dhs?|AED|N|K?Sh|Tk|R|RM|Rp)(?=\.?\s?\d)",
    re.IGNORECASE,
)
_WEAK = {"participants": 8, "troops": 8, "displaced": 2, "released": -2}
"""Kinds named by nouns for people give way to what was done to them within so many words."""

_THINGS = re.compile(
    r"\W*(?:(?!(?:in|at|on|by|from|during|after|for|with|when|as|hurt|who)\b)[^\W\d_]+\W+){0,2}?(?:towns?|villages?|cities|ships?|boats?|vessels?|strikes|airstrikes|attacks?|raids?|"
    r"vehicles?|tanks?|homes?|houses?|buildings?|shells?|missiles?|rockets?|countries|states|nations|planes?|aircraft|"
    r"helicopters?|systems?|warheads?|tests?|bombs?|explosions?|blasts?|sites?|targets?|schools?|hospitals?|percent)\b"
)
"""Nouns of things: a count of them is of no kind of people, whatever was done to people nearby."""

_REACH = 14
_NOUN_AHEAD = 20
_STOP_COST = {";": 9, ":": 4, ",": 2, ".": 1, "and": 2, "while": 4, "but": 4}
_KINDS = [(re.compile("|".join(stems.split())), kind) for kind, stems in _STEMS.items()]


_OUTRANKED = {
    "killed": frozenset({"abducted", "arrested", "displaced", "participants", "troops"}),
    "injured": frozenset({"displaced", "participants", "troops"}),
    "abducted": frozenset({"displaced", "participants", "troops"}),
    "arrested": frozenset({"displaced", "participants", "troops"}),
    "released": frozenset({"abducted", "arrested", "displaced", "participants", "troops"}),
    "other": frozenset({"displaced", "participants", "troops"}),
}
"""What was done to people outranks what they are or had suffered ("nine who were detained have been released")."""
_UNHURT = re.compile(
    r"\W*(?:\w+\W+){0,2}?(?:casualt|(?:injur|wound)\w*\W+(?:and|or|nor)\W+(?:death|fatalit|dead|kill)"
    r"|(?:death|fatalit|dead|kill)\w*\W+(?:and|or|nor)\W+(?:injur|wound))",
    re.IGNORECASE,
)
_DRIVEN = re.compile(r"\b(?:displac|fled\b|flee|uproot|evacuat|homeless|driven|forced|escap)", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:.]\s|,\s+then\b|\bthen\b")
_LEFT = 90
"""Characters on either side of a number, in its clause, in which people are said to have fled."""
_DONE = re.compile(
    r"\b(?:(?P<killed>(?:kill|murder|massacr|execut)(?:e?s|e?d|ing))|(?P<injured>(?:injur|wound|hurt)(?:e?s|e?d|ing))"
    r"|(?P<abducted>(?:kidnapp?|abduct)(?:s|ed|ing))|(?P<arrested>(?:arrest|detain)(?:s|ed|ing))"
    r"|(?P<displaced>displac(?:es|ed|ing)))\s+\Z",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:were|was|are|is|been|being|be|those|the)\s+(?:\w+ly\s+)?\w+\s+\Z", re.IGNORECASE)
_OWN = re.compile(
    r"\s+(?:\w+\s+)?(?:injured|wounded|hurt|arrested|detained|displaced|missing|dead|killed)\b(?!\s+(?:[a-z]+\s+){0,2}\d)",
    re.IGNORECASE,
)
"""Behind a number that has a word of its own, whatever stands before it ("3 killed 38 injured in the raid")."""
_FORCED = re.compile(r"\b(?:forc(?:es|ed|ing)|dr(?:ove|iven|iving)|pushed|and)\s+\Z", re.IGNORECASE)
_OUT = re.compile(
    r"\s+(?:[a-z]+\s+){0,2}?(?:famil(?:y|ies)|people|civilians|residents|villagers|households)\s+(?:out\b|from\s+their\b|to\s+flee\b)"
)
"""Around the number of those who had to leave: "forced 200 families out of the town"."""
_VERB = 30
"""Characters before a number in which the verb stands whose object it is."""
RISING = r"ris(?:es?|en|ing)|rose|climb\w*|jump\w*|grow[ns]?|grew|soar\w*|increas\w*"
"""Verbs of numbers that become more."""
_TOLL = re.compile(
    rf"\btolls?\b(?:(?![.;]|injur|wound|hurt).){{0,90}}?\b(?:{RISING}"
    r"|reach\w*|st(?:ands|ood|anding)|mount\w*|passed|topped|hit|to|at|of|now|was|is)\s+"
    r"(?:(?:to|at|past|above|by|of|as|high|now|least|more|than|over|about|some|nearly|almost|around)\s+)*\Z",
    re.IGNORECASE | re.DOTALL,
)
_UNHARMED_TOLL = re.compile(r"\b(?:injur(?:y|ed)|casualty|wounded)\s+\Z", re.IGNORECASE)
_TOLL_BACK = 130
"""Characters before a number in which its toll is named."""


def what_is_counted(text: str, span: Span, sentence: Span, act: Span | None = None) -> str:
    """The kind of a count (killed, injured, …, money, other) by the words around `span` in its sentence.

    `act` are the words that name the act it is counted for: what they say was done outranks what the people are.
    """
    kind = _kind_near(text, span, sentence)
    done = what_is_done(text, act) if act else None
    return done if done is not None and kind in _OUTRANKED.get(done, ()) else kind


def what_is_done(text: str, act: Span) -> str | None:
    """The kind of harm that the words of an act name ("gunned down": killed), None where they name none."""
    return next((k for w in act.of(text).lower().split() if (k := _kind(w)) is not None), None)


def is_driven_out(text: str, span: Span) -> bool:
    """True where words near a number tell that people had to leave, and not only that they are refugees."""
    before, after = text[max(0, span.start - _LEFT) : span.start], text[span.end : span.end + _LEFT]
    return _DRIVEN.search(_CLAUSE.split(before)[-1]) is not None or _DRIVEN.search(_CLAUSE.split(after)[0]) is not None


def kinds_of_none(text: str, span: Span) -> tuple[str, ...]:
    """Killed and injured for "no casualties" and "no deaths or injuries"; nothing for other words behind `span`."""
    return ("killed", "injured") if _UNHURT.match(text, span.end) or _UNHURT.search(span.of(text)) else ()


def done_to(text: str, span: Span) -> str | None:
    """What the verb right before a number says was done to so many: "kills 30 injures 90"; None where none does."""
    before = text[max(0, span.start - _VERB) : span.start]
    if _FORCED.search(before) and _OUT.match(text, span.end):
        return "displaced"
    found = _DONE.search(before)
    return found.lastgroup if found and not _PASSIVE.search(before) and not _OWN.match(text, span.end) else None


def is_toll(text: str, span: Span) -> bool:
    """True for the number of a toll ("the toll from the blast rose to 8"): of the dead, where no others are named."""
    start = max(0, span.start - _TOLL_BACK)
    found = _TOLL.search(text, start, span.start)
    if found is None:
        return False
    return not _UNHARMED_TOLL.search(text, start, found.start()) and not _OWN.match(text, span.end)


def _kind_near(text: str, span: Span, sentence: Span) -> str:
    after = text[span.end : sentence.end]
    begin = max(sentence.start, span.start - 4)
    money = _MONEY.search(text, begin, span.end + _NOUN_AHEAD)
    if (money and money.start() < span.end) or _MONEY.match(after.strip()[:_NOUN_AHEAD]):
        return "money"
    inside = _WORD.findall(span.of(text).lower())
    right = [*inside, *_WORD.findall(after.lower())][: _REACH + len(inside)]
    left = _WORD.findall(text[sentence.start : span.start].lower())[::-1][:_REACH]
    if _THINGS.match(after.lower()):
        return "other"
    if inside and inside[-1] in {"billions", "trillions"}:
        return "money"
    scored = [*_scores(right, -len(inside)), *_scores(left, 0.5)]
    return min(scored)[1] if scored else "other"


def _scores(words: list[str], start: float) -> list[tuple[float, str]]:
    """Cost and kind of each telling word, dearer the further away and the more clauses lie between."""
    found = []
    cost = start
    for i, word in enumerate(words):
        cost += 1 + _STOP_COST.get(word, 0) + (3 if word[0].isdigit() and i else 0)
        kind = _kind(word)
        if kind is not None:
            found.append((cost + _WEAK.get(kind, 0), kind))
    return found


def _kind(word: str) -> str | None:
    for pattern, kind in _KINDS:
        if pattern.match(word):
            return kind
    return None
