"""Fit the relation head anew on what the shipped encoder reads: `python -m train.relation`.

The encoder stays as it is, and so does what it reads of events. The head learns PLV and the relations that were read as
PLV has them (`annotations/relations/`) from the vectors of the int8 graph itself, which differ from those of training.
A part of the read relations is held out first, to show what this brings; then all are learned and `relation.*` in
pairs.npz is replaced.
"""

from __future__ import annotations

import argparse
import copy
import random
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from dateline.annotate.session import Session, read_card
from dateline.annotate.tokens import WordPieces
from eval.corpora import Corpora
from train import offsets, pairs
from train.batches import Item, items
from train.cross import macro
from train.example import Example
from train.fit import label_space
from train.losses import WEIGHT_READ, YIELDS, pooled, root_names, roots
from train.network import Relation

ROOT = Path(__file__).parent.parent
EPOCHS, RATE, ROWS = 10, 1e-3, 64
"""Of the fit; of four settings the best on held-out read relations."""
HELD_OUT = 1200


def vectors(session: Session, row: Item) -> torch.Tensor:
    """(4, width): source, target, all words, words between; nan for a party that is not named."""
    words = torch.from_numpy(session.outputs(row.window)[1])
    source, target, _ = row.related
    return pooled(words, source, target, torch.full((2, words.shape[1]), float("nan")))


def scores(head: Relation, rows: torch.Tensor) -> torch.Tensor:
    """(rows, types)"""
    nobody = rows[:, :2].isnan()
    parties = torch.where(nobody, head.nothing[None], rows[:, :2].nan_to_num())
    return head(parties[:, 0], parties[:, 1], rows[:, 2], rows[:, 3])


class Rows:
    """All rows with their vectors and labels."""

    def __init__(self, examples: list[Example], folder: Path, types: list[str]) -> None:
        pieces = WordPieces.load(folder / "vocab.txt")
        session = Session(folder, read_card(folder))
        labels = label_space(ROOT)
        read = [items(ex, pieces, labels, 224)[0] for ex in examples]
        self.types, self.names = types, root_names(types)
        self.x = torch.stack([vectors(session, row) for row in read])
        told = [ex.related[2] for ex in examples]
        self.root = torch.tensor([self.names.index("YIELD" if t in YIELDS else t) for t in told])
        self.type = torch.tensor([types.index(t) if t in YIELDS else -1 for t in told])
        self.weight = torch.tensor([WEIGHT_READ if ex.corpus == "read" else 1.0 for ex in examples])

    def loss(self, head: Relation, at: torch.Tensor) -> torch.Tensor:
        """By the 15 roots, and for CONCEDE and RETREAT, where they are told apart, by the 16 types."""
        logits = scores(head, self.x[at])
        each = F.cross_entropy(roots(logits, self.types), self.root[at], label_smoothing=0.05, reduction="none")
        apart = self.type[at] >= 0
        loss = (each * self.weight[at]).mean()
        return loss + 0.3 * F.cross_entropy(logits[apart], self.type[at][apart]) if apart.any() else loss

    def macro(self, head: Relation, at: list[int]) -> float:
        """Macro F1 of the roots, in percent."""
        with torch.no_grad():
            found = roots(scores(head.eval(), self.x[at]), self.types).argmax(1)
        return macro([self.names[k] for k in self.root[at]], [self.names[k] for k in found])

    def fitted(self, start: Relation, at: list[int]) -> Relation:
        """The head after learning the rows `at`."""
        head = copy.deepcopy(start)
        optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.01)
        total = EPOCHS * len(at) // ROWS
        schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: max(0.02, 1 - s / total))
        for epoch in range(EPOCHS):
            order = torch.tensor(random.Random(epoch).sample(at, len(at)))
            head.train()
            for part in order.split(ROWS):
                optimizer.zero_grad()
                self.loss(head, part).backward()
                optimizer.step()
                schedule.step()
        return head.eval()


def main() -> None:
    """Show what it brings on held-out rows, learn all, write."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--corpora", type=Path, default=Corpora.folder)
    p.add_argument("--model", type=Path, default=ROOT / "dateline" / "annotate" / "data")
    args = p.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)  # sums in one order: the same bytes again
    articles = offsets.annotated(args.corpora, offsets.shipped())
    read = pairs.relations_read(offsets.READ_PAIRS, articles)
    types = list(read_card(args.model).space.types)
    with np.load(args.model / "pairs.npz") as data:
        weights = {k: data[k] for k in data.files}
    head = Relation(weights["relation.nothing"].shape[1], len(types))
    mine = {k: torch.from_numpy(v.astype(np.float32)) for k, v in weights.items() if k.startswith("relation.")}
    head.load_state_dict({k.removeprefix("relation."): v for k, v in mine.items()})
    rows = Rows(read + pairs.relations(args.corpora), args.model, types)
    order = random.Random(3).sample(range(len(read)), len(read))
    held, rest = order[:HELD_OUT], [*order[HELD_OUT:], *range(len(read), len(rows.x))]
    fitted = rows.fitted(head, rest)
    print(f"held-out read relations: {rows.macro(head.eval(), held):.1f} before, {rows.macro(fitted, held):.1f} after")
    final = rows.fitted(head, [*held, *rest])
    for k, v in final.state_dict().items():
        weights[f"relation.{k}"] = v.numpy().astype(np.float16)
    np.savez_compressed(args.model / "pairs.npz", **weights)


if __name__ == "__main__":
    main()
