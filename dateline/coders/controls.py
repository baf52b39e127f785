"""Who does an act that is told as "-ing" behind for, by or after: who does the main verb, or whose reason it is.

"The new rulers have cited the war as a reason for toppling the king": the rulers toppled him.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.coders.within import as_led
from dateline.records.annotation import Trigger
from dateline.records.span import Span

_BEHIND = re.compile(r"\b(?:for|by|after|before|without|while|when)\s+(?:(?:\w+ly|not|also|then|first)\s+)*\Z")
_GERUND = re.compile(r"[\w-]+ing\b")
_DONE_TO = re.compile(
    r"\s+(?!(?:of|in|on|at|by|with|from|to|after|before|between|following|over|during|and|or|as|is|was|will|has)\b)[\w“\"]"
)
"""Behind a verb: what it is done to. "Fighting in" and "training of" are nouns."""
_WHOSE = re.compile(
    r"(?:(?P<name>[A-Z][\w.-]*)['’]s?|\b(?P<pronoun>[Ii]ts|[Hh]is|[Hh]er|[Tt]heir))\s+(?:(?!and\b|or\b)[\w-]+\s+){0,2}"
    r"(?:reasons?|excuses?|pretexts?|grounds|justifications?|strateg(?:y|ies)|polic(?:y|ies)|practices?|tactics?|habit)"
    r"\s+(?:of|for)\s+(?:\w+ly\s+)*\Z"
)
_OPENS = re.compile(
    r"[“\"‘']?(?:(?:On|In|At|Last|This|Earlier|Also|Meanwhile|However|But|And|Late|Early)\b[^,.;:]{0,40},\s+|(?:But|And)\s+)?"
    r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s+)?"
)
"""What may stand before the subject of a sentence."""
_ASIDE = re.compile(r",\s+(?:who|which|whose|where)\b[^,;]*,")
_OTHER_CLAUSE = re.compile(
    r"[;:“”\"\n]|,\s+(?:and|but|or|while|as)\b|\b(?:that|if|because|while|although|though|whether|who|which|when|where|said|says)\b"
)
_OF_THE_OBJECT = re.compile(
    r"\b(?:accus|blam|prais|thank|condemn|critici|commend|congratulat|applaud|hail|denounc|slam|chid|rebuk|scold|arrest|detain|charg"
    r"|indict|convict|sentenc|jail|imprison|fault|punish|prosecut|tr(?:y|ied)\b|sanction|fin(?:e|ed|ing)\b|account|responsib|fir(?:e|ed|ing)\b"
    r"|dismiss|sack|suspend|expel|kill|stop|prevent|prohibit|bar|ban|apologi|forgiv|pardon|call(?:s|ed)?\s+for|demand|wanted|paid)\w*",
    re.IGNORECASE,
)
"""Verbs whose object does what follows: "blamed the guild for burning the mill"."""


def controllers(
    text: str, sentence: Span, trigger: Trigger, parties: Sequence[Span], done_to: Sequence[Span]
) -> list[Span]:
    """The one of the `parties`, or the possessive, that does an "-ing" act without any actor; empty where none does."""
    act = trigger.span
    if not _GERUND.match(act.of(text)) or not (done_to or _DONE_TO.match(text, act.end, sentence.end)):
        return []
    found = _whose(text, sentence, act, parties) or _subject(text, sentence, act, parties)
    return [found] if found and not any(found.overlaps(d) for d in done_to) else []


def _whose(text: str, sentence: Span, act: Span, parties: Sequence[Span]) -> Span | None:
    found = _WHOSE.search(text, sentence.start, act.start)
    if found is None:
        return None
    if found["pronoun"]:
        return Span(*found.span("pronoun"))
    name = Span(*found.span("name"))
    return next((p for p in parties if p.holds(name)), None)


def _subject(text: str, sentence: Span, act: Span, parties: Sequence[Span]) -> Span | None:
    """The party that the sentence begins with, where no other clause and no verb of its object's deeds lies between."""
    if not _BEHIND.search(text, max(sentence.start, act.start - 40), act.start):
        return None
    opens = _OPENS.match(text, sentence.start, act.start)
    first = opens.end() if opens else sentence.start
    heads = [p for p in parties if p.start == first and p.end < act.start]
    if not heads:
        return None
    head = max((*heads, *(led for p in parties if (led := as_led(text, p)).start == first)), key=lambda p: p.end)
    between = _ASIDE.sub(",", text[head.end : act.start])
    return None if _OTHER_CLAUSE.search(between) or _OF_THE_OBJECT.search(between) else head
