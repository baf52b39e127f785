"""Lints a codebook: what a folder must hold so that it can be coded with and documented."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.codebooks.codebook import SHIPPED, Codebook, EventType, Setting
from dateline.errors import CodebookError


@dataclass(frozen=True, slots=True)
class Example:
    """One boundary rule as an executable example: a sentence, the word that names the act, and how it is coded.

    `type` None is a near miss: nothing in the sentence may be coded.
    """

    rule: str
    text: str
    trigger: str | None
    type: str | None
    modes: tuple[str, ...]
    status: str | None


def examples(folder: str | Path = "plover") -> tuple[Example, ...]:
    """The examples of a codebook, in order; CodebookError where one is not well-formed."""
    path = Path(folder) if Path(folder).is_dir() else SHIPPED / str(folder)
    file = path / "examples.jsonl"
    out = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            out.append(_example(json.loads(line)))
        except (ValueError, KeyError) as error:
            raise CodebookError(f"{file}:{number} is not an example (rule, text, trigger, type): {error}") from error
    return tuple(out)


def _example(raw: dict[str, Any]) -> Example:
    if raw["type"] is not None and raw["trigger"] not in raw["text"]:
        raise ValueError(f"the trigger {raw['trigger']!r} does not stand in the text")
    return Example(
        raw["rule"], raw["text"], raw.get("trigger"), raw["type"], tuple(raw.get("modes", ())), raw.get("status")
    )


def problems(book: Codebook, known: tuple[Example, ...]) -> Iterator[str]:
    """Each rule that the codebook breaks, in words."""
    for entry in book.types.values():
        yield from _of_type(book, entry)
        if not any(e.type == entry.name for e in known):
            yield f"{entry.name}: no example"
    for example in known:
        yield from _of_example(book, example)
    for name, setting in book.settings.items():
        yield from (f"setting {name}: {wrong}" for wrong in _of_setting(book, name, setting))
    for sector in book.sector_priority:
        if sector not in book.sectors:
            yield f"sector priority: {sector!r} is not defined"
    for type_, mode_name in book.crosswalk:
        if type_ not in book.types or (mode_name and mode_name not in book.types[type_].modes):
            yield f"crosswalk: {type_} {mode_name} is not defined"


def _of_type(book: Codebook, entry: EventType) -> Iterator[str]:
    if entry.quad not in book.quads:
        yield f"{entry.name}: the quad class {entry.quad!r} is not defined"
    if not -10 <= entry.score <= 10:
        yield f"{entry.name}: the score {entry.score} is outside -10 … +10"
    if entry.future and entry.future not in book.types:
        yield f"{entry.name}: its future type {entry.future!r} is not defined"
    for act in [f"{entry.alone.type} {m}".strip() for m in entry.alone.modes or [""]] if entry.alone else ():
        if not _is_act(act, {t: set(other.modes) for t, other in book.types.items()}):
            yield f"{entry.name}: what it is alone, {act!r}, is no type and mode"
    for mode in entry.modes.values():
        if mode.context and mode.context not in book.contexts:
            yield f"{entry.name} {mode.name}: the context {mode.context!r} is not defined"
        for act in filter(None, (mode.by_captors, mode.by_crowd)):
            if not _is_act(act, {t: set(other.modes) for t, other in book.types.items()}):
                yield f"{entry.name} {mode.name}: what it is by others, {act!r}, is no type and mode"


def _of_setting(book: Codebook, name: str, setting: Setting) -> Iterator[str]:
    kinds = {t: set(entry.modes) for t, entry in book.types.items()}
    story = frozenset[str]().union(*(acts for _, acts in setting.story))
    for act in sorted(setting.types | setting.acts | setting.states | story):
        if not _is_act(act, kinds):
            yield f"{act!r} is no type and mode"
    for party in sorted(setting.parties | setting.unless):
        act, _, sector = party.rpartition(" ")
        if sector not in book.sectors or (act and not _is_act(act, kinds)):
            yield f"{party!r} ends in no sector" if sector not in book.sectors else f"{act!r} is no type and mode"
    for other in sorted(setting.after - set(book.contexts)):
        yield f"the context {other!r} is not defined"
    if name not in book.contexts:
        yield "the context is not defined"


def _is_act(act: str, kinds: Mapping[str, Set[str]]) -> bool:
    type_, _, mode = act.partition(" ")
    return type_ in kinds and (not mode or mode in kinds[type_])


def _of_example(book: Codebook, example: Example) -> Iterator[str]:
    if example.type is None:
        return
    if example.type not in book.types:
        yield f"example “{example.rule}”: no type {example.type!r}"
        return
    for name in example.modes:
        if name not in book.types[example.type].modes:
            yield f"example “{example.rule}”: {example.type} has no mode {name!r}"
