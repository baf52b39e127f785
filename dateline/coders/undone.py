"""Words of an act that was not done, or that is nobody's politics.

Objections that are dropped, plots that are foiled, what is neither confirmed nor denied, fires that are put out, storms
that touch down, couples that divorce.
"""

from __future__ import annotations

import re

from dateline.records.span import Span

_FOILED = re.compile(r"(?:foil|thwart|frustrat)(?:s|ed|ing)?\Z", re.IGNORECASE)
_PLOT = (
    r"(?:plots?|plotters|conspirac(?:y|ies)|(?:coup|terror\w*|bomb\w*|assassination|suicide|hijack\w*|smuggling)\s+"
    r"(?:plans?|bids?|attempts?))\b"
)
_OF_PLOTS = re.compile(rf"\b{_PLOT}[^.;]{{0,60}}?\s(?:was|were|been|being|be)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_A_PLOT = re.compile(rf"\s+(?:[\w’'-]+\s+){{0,5}}?{_PLOT}", re.IGNORECASE)
"""What is foiled that nobody has done yet; foiled attacks are mostly fights."""
_DROPPED = re.compile(
    r"\b(?:drop(?:s|ped|ping)?|withdr(?:aw|aws|ew|awing|awn)|abandon(?:s|ed|ing)?|waiv(?:e|es|ed|ing))\s+"
    r"(?:the|its|his|her|their|all|any)\s+(?:[\w-]+\s+)?\Z",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"(?:objections?|opposition|veto|reservations|resistance)\Z", re.IGNORECASE)
"""What is given up is no new refusal."""
_CUT_OFF = re.compile(
    r"\b(?:suspend|halt|end|cut|freez|froze|stop|ceas|sever|break|broke)\w*\s+(?:off\s+)?(?:(?:all|any|its|their|further|military|security"
    r"|intelligence|economic)\s+){0,3}\Z",
    re.IGNORECASE,
)
_COOPERATION = re.compile(r"co-?operation\Z", re.IGNORECASE)
"""What is cut off is no act beside the cut."""
_PUT_OUT = re.compile(r"put(?:s|ting)?\s+out\b|(?:extinguish|douse)\w*", re.IGNORECASE)
_FIRE = re.compile(r"\b(?:fires?|blazes?|flames|inferno)\b", re.IGNORECASE)
_LANDED = re.compile(r"(?:touch(?:es|ed|ing)?(?:\s+down)?|touchdowns?)\Z", re.IGNORECASE)
_LANDING = re.compile(
    r"\b(?:tornado(?:es|s)?|twisters?|storms?|cyclones?|hurricanes?|typhoons?|(?:space)?crafts?|capsules?|rovers?|probes?|landers?|rockets?"
    r"|shuttle|astronauts?|cosmonauts?|moon|Mars|lunar)\b",
    re.IGNORECASE,
)
"""What touches down that is no visitor."""
_NOR_DENIED = re.compile(
    r"\b(?:neither\s+(?:\w+ly\s+)?confirm(?:ed|s|ing)?\s+n?or|(?:not|never|n[’']t)\s+(?:\w+ly\s+)?(?:confirm(?:ed)?|either\s+confirm(?:ed)?)\s+n?or)\s+\Z",
    re.IGNORECASE,
)
_DENY = re.compile(r"den(?:y|ies|ied|ying)\Z", re.IGNORECASE)
"""Who neither confirms nor denies something rejects nothing."""
_PARTING = re.compile(r"divorc(?:e|es|ed|ing)\Z", re.IGNORECASE)
_OF_STATES = re.compile(
    r"\b(?:EU|E\.U\.|UK|U\.K\.|European|Europe|Brexit|Britain|British|bloc|union|Brussels|London|article 50)\b", re.I
)
"""Who divorces as states do; other couples do it without politics."""


def is_undone(text: str, sentence: Span, act: Span) -> bool:
    """True where an act is an objection given up, the end of a plot, a denial that is none, a landing of no visitor, or
    a couple's parting.
    """
    return (
        _is_given_up(text, sentence, act)
        or _is_of_a_plot(text, sentence, act)
        or (_PUT_OUT.match(text, act.start, sentence.end) is not None and _FIRE.search(sentence.of(text)) is not None)
        or _is_nor_denied(text, sentence, act)
        or _is_landing(text, sentence, act)
        or _is_private(text, sentence, act)
    )


def _is_given_up(text: str, sentence: Span, act: Span) -> bool:
    """True where the act is an objection that somebody drops, or cooperation that somebody suspends."""
    words = act.of(text)
    if _COOPERATION.match(words):
        return _CUT_OFF.search(text, sentence.start, act.start) is not None
    return bool(_AGAINST.match(words) and _DROPPED.search(text, sentence.start, act.start))


def _is_of_a_plot(text: str, sentence: Span, act: Span) -> bool:
    """True where a plot is foiled."""
    if not _FOILED.match(act.of(text)):
        return False
    return bool(_A_PLOT.match(text, act.end, sentence.end) or _OF_PLOTS.search(text, sentence.start, act.start))


def _is_nor_denied(text: str, sentence: Span, act: Span) -> bool:
    """True where something is neither confirmed nor denied."""
    return bool(_DENY.fullmatch(act.of(text)) and _NOR_DENIED.search(text, sentence.start, act.start))


def _is_landing(text: str, sentence: Span, act: Span) -> bool:
    """True where a storm or spacecraft touches down."""
    return bool(_LANDED.match(act.of(text)) and _LANDING.search(sentence.of(text)))


def _is_private(text: str, sentence: Span, act: Span) -> bool:
    """True where a couple divorces."""
    return bool(_PARTING.match(act.of(text)) and not _OF_STATES.search(sentence.of(text)))
