"""Why an event was coded as it was, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.records.article import Article
from dateline.records.event import Event
from dateline.records.lines import event_line
from dateline.web import marks
from dateline.web.coder import Coder

Json = dict[str, Any]
NOT_CODED = "the present model does not code this event: it was coded by an earlier one, or set by people"


def explanation(coder: Coder, article: Article, event: Event) -> Json:
    """What the coder says about an event of an article."""
    span = event.trigger.span
    found = coder.explain(article, event.id, (span.start, span.end))
    if found is None:
        nothing: Json = {"sentence": None, "marks": [], "scores": [], "rule": None, "found_by": []}
        return {"found": False, "reason": NOT_CODED} | nothing
    sentence, same = found["sentence"], found["event"]
    text = article.text[sentence.start : sentence.end]
    own = [m for m in marks.of_events([event_line(article, same)]) if m["role"] != "evidence"]
    cues = [
        {"role": "cue", "field": "cue", "index": i, "span": [c.start, c.end], "event": None, "statement": None}
        for i, c in enumerate(found["cues"])
    ]
    return {
        "found": True,
        "reason": None,
        "sentence": {"text": text, "part": sentence.part, "span": [sentence.start, sentence.end]},
        "marks": marks.placed([*own, *cues], text, sentence.start),
        "scores": [{"type": name, "probability": round(float(p), 4)} for name, p in found["scores"]],
        "rule": found["rule"],
        "found_by": list(_bases(same)),
    }


def _bases(event: Event) -> Iterator[Json]:
    """How each value was found."""
    for field, parties in (
        ("actors", event.actors),
        ("recipients", event.recipients),
        ("according_to", tuple(v.actor for v in event.according_to)),
    ):
        for a in parties:
            yield _basis(field, a.piece.text, f"{a.country or '?'}:{'+'.join(a.sectors) or '?'}", a.basis)
    for p in event.where:
        yield _basis("where", p.piece.text, ", ".join(x for x in (p.name, p.admin1, p.country) if x), p.basis)
    if event.when:
        days = f"{event.when.start or '…'} to {event.when.end or '…'}"
        value = str(event.when.start) if event.when.start == event.when.end else days
        yield _basis("when", event.when.piece.text, value, event.when.basis)


def _basis(field: str, text: str, value: str, basis: str) -> Json:
    return {"field": field, "text": text, "value": value, "basis": basis}
