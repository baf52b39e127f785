"""What a batch costs against its labels, and how relations are scored."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F

from dateline.annotate.heads import between
from dateline.annotate.labels import LAYERS, ROLES, ROLES_OF_LAYER
from dateline.annotate.ranges import pair_inputs
from train.batches import IGNORE, ROLE_INDEX, Item, Labels, stacked, tensors
from train.example import Range, Relation
from train.network import Reader

YIELDS = ("CONCEDE", "RETREAT")
"""Types that PLV has as one root, YIELD."""
LAYER_INDEX = {layer: i for i, layer in enumerate(LAYERS)}
LAYER_OF_ROLE = {r: layer for layer, roles in ROLES_OF_LAYER.items() for r in roles}
HIDDEN = 0.04
"""Share of the pieces that are hidden from the encoder in training, so that it leans on their surroundings too."""
MASK = 103
"""The piece "[MASK]" of the vocabulary of BERT."""
TRIMMED = 0.6
"""Probability of an act from which an early annotation that has none there teaches nothing."""
WEIGHT_READ = 0.7
"""Of a relation that was read as PLV has it, beside PLV's own: 92 in 100 of such readings agree with PLV's people."""
NO_EVENT = 0.4
"""Weight of the class "no event": most words are none, and recall is what suffers."""


class Losses:
    """The loss of a batch, summed over the labels that its items carry."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        n = len(labels.types)
        self.trigger_weight = torch.ones(n + 2)
        self.trigger_weight[0] = NO_EVENT
        self.allowed = torch.zeros(n, len(labels.modes))
        for k, (t, _) in enumerate(labels.modes):
            self.allowed[labels.types.index(t), k] = 1

    def __call__(self, model: Reader, batch: list[Item]) -> torch.Tensor:
        return self.labelled(model, self.read(model, tensors(batch)), batch)

    @staticmethod
    def read(model: Reader, inputs: tuple[torch.Tensor, ...]) -> torch.Tensor:
        """The words' vectors (batch, words, width) as training sees them: some pieces hidden, some values dropped."""
        ids, *rest = inputs
        hidden_ids = torch.where(torch.rand(ids.shape) < HIDDEN, MASK, ids)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = model.words(hidden_ids, *rest)
        return model.encoder.dropout(hidden.float())

    def labelled(self, model: Reader, h: torch.Tensor, batch: list[Item]) -> torch.Tensor:
        """The loss against the labels, from the words' vectors (batch, words, width)."""
        width = h.shape[1]
        loss = h.sum() * 0
        present = {layer for i in batch for layer in i.layers}
        bio = {}
        for layer in present:
            head = model.heads[layer] if layer in model.heads else model.auxiliary[layer]
            logits = head(h)
            bio[layer] = logits
            y = stacked(batch, partial(_of_layer, layer), width)
            weight = torch.tensor([0.6, 1.0, 1.0])
            loss = loss + F.cross_entropy(logits.reshape(-1, 3), y.reshape(-1), weight=weight, ignore_index=IGNORE)
        if any(i.trigger is not None for i in batch):
            logits = model.heads["trigger"](h)
            y = self._trimmed(batch, stacked(batch, lambda i: i.trigger, width), logits.detach())
            loss = loss + 2.0 * F.cross_entropy(
                logits.reshape(-1, logits.shape[-1]), y.reshape(-1), weight=self.trigger_weight, ignore_index=IGNORE
            )
            loss = loss + self._attributes(model, h, batch)
        if any(i.foreign is not None for i in batch):
            y = stacked(batch, lambda i: i.foreign, width)
            logits = model.auxiliary["foreign"](h)
            loss = loss + F.cross_entropy(logits.reshape(-1, logits.shape[-1]), y.reshape(-1), ignore_index=IGNORE)
        if any(i.heads is not None for i in batch):
            loss = loss + self._syntax(model, h, batch, width)
        if any(i.acts for i in batch):
            loss = loss + 1.5 * self._pairs(model, h, batch, bio)
        if any(i.relation for i in batch):
            loss = loss + self._relation(model, h, batch)
        return loss

    @staticmethod
    def _trimmed(batch: list[Item], y: torch.Tensor, logits: torch.Tensor) -> torch.Tensor:
        """The trigger labels without those of the first own articles that deny what the model is fairly sure of.

        Their readers marked 39 events a thousand words where the shared ones have 49: many of those words are acts.
        """
        doubted = torch.tensor([i.corpus == "own" for i in batch])[:, None]
        likely = 1 - logits.softmax(-1)[..., 0] > TRIMMED
        return torch.where((y == 0) & likely & doubted, IGNORE, y)

    def _attributes(self, model: Reader, h: torch.Tensor, batch: list[Item]) -> torch.Tensor:
        """The loss of what acts and mentions are: status and modes, sectors, what is counted."""
        return self._states(model, h, batch) + self._sectors(model, h, batch) + _counted(model, h, batch)

    def _states(self, model: Reader, h: torch.Tensor, batch: list[Item]) -> torch.Tensor:
        """The loss of the status and the modes of acts."""
        acts = [(k, a) for k, i in enumerate(batch) for a in i.acts if a["kind"] == "event"]
        loss = h.sum() * 0
        if acts:
            v = torch.stack([h[k, a["range"][0]] for k, a in acts])
            status = torch.tensor([a["status"] for _, a in acts])
            weight = torch.tensor([0.6, 1.0, 1.0, 1.3, 1.3])
            loss = loss + 0.5 * F.cross_entropy(model.heads["status"](v), status, weight=weight)
            y = torch.zeros(len(acts), len(self.labels.modes))
            for n, (_, a) in enumerate(acts):
                y[n, a["modes"]] = 1
            mask = self.allowed[torch.tensor([a["type"] for _, a in acts])]
            mask = mask * torch.tensor([float(a["moded"]) for _, a in acts])[:, None]
            bce = F.binary_cross_entropy_with_logits(model.heads["mode"](v), y, reduction="none")
            loss = loss + 2.0 * (bce * mask).sum() / mask.sum().clamp(min=1)
        return loss

    def _sectors(self, model: Reader, h: torch.Tensor, batch: list[Item]) -> torch.Tensor:
        """The loss of the sectors of mentions that have some."""
        sectors = [(k, *s) for k, i in enumerate(batch) for s in i.sectors if s[2]]
        if not sectors:
            return h.sum() * 0
        v = torch.stack([h[k, a:b].mean(0) for k, a, b, _ in sectors])
        y = torch.zeros(len(sectors), len(self.labels.sectors))
        for n, (*_, s) in enumerate(sectors):
            y[n, s] = 1
        return 2.0 * F.binary_cross_entropy_with_logits(model.heads["sector"](v), y)

    def _syntax(self, model: Reader, h: torch.Tensor, batch: list[Item], width: int) -> torch.Tensor:
        loss = h.sum() * 0
        for name, get in (("deprel", lambda i: i.deprel), ("upos", lambda i: i.upos)):
            y = stacked(batch, get, width)
            logits = model.auxiliary[name](h)
            loss = loss + 0.5 * F.cross_entropy(
                logits.reshape(-1, logits.shape[-1]), y.reshape(-1), ignore_index=IGNORE
            )
        arcs = (model.arc_child(h) @ model.arc) @ model.arc_head(h).transpose(1, 2)
        for k, i in enumerate(batch):
            arcs[k, :, len(i.window.firsts) :] = -1e4
        y = stacked(batch, lambda i: i.heads, width)
        return loss + F.cross_entropy(arcs.reshape(-1, width), y.reshape(-1), ignore_index=IGNORE)

    def _candidates(self, k: int, it: Item, bio: dict[str, torch.Tensor]) -> list[tuple[str, int, int]]:
        """Gold mentions, arguments, and what the model itself would propose: it must learn to refuse those."""
        prefix = "p_" if it.corpus == "polnear" else ""
        gold = list(dict.fromkeys(it.mentions))
        for act in it.acts:
            gold += [(LAYER_OF_ROLE[r], x, y) for r, x, y in act["args"]]
        if prefix:
            gold = [g for g in gold if g[0] in ("source", "content")]
        out = list(dict.fromkeys(gold))
        for layer in ("part", "place", "time", "count", "source", "content", "hedge"):
            logits = bio.get(prefix + layer)
            if logits is None or (prefix and layer not in ("source", "content")):
                continue
            tags = logits[k, : len(it.window.firsts)].detach().argmax(-1).numpy()
            for begin in np.flatnonzero(tags == 1):
                a, b = int(begin), int(begin) + 1
                while b < len(tags) and tags[b] == 2:
                    b += 1
                if not any(g[0] == layer and g[1] < b and a < g[2] for g in gold):
                    out.append((layer, a, b))
        return out

    def _pairs(self, model: Reader, h: torch.Tensor, batch: list[Item], bio: dict[str, torch.Tensor]) -> torch.Tensor:
        parts = []
        for k, it in enumerate(batch):
            rows = self.pair_rows(it, self._candidates(k, it, bio)) if it.acts else None
            if rows:
                parts.append((*self.pair_vectors(h[k], it, rows), rows["target"], rows["mask"]))
        if not parts:
            return h.sum() * 0
        act, mention, gap = (torch.cat([p[n] for p in parts]) for n in range(3))
        features, y, m = (torch.from_numpy(np.concatenate([p[n] for p in parts])) for n in (3, 4, 5))
        logits = model.pairs(act, mention, gap, features)
        bce = F.binary_cross_entropy_with_logits(logits, y, reduction="none")
        return 2.0 * (bce * m).sum() / m.sum().clamp(min=1)

    def pair_rows(self, it: Item, found: list[tuple[str, int, int]]) -> dict[str, np.ndarray] | None:
        """The acts of a window against the mentions `found` in it: indices, and for each role whether it holds
        ("target") and whether that is known ("mask"). None where there is no pair."""
        index, target, mask = [], [], []
        for i, a in enumerate(it.acts):
            for j, (layer, x, y) in enumerate(found):
                if a["kind"] != "other" and it.window.sentence[x] != it.window.sentence[a["range"][0]]:
                    continue
                roles = [r for r in ROLES_OF_LAYER[layer] if r in a["roles"]]
                if not roles:
                    continue
                t, m = np.zeros(len(ROLES), np.float32), np.zeros(len(ROLES), np.float32)
                for r in roles:
                    m[ROLE_INDEX[r]] = 1
                    t[ROLE_INDEX[r]] = any(q == r and x < d and c < y for q, c, d in a["args"])
                index.append((i, j))
                target.append(t)
                mask.append(m)
        if not index:
            return None
        other = len(self.labels.types)
        kinds = [a["type"] if a["kind"] == "event" else other + (a["kind"] == "say") for a in it.acts]
        return {
            "pairs": np.array(index),
            "acts": np.array([a["range"] for a in it.acts]),
            "mentions": np.array([(x, y) for _, x, y in found]),
            "layers": np.array([LAYER_INDEX[layer] for layer, *_ in found]),
            "kinds": np.array(kinds),
            "target": np.array(target),
            "mask": np.array(mask),
        }

    @staticmethod
    def pair_vectors(words: torch.Tensor, it: Item, rows: dict[str, np.ndarray]) -> tuple[Any, ...]:
        """What the pair head sees of each pair of a window: vectors of act, mention and gap, and the features."""
        pre = F.pad(words[: len(it.window.firsts)].cumsum(0), (0, 0, 1, 0))
        sentence = np.array(it.window.sentence)
        acts, mentions, layers, kinds, pairs = (rows[k] for k in ("acts", "mentions", "layers", "kinds", "pairs"))
        *_, features = pair_inputs(np.zeros((len(pre), 1), np.float32), sentence, acts, mentions, layers, kinds, pairs)

        def mean(r: np.ndarray) -> torch.Tensor:
            lo, hi = torch.from_numpy(r[:, 0]), torch.from_numpy(r[:, 1])
            return (pre[hi] - pre[lo]) / (hi - lo).clamp(min=1)[:, None]

        a, m = acts[pairs[:, 0]], mentions[pairs[:, 1]]
        lo, hi = np.minimum(a[:, 1], m[:, 1]), np.maximum(a[:, 0], m[:, 0])
        gap = np.stack([lo, np.maximum(lo, hi)], 1)
        return mean(a), mean(m), mean(gap), features

    def _relation(self, model: Reader, h: torch.Tensor, batch: list[Item]) -> torch.Tensor:
        """PLV and rows read as PLV has them by its 15 roots (those that say CONCEDE or RETREAT by the 16 types)."""
        loss = h.sum() * 0
        rows = [(k, i, WEIGHT_READ if i.corpus == "read" else 1.0) for k, i in enumerate(batch) if i.relation]
        for names, score in ((root_names(self.labels.types), roots), (self.labels.types, None)):
            mine = [r for r in rows if (r[1].related[2] in YIELDS) == (score is None)]
            if not mine:
                continue
            words = [h[k, : len(i.window.firsts)] for k, i, _ in mine]
            logits = relation_logits(model, words, [i.related for _, i, _ in mine])
            scores = logits if score is None else score(logits, self.labels.types)
            gold = torch.tensor([names.index(i.related[2]) for _, i, _ in mine])
            weight = torch.tensor([w for *_, w in mine])
            each = F.cross_entropy(scores, gold, label_smoothing=0.05, reduction="none")
            loss = loss + (each * weight).sum() / len(rows)
        return loss


def _counted(model: Reader, h: torch.Tensor, batch: list[Item]) -> torch.Tensor:
    """The loss of what numbers count."""
    counted = [(k, *s) for k, i in enumerate(batch) for s in i.counted]
    if not counted:
        return h.sum() * 0
    v = torch.stack([h[k, a:b].mean(0) for k, a, b, _ in counted])
    y = torch.tensor([s for *_, s in counted])
    return 0.3 * F.cross_entropy(model.heads["counted"](v), y)


def _of_layer(layer: str, item: Item) -> np.ndarray | None:
    return item.layers.get(layer)


def root_names(types: list[str]) -> list[str]:
    """The 15 roots of PLV: CONCEDE and RETREAT are one, YIELD."""
    return [t for t in types if t not in YIELDS] + ["YIELD"]


def roots(logits: torch.Tensor, types: list[str]) -> torch.Tensor:
    """Log-scores of the roots from the scores of the types."""
    names = root_names(types)
    plain = torch.stack([logits[:, types.index(t)] for t in names[:-1]], 1)
    both = torch.logsumexp(logits[:, [types.index("CONCEDE"), types.index("RETREAT")]], 1, keepdim=True)
    return torch.cat([plain, both], 1)


def relation_logits(model: Reader, words: list[torch.Tensor], pairs: Sequence[Relation]) -> torch.Tensor:
    """(rows, types) from the word vectors of each row and its (source, target) ranges of words."""
    rows = [pooled(v, s, t, model.relation.nothing) for v, (s, t, *_) in zip(words, pairs, strict=True)]
    return model.relation(*torch.stack(rows).unbind(1))


def pooled(words: torch.Tensor, source: Range | None, target: Range | None, nothing: torch.Tensor) -> torch.Tensor:
    """(4, width): the means of source, target, all words and the words between; `nothing` (2, width) for no party."""
    lo, hi = between(source, target, len(words))
    parties = [words[r[0] : r[1]].mean(0) if r else none for r, none in zip((source, target), nothing, strict=True)]
    return torch.stack([*parties, words.mean(0), words[lo:hi].mean(0)])
