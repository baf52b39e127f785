"""Speakers with the paper that speaks for them: "a statement from the palace" is one mention."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from dateline.fixed import replace
from dateline.records.resolved import Actor
from dateline.records.span import Piece, Span

WRITTEN = "statement|report|letter|article|study|analysis|memo|survey|assessment"
"""What is written by somebody, and speaks for them."""
_PAPER = re.compile(
    rf"(?P<paper>\b(?:{WRITTEN}|editorial|op-ed)) "
    r"(?:(?:issued|released|published|posted) (?:\w+ ){0,2}?)?(?:from|by|of|in) (?:(?:the|an?|its) )?"
    r"(?:[\w’'-]+ ){0,3}?\Z"
)
"""What stands before the body or person whose paper it is."""
_REACH = 80


def speakers(text: str, sources: Iterable[Span], actors: Mapping[Span, Actor]) -> dict[Span, Actor]:
    """The parties that speak, by the spans they were read at; the mention of each has the paper that says it."""
    spans = {s for s in sources if s in actors}
    return {s: replace(actors[s], piece=Piece.cut(text, with_paper(text, s))) for s in spans}


def with_paper(text: str, source: Span) -> Span:
    """The speaker together with the words before it that name a paper of theirs."""
    paper = _PAPER.search(text, max(0, source.start - _REACH), source.start)
    return Span(paper.start("paper"), source.end) if paper else source
