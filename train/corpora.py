"""The training data, each corpus turned into one shape: spans of characters by layer, acts with their arguments.

The files are those of the shared corpora folder (`--corpora`), plus the annotations of this repository
(`train/annotations/`, by offset: the article texts stay with their publishers).
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.codebooks.codebook import Codebook
from dateline.records.article import Sentence
from dateline.split.sentences import sentences as split

Row = dict[str, Any]
Range = tuple[int, int]
Relation = tuple[Range | None, Range | None, str]
"""Who does something, to whom (None where not named), and what: a type of act, or a root of PLV."""


@dataclass
class Act:
    """Something done or said: its words, its labels, and the mentions that take part in it."""

    span: Range
    kind: str = "event"  # event | say | other (an event of another ontology: arguments only)
    type: str | None = None
    modes: tuple[str, ...] = ()
    status: str | None = None
    arguments: list[tuple[str, Range]] = field(default_factory=list)
    roles: tuple[str, ...] = ()  # the roles that are labelled in this corpus
    moded: bool = True  # its modes are labelled
    same: int | None = None


@dataclass
class Example:
    """One text with what is known about it; `layers` names the layers that are labelled throughout."""

    corpus: str
    id: str
    text: str
    sentences: list[Sentence]
    layers: tuple[str, ...] = ()
    spans: dict[str, list[Range]] = field(default_factory=dict)
    acts: list[Act] = field(default_factory=list)
    sectors: list[tuple[Range, tuple[str, ...]]] = field(default_factory=list)
    counted: list[tuple[Range, str]] = field(default_factory=list)
    triggers: bool = False  # every act of the text is labelled
    foreign: list[tuple[Range, str]] = field(default_factory=list)  # triggers of another ontology
    syntax: list[tuple[Range, int, str, str]] = field(default_factory=list)  # word, head index (-1 root), relation, tag
    relation: Relation | None = None
    doubtful: list[Range] = field(default_factory=list)  # words that may name an act or not: they teach neither
    extra: Row = field(default_factory=dict)

    @property
    def related(self) -> Relation:
        """What the one party does to the other; ValueError where the example is of no pair."""
        if self.relation is None:
            raise ValueError(f"{self.corpus} {self.id}: no relation is told")
        return self.relation


def lines(path: Path) -> Iterator[Row]:
    """The JSON objects of a file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as f:
        for line in f:
            if line.strip():
                yield json.loads(line)


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
    for i, d in enumerate(lines(corpora / "annotated" / "train.jsonl")):
        if (i % 5 == 4) == held_out:
            out.append(annotated_example(d))
    return out


def attribution(corpora: Path, name: str = "train") -> list[Example]:
    """PolNeAR: source, cue and content of attributions in US political news."""
    out = []
    names = ("p_source", "p_cue", "p_content")
    for d in lines(corpora / "attribution" / f"{name}.jsonl.gz"):
        ex = Example("polnear", d["id"], d["text"], list(split(d["text"])), names, {k: [] for k in names})
        for q in d["attributions"]:
            for layer in ("source", "cue", "content"):
                ex.spans["p_" + layer] += [tuple(s) for s in q[layer]]
            if q["cue"]:
                act = Act(tuple(q["cue"][0]), "say", roles=("say_source", "say_content"))
                act.arguments += [("say_source", tuple(s)) for s in q["source"]]
                act.arguments += [("say_content", tuple(s)) for s in q["content"]]
                ex.acts.append(act)
        out.append(ex)
    return out


GUM_TYPES = {"person": "x_person", "organization": "x_org", "place": "x_place", "time": "x_time", "event": "x_event"}


def entities(corpora: Path) -> list[Example]:
    """GUM and re3d: mentions of persons, organisations, places and times (outermost of a kind)."""
    layers = tuple(GUM_TYPES.values())
    out = []
    for d in lines(corpora / "coref" / "gum.jsonl.gz"):
        ex = Example("gum", d["id"], d["text"], list(split(d["text"])), layers, {k: [] for k in layers})
        for m in sorted(d["mentions"], key=lambda m: (m["start"], -m["end"])):
            layer = GUM_TYPES.get(m["type"])
            if layer and m["end"] - m["start"] < 80:
                ex.spans[layer].append((m["start"], m["end"]))
        out.append(ex)
    kinds = {"Person": "x_person", "Organisation": "x_org", "Location": "x_place"}
    for d in lines(corpora / "events" / "re3d.jsonl.gz"):
        layers = tuple(kinds.values())
        ex = Example("re3d", d["id"], d["text"], list(split(d["text"])), layers, {k: [] for k in layers})
        for m in d["entities"]:
            if m["type"] in kinds:
                ex.spans[kinds[m["type"]]].append((m["start"], m["end"]))
        out.append(ex)
    return out


ROLE_WORDS = {
    "actor": (
        "attacker killer communicator participant giver jailer demonstrator transporter agent perpetrator "
        "assailant investigator prosecutor judgecourt plaintiff retreater crimer detainer damagerdestroyer "
        "damager destroyer observer injurer kidnapper hijacker yielder candidate voter artifacthider "
        "identifier spy signer violator promoter deceiver preventer monitor blocker damager dismantler"
    ),
    "recipient": (
        "target victim recipient beneficiary detainee defendant passenger hostage observedentity investigated "
        "artifact otherparticipant preventee"
    ),
    "place": ("place location origin destination"),
}
ROLE_OF = {word: role for role, words in ROLE_WORDS.items() for word in words.split()}


def arguments(corpora: Path) -> list[Example]:
    """RAMS and WikiEvents development parts: who, to whom and where of given triggers."""
    out = []
    for name in ("rams_dev", "wikievents_dev"):
        for d in lines(corpora / "events" / f"{name}.jsonl.gz"):
            ex = Example(name, d["id"], d["text"], list(split(d["text"])))
            acts = {}
            for t in d["triggers"]:
                acts[t["id"]] = Act((t["start"], t["end"]), "other", roles=("actor", "recipient", "place"))
            for a in d["arguments"]:
                role = ROLE_OF.get(a["role"].lower())
                if role and a["end"] - a["start"] < 100:
                    acts[a["trigger"]].arguments.append((role, (a["start"], a["end"])))
            ex.acts = [a for a in acts.values() if a.arguments]
            if name == "rams_dev":
                ex.foreign = [
                    ((t["start"], t["end"]), t["type"].split(".")[0] + "." + t["type"].split(".")[1])
                    for t in d["triggers"]
                ]
            if ex.acts:
                out.append(ex)
    return out


def places_of_events(corpora: Path, limit: int = 5000) -> list[Example]:
    """Which place belongs to which event word (none, for nearly half of them)."""
    out = []
    for d in lines(corpora / "events" / "event_location.jsonl.gz"):
        if d["split"] not in ("train", "dev") or len(d["text"]) > 900:
            continue
        ex = Example("event_location", d["id"], d["text"], list(split(d["text"])), ("x_evplace",), {"x_evplace": []})
        acts = {t["id"]: Act((t["start"], t["end"]), "other", roles=("place",)) for t in d["triggers"]}
        for a in d["arguments"]:
            span = (a["start"], a["end"])
            acts[a["trigger"]].arguments.append(("place", span))
            ex.spans["x_evplace"].append(span)
        ex.acts = list(acts.values())
        out.append(ex)
    random.Random(3).shuffle(out)
    return out[:limit]


def foreign_events(corpora: Path) -> list[Example]:
    """GENEVA: event words of 115 types in open text."""
    by_text: dict[str, Example] = {}
    for d in lines(corpora / "events" / "geneva.jsonl.gz"):
        ex = by_text.setdefault(d["text"], Example("geneva", d["id"], d["text"], list(split(d["text"]))))
        ex.foreign += [((t["start"], t["end"]), "g:" + t["type"]) for t in d["triggers"]]
    return list(by_text.values())


def times(corpora: Path) -> list[Example]:
    """TimeBank, AQUAINT, WikiWars: time expressions (tweets left out)."""
    out = []
    for d in lines(corpora / "time" / "train.jsonl.gz"):
        if len(d["text"]) < 250:
            continue
        ex = Example("time", d["id"], d["text"], list(split(d["text"])), ("x_timex",), {"x_timex": []})
        ex.spans["x_timex"] = [(t["start"], t["end"]) for t in d["timexes"] if t["end"] > t["start"]]
        out.append(ex)
    return out


def syntax(corpora: Path) -> list[Example]:
    """Universal Dependencies English (EWT, GUM), as raw sentences with words placed in them."""
    out = []
    for name in ("en_ewt-ud-train", "en_gum-ud-train"):
        with gzip.open(corpora / "syntax" / f"{name}.conllu.gz", "rt", encoding="utf-8") as f:
            for k, block in enumerate(f.read().split("\n\n")):
                ex = _conllu(block, f"{name}-{k}")
                if ex and 4 <= len(ex.syntax) <= 90:
                    out.append(ex)
    return out


def _conllu(block: str, id_: str) -> Example | None:
    text, rows = "", []
    for line in block.splitlines():
        if line.startswith("# text = "):
            text = line[9:]
        elif line and line[0].isdigit():
            c = line.split("\t")
            if c[0].isdigit():
                rows.append(c)
    if not text or not rows:
        return None
    at, words = 0, []
    for c in rows:
        i = text.find(c[1], at)
        if i < 0 or i - at > 3:
            return None
        words.append(((i, i + len(c[1])), int(c[6]) - 1, c[7].split(":")[0], c[3]))
        at = i + len(c[1])
    return Example("ud", id_, text, [Sentence(0, 0, len(text))], syntax=words)


def relations(corpora: Path) -> list[Example]:
    """PLV: what the source does to the target, 15 roots (CONCEDE and RETREAT as YIELD)."""
    out = []
    for d in lines(corpora / "relations" / "plv_train.jsonl"):
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


def _pair(corpus: str, id_: str, text: str, at: Range, source: Range, target: Range, type_: str) -> Example:
    """One sentence of a text with two parties of it."""
    one = Example(corpus, id_, text[at[0] : at[1]], [Sentence(0, 0, at[1] - at[0])])
    s, t = ((x[0] - at[0], x[1] - at[0]) for x in (source, target))
    one.relation = (s, t, type_)
    return one


def relations_read(path: Path, examples: list[Example]) -> list[Example]:
    """Pairs of parties in sentences of annotated articles, read for what the one does to the other as PLV has it.

    Readers called doubtful what a colleague could well call otherwise; such a row counts where the annotated event
    says the same.
    """
    known = {ex.extra.get("source_id") or ex.id: ex for ex in examples}
    out = []
    for n, d in enumerate(lines(path)):
        ex = known.get(d["doc"])
        if ex is not None and (not d["doubt"] or d["told"]):
            at, source, target = (tuple(d[k]) for k in ("at", "source", "target"))
            out.append(_pair("read", f"read-{n}", ex.text, at, source, target, d["root"]))
    return out


def unread(corpora: Path, read: list[Example], left_out: frozenset[str] = frozenset()) -> list[Example]:
    """The articles that have no annotations: not those of `read`, nor the held-out ones, nor ids `left_out`."""
    known = {_opening(ex.text) for ex in [*read, *annotated(corpora, held_out=True)]}
    out = []
    for d in lines(corpora / "articles" / "en.jsonl.gz"):
        title, text = (d["title"] or "").strip(), d["text"].strip()
        if d["id"] in left_out or {_opening(text), _opening(f"{title}\n{text}")} & known:
            continue
        out.append(Example("unread", d["id"], text, list(split(text))))
    return out


def _opening(text: str) -> str:
    """The first letters of a text, by which the same article is known in two collections."""
    return "".join(c for c in text if c.isalnum()).lower()[:120]
