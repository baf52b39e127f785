"""The model on disk and in memory: the only module that knows the model runtime."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort

from dateline.annotate.decode import Heads, LabelSpace, Thresholds
from dateline.annotate.heads import Floats
from dateline.annotate.tokens import Window
from dateline.errors import DataError

BATCH_PIECES = 1024
"""Padded pieces read at once: larger batches gain no speed on a laptop core and cost memory."""


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What is stored beside the weights: label spaces, thresholds, how scores are weighed to confidence, digest."""

    space: LabelSpace
    thresholds: Thresholds
    window: int
    heads: tuple[tuple[str, int], ...]
    bias: float
    weights: Mapping[str, float]
    floors: Mapping[str, float]
    least: float
    codebook: str
    digest: str


def read_card(folder: Path) -> ModelCard:
    """The card of the model in `folder`; DataError where it is missing or does not fit its weights."""
    try:
        raw = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        digest = hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()
    except (OSError, ValueError) as error:
        raise DataError(f"the model in {folder} cannot be read ({error}): reinstall dateline") from error
    if digest != raw["digest"]:
        raise DataError(f"the model in {folder} is damaged (its digest does not match): reinstall dateline")
    space = LabelSpace(tuple(raw["types"]), tuple((t, m) for t, m in raw["modes"]), tuple(raw["sectors"]))
    limits = raw["thresholds"]
    thresholds = Thresholds(limits["trigger"], limits["mention"], limits["role"], limits["mode"])
    heads = tuple((name, int(size)) for name, size in raw["heads"])
    weighed = raw["confidence"]
    return ModelCard(
        space,
        thresholds,
        raw["window"],
        heads,
        weighed["bias"],
        weighed["weights"],
        raw["floors"],
        raw["least"],
        raw["codebook"],
        digest[:16],
    )


def read_weights(folder: Path) -> dict[str, Floats]:
    """The weights of the pair heads by name."""
    try:
        with np.load(folder / "pairs.npz") as data:
            return {k: data[k].astype(np.float32) for k in data.files}
    except (OSError, ValueError) as error:
        raise DataError(f"{folder / 'pairs.npz'} cannot be read ({error}): reinstall dateline") from error


class Session:
    """The encoder and its word heads, ready to run on one thread.

    One thread an article stream is faster than many threads a matrix on a small encoder: streams run side by side.
    """

    def __init__(self, folder: Path, card: ModelCard, *, threads: int = 1) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = True
        options.log_severity_level = 3
        try:
            self._session = ort.InferenceSession(
                str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:
            raise DataError(f"the model in {folder} does not load ({error}): reinstall dateline") from error
        self._heads = card.heads

    def run(self, windows: Sequence[Window]) -> Iterable[tuple[Heads, Floats]]:
        """For each window, in order: the word heads' logits by name and the words' vectors (words, width)."""
        order = sorted(range(len(windows)), key=lambda i: (len(windows[i].ids), i))
        out: dict[int, tuple[Heads, Floats]] = {}
        for batch in _batches(order, windows):
            logits, hidden = self._session.run(["logits", "hidden"], _inputs([windows[i] for i in batch]))
            for row, i in enumerate(batch):
                n = len(windows[i].firsts)
                out[i] = (self._split(np.asarray(logits)[row, :n]), np.asarray(hidden)[row, :n])
        return (out[i] for i in range(len(windows)))

    def _split(self, logits: Floats) -> dict[str, Floats]:
        heads, at = {}, 0
        for name, size in self._heads:
            heads[name] = logits[:, at : at + size]
            at += size
        return heads


def _batches(order: list[int], windows: Sequence[Window]) -> Iterable[list[int]]:
    """Windows of like length together: padding is wasted work."""
    batch: list[int] = []
    for i in order:
        longest = len(windows[i].ids)
        if batch and (longest * (len(batch) + 1) > BATCH_PIECES or longest > 1.25 * len(windows[batch[0]].ids)):
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _inputs(windows: Sequence[Window]) -> dict[str, Any]:
    n = max(len(w.ids) for w in windows)
    m = max(len(w.firsts) for w in windows)
    ids, shapes, mask = (np.zeros((len(windows), n), dtype=np.int64) for _ in range(3))
    firsts = np.zeros((len(windows), m), dtype=np.int64)
    for row, w in enumerate(windows):
        ids[row, : len(w.ids)] = w.ids
        shapes[row, : len(w.shapes)] = w.shapes
        mask[row, : len(w.ids)] = 1
        firsts[row, : len(w.firsts)] = w.firsts
    return {"ids": ids, "shapes": shapes, "mask": mask.astype(np.float32), "firsts": firsts}
