"""Words of an act that is done to papers or to the dead, or that only names who stands accused.

"The video was released", "recovered the bodies", "the accused were led in".
"""

from __future__ import annotations

import re

from dateline.records.span import Span

_NEAR = 80
"""Characters before an act in which what is done to stands."""
_SHOWN = re.compile(r"(?:re-?)?releas(?:e|es|ed|ing)\Z", re.IGNORECASE)
_PAPERS = (
    r"(?:audio|autops(?:y|ies)|decrees?|documents?|e-?mails?|figures|films?|findings|footage|images?|indictments?|letters?"
    r"|memos?|photos?|photographs?|pictures?|polls?|recordings?|reports?|results|stat(?:ement|istic)s?|tapes?|texts?|transcripts?|videos?)"
)
_PEOPLE = (
    r"who|whom|and|but|says?|said|shows?|showed|that|hostages|prisoners|detainees|inmates|captives|men|women|people"
)
"""What makes it that people are released, or that another clause begins."""
_OF_PAPERS = re.compile(
    rf"\b{_PAPERS}(?:(?!\b(?:{_PEOPLE})\b)[^.;:,“”\"]){{0,50}}?\s(?:(?:is|are|was|were|been|being|be)\s+)?(?:\w+ly\s+)?\Z"
    rf"|\b{_PAPERS},?\s+(?:which|that)\s+(?:will\s+be|was|were|has\s+been|is)\s+(?:\w+ly\s+)?\Z",
    re.IGNORECASE,
)
"""What is released that was never held: of 30 papers and videos in annotated articles none is an act."""
_PAPERS_BEHIND = re.compile(
    rf"\s+(?:(?:an?|the|its|his|her|their|some|more|new|all|another|several|two|three)\s+)*(?:[\w-]+\s+)?{_PAPERS}\b",
    re.IGNORECASE,
)
_RECOVERED = re.compile(r"(?:recover|retriev|collect)(?:s|ed|ing|y)?\Z", re.IGNORECASE)
_BODIES = re.compile(
    r"\s+(?:(?!(?:and|or|after|when|who)\b)[\w’'-]+\s+){0,4}?(?:bod(?:y|ies)|corpses?|remains)\b", re.IGNORECASE
)
"""What is brought back from a place where people died: no aid to anyone."""
_ACCUSED = re.compile(r"accused\Z", re.IGNORECASE)
_WHO_IS = re.compile(r"\b(?:the|an|all|both|two|three|four|five|other|\d+|most\s+of\s+the)\s+\Z", re.IGNORECASE)
_NO_NOUN = re.compile(
    r"\s*(?:[.,;:?!)”\"’]|\Z|(?:is|are|was|were|has|have|had|will|would|can|could|to|who|and|or|in|at|on|with|from|by|as"
    r"|did|does|remained?|told|said)\b)"
)
"""Around those who stand accused in a court, told without what they are accused of."""


def is_of_things(text: str, sentence: Span, act: Span) -> bool:
    """True where a paper or video is released, a body recovered, or the word names those who stand accused."""
    return _is_shown(text, sentence, act) or _is_of_the_dead(text, sentence, act) or _is_accused(text, sentence, act)


def _is_shown(text: str, sentence: Span, act: Span) -> bool:
    """True where a paper or video is released, and nobody."""
    if not _SHOWN.fullmatch(act.of(text)):
        return False
    behind = _PAPERS_BEHIND.match(text, act.end, sentence.end)
    return behind is not None or _OF_PAPERS.search(text, max(sentence.start, act.start - _NEAR), act.start) is not None


def _is_of_the_dead(text: str, sentence: Span, act: Span) -> bool:
    """True where bodies are recovered."""
    return bool(_RECOVERED.fullmatch(act.of(text)) and _BODIES.match(text, act.end, sentence.end))


def _is_accused(text: str, sentence: Span, act: Span) -> bool:
    """True where those who stand accused are named by that."""
    if not _ACCUSED.fullmatch(act.of(text)) or not _NO_NOUN.match(text, act.end, sentence.end):
        return False
    return _WHO_IS.search(text, max(sentence.start, act.start - _NEAR), act.start) is not None
