"""Attacks by those who have no aircraft: "fighters raided two villages", "militants bombed a school"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.records.span import Span

_RAID = re.compile(r"raid(?:s|ed|ing)?|incursions?", re.IGNORECASE)
_BOMBED = re.compile(r"bomb(?:s|ed|ing|ings)?", re.IGNORECASE)
_GROUP = (
    r"bandits|extremists|fighters|gangs?|gunmen|insurgents|jihadists|militants?|(?:militant|extremist|armed|terror|terrorist|rebel|insurgent)\s+groups?"
    r"|militias?|militiamen|raiders|rebels|terrorists"
)
_ON_FOOT = re.compile(
    rf"\b(?:{_GROUP}|commandos|herders|herdsmen|officers|police|soldiers|troops|vigilantes)\Z", re.IGNORECASE
)
_ARMED_GROUP = re.compile(rf"\b(?:{_GROUP})\Z", re.IGNORECASE)
_AIR = re.compile(
    r"\b(?:air|air-?\s?strikes?|aerial|jets?|planes?|warplanes?|aircraft|helicopters?|bomb\w*|drones?|missiles?|pilots?)\b",
    re.IGNORECASE,
)
_FROM_THE_AIR, _EXPLOSIVES = "aerial", "explosives"


def by_land(text: str, sentence: Span, act: Span, actors: Sequence[Span], modes: Sequence[str]) -> tuple[str, ...]:
    """The modes of an act: none from the air for raids and bombings by fighters with nothing in sight that flies."""
    if _FROM_THE_AIR not in modes:
        return tuple(modes)
    words = text[sentence.start : act.start] + text[act.end : sentence.end]
    if _RAID.fullmatch(text, act.start, act.end) and _done_by(text, actors, _ON_FOOT) and not _AIR.search(words):
        return tuple(m for m in modes if m != _FROM_THE_AIR)
    if _BOMBED.fullmatch(text, act.start, act.end) and _done_by(text, actors, _ARMED_GROUP) and not _AIR.search(words):
        return tuple(dict.fromkeys(_EXPLOSIVES if m == _FROM_THE_AIR else m for m in modes))
    return tuple(modes)


def _done_by(text: str, actors: Sequence[Span], whom: re.Pattern[str]) -> bool:
    return any(whom.search(text, a.start, a.end) for a in actors)
