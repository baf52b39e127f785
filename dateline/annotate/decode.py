"""Scores of words to labels, spans and links: pure functions of the model's output for one window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.annotate.heads import Floats, Ints, PairHead, distances, sigmoid, softmax
from dateline.annotate.labels import ATTRIBUTION, COUNTS, LAYERS, ROLES, ROLES_OF_LAYER, STATUS
from dateline.annotate.tokens import Window
from dateline.records.annotation import Argument, Mention, Said, Scores, Trigger
from dateline.records.span import Span

ROLE_INDEX = {r: i for i, r in enumerate(ROLES)}
LAYER_INDEX = {layer: i for i, layer in enumerate(LAYERS)}
NEW = 0.7
"""Probability of a beginning from which a passage is cut in two."""
ALONE = 0.9
"""Score from which something said stands without a word of saying: quotations that run on."""


@dataclass(frozen=True, slots=True)
class LabelSpace:
    """What the outputs stand for, as stored beside the weights; `modes` are (type, mode)."""

    types: tuple[str, ...]
    modes: tuple[tuple[str, str], ...]
    sectors: tuple[str, ...]

    @property
    def say(self) -> int:
        """The kind of act that reporting words are (after the types and "other")."""
        return len(self.types) + 1


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How sure is sure enough: chosen on the development split when the model was made."""

    trigger: float = 0.5
    mention: Mapping[str, float] | None = None
    role: Mapping[str, float] | None = None
    mode: float = 0.4

    def of_layer(self, layer: str) -> float:
        """Least probability of a mention of this layer."""
        return (self.mention or {}).get(layer, 0.4)

    def of_role(self, role: str) -> float:
        """Least probability of an argument in this role."""
        return (self.role or {}).get(role, 0.5)


Heads = Mapping[str, Floats]
"""The word heads' logits of one window: name -> (words, labels)."""


def spans(logits: Floats, threshold: float) -> list[tuple[int, int, float]]:
    """Ranges of words with their scores from logits of outside, begin, inside (words, 3).

    A range starts where "begin" is likelier than "inside" and not outside, and goes on while inside is likelier than
    a new begin; the score is the mean probability of not being outside.
    """
    p = softmax(logits)
    live = 1.0 - p[:, 0]
    sure = live >= threshold
    if not sure.any():
        return []
    goes_on = sure & (p[:, 2] >= p[:, 1])
    goes_on[1:] &= sure[:-1]
    goes_on[0] = False
    stops = np.append(np.flatnonzero(~goes_on), len(p))
    starts = np.flatnonzero(sure & ~goes_on)
    ends = stops[np.searchsorted(stops, starts, side="right")]
    return [(i, j, float(live[i:j].mean())) for i, j in zip(starts.tolist(), ends.tolist(), strict=True)]


def passages(logits: Floats, sentence: Sequence[int], threshold: float) -> list[tuple[int, int, float]]:
    """Ranges of words of long stretches such as what someone says, with their scores, from logits as for `spans`.

    A stretch goes on over one unsure word within its sentence; a new one begins only where that is likely (NEW).
    """
    p = softmax(logits)
    live = 1.0 - p[:, 0]
    fresh = (p[:, 1] >= NEW).tolist()
    sure = np.flatnonzero(live >= threshold).tolist()
    bounds: list[tuple[int, int]] = []
    for i in sure:
        if bounds and not fresh[i]:
            first, end = bounds[-1]
            if i == end or (i == end + 1 and sentence[end] == sentence[i]):
                bounds[-1] = (first, i + 1)
                continue
        bounds.append((i, i + 1))
    return [(a, b, float(live[a:b].mean())) for a, b in bounds]


def triggers(logits: Floats, types: int, threshold: float) -> list[tuple[int, int, Floats]]:
    """Ranges of words that name an act, with the probabilities of its types (types,), not normalised.

    `logits` are (words, 1 + types + 1): none, each type as beginning, inside.
    """
    p = softmax(logits)
    begin = p[:, 1 : 1 + types].sum(1)
    out: list[tuple[int, int, Floats]] = []
    j, n = 0, len(p)
    for i in np.flatnonzero(begin >= threshold).tolist():
        if i < j:
            continue
        j = i + 1
        while j < n and p[j, -1] >= 0.5:
            j += 1
        out.append((i, j, p[i, 1 : 1 + types]))
    return out


def ranked(labels: Sequence[str], scores: Floats, top: int) -> Scores:
    """The best labels with rounded scores, best first; equal scores in label order."""
    rounded = [round(score, 4) for score in scores.tolist()]
    order = sorted(range(len(labels)), key=rounded.__getitem__, reverse=True)[:top]
    return tuple((labels[i], rounded[i]) for i in order)


def _ends_mean(prefix: Floats, ranges: Ints) -> Floats:
    size = np.maximum(ranges[:, 1] - ranges[:, 0], 1)[:, None]
    out: Floats = ((prefix[ranges[:, 1]] - prefix[ranges[:, 0]]) / size).astype(np.float32)
    return out


def prefix_sums(hidden: Floats) -> Floats:
    """(words + 1, width) running sums: the mean of any range of words is then a difference."""
    out = np.zeros((len(hidden) + 1, hidden.shape[1]), dtype=np.float32)
    np.cumsum(hidden, axis=0, out=out[1:])
    return out


def pair_inputs(
    prefix: Floats, sentence: Ints, acts: Ints, mentions: Ints, layers: Ints, kinds: Ints, index: Ints
) -> tuple[Floats, Floats, Floats, Ints]:
    """What `PairHead` needs for the pairs `index` of `acts` and `mentions` (half-open ranges of words)."""
    a, m = acts[index[:, 0]], mentions[index[:, 1]]
    lo, hi = np.minimum(a[:, 1], m[:, 1]), np.maximum(a[:, 0], m[:, 0])
    gap = np.stack([lo, np.maximum(lo, hi)], 1)
    across = np.clip(sentence[m[:, 0]] - sentence[a[:, 0]], -2, 2) + 2
    features = np.stack([distances(a, m), across, layers[index[:, 1]], kinds[index[:, 0]]], 1)
    return _ends_mean(prefix, acts), _ends_mean(prefix, mentions), _ends_mean(prefix, gap), features


@dataclass(frozen=True, slots=True)
class WindowReading:
    """What was read in one window."""

    mentions: list[Mention]
    triggers: list[Trigger]
    said: list[Said]


class Decoder:
    """Turns the model's output for a window into mentions, triggers with arguments, and reported speech."""

    def __init__(self, space: LabelSpace, pairs: PairHead, thresholds: Thresholds) -> None:
        self._space = space
        self._pairs = pairs
        self._thresholds = thresholds
        self._modes: dict[str, list[tuple[int, str]]] = {}
        for k, (type_, mode) in enumerate(space.modes):
            self._modes.setdefault(type_, []).append((k, mode))

    def read(self, window: Window, heads: Heads, hidden: Floats) -> WindowReading:
        """Everything found in `window`; `hidden` is (words, width)."""
        found = self._mentions(heads)
        acts = triggers(heads["trigger"], len(self._space.types), self._thresholds.trigger)
        cues = [(a, b) for layer, a, b, _ in found if layer == "cue"]
        links = self._links(window, hidden, acts, cues, found)
        return WindowReading(
            [self._mention(window, heads, f) for f in found],
            [self._trigger(window, heads, act, links[k], found) for k, act in enumerate(acts)],
            self._said(window, cues, links[len(acts) :], found),
        )

    def attributions(self, window: Window, heads: Heads, hidden: Floats) -> WindowReading:
        """Attribution in the wide sense: its sources as mentions, and who said, meant or intended what.

        A model made without these heads gives its statements.
        """
        wide = {layer: name if name in heads else layer for layer, name in ATTRIBUTION.items()}
        limit = self._thresholds.of_layer(wide["content"])
        found = [
            *(("source", *span) for span in self._spans(heads, wide["source"])),
            *(("cue", *span) for span in self._spans(heads, wide["cue"])),
            *(("content", *span) for span in passages(heads[wide["content"]], window.sentence, limit)),
        ]
        cues = [(a, b) for layer, a, b, _ in found if layer == "cue"]
        links = self._links(window, hidden, [], cues, found)
        sources = [self._mention(window, heads, f) for f in found if f[0] == "source"]
        said = [s for s in self._said(window, cues, links, found) if s.cue or s.score >= ALONE]
        return WindowReading(sources, [], said)

    def _mentions(self, heads: Heads) -> list[tuple[str, int, int, float]]:
        return [(layer, a, b, score) for layer in LAYERS for a, b, score in self._spans(heads, layer)]

    def _spans(self, heads: Heads, layer: str) -> list[tuple[int, int, float]]:
        return spans(heads[layer], self._thresholds.of_layer(layer))

    def _links(
        self,
        window: Window,
        hidden: Floats,
        acts: list[tuple[int, int, Floats]],
        cues: list[tuple[int, int]],
        found: list[tuple[str, int, int, float]],
    ) -> list[list[tuple[int, str, float]]]:
        """For each act, then each cue: (mention, role, probability) above the role's threshold."""
        ranges = [(a, b) for a, b, _ in acts] + cues
        links: list[list[tuple[int, str, float]]] = [[] for _ in ranges]
        index, allowed = [], []
        for i, (first, _) in enumerate(ranges):
            say = i >= len(acts)
            for j, (layer, a, *_) in enumerate(found):
                if window.sentence[a] != window.sentence[first]:
                    continue  # an event is what one sentence says: its arguments stand there
                roles = [r for r in ROLES_OF_LAYER[layer] if r.startswith("say_") == say]
                if roles:
                    index.append((i, j))
                    allowed.append(roles)
        if not index:
            return links
        kinds = [int(np.argmax(p)) for _, _, p in acts] + [self._space.say] * len(cues)
        pairs = np.array(index)
        act, mention, gap, features = pair_inputs(
            prefix_sums(hidden),
            np.array(window.sentence),
            np.array(ranges),
            np.array([(a, b) for _, a, b, _ in found]),
            np.array([LAYER_INDEX[layer] for layer, *_ in found]),
            np.array(kinds),
            pairs,
        )
        scores = sigmoid(self._pairs(act, mention, pairs, gap, features))
        for (i, j), roles, row in zip(index, allowed, scores, strict=True):
            for role in roles:
                p = float(row[ROLE_INDEX[role]])
                if p >= self._thresholds.of_role(role):
                    links[i].append((j, role, p))
        return links

    def _mention(self, window: Window, heads: Heads, found: tuple[str, int, int, float]) -> Mention:
        layer, a, b, score = found
        labels: Scores = ()
        if layer in ("part", "source"):
            labels = ranked(self._space.sectors, sigmoid(heads["sector"][a:b].mean(0)), 4)
        elif layer == "count":
            labels = ranked(COUNTS, softmax(heads["counted"][a:b].mean(0)), 3)
        return Mention(_span(window, a, b), layer, round(score, 4), labels)

    def _trigger(
        self,
        window: Window,
        heads: Heads,
        act: tuple[int, int, Floats],
        links: list[tuple[int, str, float]],
        found: list[tuple[str, int, int, float]],
    ) -> Trigger:
        a, b, p = act
        types = ranked(self._space.types, p / max(float(p.sum()), 1e-6), 4)
        of_type = self._modes.get(types[0][0], ())
        scores = sigmoid(heads["mode"][a])
        modes = [(mode, float(scores[k])) for k, mode in of_type]
        modes.sort(key=lambda x: -x[1])
        arguments = tuple(
            Argument(role, _span(window, found[j][1], found[j][2]), round(s, 4)) for j, role, s in _exclusive(links)
        )
        return Trigger(
            _span(window, a, b),
            window.sentence[a],
            types,
            tuple((m, round(s, 4)) for m, s in modes if s >= self._thresholds.mode),
            ranked(STATUS, softmax(heads["status"][a]), 3),
            round(float(p.sum()), 4),
            arguments,
        )

    def _said(
        self,
        window: Window,
        cues: list[tuple[int, int]],
        links: list[list[tuple[int, str, float]]],
        found: list[tuple[str, int, int, float]],
    ) -> list[Said]:
        """One statement a reported content; its cue and source are the likeliest that point to it."""
        best: dict[int, tuple[float, int]] = {}
        for k, row in enumerate(links):
            for j, role, p in row:
                if role == "say_content" and p > best.get(j, (0.0, 0))[0]:
                    best[j] = (p, k)
        out = []
        for j, (layer, a, b, score) in enumerate(found):
            if layer != "content":
                continue
            cue = source = None
            if j in best:
                k = best[j][1]
                cue = _span(window, *cues[k])
                speakers = [(p, s) for s, role, p in links[k] if role == "say_source"]
                if speakers:
                    s = max(speakers)[1]
                    source = _span(window, found[s][1], found[s][2])
            out.append(Said(_span(window, a, b), source, cue, round(score, 4)))
        return out


def _exclusive(links: list[tuple[int, str, float]]) -> list[tuple[int, str, float]]:
    """A mention is the actor or the recipient of an act, not both: the likelier stays."""
    best: dict[int, tuple[str, float]] = {}
    for j, role, p in links:
        if role in ("actor", "recipient") and p > best.get(j, ("", 0.0))[1]:
            best[j] = (role, p)
    return [(j, r, p) for j, r, p in links if r not in ("actor", "recipient") or best[j][0] == r]


def _span(window: Window, a: int, b: int) -> Span:
    return Span(window.starts[a], window.ends[b - 1])
