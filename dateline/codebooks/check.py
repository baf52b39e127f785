"""Lints a codebook: what a folder must hold so that it can be coded with and documented."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.codebooks.codebook import Codebook, EventType, Mode, Setting, place
from dateline.codebooks.form import BOOK, CONTEXTS, CROSSWALK, PHRASES, Key, Problem
from dateline.errors import CodebookError
from dateline.records.event import Event
from dateline.records.resolved import COUNTED
from dateline.records.span import Span

EXAMPLES = "examples.jsonl"
NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
CODE = re.compile(r"[A-Za-z0-9][\w-]*")


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
    """The examples of a codebook, in order, none where it has no such file; CodebookError where one is not
    well-formed.
    """
    file = place(folder) / EXAMPLES
    out = []
    for number, line in enumerate(file.read_text(encoding="utf-8-sig").splitlines() if file.exists() else (), 1):
        try:
            out += [_example(json.loads(line))] if line.strip() else []
        except (ValueError, KeyError, TypeError) as error:
            raise CodebookError(f"{file}:{number} is not an example (rule, text, trigger, type): {error}") from error
    return tuple(out)


def _example(raw: dict[str, Any]) -> Example:
    if raw["type"] is not None and raw["trigger"] not in raw["text"]:
        raise ValueError(f"the trigger {raw['trigger']!r} does not stand in the text")
    return Example(
        raw["rule"], raw["text"], raw.get("trigger"), raw["type"], tuple(raw.get("modes", ())), raw.get("status")
    )


def otherwise(example: Example, events: Sequence[Event]) -> str | None:
    """How a sentence is coded that the example has otherwise; None where it is coded so."""
    if example.type is None:
        return f"coded {events[0].type}, and is to be left alone" if events else None
    start = example.text.index(example.trigger or "")
    span = Span(start, start + len(example.trigger or ""))
    here = [e for e in events if e.trigger.span.overlaps(span)]
    if not here:
        return f"no event on “{example.trigger}”, not {example.type}"
    one = next((e for e in here if e.type == example.type), None)
    if one is None:
        return f"coded {here[0].type}, not {example.type}"
    if example.modes and not set(example.modes) & set(one.modes):
        return f"coded {' '.join((one.type, *one.modes))}, not {' '.join((example.type, *example.modes))}"
    return f"coded as {one.status}, not {example.status}" if example.status not in (None, one.status) else None


def problems(book: Codebook, known: tuple[Example, ...]) -> Iterator[Problem]:
    """Each rule that the codebook breaks, in words, with where it does."""
    if not NAME.fullmatch(book.name):
        yield Problem(BOOK, ("name",), f"the name {book.name!r} is not made of small letters, digits and hyphens")
    yield from _codes(book)
    for entry in book.types.values():
        for keys, told in _of_type(book, entry):
            yield Problem(BOOK, ("types", entry.name, *keys), told)
    for example in known:
        yield from _of_example(book, example)
    for name, setting in book.settings.items():
        yield from (Problem(CONTEXTS, (name,), f"setting {name}: {told}") for told in _of_setting(book, name, setting))
    yield from _of_phrases(book)
    for sector in book.sector_priority:
        if sector not in book.sectors:
            yield Problem(BOOK, ("sector_priority",), f"sector priority: {sector!r} is not defined")
    for line, (type_, mode_name) in enumerate(book.crosswalk, 2):
        if type_ not in book.types or (mode_name and mode_name not in book.types[type_].modes):
            yield Problem(CROSSWALK, (), f"crosswalk: {f'{type_} {mode_name}'.strip()} is not defined", line)


def _codes(book: Codebook) -> Iterator[Problem]:
    """Codes that could not be asked for: they stand in columns with "+" and "," between."""
    modes = [(("types", t, "modes", m), m) for t, entry in book.types.items() for m in entry.modes]
    told: list[tuple[tuple[Key, ...], str]] = [*modes, *((("contexts", c), c) for c in book.contexts)]
    for keys, code in (*told, *((("sectors", s), s) for s in book.sectors)):
        if not CODE.fullmatch(str(code)):
            yield Problem(BOOK, keys, f"the code {code!r} is not made of letters, digits, hyphens and _")


Told = tuple[tuple[Key, ...], str]
"""Where below a type something is wrong, and what."""


def _of_type(book: Codebook, entry: EventType) -> Iterator[Told]:
    if entry.quad not in book.quads:
        yield ("quad",), f"{entry.name}: the quad class {entry.quad!r} is not defined"
    if entry.future and entry.future not in book.types:
        yield ("future",), f"{entry.name}: its future type {entry.future!r} is not defined"
    kinds = {t: set(other.modes) for t, other in book.types.items()}
    for act in [f"{entry.alone.type} {m}".strip() for m in entry.alone.modes or [""]] if entry.alone else ():
        if not _is_act(act, kinds):
            yield ("alone",), f"{entry.name}: what it is alone, {act!r}, is no type and mode"
    yield from _of_values(entry.name, entry.score, captives=entry.captives, crowd=entry.crowd)
    for mode in entry.modes.values():
        at, name = ("modes", mode.name), f"{entry.name} {mode.name}"
        for keys, told in (*_of_values(name, mode.score, captives=mode.captives), *_of_mode(book, kinds, name, mode)):
            yield (*at, *keys), told


def _of_values(name: str, score: float, **counted: str | None) -> Iterator[Told]:
    if not -10 <= score <= 10:
        yield ("score",), f"{name}: the score {score} is outside -10 … +10"
    for field, what in counted.items():
        if what and what not in COUNTED:
            yield (field,), f"{name}: nothing counts {what!r}: {', '.join(COUNTED)}"


def _of_mode(book: Codebook, kinds: Mapping[str, Set[str]], name: str, mode: Mode) -> Iterator[Told]:
    if mode.context and mode.context not in book.contexts:
        yield ("context",), f"{name}: the context {mode.context!r} is not defined"
    for field, act in (("by_captors", mode.by_captors), ("by_crowd", mode.by_crowd)):
        if act and not _is_act(act, kinds):
            yield (field,), f"{name}: what it is by others, {act!r}, is no type and mode"


def _of_phrases(book: Codebook) -> Iterator[Problem]:
    """Phrases of what is no type and mode, and those that could never be found."""
    kinds = {t: set(entry.modes) for t, entry in book.types.items()}
    for act, lines in book.phrases.items():
        if not _is_act(act.removesuffix(" !"), kinds):
            yield Problem(PHRASES, (act,), f"{act!r} is no type and mode (with “ !” behind, where it is so surely)")
        for number, line in enumerate(lines):
            if told := _of_phrase(line):
                yield Problem(PHRASES, (act, number), f"the phrase {line!r} {told}")


def _of_phrase(line: str) -> str | None:
    """What is wrong with a phrase, if anything."""
    if not re.search(r"\w", line):
        return "has no word"
    if "..." in line:
        return "has three dots: for up to five words between, write … (one character)"
    if any(not part.strip() for part in line.split("…")):
        return "has no words before or behind …"
    depth = 0
    for character in line:
        depth += (character == "(") - (character == ")")
        if depth not in (0, 1):
            return "has brackets within brackets, or one that closes nothing"
    if depth:
        return "has a bracket that is not closed"
    if "|" in re.sub(r"\([^)]*\)", "", line):
        return "has | outside of brackets: write (this|that)"
    if any(not choice.strip() for group in re.findall(r"\(([^)]*)\)", line) for choice in group.split("|")):
        return "has an empty choice between brackets: write two phrases"
    return None


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
    for cue in setting.cues:
        if not re.search(r"\w", cue):
            yield f"the cue {cue!r} has no word"
    if name not in book.contexts:
        yield "the context is not defined"


def _is_act(act: str, kinds: Mapping[str, Set[str]]) -> bool:
    type_, _, mode = act.partition(" ")
    return type_ in kinds and (not mode or mode in kinds[type_])


def _of_example(book: Codebook, example: Example) -> Iterator[Problem]:
    if example.type is None:
        return
    if example.type not in book.types:
        yield Problem(EXAMPLES, (), f"example “{example.rule}”: no type {example.type!r}")
        return
    for name in example.modes:
        if name not in book.types[example.type].modes:
            yield Problem(EXAMPLES, (), f"example “{example.rule}”: {example.type} has no mode {name!r}")
