"""Lines signed by who tells them: "Gunmen kill five miners: police", "Villages flooded (local officials)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.fixed import replace
from dateline.records.annotation import Annotation, Argument, Said, Trigger
from dateline.records.article import Sentence
from dateline.records.span import Span

_SPEAKERS = (
    r"(?i:officials?|ministers?|ministry|police|army|military|monitors?|reports?|sources?|media|activists?|witnesses|"
    r"residents|governor|mayor|spokes(?:man|woman|person)|observatory|network|NGOs?|(?:rights|aid) groups?|"
    r"medics|doctors|prosecutors?|authorities|lawyers?|diplomats?)"
)
_SIGNED = re.compile(
    r"[\"'”’]?\s*(?:(?::|\s--|\s[-–—])\s+(?P<behind>(?:[\w’'.-]+ ){0,3}?" + _SPEAKERS + r")"
    r"|\((?P<within>(?:[\w’'.-]+ ){0,3}?" + _SPEAKERS + r")\)\.?)\s*\Z"
)
"""A colon, dash or bracket behind what is told, and who tells it, at the end of the line."""
_ENDS = re.compile(_SPEAKERS + r"\)?\.?\s*\Z")
_LAST = 20
"""Characters at the end of a line in which the noun for who tells it is looked for first: hardly any line has one."""
_WORDS = 4
"""Words that a line tells at least: "Harbour war: police" is a topic and what it is about."""
_SCORE = 0.5


def signed(text: str, annotation: Annotation) -> Annotation:
    """The same annotation, with what a signed line tells as said by who signs it; who signs takes no other part."""
    found = [signature for s in annotation.sentences if (signature := signature_of(text, s))]
    if not found:
        return annotation
    said = list(annotation.said)
    for told, by in found:
        here = [i for i, s in enumerate(said) if s.content.overlaps(told)]
        if not here:
            said.append(Said(told, by, None, _SCORE))
        for i in here:
            if said[i].cue is None and (said[i].source is None or by.overlaps(said[i].source or by)):
                said[i] = replace(said[i], source=by, content=_cut(said[i].content, told))
    said.sort(key=lambda s: s.content)
    triggers = tuple(_without(t, found) for t in annotation.triggers)
    return replace(annotation, said=tuple(said), triggers=triggers)


def signature_of(text: str, sentence: Sentence) -> tuple[Span, Span] | None:
    """What a line tells and who signs it, where it is signed."""
    if not _ENDS.search(text, max(sentence.start, sentence.end - _LAST), sentence.end):
        return None
    line = text[sentence.start : sentence.end]
    mark = _SIGNED.search(line)
    if mark is None or len(line[: mark.start()].split()) < _WORDS:
        return None
    name = "behind" if mark["behind"] else "within"
    start = sentence.start
    return Span(start, start + mark.start()), Span(start + mark.start(name), start + mark.end(name))


def _without(trigger: Trigger, found: Sequence[tuple[Span, Span]]) -> Trigger:
    """The act without who signs its line among its parties and places."""
    arguments = tuple(_told(trigger, found))
    return trigger if arguments == trigger.arguments else replace(trigger, arguments=arguments)


def _told(trigger: Trigger, found: Sequence[tuple[Span, Span]]) -> Iterator[Argument]:
    for argument in trigger.arguments:
        line = next((one for one in found if one[1].overlaps(argument.span)), None)
        if line is None or argument.role == "source":
            yield argument
        elif argument.span.start < line[0].end:
            yield replace(argument, span=_cut(argument.span, line[0]))


def _cut(span: Span, told: Span) -> Span:
    """The part of a span that stands in what is told."""
    return Span(max(span.start, told.start), min(span.end, told.end))
