"""The model on disk and in memory: the only module that knows the model runtime."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort

from dateline.annotate.decode import Heads, LabelSpace, Thresholds
from dateline.annotate.faint import Faint
from dateline.annotate.heads import Floats
from dateline.annotate.tokens import Window
from dateline.errors import DataError
from dateline.fixed import fixed

SURE = 30.0
"""A logit beside which others count nothing."""


@fixed()
class ModelCard:
    """What is stored beside the weights: label spaces, thresholds, how scores are weighed to confidence, digest."""

    space: LabelSpace
    thresholds: Thresholds
    window: int
    heads: tuple[tuple[str, int], ...]
    bias: float
    weights: Mapping[str, float]
    floors: Mapping[str, float]
    faint: Faint
    codebook: str
    digest: str


def read_card(folder: Path) -> ModelCard:
    """The card of the model in `folder`; DataError where it is missing or does not fit its weights."""
    try:
        raw = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        digest = hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()
    except OSError as error:
        reason = f"{error.filename}: {error.strerror}"
        raise DataError(f"no model can be read in {folder} ({reason}): give another --model, or none") from error
    except ValueError as error:
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
        Faint(space.types, weighed["bias"], weighed["weights"], raw["floors"], raw["least"]),
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
        # Processors without VNNI add int8 products in 16 bits, which overflow: they add as others do, a fifth slower.
        options.add_session_config_entry("session.x64quantprecision", "1")
        try:
            self._session = ort.InferenceSession(
                str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:
            raise DataError(f"the model in {folder} does not load ({error}): reinstall dateline") from error
        self._heads = card.heads
        self._nothing = np.concatenate([np.eye(1, size, dtype=np.float32)[0] * SURE for _, size in card.heads])

    def page(self, windows: Sequence[Window]) -> tuple[Heads, Floats]:
        """The word heads' logits by name and the words' vectors (words, width), the rows in the order of `tokens.page`.

        One window at a time: what is read in it hangs on nothing else, and several at once are no faster on one core.
        The row of a word of nothing says "outside" and "no act", the first label of each head.
        """
        outputs = [self.outputs(window) for window in windows]
        if len(outputs) == 1:
            return self._split(outputs[0][0]), outputs[0][1]
        size = sum(len(logits) for logits, _ in outputs) + len(outputs) - 1
        whole = np.empty((size, len(self._nothing)), dtype=np.float32)
        hidden = np.empty((size, outputs[0][1].shape[1]), dtype=np.float32)
        at = 0
        for logits, vectors in outputs:
            if at:
                whole[at - 1], hidden[at - 1] = self._nothing, 0.0
            whole[at : at + len(logits)] = logits
            hidden[at : at + len(logits)] = vectors
            at += len(logits) + 1
        return self._split(whole), hidden

    def outputs(self, window: Window) -> tuple[Floats, Floats]:
        """The logits of all heads side by side, and the words' vectors."""
        logits, hidden = self._session.run(["logits", "hidden"], _inputs(window))
        return np.asarray(logits), np.asarray(hidden)

    def _split(self, logits: Floats) -> dict[str, Floats]:
        heads, at = {}, 0
        for name, size in self._heads:
            heads[name] = logits[:, at : at + size]
            at += size
        return heads


def _inputs(window: Window) -> dict[str, Any]:
    named = {"ids": window.ids, "shapes": window.shapes, "firsts": window.firsts}
    return {name: np.array(values, dtype=np.int64) for name, values in named.items()}
