"""Sentences with two parties: what the one does to the other, as PLV, annotated events and readers have it."""

from __future__ import annotations

from pathlib import Path

from dateline.records.article import Sentence
from eval.corpora import rows
from train.example import Example, Range


def relations(corpora: Path) -> list[Example]:
    """PLV: what the source does to the target, 15 roots (CONCEDE and RETREAT as YIELD)."""
    out = []
    for d in rows(corpora / "relations" / "plv_train.jsonl"):
        s, t = ((tuple(d[k][0]) if d[k] else None) for k in ("source_span", "target_span"))
        ex = Example("plv", d["id"], d["text"], [Sentence(0, 0, len(d["text"]))])
        ex.relation = (s, t, d["gold"]["root"])
        out.append(ex)
    return out


def told(examples: list[Example]) -> list[Example]:
    """Sentences of annotated articles with the first actor and the first recipient of an event: what the one did to
    the other is its type."""
    out = []
    for ex in examples:
        for n, act in enumerate(ex.acts):
            source, target = (next((s for r, s in act.arguments if r == role), None) for role in ("actor", "recipient"))
            at = next((s for s in ex.sentences if s.start <= act.span[0] < s.end), None)
            if act.kind != "event" or act.type is None or at is None or source is None or target is None:
                continue
            if all(at.start <= s[0] and s[1] <= at.end for s in (source, target)):
                out.append(_pair("told", f"{ex.id}-{n}", ex.text, (at.start, at.end), source, target, act.type))
    return out


def relations_read(path: Path, examples: list[Example]) -> list[Example]:
    """Pairs of parties in sentences of annotated articles, read for what the one does to the other as PLV has it.

    Readers called doubtful what a colleague could well call otherwise; such a row counts where the annotated event
    says the same.
    """
    known = {ex.extra.get("source_id") or ex.id: ex for ex in examples}
    out = []
    for n, d in enumerate(rows(path)):
        ex = known.get(d["doc"])
        if ex is not None and (not d["doubt"] or d["told"]):
            at, source, target = (tuple(d[k]) for k in ("at", "source", "target"))
            out.append(_pair("read", f"read-{n}", ex.text, at, source, target, d["root"]))
    return out


def _pair(corpus: str, id_: str, text: str, at: Range, source: Range, target: Range, type_: str) -> Example:
    """One sentence of a text with two parties of it."""
    one = Example(corpus, id_, text[at[0] : at[1]], [Sentence(0, 0, at[1] - at[0])])
    s, t = ((x[0] - at[0], x[1] - at[0]) for x in (source, target))
    one.relation = (s, t, type_)
    return one
