"""Characters to words to word pieces, with places kept.

Words are runs of letters and digits or single other characters. Word pieces are those of the encoder's uncased
vocabulary, found greedily, longest first (the WordPiece method of BERT, Devlin et al. 2019).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, chain
from pathlib import Path

from dateline.errors import DataError
from dateline.fixed import fixed
from dateline.records.article import Sentence

WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
CLS, SEP = "[CLS]", "[SEP]"
UNKNOWN = "[UNK]"
MARKS = ("[unused1]", "[unused2]", "[unused3]", "[unused4]")
"""Pieces before and after the source and the target of a relation; no text has them."""
PASSAGE = 500
"""Pieces at most of a passage that is read for one relation: the encoder has 512 places, the marks take four."""
MAX_WORD = 60
"""Words longer than this many characters are taken as unknown: no news word is, and greedy search is quadratic."""

MOST_WORDS = 50_000
"""Words whose pieces are kept (about 12 MiB)."""

LOWER, TITLE, UPPER, MIXED, DIGIT, OTHER = range(6)
"""Word shapes, fed to the encoder in place of the unused segment ids: its vocabulary has no capitals."""
Entry = tuple[tuple[int, ...], tuple[int, ...]]
"""The ids of the pieces of a word, and its shape once for each."""
Words = tuple[Sequence[tuple[int, ...]], Sequence[tuple[int, ...]], Sequence[int]]
"""The ids of some words, their shapes, and how many pieces each has."""
GAP = -1
"""The sentence of the word of nothing that parts two windows of a page."""
Range = tuple[int, int]
"""A half-open range of words."""


def shape(word: str) -> int:
    """The shape of a word, one of LOWER, TITLE, UPPER, MIXED, DIGIT, OTHER."""
    if word.islower():
        return LOWER
    if word[0].isdigit():
        return DIGIT
    if word.isupper():
        return UPPER if len(word) > 1 else TITLE
    if word.istitle():
        return TITLE
    return MIXED if any(c.isupper() for c in word) else OTHER


def fold(word: str) -> str:
    """The word without capitals and accents, as the encoder's vocabulary has it."""
    word = word.lower()
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c) != "Mn")


class WordPieces:
    """The encoder's vocabulary. `entry(word)` gives ids and shapes; answers are kept, news repeats its words."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: i for i, piece in enumerate(vocabulary)}
        for needed in (CLS, SEP, UNKNOWN, *MARKS):
            if needed not in self._ids:
                raise DataError(f"the vocabulary has no {needed}: reinstall dateline")
        self.cls, self.sep, self.unknown = (self._ids[p] for p in (CLS, SEP, UNKNOWN))
        self.marks = tuple(self._ids[p] for p in MARKS)
        self._known: dict[str, Entry] = {}

    @classmethod
    def load(cls, path: Path) -> WordPieces:
        """The vocabulary of a file with one piece a line."""
        try:
            return cls(path.read_text(encoding="utf-8").splitlines())
        except OSError as error:
            raise DataError(f"cannot read the vocabulary {path}: {error.strerror}; reinstall dateline") from error

    def pieces(self, word: str) -> tuple[int, ...]:
        """Ids of the pieces of one word; a word that cannot be built from pieces is one unknown."""
        return self.entry(word)[0]

    def entry(self, word: str) -> Entry:
        """Ids of the pieces of one word, and its shape once for each."""
        return self._known.get(word) or self._met(word)

    def entries(self, words: Iterable[str]) -> list[Entry]:
        """The entries of some words."""
        known = self._known.get
        return [known(word) or self._met(word) for word in words]

    def _met(self, word: str) -> Entry:
        """The entry of a word that is not known yet; it is kept from now on."""
        ids = self._split(fold(word))
        if len(self._known) > MOST_WORDS:
            self._known.clear()
        found = self._known[word] = (ids, (shape(word),) * len(ids))
        return found

    def _split(self, word: str) -> tuple[int, ...]:
        if not word or len(word) > MAX_WORD:
            return (self.unknown,)
        ids: list[int] = []
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = self._ids.get(("##" if start else "") + word[start:end])
                if piece is not None:
                    break
            else:
                return (self.unknown,)
            ids.append(piece)
            start = end
        return tuple(ids)


@fixed()
class Window:
    """Consecutive sentences that the encoder reads together.

    `ids` and `shapes` have one entry a piece; `firsts` has the index of the first piece of each word; `starts` and
    `ends` are the characters of each word; `sentence` its sentence's index.
    """

    ids: list[int]
    shapes: list[int]
    firsts: list[int]
    starts: list[int]
    ends: list[int]
    sentence: list[int]

    def add(self, spans: Sequence[tuple[int, int]], words: Words, sentence: int, sep: int) -> None:
        """Put words of a sentence at the end, list by list: word by word takes twice as long."""
        ids, shapes, lengths = words
        self.firsts.extend(accumulate(lengths[:-1], initial=len(self.ids)))
        self.ids.extend(chain.from_iterable(ids))
        self.shapes.extend(chain.from_iterable(shapes))
        self.ids.append(sep)
        self.shapes.append(OTHER)
        self.starts.extend([start for start, _ in spans])
        self.ends.extend([end for _, end in spans])
        self.sentence.extend([sentence] * len(spans))


def page(parts: Sequence[Window]) -> Window:
    """The words of several windows in one, with a word of nothing between two: no range of words goes over it.

    What is read of the words of an article is then worked out for all of them together. `ids`, `shapes` and `firsts`
    are those of windows and stay behind.
    """
    if len(parts) == 1:
        return parts[0]
    whole = Window([], [], [], [], [], [])
    for number, part in enumerate(parts):
        if number:
            whole.starts.append(0)
            whole.ends.append(0)
            whole.sentence.append(GAP)
        whole.starts.extend(part.starts)
        whole.ends.extend(part.ends)
        whole.sentence.extend(part.sentence)
    return whole


def marked(window: Window, source: Range | None, target: Range | None, marks: Sequence[int]) -> Window:
    """The window with a piece before and after the source and the target, so that every word sees who is meant.

    Marked spans in place of pooled ones alone are the way of Soares et al. (2019, "Matching the Blanks").
    """
    ends = [*window.firsts[1:], len(window.ids) - 1]
    before: dict[int, list[int]] = {}
    for spans, (opening, closing) in ((source, marks[:2]), (target, marks[2:])):
        if spans:
            before.setdefault(ends[spans[1] - 1], []).insert(0, closing)
            before.setdefault(window.firsts[spans[0]], []).append(opening)
    ids: list[int] = []
    shapes: list[int] = []
    at: list[int] = []
    for place, (piece, form) in enumerate(zip(window.ids, window.shapes, strict=True)):
        added = before.get(place, ())
        ids.extend(added)
        shapes.extend([OTHER] * len(added))
        at.append(len(ids))
        ids.append(piece)
        shapes.append(form)
    return replace(window, ids=ids, shapes=shapes, firsts=[at[first] for first in window.firsts])


def _empty(cls: int) -> Window:
    return Window([cls], [OTHER], [], [], [], [])


def windows(text: str, sentences: Sequence[Sentence], pieces: WordPieces, *, size: int = 224) -> list[Window]:
    """The sentences packed, in order, into windows of at most `size` pieces; furniture is left out.

    A sentence longer than a window is cut between words.
    """
    out: list[Window] = []
    current = _empty(pieces.cls)
    for sentence in sentences:
        if sentence.part == "furniture":
            continue
        spans = [m.span() for m in WORD.finditer(text, sentence.start, sentence.end)]
        if not spans:
            continue
        ids, shapes = zip(*pieces.entries([text[start:end] for start, end in spans]), strict=True)
        lengths = list(map(len, ids))
        length = sum(lengths)
        if current.firsts and len(current.ids) + length + 1 > size:
            out.append(current)
            current = _empty(pieces.cls)
        for first, last in _cuts(lengths, size - 2) if length + 2 > size else [(0, len(spans))]:
            if first:
                out.append(current)
                current = _empty(pieces.cls)
            some = slice(first, last)
            current.add(spans[some], (ids[some], shapes[some], lengths[some]), sentence.index, pieces.sep)
    if current.firsts:
        out.append(current)
    return out


def _cuts(lengths: Sequence[int], most: int) -> Iterator[tuple[int, int]]:
    """The ranges of words of a sentence that is longer than a window, each of at most `most` pieces."""
    first = pieces = 0
    for number, length in enumerate(lengths):
        if pieces + length > most and number > first:
            yield first, number
            first, pieces = number, 0
        pieces += length
    yield first, len(lengths)
