"""The lines of a page of a PDF, in the order in which the page draws them, with their places."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PageObject

LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u200b": None, "\ufeff": None}
)
UNPRINTED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
SKEW = 0.02
"""Beyond this slope a text is no line of the page: stamps, words along an axis or a margin."""
SAME_LINE = 0.8
"""Of the size of the letters: what stands farther up or down is another line."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one base line: distances from the left and upwards in points, size of the letters, fonts.

    `height` is the share of the page that lies beneath.
    """

    text: str
    left: float
    base: float
    size: float
    fonts: frozenset[str]
    height: float


def lines(page: PageObject) -> list[Line]:
    """The lines of a page; what stands askew is left out. Raises what pypdf raises where the page is broken."""
    turned = page.rotation % 360 // 90
    box = page.cropbox
    heights = [_turned(float(x), float(y), turned)[1] for x, y in (box.lower_left, box.upper_right)]
    found = _Lines(turned, min(heights), max(max(heights) - min(heights), 1.0))
    page.extract_text(visitor_text=found.take)
    found.end()
    return found.done


@dataclass(slots=True)
class _Lines:
    """Gathers what the page draws, piece by piece, into lines."""

    turned: int
    bottom: float
    tall: float
    done: list[Line] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _fonts: set[str] = field(default_factory=set)
    _place: tuple[float, float, float] | None = None

    def take(self, text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        """One piece; a line break in it ends its line."""
        if not text.strip(" "):
            self._pieces.append(text)
            return
        if text.strip():
            along, left, base, scale = _placed(cm, tm, self.turned)
            if abs(along) > SKEW:
                self.end()
                return
            size *= scale
            if self._place is not None and abs(base - self._place[1]) > SAME_LINE * max(size, self._place[2]):
                self.end()
            if self._place is None:
                self._place = left, base, size
            self._fonts.add(_name(font))
        self._pieces.append(text)
        if "\n" in text:
            self.end()

    def end(self) -> None:
        """The line that was begun is whole."""
        text = " ".join(UNPRINTED.sub("", "".join(self._pieces)).translate(LIGATURES).split())
        if text and self._place is not None:
            height = (self._place[1] - self.bottom) / self.tall
            self.done.append(Line(text, *self._place, frozenset(self._fonts), height))
        self._pieces.clear()
        self._fonts.clear()
        self._place = None


def _placed(cm: list[float], tm: list[float], turned: int) -> tuple[float, float, float, float]:
    """Slope of a text as the page is shown, its place, and how its letters are scaled."""
    right, up = tm[0] * cm[0] + tm[1] * cm[2], tm[0] * cm[1] + tm[1] * cm[3]
    high = math.hypot(tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
    x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    return math.atan2(*reversed(_turned(right, up, turned))), *_turned(x, y, turned), high


def _turned(x: float, y: float, times: int) -> tuple[float, float]:
    """A point after quarter turns clockwise."""
    for _ in range(times):
        x, y = y, -x
    return x, y


def _name(font: Any) -> str:
    return str(font.get("/BaseFont", "")) if hasattr(font, "get") else ""
