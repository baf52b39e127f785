"""The sample reports: in the package, or beside it in a clone."""

from __future__ import annotations

from pathlib import Path

import dateline


def folder() -> Path | None:
    """The folder of the sample reports, None where there is none."""
    package = Path(dateline.__file__).parent
    places = (package / "samples" / "reports", package.parent / "samples" / "reports")
    return next((place for place in places if place.is_dir()), None)
