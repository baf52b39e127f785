"""What a run of the coder is set to, and the record of it that a store keeps."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dateline import settings
from dateline.codebooks.own import chosen, fingerprint, is_shipped, usable
from dateline.errors import InputError
from dateline.records.run import Run
from dateline.resolve.who import own_list


def options(
    confidence: float | None = None,
    *,
    recall: bool = False,
    actors: Sequence[Path] | None = None,
    model: Path | None = None,
    codebook: Path | None = None,
) -> dict[str, Any]:
    """The options of `pipeline.load`, with the user's own lists; InputError where one cannot be right."""
    floor = confidence if confidence is not None else (0.0 if recall else None)
    if floor is not None and not 0 <= floor <= 1:
        raise InputError(f"--confidence {floor} is not between 0 and 1")
    lists = (*(actors or ()), *settings.actor_lists())
    book = chosen(codebook)
    for given in actors or ():  # what is wrong is told here, and not by a process that ends
        own_list.read(given)
    if not is_shipped(book):
        usable(book)
    return {
        "floor": floor,
        "actor_lists": lists,
        "gazetteer": settings.gazetteer(),
        "model": model,
        "codebook": book,
    }


def new(options: dict[str, Any]) -> Run:
    """A new run by the model, codebook and data that the options name."""
    import dateline
    from dateline.annotate.model import SHIPPED
    from dateline.annotate.session import read_card
    from dateline.codebooks.codebook import Codebook

    card = read_card(options["model"] or SHIPPED)
    said = {"floor": str(dict(card.floors) if options["floor"] is None else options["floor"])}
    for name, files in (("actors", options["actor_lists"]), ("gazetteer", [options["gazetteer"]])):
        own = [_fingerprint(Path(file)) for file in files if file]
        said |= {name: " ".join(own)} if own else {}
    if digest := fingerprint(options["codebook"]):
        said["codebook"] = digest
    id_ = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:6]}"
    return Run(id_, dateline.__version__, card.digest, Codebook.load(options["codebook"]).id, said, datetime.now(UTC))


def _fingerprint(file: Path) -> str:
    """The digest of a file of the user."""
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()[:16]
    except OSError as error:
        raise InputError(f"cannot read {file}: {error.strerror}") from error
