"""Reasons of links in words for people: likeness is weighed by words without endings, which nobody wants to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.records.incident import Link
from dateline.records.stored import StoredEvent

_STEMS = re.compile(r"(the sentences share|both articles are about): (.+)")
_WORD = re.compile(r"\w+")


class Spelling:
    """The words that stems stand for, as they stand in texts: those of each passage, the closest text first."""

    def __init__(self, texts: Mapping[str, Sequence[str]]) -> None:
        self._texts = texts
        self._words: dict[str, list[tuple[str, str]]] = {}

    def link(self, one: Link) -> Link:
        """The link with whole words in its reasons."""
        pair = (self._texts.get(one.left, ()), self._texts.get(one.right, ()))
        texts = [text for near in range(max(map(len, pair))) for side in pair for text in side[near : near + 1]]
        return replace(one, reasons=tuple(self._reason(reason, texts) for reason in one.reasons))

    def _reason(self, reason: str, texts: Sequence[str]) -> str:
        match = _STEMS.fullmatch(reason)
        if match is None:
            return reason
        return f"{match[1]}: {', '.join(self._spelled(stem, texts) for stem in match[2].split(', '))}"

    def _spelled(self, stem: str, texts: Iterable[str]) -> str:
        """The shortest word of the first text that has one that begins so; the stem where none does."""
        for text in texts:
            for folded, word in self._words_of(text):
                if folded.startswith(stem):
                    return word
        return stem

    def _words_of(self, text: str) -> list[tuple[str, str]]:
        """The words of a text, the shortest first, each with its form without cases."""
        if text not in self._words:
            words = sorted(set(_WORD.findall(text)), key=lambda w: (len(w), w.isupper(), w))
            self._words[text] = [(word.casefold(), word) for word in words]
        return self._words[text]


def spelled(links: Iterable[Link], told: Iterable[StoredEvent], texts: Mapping[str, str]) -> list[Link]:
    """The links with whole words in their reasons: those of the sentences, else of titles, else of articles by id."""
    near = {s.passage: (s.event.evidence.text, s.article.title or "", texts[s.article.id]) for s in told}
    spelling = Spelling(near)
    return [spelling.link(one) for one in links]


def has_stems(links: Iterable[Link]) -> bool:
    """True where a reason has words without their endings."""
    return any(_STEMS.fullmatch(reason) for link in links for reason in link.reasons)
