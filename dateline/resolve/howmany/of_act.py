"""What is counted for one act: which of the numbers beside it count, how many, and of what."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records.annotation import Scores
from dateline.records.resolved import Count
from dateline.records.span import Piece, Span
from dateline.resolve.howmany.apart import (
    is_earlier_toll,
    is_of_another_time,
    is_other,
    is_part,
    is_same_sum,
    is_some,
    is_unsure,
)
from dateline.resolve.howmany.kinds import (
    done_to,
    is_driven_out,
    is_toll,
    kinds_of_none,
    what_is_counted,
    what_is_done,
)
from dateline.resolve.howmany.ranges import read_count

SURE = 0.97
"""Probability from which the model's reading of what is counted outweighs that of the words near."""
PLAIN = frozenset({"displaced"})
"""What the words near always settle: "displacing over 300,000" has no second reading, whatever the model thinks; of
"40,000 refugees" it has ("a march of 500 migrants", "to take in 40,000 refugees")."""
SUFFERED = frozenset({"killed", "injured", "abducted", "arrested", "displaced", "released"})
"""Kinds by what was done to people: of these, a part of those counted is not counted again."""
_CAPTIVES = frozenset({"abducted", "arrested", "released"})
"""What those had been who were then killed: "five farmers were captured and gunned down"."""


def counts_of_act(
    text: str, told: Iterable[tuple[Span, Scores]], sentence: Span, act: Span
) -> dict[Span, tuple[Count, ...]]:
    """The counts of an act by the words that the model read as one; `told` has its scores for what is counted.

    Left out are numbers that are none of a count, tolls told as outdated, and numbers of a part of those counted or
    of another time.
    """
    out: dict[Span, tuple[Count, ...]] = {}
    taken: list[Count] = []
    for span, scores in sorted(told, key=lambda one: one[0]):
        read = read_count(text, span)
        if read is None or is_earlier_toll(text, read[0]) or any(read[0].overlaps(c.piece.span) for c in taken):
            continue
        if is_of_another_time(text, read[0], act):
            continue
        words, least, most = read
        kinds = _kinds(text, words, span, scores, sentence, act, none=most == 0)
        if not _is_told(text, words, kinds[0], taken):
            out[span] = tuple(Count(Piece.cut(text, words), kind, least, most) for kind in kinds)
            taken += out[span]
    return out


def _is_told(text: str, words: Span, kind: str, taken: Iterable[Count]) -> bool:
    """True where the number is one of those `taken` already: a part of it, or the same sum in another currency."""
    alike = [c.piece.span for c in taken if {c.what, kind} <= SUFFERED]
    same = [c.piece.span for c in taken if c.what == kind]
    some = kind in SUFFERED and is_some(text, words, same)
    return some or is_part(text, words, alike) or (kind == "money" and is_same_sum(text, words, same))


def _kinds(
    text: str, words: Span, span: Span, scores: Scores, sentence: Span, act: Span, *, none: bool
) -> tuple[str, ...]:
    """What is counted: one kind, or killed and injured where there were `none` of both."""
    if none and (both := kinds_of_none(text, words)):
        return both
    if is_toll(text, words):
        return ("killed",)
    if not none and is_other(text, words):
        return ("other",)
    if not none and (done := done_to(text, words)) is not None:
        return (done,)
    if not none and is_unsure(text, words):
        return ("other",)
    near = what_is_counted(text, span, sentence, act)
    if near == "killed" and scores and scores[0][0] in _CAPTIVES and what_is_done(text, act) == near:
        return (near,)
    if near in PLAIN and scores and not is_driven_out(text, words):
        near = "other"
    return (kind_of(scores, near),)


def kind_of(scores: Scores, near: str) -> str:
    """The kind that the model reads, or that of the words near where it is unsure."""
    if near != "other" and (not scores or scores[0][1] < SURE or near in PLAIN):
        return near
    return scores[0][0] if scores else "other"
