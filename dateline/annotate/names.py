"""Names that the model cuts in two: "Islamic" of "Islamic State", "000 people" of "15,000 people"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from dateline.records.span import Span, by_place

_NAME = re.compile(
    r"[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*)+(?<!-led)(?<!-backed)(?<!-aligned)(?<!-based)(?<!-held)"
)
"""Words that all begin with a capital letter, the last of them no adjective."""
_NUMBER = re.compile(r"\d[\d.,]*[.,]\Z")
_LETTERS = re.compile(r"(?:[A-Z]\.)+\Z")
_BEGUN = re.compile(r"(?<![^\W_])(?:(?:[A-Z]\.)*[A-Z]\.|\d[\d.,]*[.,])\Z")
"""What stands before a span that begins in a number or between two letters (".1 million" of "4.1 million")."""
_AHEAD = 12
_OF_A_KIND = frozenset({
    "agency", "army", "brigade", "brigades", "committee", "council", "force", "forces", "foundation", "front", "guard",
    "guards", "herald", "institute", "journal", "movement", "network", "news", "party", "post", "press", "radio",
    "television", "times", "tribune", "tv", "union", "units", "university",
})  # fmt: skip
"""Last words of names that name nobody without the words before them ("Press" of "Fjord Press")."""
_WORD = r"[^\W\d_a-z][\w’'-]*(?<!['’]s)(?<!-[a-z]{3})(?<!-[a-z]{4})(?<!-[a-z]{5})(?<!-[a-z]{6}) "
_OWN = re.compile(
    r"(?<=[\w,;:] )(?!(?:[A-Z][a-z]+day|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|The|A|An|In|On|At|For|And|But|Of|By|As|If|This|That|His|Her|Its|Their|Our|Former|When|While|After"
    r"|Since) )"
    rf"(?:{_WORD}){{1,3}}\Z"
)
"""The words of a name before its last one, within a sentence; the last of them no adjective ("Lund-backed")."""
_REACH = 50


def whole_names(text: str, spans: Iterable[Span]) -> Mapping[Span, Span]:
    """The whole of names and numbers that spans are cut out of, by the span; the others are not in it.

    A name is known from the list (`names.txt`) or because it is read whole elsewhere in the article.
    """
    known = sorted(set(spans), key=by_place)
    told = _by_words({name for s in known if _NAME.fullmatch(name := s.of(text))})
    names = _listed() | {word: some | _listed().get(word, set()) for word, some in told.items()}
    whole = {s: found for s in known if (found := _whole(text, s, names)) != s}
    return {
        s: w
        for s, w in whole.items()
        if not any(w.overlaps(o) and o != s and not (w.holds(o) or o.holds(w)) for o in known)
    }


def _whole(text: str, span: Span, names: Mapping[str, Iterable[str]]) -> Span:
    if text[span.start : span.start + 1] in (".", ",") and text[span.start + 1 : span.start + 2].isalnum():
        begun = _BEGUN.search(text, max(0, span.start - _AHEAD), span.start + 1)
        return Span(begun.start(), span.end + _goes_on(text, span)) if begun else span
    first = text[span.start : span.start + 1]
    if first.isdigit() or (first.isupper() and text[span.start - 1 : span.start] == "."):
        before = (_NUMBER if first.isdigit() else _LETTERS).search(text, max(0, span.start - _AHEAD), span.start)
        if before and not text[before.start() - 1 : before.start()].isalnum():
            return Span(before.start(), span.end + _goes_on(text, span))
    if first.isupper() and text.startswith(".S.", span.end) and span.end - span.start == 1:
        return Span(span.start, span.end + 3)
    found = [*_ahead(text, span, names), *_begun(text, span), *_behind(text, span, names), *_of_a_kind(text, span)]
    return Span(min(f.start for f in (span, *found)), max(f.end for f in (span, *found))) if found else span


def _goes_on(text: str, span: Span) -> bool:
    """True where a span ends with a letter whose full stop stands behind it."""
    return text[span.end - 1 : span.end].isupper() and text[span.end : span.end + 1] == "."


def _ahead(text: str, span: Span, names: Mapping[str, Iterable[str]]) -> Iterator[Span]:
    """The names that go on behind the last word of a span."""
    word = span.of(text).rpartition(" ")[2]
    start = span.end - len(word)
    for name in names.get(word, ()) if text.startswith(" ", span.end) else ():
        end = start + len(name)
        if name.startswith(word + " ") and text.startswith(name, start) and not text[end : end + 1].isalnum():
            yield Span(start, end)


def _begun(text: str, span: Span) -> Iterator[Span]:
    """The names of the list that a span holds the first words of: "Islamic State of Iraq" of a longer name."""
    for name in _listed().get(span.of(text).partition(" ")[0], ()):
        end = span.start + len(name)
        if end > span.end and text.startswith(name, span.start) and not text[end : end + 1].isalnum():
            yield Span(span.start, end)


def _behind(text: str, span: Span, names: Mapping[str, Iterable[str]]) -> Iterator[Span]:
    """The names that begin before the first word of a span."""
    word = span.of(text).partition(" ")[0]
    end = span.start + len(word)
    for name in names.get(word, ()) if text[span.start - 1 : span.start] == " " else ():
        start = end - len(name)
        if (
            name.endswith(" " + word)
            and start >= 0
            and text.startswith(name, start)
            and not text[start - 1 : start].isalnum()
        ):
            yield Span(start, end)


def _of_a_kind(text: str, span: Span) -> Iterator[Span]:
    """The name of which a span is but the last word, by what it calls itself."""
    words = span.of(text)
    if words[:1].isupper() and words.casefold() in _OF_A_KIND:
        own = _OWN.search(text, max(0, span.start - _REACH), span.start)
        if own:
            yield Span(own.start(), span.end)


def _by_words(names: Iterable[str]) -> dict[str, set[str]]:
    """Names by their first and by their last word."""
    found: dict[str, set[str]] = {}
    for name in names:
        words = name.split(" ")
        found.setdefault(words[0], set()).add(name)
        found.setdefault(words[-1], set()).add(name)
    return found


@cache
def _listed() -> dict[str, set[str]]:
    """The names of two words and more that stand whole in any article."""
    lines = (files("dateline.annotate") / "names.txt").read_text(encoding="utf-8").splitlines()
    return _by_words(line for line in lines if line and not line.startswith("#"))
