"""Statements headed or signed by their speaker: "Kremlin: Talks will go on", "Talks will go on: Kremlin"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.fixed import replace
from dateline.records.annotation import Mention, Said
from dateline.records.span import Span

COLON = re.compile(r"\s*:\s*[\"'“‘]?\s*")
"""What stands between a speaker and the words that they head."""
SIGNED = re.compile(r"[\"'”’]?\s*(?::|--|[-–—])\s+")
"""What stands between words and a speaker who signs them."""
ENDS = re.compile(r"[ \t]*(?:,[^\n]{0,60})?(?:\n|\Z)")
"""What may stand behind a speaker who signs: who they are, and the end of the line."""


def headed(text: str, said: Sequence[Said], mentions: Sequence[Mention]) -> tuple[Said, ...]:
    """The same pieces of speech in the same order, with the speaker filled in who stands before them with a colon, or
    behind them with a colon or dash at the end of the line.

    Headlines name a speaker so and leave out the word of saying. A topic or a country before a colon ("Ukraine war:",
    "Mali:") heads no speech: the model has to read the name as that of a source, and the words behind as said.
    """
    sources = [m.span for m in mentions if m.kind == "source"]
    parties = [m.span for m in mentions if m.kind in ("part", "source")]
    return tuple(
        replace(one, source=_heading(text, one.content, sources) or _signing(text, one.content, parties))
        if one.source is None and one.cue is None
        else one
        for one in said
    )


def _heading(text: str, content: Span, sources: Sequence[Span]) -> Span | None:
    """The source that nothing but a colon parts from the content behind it."""
    before = [s for s in sources if s.end <= content.start and COLON.fullmatch(text, s.end, content.start)]
    return max(before, key=lambda s: s.end, default=None)


def _signing(text: str, content: Span, parties: Sequence[Span]) -> Span | None:
    """The party that nothing but a colon or dash parts from the content before it, and that ends the line."""
    mark = SIGNED.match(text, content.end)
    behind = [p for p in parties if mark and p.start == mark.end() and ENDS.match(text, p.end)]
    return max(behind, key=lambda p: p.end, default=None)
