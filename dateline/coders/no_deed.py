"""Words of an act that are no deed of anyone.

Dangers ("the terrorist threat"), what people think ("54% oppose"), mishaps ("killed in a car crash"), moods ("weary
resignation"), no comment ("declined to comment"), news conferences, no evidence, figures of speech ("shot
itself in the foot"), promises that are kept ("met every target").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.coders.shown import is_of_things
from dateline.coders.undone import is_undone
from dateline.records.span import Span

_THREAT = re.compile(r"threats?\Z", re.IGNORECASE)
_KIND = re.compile(
    r"\b(?:(?:security|safety|terror|terrorist|terrorism|extremist|jihadist|islamist|militant|insurgent|existential|imminent|"
    r"credible|specific|possible|potential|perceived|growing|rising|emerging|evolving|persistent|lingering|constant|serious|grave|"
    r"major|main|common|real|external|internal|regional|global|(?:big|great|larg|grav|high)(?:ger|er|gest|est)?)[\s-]+){1,3}\Z",
    re.IGNORECASE,
)
"""What kind of danger it is, or how great; a threat that is uttered is "new", "repeated", "veiled" or somebody's."""
_POSED = re.compile(
    r"\b(?:pos(?:e|es|ed|ing)|represent(?:s|ed|ing)?|constitut(?:e|es|ed|ing)|counter(?:s|ed|ing)?|neutrali[sz](?:e|es|ed|ing))"
    r"\s+(?:[\w-]+\s+){0,3}?\Z",
    re.IGNORECASE,
)
_BEING = re.compile(
    r"\b(?:(?:is|are|was|were|be|been|being|remains?|remained|becom(?:e|es|ing)|became)\s+(?:(?:not|now|still|also)\s+)?an?"
    r"|no|present(?:s|ed|ing)?(?:\s+an?)?|fac(?:e|es|ed|ing)(?:\s+(?:an?|the))?)\s+(?:(?!death\b|bomb\b|veiled\b)[\w-]+\s+){0,2}?\Z",
    re.IGNORECASE,
)
"""Before a danger that somebody or something is, or that is or is not there ("became a real threat", "no threat")."""
_FACED = re.compile(r"\s+(?:that\s+)?(?:we|they|[A-Z]\w+)\s+(?:now\s+)?(?:fac|pos)(?:e|es|ed)\b")
_TO = re.compile(
    r"\s+to\s+(?:the|its|their|our|his|her|all|both|national|international|regional|global|world|public|peace|security|"
    r"stability|democracy|civilians|human|life|lives|health|shipping)\b",
    re.IGNORECASE,
)
"""What is in danger; behind a threat that is uttered stands what will be done ("a threat to quit")."""
_TO_DO = re.compile(r"\s+(?:to\s+(?!(?:us|them|him|her|you|me)\b)|of\s)")
"""Behind a threat that is uttered: what will be done."""
_ASKED = re.compile(
    r"(?:\d[\d.,]*\s?(?:%|percent|per\s+cent)|\b(?:half|majority|third|quarter)s?)"
    r"(?:\s+of\s+(?:[\w’'-]+\s+){0,3}?(?:respondents|americans|voters|adults|people|those|participants|citizens|[A-Z]\w+s)"
    r"(?:\s+(?:polled|surveyed|asked|questioned))?)?\s+(?:(?:who|also|now|still|strongly|somewhat|say|said|they|would)\s+)*\Z"
)
_BALLOT = re.compile(r"\b(?:referendums?|ballots?|elections?|plebiscites?|primar(?:y|ies))\b", re.IGNORECASE)
"""A share of those who voted is no share of those who were asked."""
_OPINION = re.compile(
    r"(?:support|oppos|favou?r|back|approv|disapprov|agree|disagree|want|prefer|reject|endors|call|blam|prais)\w*"
)
_THOSE_ASKED = re.compile(
    r"\b(?:those|people|respondents|voters|adults)\s+(?:polled|surveyed|questioned)\b[^.;]{0,30}\Z", re.I
)
_POLL = re.compile(
    r"\b(?:(?:opinion|new|recent|separate|latest|nationwide|[A-Z]{2,4}|News|Gallup)\s+poll|surveyed|pollsters|poll\s+"
    r"(?:found|finds|shows?|showed|released|conducted|taken))\b"
)
_PUBLIC = re.compile(
    r"\b(?:Americans|Britons|Israelis|[A-Z]\w+(?:ans|ese|is)|voters|adults|respondents|Democrats|Republicans|independents|people|residents"
    r"|citizens|majority|half)(?:\s+(?:also|now|still|who|strongly|\w+ly))*\s+\Z"
)
"""Those whom such polls ask; what an official says of a poll is a deed."""
_OF_NONE = (
    r"\s+(?:\w+\s+)?(?:evidence|idea|doubt|information|knowledge|indications?|proof|repl(?:y|ies)|requests?|response)"
)
"""What somebody has none of, and so refuses nothing."""
_NOTHING = re.compile(rf"no(?:{_OF_NONE}|\Z)", re.IGNORECASE)
_KNOWN = re.compile(rf"{_OF_NONE}\b", re.IGNORECASE)
_POSED_BY = re.compile(r"\s+(?:posed|from)\b", re.IGNORECASE)
_THE = re.compile(r"\bthe\s+\Z", re.IGNORECASE)
_DEATH = re.compile(r"(?:kill(?:ed|ing)|died|dying|dead|deaths?|injured|hurt|lost\s+their\s+lives)\Z", re.IGNORECASE)
_OF_A_MISHAP = re.compile(
    r"[^,;:.]{0,60}?\b(?:in|by|from|of|during|after)\s+(?:(?:an?|the|his|her|their)\s+)?(?:(?!(?:and|or)\b)[\w-]+\s+){0,3}?"
    r"(?:crash|stampede|crush|accident|collision|derailment|earthquake|quake|floods?|flooding|hurricane|storm|tornado|"
    r"landslide|mudslide|avalanche|tsunami|cyclone|typhoon|wildfires?|disease|illness|cancer|coronavirus|covid-19|cholera|"
    r"ebola|malaria|heart\s+attack|natural\s+causes|old\s+age)\b",
    re.IGNORECASE,
)
"""What people die of that nobody does to them."""
_ESCALATING = re.compile(
    r"\s+to\s+(?:\w+ly\s+)?(?:escalate|spill|spread|engulf|plunge|unravel|worsen|erupt|overwhelm|overshadow|reignite)\b",
    re.IGNORECASE,
)
"""What threatens to happen, rather than what somebody threatens to do."""
_MOOD = re.compile(
    r"\b(?:weary|quiet|grim|stoic|bitter|air\s+of|sense\s+of|mood\s+of|with|mixture\s+of)\s+\Z", re.IGNORECASE
)
"""Before "resignation": people who resign themselves to something, not from an office."""
_CRITIC = re.compile(r"critics?\Z", re.IGNORECASE)
"""What somebody is known as ("a critic of the army"), not what he said on a day."""
_SILENCE = ("comment", "respond", "repl", "return", "declin")
_NO_COMMENT = re.compile(
    r"\b(?:declin\w+|refus\w+|would\s+not|wouldn[’']t|(?:did|do|does|has|have|had|was|were)(?:\s+not|n[’']t))\b"
    r"(?:[^.;,:]{0,60}?\b(?:to|for|seeking|requesting|provide|offer|make|any|further))?(?:\s+\w+ly)?(?:\s+an?)?\s+comment(?:ed)?\b"
    r"|[“\"‘]no\s+comment\b"
    r"|\b(?:not|\w+n[’']t)\s+(?:\w+ly\s+)?(?:(?:respond(?:ed)?|repl(?:y|ied))\s+to\s+(?:\w+\s+){0,2}?(?:questions|e-?mails?|messages?)"
    r"|return(?:ed)?\s+(?:\w+\s+){0,2}?(?:calls?|e-?mails?|messages?))\b"
    r"|\bdeclin\w+\s+to\s+(?:say|elaborate|identify|specify|disclose|speculate|(?:give|provide|offer)\s+(?:\w+\s+){0,2}?"
    r"(?:details|specifics|information))\b",
    re.IGNORECASE,
)
"""What reporters were told who asked: no refusal of anything that somebody wants."""
_BEFORE = 30
_NEWS = re.compile(r"\b(?:news|press|conference|briefing)s?\b", re.IGNORECASE)
_TO_REPORTERS = re.compile(
    r"(?P<joint>\bjoint\s+(?:\w+\s+)?)?\b(?:news|press)\s+(?:conference|briefing)s?\b"
    r"(?!(?:\s+[\w’'-]+){0,4}?\s+(?:with|alongside|by)\s+(?!reporters\b|journalists\b|the\s+press\b))",
    re.IGNORECASE,
)
"""News conferences that nobody is told to share: annotators take 25 of 369 for talks, of shared ones 59 of 86."""
_FIGURE = re.compile(
    r"(?:shoots?|shot|shooting)\s+(?:(?:\w+sel(?:f|ves)|(?:the|its|their|his|her)\s+(?:[\w-]+\s+)?\w+)\s+)?in\s+the\s+foot\b"
    r"|charg[ée]\s+d[’']"
    r"|air\s?strips?\b|speaking\s+(?:after|ahead|as|at|before|during|for|from|in)\b"
    r"|(?:c[oa]me|comes|coming|enter(?:ed|s)?|went|goes|going)(?:\s+in)?\s+(?:in)?to\s+(?:force|effect)\b"
    r"|join(?:s|ed|ing)?\s+(?:the\s+)?(?:[A-Z][\w.]+\s+)?(?:army|navy|marines?|air\s+force|military|police)\b(?!\s+(?:\w+\s+)?(?:actions?|alliance"
    r"|campaigns?|coalition|drills?|effort|exercises?|intervention|missions?|offensive|operations?|raids?|strikes?))"
    r"|bombard(?:s|ed|ing|ment)?\s+(?:[\w’'-]+\s+){0,3}?(?:with|of)\s+(?:[\w’'-]+\s+){0,2}?(?:questions?|calls|emails|e-mails|messages"
    r"|letters|requests|complaints|adverts?|advertisements|criticism|propaganda)\b"
    r"|(?:battl|fight|fought|struggl|war|siege|attack|assault)\w*\s+(?:with|against|on)\s+(?:[\w-]+\s+){0,2}?(?:cancer|illness|disease|depression"
    r"|addiction|obesity|leuk[ae]+mia|injury|inflation|poverty|hunger|rats|litter|waste|paperwork|common\s+sense)\b"
    r"|(?:battl|fight|fought|struggl|tackl)\w*\s+(?:to\s+(?:put\s+(?:it\s+)?out|extinguish|douse|tame)\b|for\s+(?:his|her)\s+life\b"
    r"|(?:(?:an?|the|several|huge|large|massive|raging|deadly|resulting)\s+){0,3}(?:blazes?|flames|inferno|(?:wild|bush|forest\s+|house\s+)?fires?)\b"
    r"(?!\s+with\b))",
    re.IGNORECASE,
)
"""Words of war for what is none, as against flames; who joins an army takes work. Who speaks somewhere talks to nobody
(137 of 141 in annotated articles), and that something comes into force is no act (46 of 46).
"""
_DYING = re.compile(r"(?:death|died|dies|dead|passing|passed away)\Z", re.IGNORECASE)
_WHOSE = re.compile(
    r"(?P<who>[^\W\d_a-z][\w’'-]+?)(?:['’]s|,\s[^,.;]{1,80}(?:,\s[^,.;]{1,60})?,)?\s+(?:(?:\w+ly|has|had|have|is|was|who|apparently|indeed)\s+)*\Z"
)
_OF_ILLNESS = re.compile(
    r"\b(?:long|lengthy|prolonged|brief|short|serious|terminal)\s+illness\b|\bin\s+(?:his|her)\s+sleep\b|\bof\s+(?:natural\s+causes|old\s+age)\b"
    r"|\b(?:dies|died|death)\b[^.\n]{0,60}\b(?:aged|at\s+the\s+age\s+of|at\s+age)\b"
    r"|\b(?:dies|died|death)\b[^.\n]{0,60}?\b(?:of|from|after)\s+(?:(?!(?:and|or)\b)[\w-]+\s+){0,4}?(?:tuberculosis|cancer|pneumonia|hepatitis"
    r"|leuk[ae]+mia|covid-19|coronavirus|heart\s+(?:attack|failure|disease)|kidney\s+(?:failure|disease)|stroke|illness|disease)\b",
    re.IGNORECASE,
)
"""How it is told that somebody died of what nobody did."""
_KEPT = re.compile(
    r"(?:met|meets?|meeting)\s+(?:(?:an?|the|all|any|every|each|both|its|their|his|her|our|of|no|single|strict|minimum|legal|new|basic|these|those"
    r"|this|that|[A-Z]?\w+['’]s?|\w+al|\w+ic|\w+ed)\s+){0,5}?(?:agreements?|benchmarks?|commitments?|criteria|deadlines?|expectations|goals?"
    r"|needs|objectives?|obligations?|quotas?|requirements?|standards?|targets?|thresholds?)\b(?!\s+(?:audience|bearers?|groups?)\b)"
)
"""What is met that is nobody: an aim or a promise."""


def is_no_deed(text: str, sentence: Span, act: Span) -> bool:
    """True where an act is a danger, mishap, mood, opinion asked for, figure of speech, promise kept, no comment, a
    news conference, or done to papers and bodies alone.
    """
    return (
        _is_opinion(text, sentence, act)
        or _is_danger(text, sentence, act)
        or _is_mishap(text, sentence, act)
        or _is_natural(text, sentence, act)
        or _is_mood(text, sentence, act)
        or _is_no_comment(text, sentence, act)
        or _is_nothing(text, sentence, act)
        or _is_to_reporters(text, sentence, act)
        or is_of_things(text, sentence, act)
        or is_undone(text, sentence, act)
        or _CRITIC.search(act.of(text)) is not None
        or _FIGURE.match(text, act.start, sentence.end) is not None
        or _KEPT.match(text, act.start, sentence.end) is not None
    )


def _is_mishap(text: str, sentence: Span, act: Span) -> bool:
    """True where people died of what nobody did to them."""
    return bool(_DEATH.search(act.of(text)) and _OF_A_MISHAP.match(text, act.end, sentence.end))


def _is_natural(text: str, sentence: Span, act: Span) -> bool:
    """True where somebody is dead by name of whom the report says elsewhere that an illness or age was the cause."""
    if not _DYING.fullmatch(act.of(text)):
        return False
    named = _WHOSE.search(text, max(sentence.start, act.start - 160), act.start)
    if named is None:
        return False
    return any(_OF_ILLNESS.search(text, begin, end) for begin, end in _lines_of(text, named["who"]))


def _lines_of(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where the sentences that hold a name begin and end, roughly."""
    at = text.find(name)
    while at >= 0:
        begin = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at)) + 1
        ends = [e for e in (text.find(". ", at), text.find("\n", at)) if e >= 0]
        yield begin, min(ends, default=len(text))
        at = text.find(name, at + len(name))


def _is_no_comment(text: str, sentence: Span, act: Span) -> bool:
    """True where the act is in words that somebody did not comment."""
    rest = text[act.start : sentence.end]
    if not any(word in rest for word in _SILENCE):
        return False
    return any(Span(*found.span()).overlaps(act) for found in _NO_COMMENT.finditer(text, sentence.start, sentence.end))


def _is_to_reporters(text: str, sentence: Span, act: Span) -> bool:
    """True where the act is a news conference that somebody gives alone."""
    if not _NEWS.search(act.of(text)):
        return False
    near = _TO_REPORTERS.finditer(text, max(sentence.start, act.start - _BEFORE), sentence.end)
    return any(not found["joint"] and Span(*found.span()).overlaps(act) for found in near)


def _is_mood(text: str, sentence: Span, act: Span) -> bool:
    """True where people are resigned to something."""
    return act.of(text).casefold() == "resignation" and bool(_MOOD.search(text, sentence.start, act.start))


def _is_opinion(text: str, sentence: Span, act: Span) -> bool:
    """True where the act is what those asked think ("54% of respondents oppose", "those surveyed called it wrong")."""
    if not _OPINION.match(act.of(text)):
        return False
    before = text[sentence.start : act.start]
    asked = _ASKED.search(before) or _THOSE_ASKED.search(before) or (_POLL.search(before) and _PUBLIC.search(before))
    return bool(asked) and not _BALLOT.search(sentence.of(text))


def _is_danger(text: str, sentence: Span, act: Span) -> bool:
    """True where a threat is a danger that there is, not words of anyone."""
    if act.of(text).casefold() in ("threatens", "threatening", "threatened", "threaten"):
        return bool(_ESCALATING.match(text, act.end, sentence.end))
    if not _THREAT.search(act.of(text)):
        return False
    before, words = text[sentence.start : act.start], act.of(text)
    kind = before + _THREAT.sub("", words)
    posed = _POSED_BY.match(text, act.end, sentence.end) and words.casefold() == "threat" and _THE.search(before)
    if posed or _KIND.search(kind) or _POSED.search(before) or _TO.match(text, act.end, sentence.end):
        return True
    to_do = _TO_DO.match(text, act.end, sentence.end)
    return not to_do and bool(_BEING.search(before) or _FACED.match(text, act.end, sentence.end))


def _is_nothing(text: str, sentence: Span, act: Span) -> bool:
    """True where somebody has no evidence, idea or doubt."""
    words = act.of(text)
    if not _NOTHING.fullmatch(words):
        return False
    return words.casefold() != "no" or _KNOWN.match(text, act.end, sentence.end) is not None
