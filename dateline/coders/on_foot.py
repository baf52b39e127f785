"""Raids by those who come on foot: "fighters raided two villages" is no attack from the air."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.records.span import Span

_RAID = re.compile(r"raid(?:s|ed|ing)?|incursions?", re.IGNORECASE)
_ON_FOOT = re.compile(
    r"\b(?:bandits|commandos|extremists|fighters|gang|gangs|gunmen|herders|herdsmen|insurgents|jihadists|militants|militia|militias|militiamen"
    r"|officers|police|raiders|rebels|soldiers|terrorists|troops|vigilantes)\Z",
    re.IGNORECASE,
)
_AIR = re.compile(
    r"\b(?:air|air-?\s?strikes?|aerial|jets?|planes?|warplanes?|aircraft|helicopters?|bomb\w*|drones?|missiles?|pilots?)\b",
    re.IGNORECASE,
)
FROM_THE_AIR = "aerial"


def by_land(text: str, sentence: Span, act: Span, actors: Sequence[Span], modes: Sequence[str]) -> tuple[str, ...]:
    """The modes of an act, a raid by fighters not from the air where its sentence tells of nothing that flies."""
    if FROM_THE_AIR not in modes or not _RAID.fullmatch(text, act.start, act.end):
        return tuple(modes)
    on_foot = any(_ON_FOOT.search(text, a.start, a.end) for a in actors)
    flies = _AIR.search(text, sentence.start, sentence.end)
    return tuple(m for m in modes if m != FROM_THE_AIR) if on_foot and not flies else tuple(modes)
