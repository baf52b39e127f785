"""Speech that a line of its own introduces: "The minister said:" and what follows, without another speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.coders.subject import subject_of
from dateline.fixed import replace
from dateline.records.annotation import Mention, Said
from dateline.records.article import Sentence
from dateline.records.span import Span

_INTRODUCES = re.compile(
    r"\b(?P<cue>said|says|stated|added|commented|remarked|wrote|declared|told(?:\s+[\w’'.-]+){1,4})(?:\s+[^:.!?\n]{0,40})?:\Z"
)
_CLOSED = re.compile(r"[”\"]\s*\Z")
_OPENS = re.compile(r"\s*[“\"]")


def introduced(
    text: str, said: Sequence[Said], mentions: Sequence[Mention], sentences: Sequence[Sentence]
) -> tuple[Said, ...]:
    """The same pieces of speech in the same order, with the speaker of those that a line ending in a colon introduces.

    They go on as long as each sentence is said and nobody else is told to say it; where the first is quoted, up to the
    closing marks.
    """
    filled = list(said)
    speaker, marked = None, False
    for sentence in sentences:
        ends = text.endswith(":", sentence.start, sentence.end)
        found = _INTRODUCES.search(text, sentence.start, sentence.end) if ends else None
        if found:
            speaker, marked = _speaker(text, Span(*found.span("cue")), mentions, sentences), False
            continue
        if speaker is None:
            continue
        here = [i for i, s in enumerate(filled) if s.content.start < sentence.end and sentence.start < s.content.end]
        if not here or any(filled[i].source not in (None, speaker) or filled[i].cue for i in here):
            speaker = None
            continue
        for i in here:
            filled[i] = replace(filled[i], source=speaker)
        marked = marked or _OPENS.match(text, sentence.start) is not None
        if marked and _CLOSED.search(text, sentence.start, sentence.end):
            speaker = None
    return tuple(filled)


def _speaker(text: str, cue: Span, mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> Span | None:
    parties = [m.span for m in mentions if m.kind in ("part", "source")]
    return subject_of(text, cue, parties, sorted(s.start for s in sentences))
