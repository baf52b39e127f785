"""The network: one small encoder, heads on words, and heads on pairs of spans."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from dateline.annotate.labels import DISTANCE_EDGES, LAYERS, ROLES

SHAPES = 6


class Dropout(nn.Module):
    """Dropout whose masks are pieces of one drawn pool: drawing each anew took a tenth of a training step on a CPU."""

    POOL = 1 << 23

    def __init__(self, p: float) -> None:
        super().__init__()
        keep = torch.rand(self.POOL) >= p
        self.register_buffer("pool", (keep / (1 - p)).to(torch.bfloat16), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        at = int(torch.randint(self.POOL - x.numel(), ()))
        return x * self.pool[at : at + x.numel()].view(x.shape)


class Block(nn.Module):
    """One transformer layer of BERT (post-norm), with the names of its usual checkpoint."""

    def __init__(self, width: int, heads: int, inner: int, dropout: Dropout) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        # Spelt out: the fused kernel takes twice as long here, forward and backward (26 against 14 ms).
        weights = torch.softmax(q @ k.transpose(-1, -2) * (w // self.heads) ** -0.5 + mask, -1)
        a = (weights.to(v.dtype) @ v).transpose(1, 2).reshape(b, n, w)
        x = self.norm1(x + self.dropout(self.out(a)))
        h = self.down(F.gelu(self.up(x)))
        return self.norm2(x + self.dropout(h))


class Encoder(nn.Module):
    """MiniLM: word pieces and word shapes in, one vector a piece out."""

    def __init__(self, config: dict[str, Any], dropout: float = 0.1) -> None:
        super().__init__()
        width = config["hidden_size"]
        self.width = width
        self.words = nn.Embedding(config["vocab_size"], width)
        self.places = nn.Embedding(config["max_position_embeddings"], width)
        self.shapes = nn.Embedding(SHAPES, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.blocks = nn.ModuleList(
            Block(width, config["num_attention_heads"], config["intermediate_size"], self.dropout)
            for _ in range(config["num_hidden_layers"])
        )

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.places(at)[None] + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        bias = ((1.0 - mask.to(x.dtype)) * -1e4)[:, None, None, :]
        for block in self.blocks:
            x = block(x, bias)
        return x

    @classmethod
    def pretrained(cls, folder: Path) -> Encoder:
        """The encoder with the weights of a BERT-like checkpoint (safetensors)."""
        from safetensors.torch import load_file

        config = json.loads((folder / "config.json").read_text())
        new = cls(config)
        old = load_file(folder / "model.safetensors")
        old = {k.removeprefix("bert."): v for k, v in old.items()}
        state = {
            "words.weight": old["embeddings.word_embeddings.weight"],
            "places.weight": old["embeddings.position_embeddings.weight"],
            "shapes.weight": old["embeddings.token_type_embeddings.weight"][:1].repeat(SHAPES, 1),
            "norm.weight": old["embeddings.LayerNorm.weight"],
            "norm.bias": old["embeddings.LayerNorm.bias"],
        }
        for i in range(config["num_hidden_layers"]):
            a = f"encoder.layer.{i}."
            for end in ("weight", "bias"):
                state[f"blocks.{i}.qkv.{end}"] = torch.cat(
                    [old[f"{a}attention.self.{n}.{end}"] for n in ("query", "key", "value")]
                )
                for mine, theirs in (
                    ("out", "attention.output.dense"),
                    ("norm1", "attention.output.LayerNorm"),
                    ("up", "intermediate.dense"),
                    ("down", "output.dense"),
                    ("norm2", "output.LayerNorm"),
                ):
                    state[f"blocks.{i}.{mine}.{end}"] = old[f"{a}{theirs}.{end}"]
        new.load_state_dict(state)
        return new


class Pairs(nn.Module):
    """What a mention is to an act: a score for each role.

    Sees the vectors of the act's and the mention's words, the mean of the words between, the distance, whether a
    sentence ends between, the layer of the mention and the kind of the act.
    """

    def __init__(self, width: int, kinds: int, size: int = 192, rank: int = 24) -> None:
        super().__init__()
        self.act = nn.Linear(width, size)
        self.mention = nn.Linear(width, size, bias=False)
        self.between = nn.Linear(width, size, bias=False)
        self.distance = nn.Embedding(len(DISTANCE_EDGES) + 1, size)
        self.sentences = nn.Embedding(5, size)
        self.layer = nn.Embedding(len(LAYERS) + 1, size)
        self.kind = nn.Embedding(kinds, size)
        self.hidden = nn.Linear(size, size)
        self.roles = nn.Linear(size, len(ROLES))
        self.left = nn.Linear(width, rank * len(ROLES), bias=False)
        self.right = nn.Linear(width, rank * len(ROLES), bias=False)
        self.rank = rank

    def forward(self, act: Tensor, mention: Tensor, between: Tensor, features: Tensor) -> Tensor:
        """`act`, `mention`, `between`: (pairs, width); `features`: (pairs, 4) distance, sentences, layer, kind."""
        z = self.act(act) + self.mention(mention) + self.between(between)
        z = z + self.distance(features[:, 0]) + self.sentences(features[:, 1])
        z = z + self.layer(features[:, 2]) + self.kind(features[:, 3])
        z = F.gelu(z)
        z = z + F.gelu(self.hidden(z))
        n = len(act)
        left = self.left(act).view(n, -1, self.rank)
        right = self.right(mention).view(n, -1, self.rank)
        return self.roles(z) + (left * right).sum(-1) / self.rank**0.5


class Relation(nn.Module):
    """What the source does to the target: one score a type, from pooled spans and their surroundings."""

    def __init__(self, width: int, types: int, size: int = 256) -> None:
        super().__init__()
        self.nothing = nn.Parameter(torch.zeros(2, width))
        self.inner = nn.Linear(4 * width, size)
        self.outer = nn.Linear(size, types)

    def forward(self, source: Tensor, target: Tensor, whole: Tensor, between: Tensor) -> Tensor:
        z = torch.cat([source, target, whole, between], -1)
        return self.outer(F.dropout(F.gelu(self.inner(z)), 0.1, self.training))


class Reader(nn.Module):
    """Encoder and heads. `sizes` names each word head and its width."""

    def __init__(
        self, encoder: Encoder, sizes: dict[str, int], auxiliary: dict[str, int], kinds: int, types: int
    ) -> None:
        super().__init__()
        self.encoder = encoder
        w = encoder.width
        self.heads = nn.ModuleDict({k: nn.Linear(w, n) for k, n in sizes.items()})
        self.auxiliary = nn.ModuleDict({k: nn.Linear(w, n) for k, n in auxiliary.items()})
        self.pairs = Pairs(w, kinds)
        self.relation = Relation(w, types)
        self.arc_head = nn.Linear(w, 128)
        self.arc_child = nn.Linear(w, 128)
        self.arc = nn.Parameter(torch.eye(128) / 11)

    def words(self, ids: Tensor, shapes: Tensor, mask: Tensor, firsts: Tensor) -> Tensor:
        """(batch, words, width): the vector of each word's first piece."""
        x = self.encoder(ids, shapes, mask)
        return x.gather(1, firsts[:, :, None].expand(-1, -1, x.shape[-1]))
