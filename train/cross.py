"""Cross-validation of relation typing on PLV: `python -m train.cross`; writes train/cross.json.

A shortened recipe, so that five folds fit into half an hour: the encoder is tuned once on a part of the annotated
articles and on the relations that were read as PLV has them (no PLV row is seen), then each fold starts from there,
learns four fifths of PLV together with some of both, and types the last fifth with the same head as `dateline relate`.
Rows that share a sentence stay in one fold. With `--seeds N` each fold is learned N times in other orders, and the mean
of the weights types ("model soups", see `train.average`). A checkpoint that is there already is taken as it is.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from dateline.annotate.tokens import WordPieces
from eval.corpora import Corpora, rows
from train import annotated, offsets, pairs
from train.batches import Item, Labels, items, tensors
from train.example import Example
from train.fit import Run, label_space, new_reader, packaged_encoder
from train.losses import Losses, relation_logits, root_names, roots
from train.network import Encoder, Reader

ROOT = Path(__file__).parent.parent
FOLDS = 5


def fold_of(text: str) -> int:
    """The fold of a sentence: the same sentence is always in the same one."""
    return random.Random(text).randrange(FOLDS)


def predict(model: Reader, rows: list[Item], types: list[str]) -> list[str]:
    """The root of each row."""
    model.eval()
    names, out = root_names(types), []
    with torch.no_grad():
        for it in rows:
            hidden = model.words(*tensors([it]))[0, : len(it.window.firsts)]
            scores = roots(relation_logits(model, [hidden], [it.related]), types)
            out.append(names[int(scores.argmax())])
    return out


def macro(gold: list[str], found: list[str]) -> float:
    """Macro-averaged F1 in percent over the classes of the gold."""
    total = 0.0
    for c in sorted(set(gold)):
        tp = sum(g == f == c for g, f in zip(gold, found, strict=True))
        total += 2 * tp / max(1, gold.count(c) + found.count(c))
    return 100 * total / len(set(gold))


def mean(states: list[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """The mean of the weights of some runs."""
    return {
        k: torch.stack([s[k] for s in states]).mean(0) if v.is_floating_point() else v for k, v in states[0].items()
    }


def options() -> argparse.Namespace:
    """What was asked for on the command line."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--corpora", type=Path, default=Corpora.folder)
    p.add_argument("--out", type=Path, default=Path("train/runs/cross"))
    p.add_argument("--windows", type=int, default=1400, help="annotated windows of the common start")
    p.add_argument("--told", type=int, default=8000, help="pairs of parties of annotated events beside them")
    p.add_argument("--epochs", type=int, default=5, help="epochs of each fold")
    p.add_argument("--start", type=Path, help="common start of an earlier run")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--seeds", type=int, default=1, help="orders in which each fold is learned")
    return p.parse_args()


@dataclass(frozen=True)
class Learned:
    """What is learned from beside PLV: annotated windows, pairs of their parties, pairs read as PLV has them."""

    pool: list[Item]
    told: list[Item]
    read: list[Item]


def main() -> None:
    """Train, type, and write the figures."""
    args = options()
    torch.manual_seed(args.seed)
    torch.set_num_threads(2)
    pieces = WordPieces.load(packaged_encoder() / "vocab.txt")
    labels: Labels = label_space(ROOT)
    learned = _learned(args, pieces, labels)
    plv = pairs.relations(args.corpora)
    rows = [items(ex, pieces, labels, 224)[0] for ex in plv]
    model = new_reader(labels, Encoder.pretrained(packaged_encoder()))
    common = _common_start(args, model, labels, learned)
    gold, found, by_fold = [], [], []
    for fold in range(FOLDS):
        train = [r for r, ex in zip(rows, plv, strict=True) if fold_of(ex.text) != fold]
        model.load_state_dict(mean(list(_fold_states(args, model, labels, common, fold, train, learned))))
        test = [(r, ex) for r, ex in zip(rows, plv, strict=True) if fold_of(ex.text) == fold]
        mine = predict(model, [r for r, _ in test], labels.types)
        want = [ex.related[2] for _, ex in test]
        by_fold.append({"n": len(test), "root": round(macro(want, mine), 1)})
        gold += want
        found += mine
        print(fold, by_fold[-1], flush=True)
    figures = _figures(gold, found, quads_of_roots(args.corpora, plv), by_fold)
    (ROOT / "train" / "cross.json").write_text(json.dumps(figures) + "\n")
    print(json.dumps({k: v for k, v in figures.items() if k != "pairs"}))


def _learned(args: argparse.Namespace, pieces: WordPieces, labels: Labels) -> Learned:
    rng = random.Random(args.seed)
    articles = annotated.annotated(args.corpora, held_out=False)
    for path in offsets.shipped():
        articles += [annotated.annotated_example(d, "own") for d in offsets.unpack(path, args.corpora)]
    said = pairs.told(articles)
    told = [items(ex, pieces, labels, 224)[0] for ex in rng.sample(said, min(args.told, len(said)))]
    read = [items(ex, pieces, labels, 224)[0] for ex in pairs.relations_read(offsets.READ_PAIRS, articles)]
    print(len(said), "pairs of parties,", len(read), "read as PLV has them", flush=True)
    pool = [i for ex in articles for i in items(ex, pieces, labels, 224)]
    return Learned(rng.sample(pool, min(args.windows, len(pool))), told, read)


def quads_of_roots(folder: Path, plv: list[Example]) -> dict[str, str]:
    """The quad class of each root, as most rows have it: eight contradict themselves."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for ex, row in zip(plv, rows(folder / "relations" / "plv_train.jsonl"), strict=True):
        votes[ex.related[2]][row["gold"]["quad_name"]] += 1
    return {root: most.most_common(1)[0][0] for root, most in votes.items()}


def _common_start(args: argparse.Namespace, model: Reader, labels: Labels, learned: Learned) -> dict[str, torch.Tensor]:
    """The weights that each fold starts from: learned without any row of PLV."""
    start = Run(args.out, model, Losses(labels), args.seed)
    if (args.out / "read.pt").exists():
        model.load_state_dict(torch.load(args.out / "read.pt"))
    else:
        if args.start:
            model.load_state_dict(torch.load(args.start))
        else:
            pools = [(lambda _: learned.pool, 1.0), (lambda _: learned.told, 1.0)]
            start.stage("common", pools, 2, 1.5e-4, 2048, average=False, steady=False)
        pools = [(lambda _: learned.read, 1.0), (lambda _: learned.pool, 0.1)]
        start.stage("read", pools, 2, 1.2e-4, 1400, average=False, steady=False)
    return copy.deepcopy(model.state_dict())


def _fold_states(
    args: argparse.Namespace,
    model: Reader,
    labels: Labels,
    common: dict[str, torch.Tensor],
    fold: int,
    train: list[Item],
    learned: Learned,
) -> Iterator[dict[str, torch.Tensor]]:
    """The weights of a fold, once for each order in which it is learned."""
    pools = [(lambda _: train, 1.0), (lambda _: learned.pool, 0.02), (lambda _: learned.read, 0.1)]
    for n in range(args.seeds):
        name = f"fold{fold}" if n == 0 else f"fold{fold}-{n}"
        if not (args.out / f"{name}.pt").exists():
            model.load_state_dict(common)
            run = Run(args.out, model, Losses(labels), args.seed + fold + FOLDS * n)
            torch.manual_seed(args.seed + fold + FOLDS * n)
            run.stage(name, pools, args.epochs, 1.5e-4, 900, average=True, steady=False)
        yield torch.load(args.out / f"{name}.pt")


def _figures(
    gold: list[str], found: list[str], quad_of: dict[str, str], by_fold: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "n": len(gold),
        "root macro F1": round(macro(gold, found), 1),
        "root accuracy": round(100 * sum(g == f for g, f in zip(gold, found, strict=True)) / len(gold), 1),
        "quad macro F1": round(macro([quad_of[g] for g in gold], [quad_of[f] for f in found]), 1),
        "folds": by_fold,
        "quad of root": quad_of,
        "pairs": [list(pair) for pair in zip(gold, found, strict=True)],
    }


if __name__ == "__main__":
    main()
