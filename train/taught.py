"""Learning from a larger reader: the loss against its probabilities beside the loss against the labels.

Hinton et al. 2015, without temperature. The teacher sees the window whole, the learner with some pieces hidden. An
article without annotations is learned from the teacher alone: its own acts and mentions are the pairs that both weigh.
"""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F

from train.annotated import EVENT_ROLES, MAIN
from train.batches import Item, Labels, tensors
from train.example import Row
from train.losses import Losses, relation_logits
from train.network import Reader

SHARE = 0.5
"""Weight of the labels where there are some; the teacher has the rest."""
READ = ("annotated", "own", "close", "unread")
"""Corpora that the teacher was trained for; what the public sets teach beside comes from their labels alone."""
SAY_ROLES = ("say_source", "say_content")


class Taught(Losses):
    """The loss of a batch by its labels and by a teacher."""

    def __init__(self, labels: Labels, teacher: Reader) -> None:
        super().__init__(labels)
        self.teacher = teacher.eval()

    def __call__(self, model: Reader, batch: list[Item]) -> torch.Tensor:
        """A batch of annotated windows, or of other examples; unread windows come in batches of their own."""
        inputs = tensors(batch)
        h = self.read(model, inputs)
        taught = [i.corpus in READ for i in batch]
        related = any(i.relation for i in batch)
        if not any(taught) and not related:
            return self.labelled(model, h, batch)
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            theirs = self.teacher.words(*inputs).float()
        if related:
            return SHARE * self.labelled(model, h, batch) + (1 - SHARE) * self._related(model, h, theirs, batch)
        learned = self.copied(model, h, theirs, batch)
        if all(i.corpus == "unread" for i in batch):
            return learned
        return SHARE * self.labelled(model, h, batch) + (1 - SHARE) * learned

    def copied(self, model: Reader, h: torch.Tensor, theirs: torch.Tensor, batch: list[Item]) -> torch.Tensor:
        """The loss of all heads against those of the teacher."""
        known = torch.zeros(h.shape[:2])
        for k, i in enumerate(batch):
            known[k, : len(i.window.firsts)] = 1
        with torch.no_grad():
            bio = {layer: self.teacher.heads[layer](theirs) for layer in (*MAIN, "trigger")}
        loss = 2.0 * nearness(model.heads["trigger"](h), bio["trigger"], known, 0.4)
        for layer in MAIN:
            loss = loss + nearness(model.heads[layer](h), bio[layer], known, 0.6)
        acts = [(k, a) for k, i in enumerate(batch) for a in self._acts(k, i, bio)]
        for k, i in enumerate(batch):
            if i.corpus == "unread":
                i.acts = [a for n, a in acts if n == k]
        events = [(k, a) for k, a in acts if a["kind"] == "event"]
        if events:
            at = torch.tensor([k for k, _ in events]), torch.tensor([a["range"][0] for _, a in events])
            with torch.no_grad():
                status, mode = (self.teacher.heads[name](theirs[at]) for name in ("status", "mode"))
            ones = torch.ones(len(events))
            loss = loss + 0.5 * nearness(model.heads["status"](h[at]), status, ones, 1.0)
            mask = self.allowed[torch.tensor([a["type"] for _, a in events])]
            bce = F.binary_cross_entropy_with_logits(model.heads["mode"](h[at]), mode.sigmoid(), reduction="none")
            loss = loss + 2.0 * (bce * mask).sum() / mask.sum().clamp(min=1)
        return loss + 1.5 * self._copied_pairs(model, h, theirs, batch, bio)

    def _acts(self, k: int, it: Item, bio: dict[str, torch.Tensor]) -> list[Row]:
        """The acts of a window: the annotated ones, or those that the teacher reads."""
        if it.corpus != "unread":
            return it.acts
        n = len(it.window.firsts)
        out = []
        tags = bio["trigger"][k, :n].argmax(-1).numpy()
        inner = len(self.labels.types) + 1
        for a in np.flatnonzero((tags > 0) & (tags < inner)):
            act = {"range": (int(a), ended(tags, int(a), inner)), "kind": "event", "type": int(tags[a]) - 1}
            out.append(act | {"roles": EVENT_ROLES, "args": []})
        tags = bio["cue"][k, :n].argmax(-1).numpy()
        for a in np.flatnonzero(tags == 1):
            act = {"range": (int(a), ended(tags, int(a), 2)), "kind": "say", "type": None}
            out.append(act | {"roles": SAY_ROLES, "args": []})
        return out

    def _copied_pairs(
        self, model: Reader, h: torch.Tensor, theirs: torch.Tensor, batch: list[Item], bio: dict[str, torch.Tensor]
    ) -> torch.Tensor:
        """The loss of the roles of mentions against what the teacher says of the same pairs."""
        mine, other, masks = [], [], []
        for k, it in enumerate(batch):
            rows = self.pair_rows(it, self._candidates(k, it, bio)) if it.acts else None
            if rows:
                mine.append(self.pair_vectors(h[k], it, rows))
                other.append(self.pair_vectors(theirs[k], it, rows))
                masks.append(rows["mask"])
        if not mine:
            return h.sum() * 0
        features = torch.from_numpy(np.concatenate([p[3] for p in mine]))
        mask = torch.from_numpy(np.concatenate(masks))
        with torch.no_grad():
            gold = self.teacher.pairs(*(torch.cat([p[n] for p in other]) for n in range(3)), features).sigmoid()
        logits = model.pairs(*(torch.cat([p[n] for p in mine]) for n in range(3)), features)
        bce = F.binary_cross_entropy_with_logits(logits, gold, reduction="none")
        return 2.0 * (bce * mask).sum() / mask.sum().clamp(min=1)

    def _related(self, model: Reader, h: torch.Tensor, theirs: torch.Tensor, batch: list[Item]) -> torch.Tensor:
        rows = [(k, i) for k, i in enumerate(batch) if i.relation]
        pairs = [i.related for _, i in rows]

        def logits(reader: Reader, vectors: torch.Tensor) -> torch.Tensor:
            return relation_logits(reader, [vectors[k, : len(i.window.firsts)] for k, i in rows], pairs)

        with torch.no_grad():
            gold = logits(self.teacher, theirs)
        return nearness(logits(model, h), gold, torch.ones(len(rows)), 1.0)


def ended(tags: np.ndarray, start: int, inside: int) -> int:
    """Where the span that begins at `start` ends, by the tag of its further words."""
    end = start + 1
    while end < len(tags) and tags[end] == inside:
        end += 1
    return end


def nearness(mine: torch.Tensor, theirs: torch.Tensor, known: torch.Tensor, none: float) -> torch.Tensor:
    """Cross entropy of the learner against the teacher over the last dimension, mean over what is `known`.

    As the labels do, the first class ("outside", "no event") weighs `none`.
    """
    p = theirs.softmax(-1)
    weight = known * (none * p[..., 0] + 1 - p[..., 0])
    loss = -(p * mine.log_softmax(-1)).sum(-1)
    return (loss * weight).sum() / weight.sum().clamp(min=1)
