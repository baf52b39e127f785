"""The heads that read pairs of spans, in numpy: they see few vectors, so they need no model runtime."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.labels import DISTANCE_EDGES

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_EDGES = np.array(DISTANCE_EDGES)


def gelu(x: Floats) -> Floats:
    """The Gaussian error linear unit, exact to 1e-4 (Abramowitz and Stegun 7.1.26 for the error function).

    Step by step in place: with an array for each step most of the time goes to making room.
    """
    z = np.abs(x)
    z *= np.float32(0.70710678)
    t = np.float32(0.3275911) * z
    t += 1.0
    np.divide(1.0, t, out=t)
    poly = np.float32(1.061405429) * t
    for coefficient in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        poly += np.float32(coefficient)
        poly *= t
    np.multiply(z, z, out=z)
    np.negative(z, out=z)
    erf = np.subtract(1.0, np.multiply(poly, np.exp(z, out=z), out=poly), out=poly)
    np.copysign(erf, x, out=erf)
    erf += 1.0
    out: Floats = np.multiply(np.float32(0.5) * x, erf, out=erf)
    return out


def sigmoid(x: Floats) -> Floats:
    """The logistic function."""
    out: Floats = (1.0 / (1.0 + np.exp(-np.clip(x, -30, 30)))).astype(np.float32)
    return out


def softmax(x: Floats, axis: int = -1) -> Floats:
    """Probabilities along an axis, the last one unless another is given."""
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    out: Floats = e / e.sum(axis=axis, keepdims=True)
    return out


def distances(act: Ints, mention: Ints) -> Ints:
    """Bucket of the signed distance in words from acts to mentions; both are (n, 2) half-open ranges of words."""
    after = mention[:, 0] - act[:, 1] + 1
    before = mention[:, 1] - act[:, 0] - 1
    signed = np.where(mention[:, 0] >= act[:, 1], after, np.where(mention[:, 1] <= act[:, 0], before, 0))
    return np.digitize(signed, _EDGES)


class PairHead:
    """Scores of the roles of mentions in acts; the weights are those of `train.network.Pairs`."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._w = {k.removeprefix("pairs."): v for k, v in weights.items() if k.startswith("pairs.")}
        self._rank = self._w["left.weight"].shape[0] // self._w["roles.bias"].shape[0]

    def __call__(self, act: Floats, mention: Floats, index: Ints, between: Floats, features: Ints) -> Floats:
        """(pairs, roles) logits.

        `act` (acts, width) and `mention` (mentions, width) are projected once; `index` (pairs, 2) says which meet;
        `between` (pairs, width); `features` (pairs, 4): distance, sentences, layer, kind.
        """
        w = self._w
        a = act @ w["act.weight"].T + w["act.bias"]
        m = mention @ w["mention.weight"].T
        z = a[index[:, 0]] + m[index[:, 1]] + between @ w["between.weight"].T
        z += w["distance.weight"][features[:, 0]] + w["sentences.weight"][features[:, 1]]
        z += w["layer.weight"][features[:, 2]] + w["kind.weight"][features[:, 3]]
        z = gelu(z)
        z = z + gelu(z @ w["hidden.weight"].T + w["hidden.bias"])
        left = (act @ w["left.weight"].T).reshape(len(act), -1, self._rank)[index[:, 0]]
        right = (mention @ w["right.weight"].T).reshape(len(mention), -1, self._rank)[index[:, 1]]
        out: Floats = z @ w["roles.weight"].T + w["roles.bias"] + (left * right).sum(-1) / self._rank**0.5
        return out


class RelationHead:
    """Scores of the types of what a source does to a target; the weights are those of `train.network.Relation`."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._w = {k.removeprefix("relation."): v for k, v in weights.items() if k.startswith("relation.")}

    def __call__(self, words: Floats, source: tuple[int, int] | None, target: tuple[int, int] | None) -> Floats:
        """(types,) logits from the vectors of the words of one sentence (words, width)."""
        w = self._w
        pooled = [words[r[0] : r[1]].mean(0) if r else w["nothing"][k] for k, r in enumerate((source, target))]
        lo, hi = between(source, target, len(words))
        z = np.concatenate([*pooled, words.mean(0), words[lo:hi].mean(0)]).astype(np.float32)
        out: Floats = gelu(z @ w["inner.weight"].T + w["inner.bias"]) @ w["outer.weight"].T + w["outer.bias"]
        return out


def between(source: tuple[int, int] | None, target: tuple[int, int] | None, size: int) -> tuple[int, int]:
    """The words between two ranges; the whole where one is missing or they touch."""
    if source is None or target is None:
        return 0, size
    first, second = sorted((source, target))
    return (first[1], second[0]) if first[1] < second[0] else (0, size)
