"""The errors Dateline raises, drawn as a tree.

DatelineError
├── ArticleError      this article failed: it is skipped with one line, the others go on
└── StopError         nothing can go on: the message says what to do
    ├── InputError    a path, option or file of the whole run is wrong
    │   └── MissingError  no record of the store has the id that was given
    ├── DataError     a part that Dateline ships (model, gazetteer, actor list, codebook) is missing or broken
    ├── CodebookError a codebook breaks its own rules
    ├── StoreError    the store cannot be opened, read or written
    └── ConflictError somebody else changed it first: look at it again
"""

from __future__ import annotations

import traceback
from pathlib import Path


class DatelineError(Exception):
    """The root of all errors that Dateline raises on purpose."""


class ArticleError(DatelineError):
    """One article cannot be read or coded; the run goes on with the next.

    `source` names the file or record, `reason` says in a few words what is wrong and what to do.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class StopError(DatelineError):
    """The run cannot go on; the message says what to do."""


class InputError(StopError):
    """A path or option given to the whole run is wrong."""


class MissingError(InputError):
    """No record of the store has the id that was given."""


class DataError(StopError):
    """The model, the gazetteer or the actor list is missing or broken."""


class CodebookError(StopError):
    """A codebook breaks its own rules; the message names file, entry and rule."""


class StoreError(StopError):
    """The store is not there, not reachable, or of a newer Dateline."""


class ConflictError(StopError):
    """What is to be changed is not as it was seen: somebody else changed it first."""


def fault(error: Exception) -> str:
    """What went wrong where in the program, in one line: the reason of an error that nobody raised on purpose."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(last.filename).name}:{last.lineno}"
    return f"a fault of Dateline ({type(error).__name__}: {error}, {where}): please report it with this article"
