"""Articles' sentences in, annotation out: the one pass of the model."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from threadpoolctl import ThreadpoolController

from dateline.annotate.decode import Decoder, Heads, Thresholds, WindowReading
from dateline.annotate.heads import Floats, PairHead, RelationHead, softmax
from dateline.annotate.session import ModelCard, Session, read_card, read_weights
from dateline.annotate.tokens import PASSAGE, Window, WordPieces, marked, page, windows
from dateline.records.annotation import Annotation, Mention, Said, Scores, Trigger
from dateline.records.article import Sentence
from dateline.records.span import Span

SHIPPED = Path(__file__).parent / "data"
PAGE = 16
"""Windows that are decoded together: most articles have fewer, and a book takes no more memory than they."""


class Model:
    """The reader of news: encoder, heads and label spaces, loaded once and used for many articles."""

    def __init__(self, folder: Path = SHIPPED, *, thresholds: Thresholds | None = None, threads: int = 1) -> None:
        self.card: ModelCard = read_card(folder)
        weights = read_weights(folder)
        self._pieces = WordPieces.load(folder / "vocab.txt")
        self._session = Session(folder, self.card, threads=threads)
        self._decoder = Decoder(self.card.space, PairHead(weights), thresholds or self.card.thresholds)
        self._relation = RelationHead(weights)
        self._threads = ThreadpoolController()

    def annotate(self, text: str, sentences: Sequence[Sentence]) -> Annotation:
        """What the model reads in the text; furniture is not read."""
        return self._read(text, sentences, self._decoder.read)

    def attributions(self, text: str, sentences: Sequence[Sentence]) -> Annotation:
        """What the text attributes to whom in the wide sense, beliefs and intentions included, and the sources."""
        return self._read(text, sentences, self._decoder.attributions)

    def _read(
        self, text: str, sentences: Sequence[Sentence], decode: Callable[[Window, Heads, Floats], WindowReading]
    ) -> Annotation:
        parts = windows(text, sentences, self._pieces, size=self.card.window)
        readings = []
        for at in range(0, len(parts), PAGE):
            some = parts[at : at + PAGE]
            heads, hidden = self._session.page(some)
            # The heads run on one thread: their matrices are small, several threads would mostly wait for each other.
            with self._threads.limit(limits=1, user_api="blas"):
                readings.append(decode(page(some), heads, hidden))
        return trimmed(text, _joined(sentences, readings))

    def relate(self, text: str, source: Span | None, target: Span | None) -> Scores:
        """What the source does to the target in one passage: each type with its probability, best first."""
        whole = [Sentence(0, 0, len(text))]
        parts = windows(text, whole, self._pieces, size=PASSAGE)
        if not parts:
            return ()
        ranges = _words(parts[0], source), _words(parts[0], target)
        _, hidden = self._session.outputs(marked(parts[0], *ranges, self._pieces.marks))
        scores = softmax(self._relation(hidden, *ranges))
        ranked = sorted(zip(self.card.space.types, scores.tolist(), strict=True), key=lambda x: (-x[1], x[0]))
        return tuple((t, round(p, 4)) for t, p in ranked)


def _words(window: Window, span: Span | None) -> tuple[int, int] | None:
    if span is None:
        return None
    inside = [
        i for i, (a, b) in enumerate(zip(window.starts, window.ends, strict=True)) if a < span.end and span.start < b
    ]
    return (inside[0], inside[-1] + 1) if inside else None


LOOSE = re.compile(
    r"^(?:(?:the|a|an|and|or|of|by)\b\s*|[\s,;:.–—-]+)+"
    r"|(?:\s+(?:and|or|of|the|by|in|to)|[\s,;:–—-]+)+$",
    re.IGNORECASE,
)
"""Words and marks that a mention of a party or place neither begins nor ends with."""
TRIMMED = frozenset({"part", "place", "source"})
TRIMMED_ROLES = frozenset({"actor", "recipient", "place", "source"})


def trimmed(text: str, annotation: Annotation) -> Annotation:
    """The annotation with the mentions of parties and places cut to their words ("Malian soldiers and" ends early)."""

    cuts: dict[Span, Span] = {}  # few spans are loose, and each stands in several places: the rest stays as it is

    def cut(span: Span) -> Span:
        found = cuts.get(span)
        if found is None:
            found = cuts[span] = _cut(text, span)
        return found

    def mention(m: Mention) -> Mention:
        return m if m.kind not in TRIMMED or cut(m.span) == m.span else replace(m, span=cut(m.span))

    def trigger(t: Trigger) -> Trigger:
        if all(a.role not in TRIMMED_ROLES or cut(a.span) == a.span for a in t.arguments):
            return t
        return replace(
            t, arguments=tuple(replace(a, span=cut(a.span)) if a.role in TRIMMED_ROLES else a for a in t.arguments)
        )

    def said(s: Said) -> Said:
        return s if s.source is None or cut(s.source) == s.source else replace(s, source=cut(s.source))

    return Annotation(
        annotation.sentences,
        tuple(map(mention, annotation.mentions)),
        tuple(map(trigger, annotation.triggers)),
        tuple(map(said, annotation.said)),
    )


def _cut(text: str, span: Span) -> Span:
    words = span.of(text)
    lead = LOOSE.match(words)
    start = lead.end() if lead else 0
    tail = next((m for m in LOOSE.finditer(words) if m.end() == len(words) and m.start() > start), None)
    end = tail.start() if tail else len(words)
    return Span(span.start + start, span.start + end) if start < end else span


def _joined(sentences: Sequence[Sentence], readings: Sequence[WindowReading]) -> Annotation:
    return Annotation(
        tuple(sentences),
        tuple(m for r in readings for m in r.mentions),
        tuple(t for r in readings for t in r.triggers),
        tuple(s for r in readings for s in r.said),
    )
