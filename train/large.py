"""A larger encoder as a teacher: the first layers of MPNet-base, which reads the same word pieces."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from train.network import SHAPES, Encoder

BUCKETS, FAR = 32, 128
"""Of the learned bias of attention by distance (as in T5): how many, and from what distance on it is one."""
SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>", "[UNK]": "[UNK]"}
"""Pieces that go by another name in the vocabulary of MPNet; the rest is BERT's."""


class LargeEncoder(Encoder):
    """MPNet (Song et al. 2020), width 768: word pieces of BERT and word shapes in, one vector a piece out.

    The first `frozen` layers do not learn: that saves their backward pass, two thirds of their time.
    """

    def __init__(self, config: dict[str, Any], dropout: float = 0.1, frozen: int = 0) -> None:
        super().__init__(config, dropout)
        self.nearness = nn.Embedding(BUCKETS, config["num_attention_heads"])
        self.register_buffer("numbers", torch.zeros(config["pieces"], dtype=torch.long))
        self.frozen = frozen

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        at = torch.arange(ids.shape[1])
        with torch.set_grad_enabled(torch.is_grad_enabled() and not self.frozen):
            x = self.words(self.numbers[ids]) + self.places(at)[None] + self.shapes(shapes)
            x = self.dropout(self.norm(x))
            bias = ((1.0 - mask.to(x.dtype)) * -1e4)[:, None, None, :]
            bias = bias + self.nearness(bucket(at[None, :] - at[:, None])).permute(2, 0, 1)[None]
            for block in self.blocks[: self.frozen]:
                x = block(x, bias)
        for block in self.blocks[self.frozen :]:
            x = block(x, bias)
        return x

    @classmethod
    def loaded(cls, folder: Path, pieces: list[str], layers: int, frozen: int) -> LargeEncoder:
        """The first `layers` with the weights of an MPNet checkpoint (safetensors), for the given pieces of BERT."""
        from safetensors.torch import load_file

        config = json.loads((folder / "config.json").read_text())
        config |= {"pieces": len(pieces), "num_hidden_layers": layers}
        theirs = {w: k for k, w in enumerate((folder / "vocab.txt").read_text(encoding="utf-8").split("\n"))}
        new = cls(config, frozen=frozen)
        old = load_file(folder / "model.safetensors")
        places = old["embeddings.position_embeddings.weight"][2:]
        state = {
            "numbers": torch.tensor([theirs[SPECIAL.get(w, w)] for w in pieces]),
            "words.weight": old["embeddings.word_embeddings.weight"],
            "places.weight": torch.cat([places, places[-2:]]),
            "shapes.weight": torch.zeros(SHAPES, new.width),
            "norm.weight": old["embeddings.LayerNorm.weight"],
            "norm.bias": old["embeddings.LayerNorm.bias"],
            "nearness.weight": old["encoder.relative_attention_bias.weight"],
        }
        for i in range(layers):
            a = f"encoder.layer.{i}."
            for end in ("weight", "bias"):
                state[f"blocks.{i}.qkv.{end}"] = torch.cat([old[f"{a}attention.attn.{n}.{end}"] for n in "qkv"])
                for mine, their in (
                    ("out", "attention.attn.o"),
                    ("norm1", "attention.LayerNorm"),
                    ("up", "intermediate.dense"),
                    ("down", "output.dense"),
                    ("norm2", "output.LayerNorm"),
                ):
                    state[f"blocks.{i}.{mine}.{end}"] = old[f"{a}{their}.{end}"]
        new.load_state_dict(state)
        return new


def bucket(distance: Tensor) -> Tensor:
    """The bucket of each distance (place of the key less that of the query): exact up to 7, then by logarithm."""
    half = BUCKETS // 2
    near = half // 2
    n = distance.abs()
    far = torch.log(n.clamp(min=1).float() / near) / math.log(FAR / near) * (half - near)
    return (distance > 0).long() * half + torch.where(n < near, n, (near + far.long()).clamp(max=half - 1))
