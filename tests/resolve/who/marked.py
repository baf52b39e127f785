"""Sentences whose mentions stand in double brackets."""

from __future__ import annotations

from dateline.records.span import Span


def split(marked: str) -> tuple[str, list[Span]]:
    """The text without its marks, and where the marked mentions stand."""
    text, spans = "", []
    for number, part in enumerate(marked.replace("]]", "[[").split("[[")):
        if number % 2:
            spans.append(Span(len(text), len(text) + len(part)))
        text += part
    return text, spans
