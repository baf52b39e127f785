"""Whether a hedge is one on the act it was read with."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.records.span import Span

_OF_A_NOUN = re.compile(r"(?:allege|purporte|accuse|so-calle|suspecte)d", re.IGNORECASE)
"""Hedges that stand on the noun behind them: "charges against an alleged spy" are no alleged charges."""
_TURNED = re.compile(r",\s+(?:who|which|whose|where|and|but|while|as|after|including|appearing|seeming|apparently)\b")
"""How a clause begins that says something else than what stood before it."""
_LINK = re.compile(r"\b(?:against|for|over|of|about|into|to|from|with|that|on|involving)\b")
"""What stands between an act and the noun of another one."""
_THAT_ARE = re.compile(r"\b(?:that|who|which)\s+(?:are|is|was|were)\s*\Z")
_APART = re.compile(
    r"\b(?:after|before|during|amid|since|following|prior\s+to|because|despite|until|while|when|ahead\s+of|as)\b",
    re.IGNORECASE,
)
"""What leads to another act: "allegedly fled after the attack", "was killed when shells reportedly fell". In annotated
articles an adverb of doubt was on the act beyond such a word 12 times in 94.
"""
_ADVERB = re.compile(r"\w+ly", re.IGNORECASE)
_OF_A_THING = re.compile(
    r"\b(?:an?|the|this|that|these|those|any|some|his|her|its|their|two|three|over|of|for|in|by|with|against|from|other)\s+"
    r"(?:(?:allege|purporte|suspecte|reporte|suppose)d|apparent)\Z",
    re.IGNORECASE,
)
"""Adjectives of doubt, which like adverbs are on the next words; what somebody claims or believes is a whole clause."""
_LEADS = re.compile(r"\b(?:in|of|to|from|on|for|at|by|with|against|over|about|into|that|which|who)\b", re.IGNORECASE)
_CHARGE = re.compile(r"(?:accus|blam)\w+", re.IGNORECASE)
_BESIDE = re.compile(r"(?:\b(?:and|or|and/or)|,)\s*\Z", re.IGNORECASE)
"""Before the second of two acts that one hedge is on: "allegedly beat and robbed a farmer"."""
_SURE = re.compile(
    r"(?:confirmed|deliberately|intentionally|indiscriminately|systematically|pictured|responsible|not|due|premeditated|public"
    r"|very|much|most|pretty|mystery|confident|plausible|shows|clearly|certainly)",
    re.IGNORECASE,
)
"""Words near acts that say how or who and leave no doubt: of 3,020 annotated hedges none is one of them."""
_SEEN = re.compile(r"appear(?:s|ed|ing)?", re.IGNORECASE)
_THERE = re.compile(r"\s+(?:in|at|on|before|alongside|beside|behind|with|near|outside)\b", re.IGNORECASE)
"""Behind "appeared" where somebody was seen, and nothing is doubted."""
_LINKED = re.compile(r"(?:linked|tied|affiliated)(?:\s+(?:to|with))?", re.IGNORECASE)
_TO_A_GROUP = re.compile(r"(?:\s+(?:to|with))?\s+(?:[^\W\d_a-z]|al[-\s])")
"""Whose fighters "militants linked to al-Qaeda" are; "linked to the attack" is a doubt."""
_JOINED = re.compile(r"(?:,\s+|\s)(?:and|but)\s+(?:(?:\w+ly|also|then|has|have|had)\s+)?\Z")
_DONE = re.compile(r"\w+ed\b|swore|told|took|held|called|made|gave|sent|met|went")
_HAVING = re.compile(r"\b(?:having|been|that|was|were|who|which|had|has|have)\b")
"""Words that stand between an accusation and deeds that belong to it."""
_CLAIMED = re.compile(r"(?:claim|responsib|took\s+responsib|admit)\w*", re.IGNORECASE)
_NOBODY = re.compile(r"\b(?:no|nobody|neither|none)\b[^.;:,]{0,70}\Z", re.IGNORECASE)
"""Who claims an act raises doubt of who did it; that nobody does raises none ("no group claimed the raid")."""
_IF = re.compile(r"\b(?:if|whether|until|unless|once)\b[^.;]{0,30}\Z", re.IGNORECASE)
"""Before "confirmed": not yet sure."""


def governs(text: str, hedge: Span, act: Span, acts: Iterable[Span] = ()) -> bool:
    """False where the hedge is on another word than the act, or is none.

    Rule: a hedge behind the act is not on it where a comma begins a clause between them, where an adjective of doubt
    stands on the object of the act ("impeached over alleged abuse"), or in a clause on that object. On either side, it
    is not where a word of time or reason stands between them. An adverb or adjective of doubt is not on an act behind
    another of the `acts` ("allegedly failed to stop the raids"), unless both are joined by "and".
    """
    if _CLAIMED.match(hedge.of(text)) and _NOBODY.search(text, max(0, hedge.start - 80), hedge.start):
        return False
    sure = _SURE.fullmatch(hedge.of(text)) and not _IF.search(text, max(0, hedge.start - 40), hedge.start)
    if hedge.overlaps(act) or sure or _is_plain(text, hedge, act):
        return False
    if hedge.start < act.end:
        return not _parted(text, hedge, act, acts)
    between = text[act.end : hedge.start]
    if _TURNED.search(f"{between}{hedge.of(text)} ") or _APART.search(between):
        return False
    noun = _OF_A_NOUN.fullmatch(hedge.of(text)) is not None
    return not (noun and (_LINK.search(between) or _THAT_ARE.search(between)))


def _is_plain(text: str, hedge: Span, act: Span) -> bool:
    """True where a word of doubt only says where somebody was seen, or whose the fighters are who act."""
    words = hedge.of(text)
    if _SEEN.fullmatch(words):
        return _THERE.match(text, hedge.end) is not None
    return bool(hedge.end <= act.start and _LINKED.fullmatch(words) and _TO_A_GROUP.match(text, hedge.end))


def _parted(text: str, hedge: Span, act: Span, acts: Iterable[Span]) -> bool:
    """True where something stands between the hedge and an act behind it that has the hedge for itself."""
    words = hedge.of(text)
    of_a_word = _ADVERB.fullmatch(words) or _OF_A_THING.search(text, max(0, hedge.start - 12), hedge.end)
    if (of_a_word or _CHARGE.fullmatch(words)) and _APART.search(text, hedge.end, act.start):
        return True
    between = text[hedge.end : act.start]
    if (
        _CHARGE.fullmatch(words)
        and _DONE.match(text, act.start)
        and _JOINED.search(between)
        and not _HAVING.search(between)
    ):
        return True
    behind = [a.end for a in acts if hedge.end <= a.start and a.end <= act.start]
    another = of_a_word and any(_LEADS.search(text, end, act.start) for end in behind)
    return bool(another) and not _BESIDE.search(text, hedge.end, act.start)
