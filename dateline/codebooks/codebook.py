"""A codebook: types, modes, contexts, scores and sectors as data."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from dateline.codebooks.form import BOOK, CONTEXTS, CROSSWALK, PHRASES, read, wrong
from dateline.errors import CodebookError

SHIPPED = Path(__file__).parent
THIRD = 0.34
"""Share of a report that makes it one about a setting, where the codebook tells no other."""


@dataclass(frozen=True, slots=True)
class Mode:
    """How an act of a type is done; `context` is the context that the mode brings along, if any.

    `by_government` is True where a state does it by its government even though the type is done by forces.
    `captives` is what those are who are counted as taken or freed ("arrested"), `by_captors` the type and mode of the
    same done by an armed group ("ASSAULT abduct"), `by_crowd` that of the same done by people without arms.
    """

    name: str
    score: float
    meaning: str
    context: str | None = None
    by_government: bool = False
    captives: str | None = None
    by_captors: str | None = None
    by_crowd: str | None = None


@dataclass(frozen=True, slots=True)
class Alone:
    """What an act that takes two is when one party does it by itself: its `type` and `modes`, for acts named by one of
    these words, unless one of the `unless` words stands in the sentence ("joint").
    """

    type: str
    modes: tuple[str, ...]
    acts: frozenset[str]
    unless: frozenset[str]


@dataclass(frozen=True, slots=True)
class EventType:
    """One type of event; `future` names the type of a promise to do it, `alone` that of what one party does by itself.

    `by_forces` is True where a state that does it under its own name acts by its forces ("Israel shelled").
    `captives` is as in `Mode`, where no mode tells it; `crowd` is what those are who do it and are counted.
    """

    name: str
    quad: str
    score: float
    meaning: str
    recipient_required: bool
    future: str | None
    modes: Mapping[str, Mode]
    by_forces: bool = False
    alone: Alone | None = None
    captives: str | None = None
    crowd: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """When acts have a context: see the head of contexts.yaml for each field.

    `story` are least shares of a report with the acts that are of its story from there on; no acts stands for all.
    """

    cues: Sequence[str] = ()
    types: frozenset[str] = frozenset()
    only: bool = False
    abroad: bool = False
    parties: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    story: tuple[tuple[float, frozenset[str]], ...] = ()
    shared: bool = False


@dataclass(frozen=True)
class Codebook:
    """One codebook at one version; `id` ("plover@2.0") travels with every code."""

    name: str
    version: str
    title: str
    types: Mapping[str, EventType]
    contexts: Mapping[str, str]
    sectors: Mapping[str, str]
    sector_priority: Sequence[str]
    pseudo_countries: Mapping[str, str]
    quads: Mapping[str, Mapping[str, Any]]
    status: Sequence[str]
    settings: Mapping[str, Setting]
    names: Sequence[str]
    phrases: Mapping[str, Sequence[str]]
    crosswalk: Mapping[tuple[str, str], str]

    @cached_property
    def id(self) -> str:
        """Name and version."""
        return f"{self.name}@{self.version}"

    @cached_property
    def codes(self) -> Mapping[str, frozenset[str]]:
        """All codes of a kind: type, mode, context, quad, status."""
        return {
            "type": frozenset(self.types),
            "mode": frozenset(mode for entry in self.types.values() for mode in entry.modes),
            "context": frozenset(self.contexts),
            "quad": frozenset(self.quads),
            "status": frozenset(self.status),
        }

    @cached_property
    def promises(self) -> frozenset[str]:
        """Types of what is promised to be done: the word has been given already, even where the deed is planned."""
        return frozenset(entry.future for entry in self.types.values() if entry.future)

    def quad(self, type_: str) -> str:
        """The quad class of a type."""
        return self.types[type_].quad

    def intensity(self, type_: str, modes: Sequence[str] = ()) -> float:
        """The score of a type, or the extreme (farthest from zero) of its modes' scores."""
        entry = self.types[type_]
        scores = [entry.modes[m].score for m in modes if m in entry.modes]
        return max(scores, key=abs) if scores else entry.score

    def cameo(self, type_: str, modes: Sequence[str] = ()) -> str | None:
        """The CAMEO code of a type and its first mode, by the crosswalk; None where it has none."""
        first = modes[0] if modes else ""
        return self.crosswalk.get((type_, first)) or self.crosswalk.get((type_, ""))

    @classmethod
    def load(cls, folder: str | Path = "plover") -> Codebook:
        """A codebook by its name (one that is shipped) or by its folder; CodebookError where it cannot be read."""
        path = place(folder)
        book, contexts = read(path / BOOK), read(path / CONTEXTS)
        phrases = read(path / PHRASES) if (path / PHRASES).exists() else {}
        try:
            return cls._read(book, contexts or {}, phrases or {}, _crosswalk(path / CROSSWALK))
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            first = next(wrong(book, contexts, phrases), None)
            told = first.located(path) if first else f"{path}: entry {error} is missing or has the wrong form"
            raise CodebookError(told) from error

    @classmethod
    def _read(
        cls,
        raw: Mapping[str, Any],
        settings: Mapping[str, Any],
        phrases: Mapping[str, Sequence[str]],
        crosswalk: Mapping[tuple[str, str], str],
    ) -> Codebook:
        """The codebook of its parsed files."""
        return cls(
            name=raw["name"],
            version=str(raw["version"]),
            title=raw["title"],
            types={name: _type(name, entry) for name, entry in raw["types"].items()},
            contexts=raw["contexts"],
            sectors=raw["sectors"],
            sector_priority=raw["sector_priority"],
            pseudo_countries=raw["pseudo_countries"],
            quads=raw["quads"],
            status=raw["status"],
            settings={name: _setting(settings[name]) for name in raw["contexts"] if settings.get(name)},
            names=_flat(settings.get("names") or ()),
            phrases=phrases,
            crosswalk=crosswalk,
        )


def place(folder: str | Path) -> Path:
    """The folder of a codebook: of a shipped one by its name, whatever stands in the current folder."""
    shipped = SHIPPED / str(folder)
    return shipped if "/" not in str(folder) and (shipped / BOOK).is_file() else Path(folder)


def _crosswalk(file: Path) -> dict[tuple[str, str], str]:
    """(type, mode or "") to CAMEO code; empty where the codebook has no crosswalk."""
    if not file.exists():
        return {}
    with file.open(encoding="utf-8-sig", newline="") as rows:
        table = csv.DictReader(rows)
        if lacking := [name for name in ("type", "mode", "cameo") if name not in (table.fieldnames or ())]:
            raise CodebookError(f"{file}:1: no column {', '.join(lacking)}: the columns are type, mode and cameo")
        return {(row["type"], row["mode"]): row["cameo"] for row in table}


def _setting(entry: Any) -> Setting:
    """A setting from its entry, or from a bare list of its cues."""
    if not isinstance(entry, Mapping):
        return Setting(cues=_flat(entry))
    fields = ("types", "parties", "acts", "states", "unless", "after")
    sets: dict[str, frozenset[str]] = {field: frozenset(entry.get(field, ())) for field in fields}
    told = entry.get("story")
    by_share = told if isinstance(told, Mapping) else {THIRD: told} if told else {}
    story = tuple((float(n), sets["types"] if acts is True else frozenset(acts)) for n, acts in by_share.items())
    only, abroad, shared = (bool(entry.get(field)) for field in ("only", "abroad", "shared"))
    return Setting(_flat(entry.get("cues", ())), only=only, abroad=abroad, story=story, shared=shared, **sets)


def _flat(words: Sequence[Any]) -> tuple[str, ...]:
    """A list of words, or of lists of words, as one."""
    return tuple(w for one in words for w in ([one] if isinstance(one, str) else one))


def _alone(entry: Mapping[str, Any]) -> Alone:
    return Alone(entry["type"], tuple(entry.get("modes", ())), frozenset(entry["acts"]), frozenset(entry["unless"]))


def _type(name: str, entry: Mapping[str, Any]) -> EventType:
    """A type of event as its YAML has it."""
    return EventType(
        name=name,
        quad=entry["quad"],
        score=float(entry["score"]),
        meaning=entry["meaning"],
        recipient_required=bool(entry["recipient_required"]),
        future=entry.get("future"),
        modes={
            m: Mode(
                m,
                float(x["score"]),
                x["meaning"],
                x.get("context"),
                by_government=bool(x.get("by_government", False)),
                captives=x.get("captives"),
                by_captors=x.get("by_captors"),
                by_crowd=x.get("by_crowd"),
            )
            for m, x in entry.get("modes", {}).items()
        },
        by_forces=bool(entry.get("by_forces", False)),
        alone=_alone(entry["alone"]) if "alone" in entry else None,
        captives=entry.get("captives"),
        crowd=entry.get("crowd"),
    )
