"""Statements headed by their speaker: "Kremlin: Talks will go on"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.records.annotation import Mention, Said
from dateline.records.span import Span

COLON = re.compile(r"\s*:\s*[\"'“‘]?\s*")
"""What stands between a speaker and the words that they head."""


def headed(text: str, said: Sequence[Said], mentions: Sequence[Mention]) -> tuple[Said, ...]:
    """The same pieces of speech in the same order, with the speaker filled in who stands before them with a colon.

    Headlines name a speaker so and leave out the word of saying. A topic or a country before a colon ("Ukraine war:",
    "Mali:") heads no speech: the model has to read the name as that of a source, and the words behind as said.
    """
    sources = [m.span for m in mentions if m.kind == "source"]
    return tuple(
        replace(one, source=_heading(text, one.content, sources)) if one.source is None and one.cue is None else one
        for one in said
    )


def _heading(text: str, content: Span, sources: Sequence[Span]) -> Span | None:
    """The source that nothing but a colon parts from the content behind it."""
    before = [s for s in sources if s.end <= content.start and COLON.fullmatch(text, s.end, content.start)]
    return max(before, key=lambda s: s.end, default=None)
