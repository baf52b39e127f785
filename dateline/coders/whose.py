"""Who does what has no actor, and to whom: the party before its verb, whose promise it is, the pronoun behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.records.annotation import Trigger
from dateline.records.span import Span

_ADVERB = r"(?:not|never|now|then|still|already|once|again|soon|later|also|all|both|even|just|\w+ly)"
_HELPED = re.compile(rf"(?:\s+{_ADVERB})*\s+(?:has|have|had|will|would)(?:\s+{_ADVERB})*\s+", re.IGNORECASE)
"""What stands between a subject and its verb where no passive can follow."""
_UNDERGONE = re.compile(
    r"(?:di(?:e|ed|es)|fell|fall|los[et]|suffer|receiv|survive|burn|bleed|bled|disappear|came|come|taken?\s+fire|crash|explo)",
    re.IGNORECASE,
)
"""How words begin that tell what befalls their subject."""
_WHOSE = re.compile(r"\b(?P<who>his|her|its|their|my|our)(?:\s+(?!own\b)\w+)?\s+\Z", re.IGNORECASE)
_WORDS = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Types that are words of somebody: "her promise", "his threat" are theirs, "her arrest" is not."""
_DEED = re.compile(
    r"(?:visits?|trips?|talks|summits?|meetings?|(?:(?:phone|telephone)\s+)?calls?|offensives?|campaigns?"
    r"|(?:air|missile|drone)?\s?strikes?|attacks?|assaults?|operations?|drills?|exercises|invasion|bombardments?|bombing"
    r"|shelling|incursions?|raids?|intervention|blockade|crackdown|sanctions|tariffs|atrocities"
    r"|aggression)\Z",
    re.IGNORECASE,
)
"""Nouns of what somebody does: "his visit", "its cross-border offensive"."""
_DOES = re.compile(
    r"\b(?P<who>his|her|its|their|my|our)"
    r"(?:\s+(?!(?:own|of|and|or|in|on|to|by|for|with|from|was|were|is|are|has|have|had|said|says"
    r"|the|an?|at|over|amid|against|since|after|before|during|following|as|that|which|who|when)\b)[\w-]+){0,3}\s+\Z",
    re.IGNORECASE,
)
_REACH = 80
_WHOM = re.compile(r"\s+(?:(?:at|against)\s+)?(?P<whom>him|them|me|(?-i:us))\b", re.IGNORECASE)
_TOGETHER = frozenset({"CONSULT", "COOPERATE", "MOBILIZE", "REJECT"})
"""Types whose object is no recipient: who is met takes part, troops are moved, "won't help them" refuses another."""
_OF_ANYTHING = re.compile(r"(?:call|describ|dub|brand|us(?:e|ed|ing)\b)", re.IGNORECASE)
"""Words whose "them" may be an act, a law or a weapon."""
_PULLED = re.compile(r"(?:withdr|pull|recall|remov|evacuat|bring)", re.IGNORECASE)
_OWN = re.compile(
    r"\s+(?:of\s+)?(?:[\w.,’'-]+\s+){0,4}?"
    r"(?:troops|forces|soldiers|staff|diplomats|personnel|ambassadors?|envoys?|advisers|workers)\b"
)
_LEAVING = frozenset({"RETREAT", "CONCEDE", "SANCTION"})


def whose(text: str, sentence: Span, act: Trigger, parties: Sequence[Span]) -> list[Span]:
    """The one of the `parties`, or the possessive, whose act it is by the words right before; empty where none is."""
    recipients = [a.span for a in act.arguments if a.role == "recipient"]
    found = _party(text, act, parties) or _possessive(text, sentence, act)
    return [] if found is None or any(found.overlaps(s) for s in recipients) else [found]


def _party(text: str, act: Trigger, parties: Sequence[Span]) -> Span | None:
    """The party that stands before the verb with a helping word between."""
    if _UNDERGONE.match(text, act.span.start):
        return None
    near = [p for p in parties if 0 < act.span.start - p.end <= _REACH]
    near = [p for p in near if _HELPED.fullmatch(text, p.end, act.span.start)]
    return max(near, key=lambda p: p.end - p.start, default=None)


def _possessive(text: str, sentence: Span, act: Trigger) -> Span | None:
    """The possessive before a noun that names words of somebody."""
    if act.types[0][0] not in _WORDS and not _DEED.match(act.span.of(text)):
        return None
    told = _WHOSE if act.types[0][0] in _WORDS else _DOES
    found = told.search(text, max(sentence.start, act.span.start - _REACH), act.span.start)
    return Span(*found.span("who")) if found else None


def to_whom(text: str, sentence: Span, act: Trigger) -> list[Span]:
    """The pronoun right behind an act ("urged him"), as the list of its recipients."""
    found = _WHOM.match(text, act.span.end, sentence.end) if act.types[0][0] not in _TOGETHER else None
    if found is None or _OF_ANYTHING.match(text, act.span.start):
        return []
    whom = Span(*found.span("whom"))
    return [] if any(whom.overlaps(a.span) for a in act.arguments) else [whom]


def not_pulled_out(text: str, act: Trigger, recipients: Sequence[Span]) -> list[Span]:
    """The recipients without the troops and envoys that someone withdraws: they are its own, not done to."""
    own = _OWN.match(text, act.span.end) if _PULLED.match(text, act.span.start) else None
    if own is None or act.types[0][0] not in _LEAVING:
        return list(recipients)
    gone = Span(act.span.end, own.end())
    return [r for r in recipients if not r.overlaps(gone)]
