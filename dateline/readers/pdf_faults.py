"""What goes wrong in broken PDFs."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


def faults() -> tuple[type[Exception], ...]:
    """The errors by which a broken PDF is told: those of pypdf, and those it did not foresee."""
    from pypdf.errors import PyPdfError

    return (
        *(PyPdfError, zlib.error, ValueError, TypeError, AttributeError, LookupError, ArithmeticError),
        *(AssertionError, RuntimeError, EOFError, OSError),
    )


def asked(ask: Callable[[], T]) -> T | None:
    """What `ask` answers, None where the file is broken there: its text may be whole."""
    with suppress(*faults()):
        return ask()
    return None


def quieten() -> None:
    """Keep the library's own warnings from the screen: each failure gets one line, and it is Dateline's."""
    logger = logging.getLogger("pypdf")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
