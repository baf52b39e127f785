"""The corpora of others that the model learns from, each turned into examples (`train.example`).

The files are those of the shared corpora folder (`--corpora`), plus the annotations of this repository
(`train/annotations/`, by offset: the article texts stay with their publishers).
"""

from __future__ import annotations

import gzip
import random
from pathlib import Path

from dateline.records.article import Sentence
from dateline.split.sentences import sentences as split
from eval.corpora import rows
from train.annotated import annotated
from train.example import Act, Example

GUM_TYPES = {"person": "x_person", "organization": "x_org", "place": "x_place", "time": "x_time", "event": "x_event"}
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


def attribution(corpora: Path, name: str = "train") -> list[Example]:
    """PolNeAR: source, cue and content of attributions in US political news."""
    out = []
    names = ("p_source", "p_cue", "p_content")
    for d in rows(corpora / "attribution" / f"{name}.jsonl.gz"):
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


def entities(corpora: Path) -> list[Example]:
    """GUM and re3d: mentions of persons, organisations, places and times (outermost of a kind)."""
    layers = tuple(GUM_TYPES.values())
    out = []
    for d in rows(corpora / "coref" / "gum.jsonl.gz"):
        ex = Example("gum", d["id"], d["text"], list(split(d["text"])), layers, {k: [] for k in layers})
        for m in sorted(d["mentions"], key=lambda m: (m["start"], -m["end"])):
            layer = GUM_TYPES.get(m["type"])
            if layer and m["end"] - m["start"] < 80:
                ex.spans[layer].append((m["start"], m["end"]))
        out.append(ex)
    kinds = {"Person": "x_person", "Organisation": "x_org", "Location": "x_place"}
    for d in rows(corpora / "events" / "re3d.jsonl.gz"):
        layers = tuple(kinds.values())
        ex = Example("re3d", d["id"], d["text"], list(split(d["text"])), layers, {k: [] for k in layers})
        for m in d["entities"]:
            if m["type"] in kinds:
                ex.spans[kinds[m["type"]]].append((m["start"], m["end"]))
        out.append(ex)
    return out


def arguments(corpora: Path) -> list[Example]:
    """RAMS and WikiEvents development parts: who, to whom and where of given triggers."""
    out = []
    for name in ("rams_dev", "wikievents_dev"):
        for d in rows(corpora / "events" / f"{name}.jsonl.gz"):
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
    for d in rows(corpora / "events" / "event_location.jsonl.gz"):
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
    for d in rows(corpora / "events" / "geneva.jsonl.gz"):
        ex = by_text.setdefault(d["text"], Example("geneva", d["id"], d["text"], list(split(d["text"]))))
        ex.foreign += [((t["start"], t["end"]), "g:" + t["type"]) for t in d["triggers"]]
    return list(by_text.values())


def times(corpora: Path) -> list[Example]:
    """TimeBank, AQUAINT, WikiWars: time expressions (tweets left out)."""
    out = []
    for d in rows(corpora / "time" / "train.jsonl.gz"):
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
    """A sentence of a treebank with each word's head, relation and class; None where words and text do not fit."""
    text, told = "", []
    for line in block.splitlines():
        if line.startswith("# text = "):
            text = line[9:]
        elif line and line[0].isdigit():
            c = line.split("\t")
            if c[0].isdigit():
                told.append(c)
    if not text or not told:
        return None
    at, words = 0, []
    for c in told:
        i = text.find(c[1], at)
        if i < 0 or i - at > 3:
            return None
        words.append(((i, i + len(c[1])), int(c[6]) - 1, c[7].split(":")[0], c[3]))
        at = i + len(c[1])
    return Example("ud", id_, text, [Sentence(0, 0, len(text))], syntax=words)


def unread(corpora: Path, read: list[Example], left_out: frozenset[str] = frozenset()) -> list[Example]:
    """The articles that have no annotations: not those of `read`, nor the held-out ones, nor ids `left_out`."""
    known = {_opening(ex.text) for ex in [*read, *annotated(corpora, held_out=True)]}
    out = []
    for d in rows(corpora / "articles" / "en.jsonl.gz"):
        title, text = (d["title"] or "").strip(), d["text"].strip()
        if d["id"] in left_out or {_opening(text), _opening(f"{title}\n{text}")} & known:
            continue
        out.append(Example("unread", d["id"], text, list(split(text))))
    return out


def _opening(text: str) -> str:
    """The first letters of a text, by which the same article is known in two collections."""
    return "".join(c for c in text if c.isalnum()).lower()[:120]
