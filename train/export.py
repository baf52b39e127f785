"""A checkpoint to the files that Dateline ships: `python -m train.export --run train/runs/NAME`.

The encoder's matrix products become int8 (weights by output channel, activations as they come), the word table int8
with one scale a row; the heads stay in 32 bits. Files: model.onnx, pairs.npz, vocab.txt, model.json.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from dateline.annotate.labels import ATTRIBUTION
from train.batches import Labels
from train.fit import label_space, new_reader, packaged_encoder
from train.network import Encoder, Reader

UNTUNED: dict[str, Any] = {
    "trigger": 0.5,
    "mention": {},
    "role": {},
    "mode": 0.4,
    "confidence": {"bias": 0.0, "weights": {"trigger": 1.0, "type": 1.0}},
    "floors": {},
    "least": -20.0,
}
"""Thresholds before `train.tune` and `train.weigh` have chosen any; no act is faint."""


class Attended(torch.autograd.Function):
    """Attention of all heads as one operator of the runtime, which cuts, weighs and joins them in its own blocks."""

    @staticmethod
    def forward(ctx: Any, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        def cut(x: Tensor) -> Tensor:
            return x.view(*x.shape[:2], heads, -1).transpose(1, 2)

        return F.scaled_dot_product_attention(cut(query), cut(key), cut(value)).transpose(1, 2).reshape(query.shape)

    @staticmethod
    def symbolic(g: Any, query: Any, key: Any, value: Any, heads: int) -> Any:
        out = g.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        out.setType(query.type())
        return out


class Normed(torch.autograd.Function):
    """Layer normalisation without its weights. The operator that is named for it takes four times as long: its sums
    are not vectorised (404 against 92 microseconds for 200 vectors of 384, onnxruntime 1.32, one core)."""

    @staticmethod
    def forward(ctx: Any, x: Tensor) -> Tensor:
        return F.layer_norm(x, x.shape[-1:], eps=1e-9)

    @staticmethod
    def symbolic(g: Any, x: Any) -> Any:
        out = g.op("MeanVarianceNormalization", x, axes_i=[2])
        out.setType(x.type())
        return out


def normed(layer: nn.LayerNorm, x: Tensor) -> Tensor:
    """The layer applied to (1, pieces, width)."""
    return Normed.apply(x) * layer.weight + layer.bias


class Exported(nn.Module):
    """The part of the reader that runs in the model runtime: words' vectors and all word heads side by side.

    It reads one window: several at once are no faster on one core, would need padding and a mask, and would share the
    range of their int8 values, so that what is read in a window hung on its neighbours. Of the auxiliary heads, those
    of attribution in the wide sense are kept: `dateline tag said` reads them.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.encoder = reader.encoder
        heads = dict(reader.heads.items()) | {name: reader.auxiliary[name] for name in ATTRIBUTION.values()}
        self.sizes = [[name, head.out_features] for name, head in heads.items()]
        self.all = nn.Linear(reader.encoder.width, sum(size for _, size in self.sizes))
        with torch.no_grad():
            self.all.weight.copy_(torch.cat([head.weight for head in heads.values()]))
            self.all.bias.copy_(torch.cat([head.bias for head in heads.values()]))

    def forward(self, ids: Tensor, shapes: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        """`ids` and `shapes` are (pieces,), `firsts` (words,); (words, labels) and (words, width) come back."""
        e = self.encoder
        x = e.words(ids) + e.places(torch.arange(ids.shape[0])) + e.shapes(shapes)
        x = normed(e.norm, x[None])
        for block in e.blocks:
            x = normed(block.norm1, x + block.out(Attended.apply(*block.qkv(x).chunk(3, -1), block.heads)))
            x = normed(block.norm2, x + block.down(F.gelu(block.up(x))))
        hidden = x[0][firsts]
        return self.all(hidden), hidden


def load(run: Path, stage: str, encoder: Path) -> tuple[Reader, Labels]:
    """The reader of a run with its label spaces."""
    labels = label_space(Path(__file__).parent.parent)
    labels.__dict__.update(json.loads((run / "labels.json").read_text()))
    labels.modes = [(type_, mode) for type_, mode in labels.modes]
    reader = new_reader(labels, Encoder.pretrained(encoder))
    reader.load_state_dict(torch.load(run / f"{stage}.pt"))
    return reader.eval(), labels


def to_onnx(model: Exported, path: Path) -> None:
    """Write the graph with free piece and word counts."""
    ids = torch.ones(9, dtype=torch.long)
    pieces, words = {0: "pieces"}, {0: "words"}
    torch.onnx.export(
        model,
        (ids, torch.zeros_like(ids), torch.tensor([1, 2, 3])),
        str(path),
        input_names=["ids", "shapes", "firsts"],
        output_names=["logits", "hidden"],
        dynamic_axes={"ids": pieces, "shapes": pieces, "firsts": words, "logits": words, "hidden": words},
        opset_version=17,
        custom_opsets={"com.microsoft": 1},
        dynamo=False,
    )


def shrink_table(path: Path) -> None:
    """Store the word table as int8 with one scale a row (the largest part of the file, read by row)."""
    model = onnx.load(path)
    graph = model.graph
    table = max((t for t in graph.initializer), key=lambda t: int(np.prod(t.dims)))
    values = numpy_helper.to_array(table)
    scale = np.maximum(np.abs(values).max(1, keepdims=True) / 127.0, 1e-9).astype(np.float32)
    small = np.round(values / scale).astype(np.int8)
    node = next(n for n in graph.node if n.op_type == "Gather" and n.input[0] == table.name)
    at = list(graph.node).index(node)
    new = [
        helper.make_node("Gather", ["word_table", node.input[1]], ["word_rows"]),
        helper.make_node("Cast", ["word_rows"], ["word_floats"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["word_scales", node.input[1]], ["word_row_scales"]),
        helper.make_node("Mul", ["word_floats", "word_row_scales"], [node.output[0]]),
    ]
    graph.node.remove(node)
    for k, n in enumerate(new):
        graph.node.insert(at + k, n)
    graph.initializer.remove(table)
    graph.initializer.extend(
        [numpy_helper.from_array(small, "word_table"), numpy_helper.from_array(scale, "word_scales")]
    )
    onnx.save(model, path)


def quantised(source: Path, target: Path, heads: int) -> None:
    """Int8 for the matrix products of the encoder; those of the heads are left as they are."""
    model = onnx.load(source)
    sizes = {t.name: tuple(t.dims) for t in model.graph.initializer}
    keep = [
        n.name
        for n in model.graph.node
        if n.op_type in ("MatMul", "Gemm") and any(heads in sizes.get(i, ()) for i in n.input)
    ]
    quantize_dynamic(
        str(source),
        str(target),
        per_channel=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul"],
        nodes_to_exclude=keep,
        extra_options={"MatMulConstBOnly": True},
    )


def card(labels: Labels, heads: list[list[Any]], digest: str, chosen: dict[str, Any]) -> dict[str, Any]:
    """What `model.json` says of a model: the digest of its file, labels, (name, size) of its heads, thresholds."""
    apart = ("confidence", "least", "floors")
    return {
        "digest": digest,
        "codebook": "plover@2.0",
        "types": labels.types,
        "modes": labels.modes,
        "sectors": labels.sectors,
        "window": 224,
        "heads": heads,
        "confidence": chosen["confidence"],
        "least": chosen["least"],
        "floors": {t: chosen["floors"].get(t, 0.0) for t in labels.types},
        "thresholds": {name: value for name, value in chosen.items() if name not in apart},
    }


def main() -> None:
    """Write the shipped files."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--run", type=Path, required=True)
    p.add_argument("--stage", default="second")
    p.add_argument("--to", type=Path, default=Path("dateline/annotate/data"))
    p.add_argument("--encoder", type=Path)
    p.add_argument("--thresholds", type=Path, help="JSON of train.tune and train.weigh")
    p.add_argument("--float", action="store_true", help="no int8, for comparison")
    args = p.parse_args()
    encoder = args.encoder or packaged_encoder()
    reader, labels = load(args.run, args.stage, encoder)
    exported = Exported(reader).eval()
    args.to.mkdir(parents=True, exist_ok=True)
    out = args.to / "model.onnx"
    with tempfile.TemporaryDirectory() as tmp:
        full = Path(tmp) / "full.onnx"
        to_onnx(exported, full)
        if args.float:
            shutil.copy(full, out)
        else:
            quantised(full, out, exported.all.out_features)
            shrink_table(out)
    pairs = {k: v.numpy() for k, v in reader.state_dict().items() if k.startswith(("pairs.", "relation."))}
    np.savez_compressed(args.to / "pairs.npz", **{k: v.astype(np.float16) for k, v in pairs.items()})
    shutil.copy(encoder / "vocab.txt", args.to / "vocab.txt")
    chosen = UNTUNED | (json.loads(args.thresholds.read_text()) if args.thresholds else {})
    told = card(labels, exported.sizes, hashlib.sha256(out.read_bytes()).hexdigest(), chosen)
    (args.to / "model.json").write_text(json.dumps(told, indent=1) + "\n")
    print(out, out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
