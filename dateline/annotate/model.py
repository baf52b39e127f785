"""Articles' sentences in, annotation out: the one pass of the model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from threadpoolctl import ThreadpoolController

from dateline.annotate.brackets import unbroken, whole_mentions
from dateline.annotate.decode import Decoder, Heads, SettledIn, Thresholds, WindowReading
from dateline.annotate.heads import Floats, PairHead, RelationHead, softmax
from dateline.annotate.names import whole_names
from dateline.annotate.senses import Axes, Means, read
from dateline.annotate.session import ModelCard, Session, read_card, read_weights
from dateline.annotate.tokens import PASSAGE, Window, WordPieces, marked, page, windows
from dateline.fixed import fixed, replace
from dateline.records.annotation import Annotation, Argument, Mention, Said, Scores, Trigger
from dateline.records.article import BRIEF, Sentence
from dateline.records.span import Span

Found = TypeVar("Found", Mention, Argument)

SHIPPED = Path(__file__).parent / "data"
PAGE = 16
"""Windows that are decoded together: most articles have fewer, and a book takes no more memory than they."""


Settles = Callable[[str, Span, Span, Sequence[str]], object]
"""What a phrase in a sentence of a text settles of an act with these likeliest types; None where it has no such."""
LOOSE_BEGINNING = re.compile(r"(?:(?:the|a|an|and|or|of|by|so-called|['’]s)\b\s*|[\s,;:.–—-]+)+", re.IGNORECASE)
"""Words and marks that a mention of a party or place does not begin with."""
LOOSE_WORDS = "and|or|of|the|by|in|to|carrying|transporting|containing|including|belonging"
LOOSE_END = re.compile(rf"(?:\s+(?:{LOOSE_WORDS})|[\s,;:–—-]+)+$", re.IGNORECASE)
"""Words and marks that it does not end with."""
OPENED = re.compile(r"[A-ZÀ-Þ][\w.'’]*(?: [A-ZÀ-Þ][\w.'’]*)? [–—-]+ (?=[A-ZÀ-Þ])")
OPENING = 40
"""What is left of the opening of a report in a mention right behind it ("Georgia - Georgian police"), and how far from
the beginning of the line."""
LINKED = re.compile(r"[^\W\d_][\w'’]*(?:-(?!(?:and|by|for|of|or|the|to|vs)-)[a-z]{1,4}-[^\W\d_a-z][\w'’]*)+")
"""One name whose parts small words link with hyphens ("Dasht-i-Leili", "Port-au-Prince")."""
LONGEST = 60
"""Characters of such a name at most."""
COMPOUND = re.compile(r"(?<![^\W_])(?!anti-)[^\W_][\w.'’]*(?:-[\w.'’]+)*-$")
"""What stands before a word in a compound ("rebel-" in "rebel-held"), right before a mention that begins within it."""
BOUND = re.compile(r"\bat (?=least\b)|\b(?:more|less|fewer) (?=than\b)", re.IGNORECASE)
"""Before what is left of the bound of a number ("least 16 people")."""
REMAINS = ("least ", "than ")
MANY = ("hundreds", "thousands", "millions")
TENS = re.compile(r"\b(?:tens|dozens|scores|hundreds) of ")
"""Before what is left of a great number ("thousands" of "tens of thousands")."""
SEAT = re.compile(r"(?<![\w-])[DRI]-$")
"""Between a politician's party and seat ("D-Maine"), which is no party to an act."""
HANGING = re.compile(
    r"(?:foreign|prime|defen[cs]e|interior|finance|justice|vice|deputy|assistant|acting|former|senior|top)"
    r"(?=( [^\W\d_]+))",
    re.IGNORECASE,
)
"""Words that stand for nobody without the word behind them ("foreign" of "foreign minister")."""
IN_LAW = re.compile(r"(?:-in)?-law\b")
PREFIXES = frozenset({"anti", "ex", "non", "pro", "self"})
"""Words that stand for nobody before a hyphen ("self" of "self-styled")."""
BARE = frozenset({"in", "on", "at", "for", "to", "from", "with"})
"""Words that stand for nobody alone; a hyphen alone is cut to nothing."""
APOSTROPHES = ("'", "’")
OWNER = re.compile(r"[A-ZÀ-Þ][\w-]*['’]$")
TRIMMED = frozenset({"part", "place", "source"})
TRIMMED_ROLES = frozenset({"actor", "recipient", "place", "source"})
PARTIES, PARTY_ROLES = TRIMMED - {"place"}, TRIMMED_ROLES - {"place"}


@fixed()
class Encoded:
    """A text as pages of windows, and the encoder's outputs for the first page: a book's others are read one by one."""

    text: str
    sentences: Sequence[Sentence]
    pages: Sequence[Sequence[Window]]
    first: tuple[Heads, Floats] | None


class Model:
    """The reader of news: encoder, heads and label spaces, loaded once and used for many articles."""

    def __init__(
        self,
        folder: Path = SHIPPED,
        *,
        thresholds: Thresholds | None = None,
        threads: int = 1,
        thorough: bool = True,
        settles: Settles | None = None,
    ) -> None:
        """Arguments of faint acts, hardly any of which the floors let pass, are read only where `thorough`.

        `settles` tells which acts are none, whatever their scores: a phrase that people chose outweighs the floors.
        """
        self.card: ModelCard = read_card(folder)
        weights = read_weights(folder)
        self._pieces = WordPieces.load(folder / "vocab.txt")
        self._session = Session(folder, self.card, threads=threads)
        limits = thresholds or self.card.thresholds
        faint = None if thorough else self.card.faint
        self._decoder = Decoder(self.card.space, PairHead(weights), limits, faint=faint)
        self._of_brief = Decoder(self.card.space, PairHead(weights), limits)
        self._settles = settles
        self._relation = RelationHead(weights)
        self._axes = Axes.load(folder, self.card.digest)
        self._threads = ThreadpoolController()

    def annotate(self, text: str, sentences: Sequence[Sentence]) -> Annotation:
        """What the model reads in the text; furniture is not read."""
        return self.annotation(self.encoded(text, sentences))

    def encoded(self, text: str, sentences: Sequence[Sentence]) -> Encoded:
        """The text as the encoder reads it, its first page read: `annotation` makes of it what `annotate` gives."""
        parts = windows(text, sentences, self._pieces, size=self.card.window)
        pages = [parts[at : at + PAGE] for at in range(0, len(parts), PAGE)]
        return Encoded(text, sentences, pages, self._session.page(pages[0]) if pages else None)

    def annotation(self, encoded: Encoded) -> Annotation:
        """What the heads make of the text that the encoder has begun to read; of a brief one all acts are read."""
        brief = len(encoded.sentences) <= BRIEF
        decode = self._of_brief.read if brief else partial(self._decoder.read, settled=self._settled_in(encoded))
        # The heads run on one thread: their matrices are small, several threads would mostly wait for each other.
        with self._threads.limit(limits=1, user_api="blas"):
            if self._axes is None:
                return self._read(encoded, decode)
            means = Means()
            found = self._read(encoded, decode, means)
            return replace(found, senses=read(means, self._axes))

    def _settled_in(self, encoded: Encoded) -> SettledIn | None:
        """Tells of the acts of a text which of them a phrase settles; None where nothing is known of phrases."""
        settles = self._settles
        if settles is None:
            return None
        text, whole = encoded.text, {s.index: Span(s.start, s.end) for s in encoded.sentences}
        return lambda sentence, act, types: settles(text, whole[sentence], act, types) is not None

    def attributions(self, text: str, sentences: Sequence[Sentence]) -> Annotation:
        """What the text attributes to whom in the wide sense, beliefs and intentions included, and the sources."""
        with self._threads.limit(limits=1, user_api="blas"):
            return self._read(self.encoded(text, sentences), self._decoder.attributions)

    def means(self, text: str, sentences: Sequence[Sentence]) -> Means:
        """The means of words' vectors of each act, for the fit of axes."""
        means = Means()
        with self._threads.limit(limits=1, user_api="blas"):
            self._read(self.encoded(text, sentences), self._decoder.read, means)
        return means

    def _read(
        self,
        encoded: Encoded,
        decode: Callable[[Window, Heads, Floats], WindowReading],
        means: Means | None = None,
    ) -> Annotation:
        readings = []
        for number, some in enumerate(encoded.pages):
            heads, hidden = self._session.page(some) if number or encoded.first is None else encoded.first
            whole = page(some)
            reading = decode(whole, heads, hidden)
            if means:
                means.add(whole, hidden, reading.triggers)
            readings.append(reading)
        return trimmed(encoded.text, _joined(encoded.sentences, readings))

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


def trimmed(text: str, annotation: Annotation) -> Annotation:
    """The annotation with the mentions of parties and places cut to their words ("Malian soldiers and" ends early).

    A part of a linked name becomes the whole of it, and mentions that hold nothing but loose words ("the") go.
    """

    cuts: dict[Span, Span | None] = {}  # few spans are loose, and each stands in several places: the rest stays
    parties = frozenset(_parties(annotation))
    for wholes in (whole_names(text, parties), whole_mentions(text, parties)):
        cuts |= {part: _cut(text, whole) for part, whole in wholes.items()}

    def cut(span: Span) -> Span | None:
        try:
            return cuts[span]
        except KeyError:
            found = cuts[span] = _cut(text, _whole_words(text, _whole_name(text, span)))
            return found

    def mention(m: Mention) -> Mention | None:
        return _at(m, cut(m.span)) if m.kind in TRIMMED else m

    def trigger(t: Trigger) -> Trigger:
        if all([a.role not in TRIMMED_ROLES or _same(cut(a.span), a.span) for a in t.arguments]):
            return t
        found = (_at(a, cut(a.span)) if a.role in TRIMMED_ROLES else a for a in t.arguments)
        first = {(a.role, a.span): a for a in reversed([a for a in found if a is not None])}
        return replace(t, arguments=tuple(reversed(first.values())))

    def said(s: Said) -> Said:
        return s if s.source is None or _same(cut(s.source), s.source) else replace(s, source=cut(s.source))

    return Annotation(
        annotation.sentences,
        tuple(m for m in map(mention, annotation.mentions) if m is not None),
        tuple(map(trigger, annotation.triggers)),
        tuple(map(said, annotation.said)),
    )


def _parties(annotation: Annotation) -> Iterator[Span]:
    """The spans of all mentions of parties."""
    yield from (m.span for m in annotation.mentions if m.kind in PARTIES)
    yield from (a.span for t in annotation.triggers for a in t.arguments if a.role in PARTY_ROLES)
    yield from (s.source for s in annotation.said if s.source is not None)


def _same(one: Span | None, two: Span) -> bool:
    return one is two or one == two


def _at(found: Found, span: Span | None) -> Found | None:
    return found if _same(span, found.span) else replace(found, span=span) if span is not None else None


def _whole_name(text: str, span: Span) -> Span:
    """The span, or the linked name of which it is a part."""
    if "-" not in (text[span.start - 1 : span.start], text[span.end : span.end + 1]):
        return span
    for name in LINKED.finditer(text, max(0, span.start - LONGEST), span.end + LONGEST):
        if name.start() < span.end and span.start < name.end() and name.group()[0].isupper():
            return Span(min(span.start, name.start()), max(span.end, name.end()))
    return span


def _whole_words(text: str, span: Span) -> Span:
    """The span with the rest of the compound ("rebel-held areas"), bound ("at least 16") or title it is cut out of.

    What begins with a capital letter after a hyphen is a party of its own ("US-Russia"). A name that is cut at its
    apostrophe is whole again ("People's Movement").
    """
    if text[span.start : span.start + 1] == "-" and text[span.start - 1 : span.start].isalnum():
        span = Span(span.start + 1, span.end)
    kin = IN_LAW.match(text, span.end)
    span = Span(span.start, kin.end()) if kin else span
    start = span.start
    if text.startswith("s ", start) and text[start - 1 : start] in APOSTROPHES:
        owner = OWNER.search(text, max(0, start - LONGEST), start)
        named = owner is not None and text[start + 2 : start + 3].isupper()
        return Span(owner.start() if named and owner else start + 2, span.end)
    hanging = HANGING.match(text, start)
    if hanging and hanging.end() == span.end:
        return Span(start, hanging.end(1))
    if text[start - 1 : start] == "-" and text[start].islower():
        found = COMPOUND.search(text, max(0, start - LONGEST), start)
    elif text.startswith(REMAINS, start):
        found = BOUND.search(text, max(0, start - 6), start + 5)
    elif text.startswith(MANY, start):
        found = TENS.search(text, max(0, start - 12), start)
        return Span(found.start(), span.end) if found and found.end() == start else span
    else:
        return span
    return Span(found.start(), span.end) if found and found.start() < start <= found.end() else span


def _cut(text: str, span: Span) -> Span | None:
    """The words of a mention without loose words at its ends; None where nothing is left."""
    if text[span.start - 1 : span.start] == "-" and SEAT.search(text, max(0, span.start - 3), span.start):
        return None
    span = unbroken(text, span)
    words = span.of(text)
    if not words or words in BARE or (words.casefold() in PREFIXES and text.startswith("-", span.end)):
        return None
    if words.endswith(APOSTROPHES) and text.startswith("s ", span.end):
        return Span(span.start, span.end - 1)
    opened = OPENED.match(words)
    if opened and span.start - text.rfind("\n", 0, span.start) <= OPENING:
        return Span(span.start + opened.end(), span.end)
    lead = LOOSE_BEGINNING.match(words)
    start = lead.end() if lead else 0
    tail = LOOSE_END.search(words, start)
    end = tail.start() if tail else len(words)
    if end - start == len(words):
        return span
    return Span(span.start + start, span.start + end) if start < end else None


def _joined(sentences: Sequence[Sentence], readings: Sequence[WindowReading]) -> Annotation:
    return Annotation(
        tuple(sentences),
        tuple(m for r in readings for m in r.mentions),
        tuple(t for r in readings for t in r.triggers),
        tuple(s for r in readings for s in r.said),
    )
