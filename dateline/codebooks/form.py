"""The form of a codebook's files: what each entry may say, and the line on which it stands.

What a file says is checked by `check`; here, that it can be read at all, so that a slip of the pen is told with its
line and not by what breaks on it later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from dateline.errors import CodebookError

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BOOK, CONTEXTS, PHRASES, CROSSWALK = FILES = ("codebook.yaml", "contexts.yaml", "phrases.yaml", "cameo_codes.csv")
"""What a codebook is read from; the last two may be missing."""

Key = str | int | float
Kind = tuple[Callable[[Any], bool], str]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a codebook, in words, and where: a file, and the keys that lead to the entry (none: a number is
    the line).
    """

    file: str
    keys: tuple[Key, ...]
    words: str
    line: int | None = None

    def __str__(self) -> str:
        return self.words

    def located(self, folder: Path) -> str:
        """The problem behind its file and line."""
        file = folder / self.file
        line = self.line or (_line(file, self.keys) if file.suffix == ".yaml" else None)
        return f"{file}{f':{line}' if line else ''}: {self.words}"


def read(file: Path) -> Any:
    """What a YAML file says; CodebookError where it is none, or is not there."""
    try:
        return yaml.load(file.read_text(encoding="utf-8-sig"), Loader=LOADER)
    except OSError as error:
        raise CodebookError(f"no codebook in {str(file.parent)!r}: give a folder that holds {file.name}") from error
    except UnicodeDecodeError as error:
        raise CodebookError(f"{file} is not UTF-8: save it as UTF-8") from error
    except yaml.YAMLError as error:
        raise CodebookError(_not_yaml(file, error)) from error


def _not_yaml(file: Path, error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    where = f"{file}:{mark.line + 1}" if mark else str(file)
    said = getattr(error, "problem", None) or str(error)
    return f"{where}: not valid YAML ({said}): put quotes around a text that holds : # & * ! or begins with ["


def _line(file: Path, keys: Sequence[Key]) -> int | None:
    """The line of an entry, or of the nearest above it that is there."""
    try:
        node = yaml.compose(file.read_text(encoding="utf-8-sig"), Loader=LOADER)
    except (OSError, ValueError, yaml.YAMLError):
        return None
    line: int | None = None
    for key in keys:
        found = _below(node, key)
        if found is None:
            break
        line, node = found
    return line


def _below(node: Any, key: Key) -> tuple[int, Any] | None:
    """The line of what stands under a key of a node, and its node."""
    if isinstance(node, yaml.MappingNode):
        return next((((k.start_mark.line + 1), v) for k, v in node.value if k.value == str(key)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key].start_mark.line + 1, node.value[key]
    return None


def twice(folder: Path) -> Iterator[Problem]:
    """Keys that stand twice in one place of files that `read` takes: the last would hold, the first be lost."""
    for name in (BOOK, CONTEXTS, PHRASES):
        if (folder / name).exists():
            yield from _twice(name, yaml.compose((folder / name).read_text(encoding="utf-8-sig"), Loader=LOADER))


def _twice(file: str, node: Any) -> Iterator[Problem]:
    if isinstance(node, yaml.MappingNode):
        seen = dict[str, int]()
        for key, below in node.value:
            line = key.start_mark.line + 1
            if key.value in seen:
                words = f"{key.value!r} stands on line {seen[key.value]} already: put both into one"
                yield Problem(file, (), words, line)
            seen.setdefault(key.value, line)
            yield from _twice(file, below)
    elif isinstance(node, yaml.SequenceNode):
        for below in node.value:
            yield from _twice(file, below)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_choice(value: Any) -> bool:
    return isinstance(value, bool)


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(_is_text(one) or _are_texts(one) for one in value)


def _are_entries(value: Any) -> bool:
    return isinstance(value, Mapping)


def _is_story(value: Any) -> bool:
    if isinstance(value, Mapping):
        return all(_is_number(share) and (acts is True or _are_texts(acts)) for share, acts in value.items())
    return value is True or _are_texts(value)


TEXT: Kind = (_is_text, "a text (put it in quotes if it is one: yes, no, on, off and numbers are none without)")
NUMBER: Kind = (_is_number, "a number")
CHOICE: Kind = (_is_choice, "true or false")
TEXTS: Kind = (_are_texts, "a list of texts (put yes, no, on, off and numbers in quotes)")
ENTRIES: Kind = (_are_entries, "entries, each with its key before a colon")
STORY: Kind = (_is_story, "true, a list of acts, or shares (such as 0.34) with such lists")

ROOT: Mapping[str, Kind] = {
    "name": TEXT,
    "version": (lambda v: _is_text(v) or _is_number(v), "a text"),
    "title": TEXT,
    "types": ENTRIES,
    "contexts": ENTRIES,
    "sectors": ENTRIES,
    "sector_priority": TEXTS,
    "pseudo_countries": ENTRIES,
    "quads": ENTRIES,
    "status": TEXTS,
}
OF_TYPE: Mapping[str, Kind] = {"quad": TEXT, "score": NUMBER, "meaning": TEXT, "recipient_required": CHOICE}
MAY_OF_TYPE: Mapping[str, Kind] = {
    "future": TEXT, "modes": ENTRIES, "by_forces": CHOICE, "alone": ENTRIES, "captives": TEXT, "crowd": TEXT
}  # fmt: skip
OF_ALONE: Mapping[str, Kind] = {"type": TEXT, "acts": TEXTS, "unless": TEXTS}
OF_MODE: Mapping[str, Kind] = {"score": NUMBER, "meaning": TEXT}
MAY_OF_MODE: Mapping[str, Kind] = {
    "context": TEXT, "by_government": CHOICE, "captives": TEXT, "by_captors": TEXT, "by_crowd": TEXT
}  # fmt: skip
OF_SETTING: Mapping[str, Kind] = {
    **dict.fromkeys(("cues", "types", "parties", "acts", "states", "unless", "after"), TEXTS),
    **dict.fromkeys(("only", "abroad", "shared"), CHOICE),
    "story": STORY,
}


def wrong(book: Any, contexts: Any, phrases: Any) -> Iterator[Problem]:
    """Each entry that cannot be read, in the order of the files, each as YAML has it."""
    yield from _entry(BOOK, (), book, ROOT, {"source": TEXT})
    told = book if isinstance(book, Mapping) else {}
    for name, entry in _entries(told, "types"):
        yield from _of_type(name, entry)
    for part in ("contexts", "sectors", "pseudo_countries"):
        for name, meaning in _entries(told, part):
            yield from _value(BOOK, (part, name), meaning, TEXT)
    for file, entries, what in ((CONTEXTS, contexts, "context"), (PHRASES, phrases, "type")):
        if not isinstance(entries or {}, Mapping):
            yield Problem(file, (), f"the file holds no entries, each with its {what} before a colon")
    for name, entry in _entries({"": contexts}, ""):
        yield from _of_setting(name, entry)
        if name != "names" and name not in (told.get("contexts") or {}):
            yield Problem(CONTEXTS, (name,), f"no context {name!r} is defined: add it under contexts in {BOOK}")
    for name, lines in _entries({"": phrases}, ""):
        yield from _value(PHRASES, (name,), lines, TEXTS)


def _of_setting(name: Key, entry: Any) -> Iterator[Problem]:
    if isinstance(entry, Mapping) and name != "names":
        yield from _entry(CONTEXTS, (name,), entry, {}, OF_SETTING)
    elif entry is not None:
        yield from _value(CONTEXTS, (name,), entry, TEXTS)


def _entries(entry: Any, part: str) -> Iterator[tuple[Any, Any]]:
    below = entry.get(part)
    return iter(below.items() if isinstance(below, Mapping) else ())


def _of_type(name: Key, entry: Any) -> Iterator[Problem]:
    at = ("types", name)
    yield from _entry(BOOK, at, entry, OF_TYPE, MAY_OF_TYPE)
    if not isinstance(entry, Mapping):
        return
    if isinstance(entry.get("alone"), Mapping):
        yield from _entry(BOOK, (*at, "alone"), entry["alone"], OF_ALONE, {"modes": TEXTS})
    for mode, said in _entries(entry, "modes"):
        yield from _entry(BOOK, (*at, "modes", mode), said, OF_MODE, MAY_OF_MODE)


def _entry(
    file: str, keys: tuple[Key, ...], entry: Any, needed: Mapping[str, Kind], may: Mapping[str, Kind]
) -> Iterator[Problem]:
    """What an entry lacks, what of it has another form, and what it has that nothing reads."""
    name = f"{_named(keys)}: " if keys else ""
    if not isinstance(entry, Mapping):
        yield Problem(file, keys, f"{name}not {ENTRIES[1]}")
        return
    yield from (Problem(file, keys, f"{name}no {field!r}") for field in needed if field not in entry)
    for field, value in entry.items():
        if kind := needed.get(field) or may.get(field):
            yield from _value(file, (*keys, field), value, kind)
        else:
            yield Problem(file, (*keys, field), f"{name}nothing reads {field!r}: {', '.join((*needed, *may))}")


def _value(file: str, keys: tuple[Key, ...], value: Any, kind: Kind) -> Iterator[Problem]:
    fits, what = kind
    if not fits(value):
        yield Problem(file, keys, f"{_named(keys)}: {_short(value)} is not {what}")


def _named(keys: Sequence[Key]) -> str:
    return " ".join(str(key) for key in keys if key not in ("types", "modes"))


def _short(value: Any) -> str:
    said = repr(value)
    return said if len(said) <= 60 else said[:57] + "..."
