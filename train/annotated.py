"""Articles annotated for exactly this task: the shared ones, and own ones, whose readers passed over some things."""

from __future__ import annotations

from pathlib import Path

from dateline.codebooks.codebook import Codebook
from dateline.records.article import Sentence
from eval.corpora import rows
from train.example import Act, Example, Row

MAIN = ("part", "place", "time", "count", "source", "cue", "content", "hedge")
EVENT_ROLES = ("actor", "recipient", "place", "time", "count", "source", "hedge")
TYPES = Codebook.load("plover").types
"""Their `future` is what an act still to come is by the guide; readers of the own articles often left its own type."""
SUPPOSED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "ACCUSE", "REJECT", "REQUEST", "THREATEN"})
"""Types that the shared annotations hardly ever mark where they are only supposed (1 in 100, own ones 1 in 10)."""
SELDOM_MARKED = ("time", "hedge")
"""What the readers of the own articles often passed over (a time at 0.2 events in place of 0.3)."""
OFTEN_WITHOUT_MODE = frozenset({"ASSAULT", "CONSULT"})
"""Types whose events rightly have no mode in half of the cases; elsewhere a reader has rather left it out."""
READ_AGAIN = ("actor", "recipient", "time", "source", "hedge")
"""What an event has that was added on a second reading, where a third went through times, sources and hedges."""


def annotated_example(d: Row, corpus: str = "annotated") -> Example:
    """One article annotated for exactly this task.

    The first own annotations name the voices of statements but rarely those of single events, so they teach no
    "source"; the later ones do ("voices"). Events "added" on a second reading have parties only.
    """
    own = corpus != "annotated"
    roles = EVENT_ROLES if not own or d.get("voices") else tuple(r for r in EVENT_ROLES if r != "source")
    sents = [Sentence(i, a, b) for i, (a, b) in enumerate(d["sents"])]
    ex = Example(corpus, d["doc"], d["text"], sents, MAIN, {k: [] for k in MAIN}, triggers=True, extra=d)
    for e in d["events"]:
        if not e["trigger"] or (own and e["status"] == "hypothetical" and e["type"] in SUPPOSED):
            continue
        named = by_the_guide(e) if own else (e["type"], e["modes"])
        if named is None:
            ex.doubtful.append(tuple(e["trigger"]))
            continue
        type_, modes = named
        told, moded = labelled(e, roles, detailed=bool(d.get("detailed"))) if own else (roles, True)
        act = Act(tuple(e["trigger"]), "event", type_, tuple(modes), e["status"], roles=told, moded=moded)
        _add_parties(ex, act, e)
        _add_circumstances(ex, act, e)
        ex.acts.append(act)
    for statement in d["says"]:
        _add_statement(ex, statement)
    return ex


def labelled(e: Row, roles: tuple[str, ...], *, detailed: bool) -> tuple[tuple[str, ...], bool]:
    """(roles, whether modes) that an event of the own annotations teaches.

    `detailed` articles were read once more for times, sources and hedges alone: there their absence teaches too.
    """
    if e.get("added"):
        roles = READ_AGAIN if detailed else READ_AGAIN[:2]
    moded = bool(e["modes"]) or e["type"] in OFTEN_WITHOUT_MODE
    return tuple(r for r in roles if detailed or r not in SELDOM_MARKED or e[r]), moded


def by_the_guide(e: Row) -> tuple[str, list[str]] | None:
    """(type, modes) of an event of the own annotations as the shared ones would have it; None where they may not.

    A future AID is AGREE; a future RETREAT is CONCEDE, also one that is merely supposed. A SANCTION or any other
    friendly act that is merely supposed is marked by some readers and left out by others.
    """
    future = TYPES[e["type"]].future
    if e["status"] == "hypothetical" and future != "CONCEDE" and (future or e["type"] == "SANCTION"):
        return None
    if e["status"] in ("planned", "hypothetical") and future:
        return future, []
    return e["type"], e["modes"]


def _add_parties(ex: Example, act: Act, e: Row) -> None:
    """The parties of an annotated event, with their sectors where the reader named any."""
    for role in ("actor", "recipient"):
        for party in e[role]:
            if not party["span"]:
                continue
            span = tuple(party["span"])
            act.arguments.append((role, span))
            ex.spans["part"].append(span)
            sectors = party["who"].partition(":")[2]
            if sectors:
                ex.sectors.append((span, tuple(sectors.split("+"))))


def _add_circumstances(ex: Example, act: Act, e: Row) -> None:
    """Places, times, counts, voices and the hedge of an annotated event; their roles are named as their layers."""
    spans_by_role = {
        "place": e["place"],
        "time": [t["span"] for t in e["time"]],
        "count": [c["span"] for c in e["counts"]],
        "source": e["source"],
        "hedge": [e["hedge"]],
    }
    for role, spans in spans_by_role.items():
        for span in spans:
            if span:
                act.arguments.append((role, tuple(span)))
                ex.spans[role].append(tuple(span))
    ex.counted += [(tuple(c["span"]), c["what"]) for c in e["counts"] if c["span"]]


def _add_statement(ex: Example, statement: Row) -> None:
    """The words of a statement, and what links them where it has a word of saying."""
    for layer in ("source", "cue", "content"):
        if statement[layer]:
            ex.spans[layer].append(tuple(statement[layer]))
    if statement["cue"]:
        act = Act(tuple(statement["cue"]), "say", roles=("say_source", "say_content"))
        for role, layer in (("say_source", "source"), ("say_content", "content")):
            if statement[layer]:
                act.arguments.append((role, tuple(statement[layer])))
        ex.acts.append(act)


def annotated(corpora: Path, *, held_out: bool) -> list[Example]:
    """The shared annotated articles: every fifth one is held out for development."""
    out = []
    for i, d in enumerate(rows(corpora / "annotated" / "train.jsonl")):
        if (i % 5 == 4) == held_out:
            out.append(annotated_example(d))
    return out
