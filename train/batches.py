"""Examples to tensors: windows of sentences with the labels of their words."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np
import torch

from dateline.annotate.labels import LAYERS, ROLES, STATUS
from dateline.annotate.tokens import PASSAGE, Window, WordPieces, marked, windows
from dateline.records.resolved import COUNTED
from train.example import Act, Example, Relation, Row

IGNORE = -100
ROLE_INDEX = {r: i for i, r in enumerate(ROLES)}


@dataclass
class Item:
    """One window with labels by word index; ranges of words are half-open."""

    corpus: str
    window: Window
    layers: dict[str, np.ndarray] = field(default_factory=dict)  # layer -> 0 outside, 1 begin, 2 inside
    trigger: np.ndarray | None = None
    acts: list[Row] = field(default_factory=list)
    mentions: list[tuple[str, int, int]] = field(default_factory=list)
    sectors: list[tuple[int, int, list[int]]] = field(default_factory=list)
    counted: list[tuple[int, int, int]] = field(default_factory=list)
    foreign: np.ndarray | None = None
    heads: np.ndarray | None = None
    deprel: np.ndarray | None = None
    upos: np.ndarray | None = None
    relation: Relation | None = None
    """(source, target, type or root) of a whole window that is one passage."""

    @property
    def related(self) -> Relation:
        """What the source does to the target; ValueError where the window is no passage of a pair."""
        if self.relation is None:
            raise ValueError(f"a window of {self.corpus}: no relation is told")
        return self.relation


def words_of(window: Window, span: tuple[int, int]) -> tuple[int, int] | None:
    """The half-open range of words that a character range touches, or None."""
    a = np.searchsorted(window.ends, span[0], side="right")
    b = np.searchsorted(window.starts, span[1], side="left")
    return (int(a), int(b)) if a < b else None


def _bio(window: Window, spans: list[tuple[int, int]]) -> np.ndarray:
    y = np.zeros(len(window.firsts), dtype=np.int64)
    for s in sorted(set(spans), key=lambda s: (s[0], -s[1])):
        r = words_of(window, s)
        if r and not y[r[0] : r[1]].any():
            y[r[0]] = 1
            y[r[0] + 1 : r[1]] = 2
    return y


class Labels:
    """The label spaces with their indices; foreign types and relations of syntax are collected from the data."""

    def __init__(self, types: list[str], modes: list[tuple[str, str]], sectors: list[str]) -> None:
        self.types, self.modes, self.sectors = types, modes, sectors
        self.foreign: list[str] = []
        self.deprel: list[str] = []
        self.upos: list[str] = []

    def collect(self, examples: list[Example]) -> None:
        """Learn the foreign label spaces."""
        self.foreign = sorted({t for ex in examples for _, t in ex.foreign})
        self.deprel = sorted({r for ex in examples for _, _, r, _ in ex.syntax})
        self.upos = sorted({u for ex in examples for _, _, _, u in ex.syntax})


def items(ex: Example, pieces: WordPieces, labels: Labels, size: int) -> list[Item]:
    """The windows of one example, labelled."""
    if ex.relation:
        found = windows(ex.text, ex.sentences, pieces, size=PASSAGE)[:1]
        return [_related(ex, w, pieces) for w in found]
    return [_item(ex, w, labels) for w in windows(ex.text, ex.sentences, pieces, size=size)]


def _related(ex: Example, w: Window, pieces: WordPieces) -> Item:
    """The first window of a passage, its source and target marked, with what the one does to the other."""
    source, target, type_ = ex.related
    ranges = source and words_of(w, source), target and words_of(w, target)
    return Item(ex.corpus, marked(w, *ranges, pieces.marks), relation=(*ranges, type_))


def _item(ex: Example, w: Window, labels: Labels) -> Item:
    """The labels of a window: of its words, acts and mentions."""
    it = Item(ex.corpus, w)
    place = Placed(w)
    it.layers = {layer: _bio(w, [s for s in ex.spans[layer] if place.inside(s)]) for layer in ex.layers}
    if ex.triggers:
        it.trigger = np.zeros(len(w.firsts), dtype=np.int64)
        for r in place.all(ex.doubtful):
            it.trigger[r[0] : r[1]] = IGNORE
    for act in ex.acts:
        if at := place.words(act.span):
            labelled = _act(act, at, place, labels)
            it.acts.append(labelled)
            if labelled["type"] is not None and it.trigger is not None:
                it.trigger[at[0]] = labelled["type"] + 1
                it.trigger[at[0] + 1 : at[1]] = len(labels.types) + 1
    it.mentions = [(layer, *q) for layer in LAYERS for q in place.all(set(ex.spans.get(layer, [])))]
    for s, sectors in ex.sectors:
        if q := place.words(s):
            it.sectors.append((*q, [labels.sectors.index(x) for x in sectors if x in labels.sectors]))
    for s, what in ex.counted:
        if q := place.words(s):
            it.counted.append((*q, COUNTED.index(what)))
    if ex.foreign:
        it.foreign = np.zeros(len(w.firsts), dtype=np.int64)
        for s, t in ex.foreign:
            if t in labels.foreign and (q := place.words(s)):
                it.foreign[q[0]] = labels.foreign.index(t) + 1
    if ex.syntax:
        _syntax(ex, w, it, labels)
    return it


class Placed:
    """Ranges of characters as words of one window; what lies outside of it, or only partly in it, has none."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def inside(self, span: tuple[int, int]) -> bool:
        """True where all of the range is in the window."""
        return self._window.starts[0] <= span[0] and span[1] <= self._window.ends[-1] + 1

    def words(self, span: tuple[int, int]) -> tuple[int, int] | None:
        """The half-open range of words, or None."""
        return words_of(self._window, span) if self.inside(span) else None

    def all(self, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """The ranges of words of those that are in the window."""
        return [words for s in spans if (words := self.words(s))]


def _act(act: Act, words: tuple[int, int], place: Placed, labels: Labels) -> Row:
    """An act with its labels as indices, and its arguments as (role, first word, word after the last)."""
    out: Row = {"range": words, "kind": act.kind, "roles": act.roles, "args": [], "type": None}
    if act.kind == "event" and act.type is not None and act.status is not None:
        out["type"] = labels.types.index(act.type)
        out["modes"] = [labels.modes.index((act.type, m)) for m in act.modes if (act.type, m) in labels.modes]
        out["moded"] = act.moded
        out["status"] = STATUS.index(act.status)
    out["args"] = [(role, *q) for role, span in act.arguments if (q := place.words(span))]
    return out


def _syntax(ex: Example, w: Window, it: Item, labels: Labels) -> None:
    n = len(w.firsts)
    it.heads, it.deprel, it.upos = (np.full(n, IGNORE, dtype=np.int64) for _ in range(3))
    firsts = [words_of(w, s) for s, *_ in ex.syntax]
    for r, (_, head, rel, tag) in zip(firsts, ex.syntax, strict=True):
        if not r:
            continue
        it.deprel[r[0]] = labels.deprel.index(rel)
        it.upos[r[0]] = labels.upos.index(tag)
        above = firsts[head] if head >= 0 else None
        it.heads[r[0]] = above[0] if above else r[0]


def batches(pool: list[Item], pieces: int, rng: random.Random) -> list[list[Item]]:
    """The items in batches of at most `pieces` padded pieces, alike in length, in random order."""
    order = sorted(pool, key=lambda i: len(i.window.ids) + rng.random() * 24)
    out: list[list[Item]] = []
    current: list[Item] = []
    for it in order:
        if current and (len(current) + 1) * len(it.window.ids) > pieces:
            out.append(current)
            current = []
        current.append(it)
    if current:
        out.append(current)
    rng.shuffle(out)
    return out


def tensors(batch: list[Item]) -> tuple[torch.Tensor, ...]:
    """ids, shapes, mask (batch, pieces) and firsts (batch, words)."""
    n = max(len(i.window.ids) for i in batch)
    m = max(len(i.window.firsts) for i in batch)
    ids, shapes = (torch.zeros(len(batch), n, dtype=torch.long) for _ in range(2))
    mask = torch.zeros(len(batch), n)
    firsts = torch.zeros(len(batch), m, dtype=torch.long)
    for k, i in enumerate(batch):
        ids[k, : len(i.window.ids)] = torch.tensor(i.window.ids)
        shapes[k, : len(i.window.shapes)] = torch.tensor(i.window.shapes)
        mask[k, : len(i.window.ids)] = 1
        firsts[k, : len(i.window.firsts)] = torch.tensor(i.window.firsts)
    return ids, shapes, mask, firsts


def stacked(batch: list[Item], get: Callable[[Item], np.ndarray | None], width: int) -> torch.Tensor:
    """Word labels of a batch, padded with IGNORE; items without that label are ignored."""
    y = torch.full((len(batch), width), IGNORE, dtype=torch.long)
    for k, i in enumerate(batch):
        a = get(i)
        if a is not None:
            y[k, : len(a)] = torch.from_numpy(a)
    return y
