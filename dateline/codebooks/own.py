"""A codebook of a user's own: a changed copy of a shipped one, checked whole before it is coded with.

The model knows the types, and rules know modes, contexts and sectors by their codes: so these stay, and what they say,
count and are found by may be changed. Modes, contexts and sectors may be added; a mode that is added is told by
phrases, a context by its cues.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dateline.codebooks.check import EXAMPLES, NAME, examples, problems
from dateline.codebooks.codebook import SHIPPED, Codebook, EventType, place
from dateline.codebooks.form import BOOK, CONTEXTS, FILES, PHRASES, Key, Problem, read, twice, wrong
from dateline.errors import CodebookError, InputError

VARIABLE = "DATELINE_CODEBOOK"
"""The environment variable that names the folder of the codebook to use."""
PLOVER = "plover"
MOST = 5
"""Problems that are told at once where one would do, and phrases of one act that are told one by one."""
LONG = 100
"""Characters of a phrase that are shown."""


def chosen(given: str | Path | None = None) -> str | Path:
    """The codebook to use: the one that is given, else the user's own, else the shipped one."""
    return given or os.environ.get(VARIABLE) or PLOVER


def in_use() -> Codebook:
    """The codebook that is used where none is given; CodebookError where it cannot be read."""
    return Codebook.load(chosen())


def is_shipped(folder: str | Path) -> bool:
    """True for the name, or the folder, of a codebook that is shipped."""
    return place(folder).resolve().parent == SHIPPED.resolve()


def usable(folder: str | Path) -> Codebook:
    """A codebook to code with; CodebookError names the first things that are wrong in one of a user's own."""
    if is_shipped(folder):
        return Codebook.load(folder)
    path = place(folder)
    found = [problem.located(path) for problem in faults(path)]
    if found:
        more = f"\nand {len(found) - MOST} more" if len(found) > MOST else ""
        raise CodebookError("\n".join(found[:MOST]) + f"{more}\n`dateline codebook check {path}` looks again")
    return Codebook.load(path)


def of_record(id: str) -> Codebook:
    """The codebook by which something was coded ("plover@2.0"); CodebookError where it is not here."""
    name = id.partition("@")[0]
    if is_shipped(name):
        return Codebook.load(name)
    if (own := os.environ.get(VARIABLE)) and (book := Codebook.load(own)).name == name:
        return book
    raise CodebookError(f"coded by the codebook {id}, which is not known here: {VARIABLE} has to name its folder")


def faults(path: Path) -> Iterator[Problem]:
    """All that is wrong with a codebook of a user's own; CodebookError where its files cannot be read at all."""
    phrases = read(path / PHRASES) if (path / PHRASES).exists() else {}
    entries, contexts = read(path / BOOK), read(path / CONTEXTS)
    found = [*twice(path), *wrong(entries, contexts, phrases)]
    if found:
        yield from found
        return
    book = Codebook.load(path)
    base = Codebook.load(PLOVER)
    strange = list(_lacking(book, base))
    yield from strange or problems(book, examples(path))
    if book.name == base.name:
        yield Problem(BOOK, ("name",), f"{book.name} is the shipped codebook: give a changed one a name of its own")


def _lacking(book: Codebook, base: Codebook) -> Iterator[Problem]:
    """Codes that were taken out, and types, classes and states that were added: the model knows those of the base."""
    for part in ("types", "quads", "status"):
        these: Collection[str] = getattr(book, part)
        for code in [c for c in these if c not in getattr(base, part)]:
            words = f"{part}: {code!r} is none that the model knows: take it out, or make it a mode or a context"
            yield Problem(BOOK, (part, code), words)
    for part in ("types", "quads", "status", "contexts", "sectors", "pseudo_countries"):
        yield from _gone((part,), getattr(book, part), getattr(base, part))
    for name, entry in base.types.items():
        if name in book.types:
            yield from _gone(("types", name, "modes"), book.types[name].modes, entry.modes)


def _gone(keys: tuple[Key, ...], these: Collection[str], those: Collection[str]) -> Iterator[Problem]:
    """Each code of the base that is not there."""
    named = " ".join(map(str, keys))
    for code in those:
        if code not in these:
            yield Problem(BOOK, keys, f"{named}: {code!r} has to stay: rules know it by its code")


def fingerprint(folder: str | Path) -> str | None:
    """The digest of the files of a user's own codebook; None for a shipped one, which its version tells."""
    if is_shipped(folder):
        return None
    digest = hashlib.sha256()
    for name in FILES:
        file = place(folder) / name
        digest.update(name.encode() + b"\0" + (file.read_bytes() if file.exists() else b"") + b"\0")
    return digest.hexdigest()[:16]


def copy(folder: Path, name: str | None = None) -> str:
    """Put a copy of the shipped codebook into a new folder, under a name of its own (else the folder's); its id.

    Raises InputError where the folder is there already, cannot be written, or the name is none.
    """
    name = name or folder.resolve().name.casefold().replace(" ", "-")
    if not NAME.fullmatch(name) or is_shipped(name):
        raise InputError(f"--name {name!r}: give it a name of small letters, digits and hyphens, not that of {PLOVER}")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(f"{folder} is there already: give a new folder, or take it away first")
    base = Codebook.load(PLOVER)
    lines = (SHIPPED / PLOVER / BOOK).read_text(encoding="utf-8").splitlines()
    heads = {"name:": f"name: {name}", "version:": 'version: "1"', "title:": f'title: "{base.id}, changed"'}
    text = "\n".join(next((new for head, new in heads.items() if line.startswith(head)), line) for line in lines)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in (*FILES[1:], EXAMPLES):
            shutil.copyfile(SHIPPED / PLOVER / file, folder / file)
        (folder / BOOK).write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise InputError(f"cannot write {folder}: {error.strerror}") from error
    return f"{name}@1"


def differences(book: Codebook, base: Codebook) -> Iterator[str]:
    """What a codebook has that the base has not, and what it says otherwise, a line each."""
    for name, entry in book.types.items():
        yield from _of_type(name, entry, base)
    for part, these, those in (("context", book.contexts, base.contexts), ("sector", book.sectors, base.sectors)):
        yield from (f"{part} {code} added" for code in these if code not in those)
    for name in dict.fromkeys([*book.settings, *base.settings]):
        if name in base.contexts and book.settings.get(name) != base.settings.get(name):
            yield f"context {name} is found otherwise"
    if set(book.names) != set(base.names):
        yield "the names in which no cue is looked for are others"
    for act in dict.fromkeys([*book.phrases, *base.phrases]):
        now, then = book.phrases.get(act) or (), base.phrases.get(act) or ()
        yield from _of_phrases(act, "added", [line for line in now if line not in then])
        yield from _of_phrases(act, "taken out", [line for line in then if line not in now])
    if book.crosswalk != base.crosswalk:
        yield "codes of CAMEO are others"
    if tuple(book.sector_priority) != tuple(base.sector_priority):
        yield "the sectors come in another order"


def _of_phrases(act: str, what: str, lines: Sequence[str]) -> Iterator[str]:
    """Each phrase, or how many there are where that is more than a few."""
    if len(lines) > MOST:
        yield f"{len(lines)} phrases of {act} {what}"
        return
    for line in lines:
        yield f"phrase of {act} {what}: {line if len(line) <= LONG else line[:LONG] + ' …'}"


def _of_type(name: str, entry: EventType, base: Codebook) -> Iterator[str]:
    before = base.types[name]
    if entry.score != before.score:
        yield f"{name}: score {entry.score:g}, was {before.score:g}"
    for field in ("quad", "recipient_required", "future", "by_forces", "alone", "captives", "crowd"):
        if getattr(entry, field) != getattr(before, field):
            yield f"{name}: {field} is another"
    for mode in entry.modes.values():
        was = before.modes.get(mode.name)
        if was is None:
            yield f"mode {name} {mode.name} added"
        elif mode.score != was.score:
            yield f"{name} {mode.name}: score {mode.score:g}, was {was.score:g}"
        elif replace(mode, meaning=was.meaning) != was:
            yield f"{name} {mode.name}: who does it, whom it befalls or its context is another"
