"""Characters to words to word pieces, with places kept.

Words are runs of letters and digits or single other characters. Word pieces are those of the encoder's uncased
vocabulary, found greedily, longest first (the WordPiece method of BERT, Devlin et al. 2019).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import DataError
from dateline.records.article import Sentence

WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
CLS, SEP = "[CLS]", "[SEP]"
UNKNOWN = "[UNK]"
MAX_WORD = 60
"""Words longer than this many characters are taken as unknown: no news word is, and greedy search is quadratic."""

LOWER, TITLE, UPPER, MIXED, DIGIT, OTHER = range(6)
"""Word shapes, fed to the encoder in place of the unused segment ids: its vocabulary has no capitals."""


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
        for needed in (CLS, SEP, UNKNOWN):
            if needed not in self._ids:
                raise DataError(f"the vocabulary has no {needed}: reinstall dateline")
        self.cls, self.sep, self.unknown = (self._ids[p] for p in (CLS, SEP, UNKNOWN))
        self._known: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {}

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

    def entry(self, word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Ids of the pieces of one word, and its shape once for each."""
        found = self._known.get(word)
        if found is None:
            ids = self._split(fold(word))
            found = (ids, (shape(word),) * len(ids))
            if len(self._known) > 200_000:
                self._known.clear()
            self._known[word] = found
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


@dataclass(frozen=True, slots=True)
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
        words = [
            (m.start(), m.end(), *pieces.entry(m.group())) for m in WORD.finditer(text, sentence.start, sentence.end)
        ]
        if current.firsts and len(current.ids) + sum(len(w[2]) for w in words) + 1 > size:
            out.append(current)
            current = _empty(pieces.cls)
        for start, end, ids, shapes in words:
            if len(current.ids) + len(ids) + 1 > size:
                current.ids.append(pieces.sep)
                current.shapes.append(OTHER)
                out.append(current)
                current = _empty(pieces.cls)
            current.firsts.append(len(current.ids))
            current.ids.extend(ids)
            current.shapes.extend(shapes)
            current.starts.append(start)
            current.ends.append(end)
            current.sentence.append(sentence.index)
        if words:
            current.ids.append(pieces.sep)
            current.shapes.append(OTHER)
    if current.firsts:
        out.append(current)
    return out
