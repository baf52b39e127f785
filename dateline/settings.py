"""What a user adds to Dateline: actors of their own and a larger gazetteer, in one folder.

The folder is `DATELINE_HOME`, else `.dateline` in the home folder. Nothing in it is needed. What is there changes what
is coded, so `dateline doctor` names it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

SETTINGS: Mapping[str, str] = {
    "DATELINE_HOME": "folder of a user's own actors and gazetteer (default: .dateline in the home folder)",
    "DATELINE_DB": "the store, as a file or a postgresql:// URL (default: dateline.sqlite in the current folder)",
    "DATELINE_CODEBOOK": "folder of a codebook of your own (default: the shipped one)",
    "DATELINE_AUTHOR": "who judges and edits (default: the name of the login)",
}
"""Every environment variable that Dateline reads."""


def home() -> Path:
    """The user's folder, whether or not it exists."""
    given = os.environ.get("DATELINE_HOME")
    return Path(given) if given else Path.home() / ".dateline"


def own_actors() -> Path:
    """The CSV of the user's own actors."""
    return home() / "actors.csv"


def own_gazetteer() -> Path:
    """The gazetteer that the user built."""
    return home() / "gazetteer.sqlite"


def actor_lists() -> tuple[Path, ...]:
    """The user's list of actors, if there is one."""
    return (own_actors(),) if own_actors().is_file() else ()


def gazetteer() -> Path | None:
    """The user's gazetteer, or None: the shipped one is used."""
    return own_gazetteer() if own_gazetteer().is_file() else None
