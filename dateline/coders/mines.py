"""Mines and bombs do nothing by themselves: a patrol that hits a mine is struck, and a bomb that kills has no will."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.records.span import Span

_DEVICE = (
    r"(?:(?:(?:land|sea|roadside|anti-\w+)[\s-]?)?mines?|IEDs?|(?:(?:car|truck|nail|petrol|pipe|roadside|suicide|time|vehicle)[\s-])*bombs?"
    r"|explosives?|(?:(?:improvised|makeshift|home-?made|roadside|remote-controlled)\s+)*explosive\s+devices?|booby[\s-]traps?|VBIEDs?)"
)
_OF_ITSELF = re.compile(
    rf"(?:(?:an?|the|another|one|two|three|four|several|twin|second|buried|hidden|planted|suspected|deadly|powerful|anti-\w+)\s+)*{_DEVICE}",
    re.IGNORECASE,
)
_KIND = re.compile(r"(?:[\w-]+\s+)?(?:terror|terrorist|suicide)", re.IGNORECASE)
"""What kind of attack it is ("a terrorist attack"): 2 of 31 such in annotated articles have it for their actor."""
_ACT = re.compile(
    r"(?:\w+ )?(?:acts?|assaults?|attacks?|bombings?|plots?|raids?|shootings?|strikes?|violence)", re.IGNORECASE
)
_RUN_INTO = re.compile(
    r"(?:str(?:ikes?|uck|iking)|hit(?:s|ting)?|(?:ran|runs?|running|dr(?:ove|ives?|iving)|roll(?:s|ed|ing)?)(?:\s+over|\s+into)?"
    r"|st(?:ep|eps|epped|epping|ood)(?:\s+on)?|tripped|triggers?|triggered|triggering)"
)
_SOME = re.compile(
    rf"(?:\s+(?:over|into|on))?(?:\s+(?:an?|another|two))?\s+(?:(?:suspected|buried|hidden|planted|roadside|anti-\w+|old|unexploded|explosive|powerful|rebel"
    rf"|\w+-planted|\w+-laid)\s+)*{_DEVICE}(?!\s+(?:depot|factory|fields?|maker|plant|shelter|site|squad|store|workshop|works))\b",
    re.IGNORECASE,
)
"""What somebody runs into unawares; "the mine" may be one that coal comes from."""
_ON_PURPOSE = re.compile(
    r"\b(?:drones?|jets?|warplanes?|planes?|aircraft|helicopters?|missiles?|rockets?|shells?|bombers?)\Z", re.I
)
"""Who or what hits a mine on purpose."""


_UNAWARES = re.compile(rf"\s+(?:(?:has|had|later|also|which|that)\s+){{0,2}}{_RUN_INTO.pattern}")


def by_mines(
    text: str, sentence: Span, act: Span, actors: Sequence[Span], recipients: Sequence[Span]
) -> tuple[list[Span], list[Span]]:
    """The actors and recipients of an act, without mines and bombs; who runs into one is a recipient of that act."""
    by = [a for a in actors if not _OF_ITSELF.fullmatch(text, a.start, a.end) and not _is_kind(text, a, act)]
    if not _RUN_INTO.fullmatch(text, act.start, act.end) or not _SOME.match(text, act.end, sentence.end):
        return [a for a in by if not _runs_into_one(text, sentence, a)], list(recipients)
    unawares = [a for a in by if a.end <= act.start and not _ON_PURPOSE.search(text, a.start, a.end)]
    hit = [r for r in recipients if not _OF_ITSELF.fullmatch(text, r.start, r.end)]
    return [a for a in by if a not in unawares], sorted({*unawares, *hit})


def _is_kind(text: str, party: Span, act: Span) -> bool:
    beside = text[party.end : act.start].isspace() and _KIND.fullmatch(text, party.start, party.end)
    return bool(beside and _ACT.fullmatch(text, act.start, act.end))


def _runs_into_one(text: str, sentence: Span, party: Span) -> bool:
    """True where the party is what the sentence says to have hit a mine ("killed when a patrol struck a mine")."""
    found = _UNAWARES.match(text, party.end, sentence.end)
    return (
        found is not None
        and _SOME.match(text, found.end(), sentence.end) is not None
        and not _ON_PURPOSE.search(text, party.start, party.end)
    )
