"""Attacks in old telegrams: Dateline's events against the templates of MUC-4, without training for their form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from dateline.records.article import Article
from dateline.records.event import Event
from dateline.records.resolved import Actor
from eval.corpora import Corpora, Row, rows
from eval.figure import Figure, measured, percent
from eval.truecase import TrueCaser

TITLE = "Attacks in telegrams (MUC-4)"
SPLIT = "MUC-4, development part: 200 telegrams on Latin America, 1989-1990, in capitals; templates by human analysts"
SCORER = "by article: templates and their fillers met by any event of the article, by type and head words"
ABOUT = """Dateline was not made for this form: it knows no templates and fills none. The texts are brought into
ordinary case first, by the spelling of words in other news. A template is met when the article has an event of its
kind; a filler is found when the head word of one of its names is in the words or the name of a party of a violent
event, in the role that fits, or the other way round; a weapon when an event's mode is of its family. Optional
templates are not asked for, but finding them is not wrong. **The published systems were trained on this set and are
scored by template, by other scorers, on its test part: their figures cannot be set against these.**"""

TEXTS = 2500
"""Articles that spellings are learned from."""
VIOLENT = ("ASSAULT", "COERCE", "PROTEST")
KINDS = {
    "ATTACK": (("ASSAULT", None),),
    "BOMBING": (("ASSAULT", ("explosives", "suicide-attack", "heavy-weapons", "aerial", "destroy")),),
    "BOMBING / ATTACK": (("ASSAULT", None),),
    "KIDNAPPING": (("ASSAULT", ("abduct",)), ("COERCE", ("arrest",))),
    "ARSON": (("ASSAULT", ("destroy", "primitive")), ("PROTEST", ("vandalize", "riot"))),
    "ROBBERY": (("ASSAULT", None), ("COERCE", ("seize",))),
    "FORCED WORK STOPPAGE": (("COERCE", None), ("PROTEST", ("strike",))),
}
"""Types and modes (None: any) that meet a template's incident type."""
WEAPONS = (
    (re.compile(r"AERIAL"), {"aerial"}),
    (re.compile(r"MORTAR|ROCKET"), {"heavy-weapons", "explosives"}),
    (re.compile(r"BOMB|DYNAMITE|EXPLOSIVE|GRENADE|MINE\b"), {"explosives", "suicide-attack"}),
    (re.compile(r"GUN|RIFLE"), {"firearms"}),
    (re.compile(r"TORTURE"), {"torture"}),
    (re.compile(r"CUTTING|MOLOTOV|FIRE|STONE"), {"primitive"}),
)
"""Families of instruments and the modes that stand for them."""
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "VictimDesc")
NAMES = {
    "PerpInd": "perpetrators (persons)",
    "PerpOrg": "perpetrators (bodies)",
    "Target": "physical targets",
    "Victim": "named victims",
    "VictimDesc": "described victims",
}


def gold(corpora: Corpora) -> list[Path]:
    """The files of the gold."""
    return [corpora.path("templates/muc4_dev.jsonl.gz")]


def run(corpora: Corpora) -> list[Figure]:
    """Recall of incidents and fillers, and precision of violent events and their parties."""
    spelled = TrueCaser(row["text"] for row in islice(rows(corpora.path("articles/en.jsonl.gz")), TEXTS))
    table = []
    for row in rows(corpora.path("templates/muc4_dev.jsonl.gz")):
        published = (row["dateline"] or {}).get("date")
        (coded,) = corpora.code([Article(row["id"], spelled(row["text"]), published=published)])
        table.append(counts(row["templates"], coded.events))

    def share(name: str, column: int, *, pinned: bool = True) -> Figure:
        return measured(name, table, percent(column, column + 1), int(sum(r[column + 1] for r in table)), pinned=pinned)

    figures = [share("incident type recall", 0), share("articles with violent events that have a template", 2)]
    figures += [share(f"{NAMES[role]} recall", 4 + 2 * k) for k, role in enumerate(ROLES)]
    at = 4 + 2 * len(ROLES)
    figures += [share("weapon recall", at), share("actors of violent events that are perpetrators", at + 2)]
    return [*figures, share("recipients of violent events that are targets or victims", at + 4)]


def counts(templates: list[Row], events: tuple[Event, ...]) -> list[float]:
    """Found and asked for, of each kind, in one article."""
    wanted = [t for t in templates if not t["optional"]]
    violent = [e for e in events if e.type in VIOLENT and e.status in ("happened", "ongoing")]
    assaults = [e for e in violent if e.type == "ASSAULT"]
    out: list[float] = [sum(_met(t["type"], events) for t in wanted), len(wanted)]
    out += [bool(assaults and templates), bool(assaults)]
    actors = list(_parties(e.actors for e in violent))
    recipients = list(_parties(e.recipients for e in violent))
    for role in ROLES:
        fillers = [strings for t in wanted for strings in t["roles"][role]]
        parties = actors if role.startswith("Perp") else recipients
        out += [sum(any(_same(strings, p) for p in parties) for strings in fillers), len(fillers)]
    weapons = [_value(x) for t in wanted for x in t["instrument_type"]]
    modes = {m for e in assaults for m in e.modes}
    out += [sum(_armed(w, modes) for w in weapons), len(weapons)]
    for parties, roles in ((actors, ROLES[:2]), (recipients, ROLES[2:])):
        names = [strings for t in templates for role in roles for strings in t["roles"][role]]
        judged = parties if templates else []
        out += [sum(any(_same(strings, p) for strings in names) for p in judged), len(judged)]
    return out


def _met(kind: str, events: tuple[Event, ...]) -> bool:
    return any(
        e.type == type_ and (modes is None or set(modes) & set(e.modes))
        for e in events
        for type_, modes in KINDS.get(kind, (("ASSAULT", None),))
    )


def _parties(groups: Iterable[tuple[Actor, ...]]) -> Iterator[Actor]:
    """Each party once, by its words and name."""
    seen = set()
    for actor in (a for group in groups for a in group):
        key = (actor.piece.text.casefold(), actor.name)
        if key not in seen:
            seen.add(key)
            yield actor


def head(words: str) -> str:
    """The head word of a noun phrase: the last word before the first preposition."""
    first = re.split(r"\s+(?:OF|FROM|IN|ON|AT|WITH|FOR|BY)\s+|,", words.upper())[0]
    found = re.findall(r"[A-Z0-9]+", first)
    return _stem(found[-1]) if found else ""


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("S") and len(word) > 4 else word


def _words(text: str) -> set[str]:
    return {_stem(w) for w in re.findall(r"[A-Z0-9]+", text.upper())}


def _same(strings: list[str], actor: Actor) -> bool:
    told = _words(f"{actor.piece.text} {actor.name or ''}")
    mine = head(actor.piece.text)
    return any(head(s) in told or (mine and mine in _words(s)) for s in strings)


def _value(instrument: Row | str) -> str:
    return str(instrument["value"]) if isinstance(instrument, dict) else instrument


def _armed(weapon: str, modes: set[str]) -> bool:
    return any(pattern.search(weapon) and family & modes for pattern, family in WEAPONS)
