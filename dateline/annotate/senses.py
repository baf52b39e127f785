"""How passages read, in few numbers: what the model's vectors say of an act, its sentence and its article's opening.

Linking compares these numbers beside what is told of the acts (`dateline/merge/evidence/sense.py`): two reports can
tell of one happening without a word in common. The axes are principal components of what the shipped model reads in
news (`python -m train.senses`), so they belong to one model: beside another one there are no numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path

import numpy as np

from dateline.annotate.heads import Floats
from dateline.annotate.tokens import GAP, Window
from dateline.errors import DataError
from dateline.fixed import fixed
from dateline.records.annotation import Trigger
from dateline.records.sense import VIEWS, evened, packed
from dateline.records.span import Span

OPENING = 700
"""Characters of the opening."""


@fixed()
class Axes:
    """The axes of each view: `middle` (views, width) and `axes` (views, width, numbers of a view)."""

    middle: Floats
    axes: Floats

    @classmethod
    def load(cls, folder: Path, digest: str) -> Axes | None:
        """The axes beside the model, None where there are none or they belong to another model."""
        path = folder / "senses.npz"
        if not path.exists():
            return None
        try:
            with np.load(path) as data:
                if str(data["model"]) != digest:
                    return None
                return cls(data["middle"].astype(np.float32), data["axes"].astype(np.float32))
        except (OSError, ValueError, KeyError) as error:
            raise DataError(f"{path} cannot be read ({error}): reinstall dateline") from error

    def senses(self, means: Floats) -> list[bytes]:
        """The numbers of passages, a byte each, view by view, from means (passages, views, width)."""
        views = [evened((means[:, n] - self.middle[n]) @ self.axes[n]) for n in range(len(VIEWS))]
        numbers = np.concatenate(views, axis=1)
        whole, size = packed(numbers), numbers.shape[1]
        return [whole[at : at + size] for at in range(0, len(whole), size)]


class Means:
    """The means of the words' vectors of one article, gathered page by page."""

    def __init__(self) -> None:
        self._sentences: dict[int, Floats] = {}
        self._words: dict[int, int] = {}
        self._opening: list[Floats] = []
        self._acts: dict[Span, tuple[int, Floats]] = {}

    def add(self, page: Window, hidden: Floats, triggers: Iterable[Trigger]) -> None:
        """Take in a page of words with their vectors (words, width) and the acts that were read in it."""
        if not page.sentence:
            return
        some = list(triggers)
        asked = {trigger.sentence for trigger in some} | {page.sentence[0], page.sentence[-1]}  # these may go on
        sentence = np.array(page.sentence)
        first = [0, *(np.flatnonzero(np.diff(sentence)) + 1).tolist(), len(sentence)]
        for at, stop in pairwise(first):
            if (index := page.sentence[at]) in asked:
                total = np.add.reduceat(hidden[at:stop], [0], axis=0)[0]
                self._sentences[index] = self._sentences.get(index, np.float32(0.0)) + total
                self._words[index] = self._words.get(index, 0) + stop - at
        if page.starts[0] < OPENING:
            stop = next((n for n, start in enumerate(page.starts) if start >= OPENING), len(page.starts))
            self._opening.append(hidden[[n for n in range(stop) if page.sentence[n] != GAP]])
        first_word = last_word = 0
        for trigger in some:  # in the order of their words
            first_word = page.starts.index(trigger.span.start, first_word)
            last_word = page.ends.index(trigger.span.end, last_word)
            words = hidden[first_word : last_word + 1]
            self._acts[trigger.span] = (
                trigger.sentence,
                np.add.reduce(words) / len(words) if len(words) > 1 else words[0],
            )

    def stacked(self) -> tuple[list[Span], Floats]:
        """The acts in the order in which they came, and their means (acts, views, width)."""
        if not self._acts:
            return [], np.zeros((0, len(VIEWS), 1), dtype=np.float32)
        acts = np.stack([mean for _, mean in self._acts.values()])
        opening = np.concatenate(self._opening).mean(axis=0) if self._opening else acts.mean(axis=0)
        means = {n: self._sentences[n] / self._words[n] for n in {n for n, _ in self._acts.values()}}
        out = np.empty((len(acts), len(VIEWS), acts.shape[1]), dtype=np.float32)
        out[:, 0], out[:, 1], out[:, 2] = acts, [means[n] for n, _ in self._acts.values()], opening
        return list(self._acts), out


def read(means: Means, axes: Axes) -> Mapping[Span, bytes]:
    """The numbers of each act by its words."""
    spans, stacked = means.stacked()
    return dict(zip(spans, axes.senses(stacked), strict=True)) if spans else {}
