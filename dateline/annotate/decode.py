"""Mentions, acts with their arguments and statements, from the model's output for one window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from dateline.annotate.faint import Faint
from dateline.annotate.heads import Floats, PairHead, sigmoid, softmax
from dateline.annotate.labels import ATTRIBUTION, LAYERS, ROLES, ROLES_OF_LAYER, STATUS
from dateline.annotate.ranges import pair_inputs, passages, prefix_sums, range_means, ranked, spans, triggers
from dateline.annotate.tokens import GAP, Window
from dateline.fixed import fixed
from dateline.records.annotation import Argument, Mention, Said, Scores, Trigger
from dateline.records.resolved import COUNTED
from dateline.records.span import Span

ACTING, SPEAKING = (
    {
        layer: tuple(ROLES.index(r) for r in roles if r.startswith("say_") == say)
        for layer, roles in ROLES_OF_LAYER.items()
    }
    for say in (False, True)
)
"""The roles that a mention of each layer can have in an act, and in reporting words."""
FITS = np.array([[[k in of[layer] for k in range(len(ROLES))] for layer in LAYERS] for of in (ACTING, SPEAKING)])
"""The same as a table: (in an act or in reporting words, layer, role)."""
LAYER_INDEX = {layer: i for i, layer in enumerate(LAYERS)}
ALONE = 0.9
"""Score from which something said stands without a word of saying: quotations that run on."""
Heads = Mapping[str, Floats]
"""The word heads' logits of one window: name -> (words, labels)."""
SettledIn = Callable[[int, Span, Sequence[str]], bool]
"""Whether the sentence of some index has a phrase that settles what an act with these likeliest types is."""
Found = tuple[str, int, int, float]
"""A mention as its layer, its first word, the word after its last, its score."""


@fixed()
class LabelSpace:
    """What the outputs stand for, as stored beside the weights; `modes` are (type, mode)."""

    types: tuple[str, ...]
    modes: tuple[tuple[str, str], ...]
    sectors: tuple[str, ...]

    @property
    def say(self) -> int:
        """The kind of act that reporting words are (after the types and "other")."""
        return len(self.types) + 1


@fixed()
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


@fixed()
class WindowReading:
    """What was read in one window."""

    mentions: list[Mention]
    triggers: list[Trigger]
    said: list[Said]


class Decoder:
    """Turns the model's output for a window into mentions, triggers with arguments, and reported speech."""

    def __init__(
        self, space: LabelSpace, pairs: PairHead, thresholds: Thresholds, *, faint: Faint | None = None
    ) -> None:
        """Faint acts are read without their arguments; none is without `faint`."""
        self._space = space
        self._pairs = pairs
        self._thresholds = thresholds
        self._modes: dict[str, list[tuple[int, str]]] = {}
        for k, (type_, mode) in enumerate(space.modes):
            self._modes.setdefault(type_, []).append((k, mode))
        self._faint = faint
        self._of_roles = np.array([thresholds.of_role(role) for role in ROLES])

    def read(self, window: Window, heads: Heads, hidden: Floats, settled: SettledIn | None = None) -> WindowReading:
        """Everything found in a window, or a page of windows; `hidden` is (words, width).

        An act that is `settled` is never faint.
        """
        found = self._mentions(heads, LAYERS)
        acts = triggers(heads["trigger"], len(self._space.types), self._thresholds.trigger)
        cues = [(a, b) for layer, a, b, _ in found if layer == "cue"]
        faint = [False] * len(acts)
        if acts and self._faint:
            faint = self._faint.of(np.stack([p for _, _, p in acts]), [window.sentence[a] for a, _, _ in acts])
        if settled:
            faint = [
                is_faint and not settled(window.sentence[a], _span(window, a, b), self._likeliest(p))
                for is_faint, (a, b, p) in zip(faint, acts, strict=True)
            ]
        likely = [act for act, is_faint in zip(acts, faint, strict=True) if not is_faint]
        links = self._links(window, hidden, likely, cues, found)
        of_likely = iter(links)
        of_acts = [None if is_faint else next(of_likely) for is_faint in faint]
        mentions = self._as_mentions(window, heads, found)
        places = [m.span for m in mentions]
        return WindowReading(
            mentions,
            self._as_triggers(window, heads, acts, of_acts, places),
            self._said(window, cues, links[len(likely) :], found),
        )

    def attributions(self, window: Window, heads: Heads, hidden: Floats) -> WindowReading:
        """Attribution in the wide sense: its sources as mentions, and who said, meant or intended what.

        A model made without these heads gives its statements.
        """
        wide = {layer: name if name in heads else layer for layer, name in ATTRIBUTION.items()}
        limit = self._thresholds.of_layer(wide["content"])
        found = [
            *self._mentions(heads, ("source", "cue"), wide),
            *(("content", *span) for span in passages(heads[wide["content"]], window.sentence, limit)),
        ]
        cues = [(a, b) for layer, a, b, _ in found if layer == "cue"]
        links = self._links(window, hidden, [], cues, found)
        sources = self._as_mentions(window, heads, [f for f in found if f[0] == "source"])
        said = [s for s in self._said(window, cues, links, found) if s.cue or s.score >= ALONE]
        return WindowReading(sources, [], said)

    def _mentions(self, heads: Heads, layers: Sequence[str], named: Mapping[str, str] | None = None) -> list[Found]:
        """The mentions of some layers, all read at once; `named` gives the heads that stand for the layers."""
        names = [(named or {}).get(layer, layer) for layer in layers]
        limits = np.array([self._thresholds.of_layer(name) for name in names], dtype=np.float32)
        by_label = np.empty((3, len(names), len(heads[names[0]])), dtype=np.float32)  # as `spans` works on them
        for k, name in enumerate(names):
            by_label[:, k] = heads[name].T
        return [(layers[k], a, b, p) for k, a, b, p in spans(by_label.transpose(1, 2, 0), limits)]

    def _links(
        self,
        window: Window,
        hidden: Floats,
        acts: list[tuple[int, int, Floats]],
        cues: list[tuple[int, int]],
        found: list[Found],
    ) -> list[list[tuple[int, str, float]]]:
        """For each act, then each cue: (mention, role, probability) above the role's limit."""
        ranges = [(a, b) for a, b, _ in acts] + cues
        links: list[list[tuple[int, str, float]]] = [[] for _ in ranges]
        index = self._fitting(window, acts, cues, found)
        if not index:
            return links
        kinds = np.argmax([p for _, _, p in acts], axis=1).tolist() if acts else []
        pairs = np.array(index)
        layers = np.array([LAYER_INDEX[layer] for layer, *_ in found])
        act, mention, gap, features = pair_inputs(
            prefix_sums(hidden, window.sentence),
            np.array(window.sentence),
            np.array(ranges),
            np.array([(a, b) for _, a, b, _ in found]),
            layers,
            np.array(kinds + [self._space.say] * len(cues)),
            pairs,
        )
        scores = sigmoid(self._pairs(act, mention, pairs, gap, features))
        fits = FITS[(pairs[:, 0] >= len(acts)).astype(int), layers[pairs[:, 1]]]
        pair, role = np.nonzero((scores >= self._of_roles) & fits)
        for n, k, score in zip(pair.tolist(), role.tolist(), scores[pair, role].tolist(), strict=True):
            i, j = index[n]
            links[i].append((j, ROLES[k], score))
        return links

    def _fitting(
        self,
        window: Window,
        acts: list[tuple[int, int, Floats]],
        cues: list[tuple[int, int]],
        found: list[Found],
    ) -> list[tuple[int, int]]:
        """The acts, then the cues, each with the mentions that may have a role in it.

        An event is what one sentence says, in one window: its arguments stand there.
        """
        windows = np.cumsum(np.array(window.sentence) == GAP).tolist()
        place = list(zip(windows, window.sentence, strict=True))
        near: dict[tuple[int, int], list[int]] = {}
        for j, (_, a, *_) in enumerate(found):
            near.setdefault(place[a], []).append(j)
        firsts = [(i, a, ACTING) for i, (a, *_) in enumerate(acts)]
        firsts += [(i, a, SPEAKING) for i, (a, _) in enumerate(cues, len(acts))]
        return [(i, j) for i, a, roles in firsts for j in near.get(place[a], ()) if roles[found[j][0]]]

    def _as_mentions(self, window: Window, heads: Heads, found: list[Found]) -> list[Mention]:
        """The mentions with their labels: sectors of parties and sources, kinds of what is counted."""
        labels: list[Scores] = [()] * len(found)
        for layers, head, squash, names, top in (
            (("part", "source"), "sector", sigmoid, self._space.sectors, 4),
            (("count",), "counted", softmax, COUNTED, 3),
        ):
            rows = [k for k, (layer, *_) in enumerate(found) if layer in layers]
            if rows:
                means = range_means(heads[head], np.array([found[k][1:3] for k in rows]))
                for k, scores in zip(rows, ranked(names, squash(means), top), strict=True):
                    labels[k] = scores
        return [
            Mention(_span(window, a, b), layer, round(score, 4), of_it)
            for (layer, a, b, score), of_it in zip(found, labels, strict=True)
        ]

    def _as_triggers(
        self,
        window: Window,
        heads: Heads,
        acts: list[tuple[int, int, Floats]],
        links: Sequence[list[tuple[int, str, float]] | None],
        mentions: Sequence[Span],
    ) -> list[Trigger]:
        """The acts with their links to mentions; those that have None are faint."""
        if not acts:
            return []
        at = [a for a, _, _ in acts]
        p = np.stack([p for _, _, p in acts])
        sums = p.sum(1)
        types = ranked(self._space.types, p / np.maximum(sums, np.float32(1e-6))[:, None], 4)
        statuses = ranked(STATUS, softmax(heads["status"][at]), 3)
        modes = sigmoid(heads["mode"][at]).tolist()
        return [
            Trigger(
                _span(window, a, b),
                window.sentence[a],
                types[k],
                self._modes_of(types[k][0][0], modes[k]),
                statuses[k],
                round(score, 4),
                tuple([Argument(role, mentions[j], round(s, 4)) for j, role, s in _exclusive(linked or [])]),
                faint=linked is None,
            )
            for k, ((a, b, _), score, linked) in enumerate(zip(acts, sums.tolist(), links, strict=True))
        ]

    def _likeliest(self, acts: Floats) -> list[str]:
        """The two best types of an act, from their probabilities."""
        return [self._space.types[k] for k in np.argsort(-acts, kind="stable")[:2].tolist()]

    def _modes_of(self, type_: str, scores: Sequence[float]) -> Scores:
        """The modes of a type that are likely enough, best first; `scores` are those of all modes."""
        modes = [(mode, scores[k]) for k, mode in self._modes.get(type_, ()) if scores[k] >= self._thresholds.mode]
        return tuple((mode, round(s, 4)) for mode, s in sorted(modes, key=lambda x: -x[1]))

    def _said(
        self,
        window: Window,
        cues: list[tuple[int, int]],
        links: list[list[tuple[int, str, float]]],
        found: list[Found],
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
