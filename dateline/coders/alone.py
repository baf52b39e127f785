"""Acts that take two, done by one party by itself: its own drills are no cooperation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.codebooks.codebook import Alone
from dateline.records.span import Span

WORD = re.compile(r"[\w-]+")
NEXT = re.compile(r"\s+([\w-]+)")
SEVERAL = re.compile(
    r"(?:they|we|us|them|both|(?:the\s+)?(?:two|three|four|five|several|many|countries|nations|states|sides|parties|allies)\b.*"
    r"|.*\b(?:countries|nations|states|sides|parties|allies))",
    re.IGNORECASE,
)
"""Parties of which one mention may name several."""


def done_alone(text: str, sentence: Span, act: Span, actors: Sequence[Span], rule: Alone) -> bool:
    """True where the rule names the act, one party alone does it, and no word tells otherwise.

    The name may stand in the word behind ("military" "exercises"), where the model reads two words for one act.
    """
    if len(actors) != 1 or SEVERAL.fullmatch(actors[0].of(text)):
        return False
    words = [w.casefold() for w in WORD.findall(act.of(text))]
    behind = NEXT.match(text, act.end, sentence.end)
    named = {*words[-1:], " ".join(words[-2:]), behind[1].casefold() if behind else ""}
    around = {w.casefold() for w in WORD.findall(sentence.of(text))}
    return bool(named & rule.acts) and not around & rule.unless
