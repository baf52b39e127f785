"""Scores of words to ranges of words, and what is read of these: pure functions of arrays."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dateline.annotate.heads import Floats, Ints, distances, softmax
from dateline.annotate.tokens import GAP
from dateline.records.annotation import Scores

NEW = 0.7
"""Probability of a beginning from which a passage is cut in two."""


def spans(logits: Floats, thresholds: Floats) -> list[tuple[int, int, int, float]]:
    """Ranges of words as (layer, start, end, score), from logits of outside, begin, inside (layers, words, 3).

    A range starts where "begin" is likelier than "inside" and not outside, and goes on while inside is likelier than
    a new begin; the score is the mean probability of not being outside. `thresholds` has one entry a layer.
    """
    words = logits.shape[1]
    outside, begins, inside = softmax(np.ascontiguousarray(logits.transpose(2, 0, 1)), axis=0)  # a tenth of the time
    live = 1.0 - outside
    sure = live >= thresholds[:, None]
    goes_on = sure & (inside >= begins)
    goes_on[:, 1:] &= sure[:, :-1]
    goes_on[:, 0] = False  # so that no range runs from one layer into the next, which stands behind it from here on
    starts = np.flatnonzero(sure & ~goes_on)
    stops = np.append(np.flatnonzero(~goes_on), live.size)
    ends = stops[np.searchsorted(stops, starts, side="right")]
    scores = range_means(live.reshape(-1, 1), np.stack([starts, ends], 1))[:, 0]
    first = starts // words * words
    return list(
        zip(
            (starts // words).tolist(), (starts - first).tolist(), (ends - first).tolist(), scores.tolist(), strict=True
        )
    )


def range_means(rows: Floats, ranges: Ints) -> Floats:
    """(ranges, width) means of the rows of each half-open range, none of them empty."""
    padded = np.concatenate([rows, np.zeros((1, rows.shape[1]), rows.dtype)])  # a range may end behind the last row
    sums = np.add.reduceat(padded, ranges.ravel(), axis=0)[::2] if len(ranges) else padded[:0]
    sizes = (ranges[:, 1:] - ranges[:, :1]).astype(np.float32)
    out: Floats = (sums / sizes).astype(np.float32)
    return out


def passages(logits: Floats, sentence: Sequence[int], threshold: float) -> list[tuple[int, int, float]]:
    """Ranges of words of long stretches such as what someone says, with their scores, from logits as for `spans`.

    A stretch goes on over one unsure word within its sentence; a new one begins only where that is likely (NEW).
    """
    p = softmax(logits)
    live = 1.0 - p[:, 0]
    fresh = (p[:, 1] >= NEW).tolist()
    sure = np.flatnonzero(live >= threshold).tolist()
    bounds: list[tuple[int, int]] = []
    for i in sure:
        if bounds and not fresh[i]:
            first, end = bounds[-1]
            if i == end or (i == end + 1 and sentence[end] == sentence[i]):
                bounds[-1] = (first, i + 1)
                continue
        bounds.append((i, i + 1))
    return [(a, b, float(live[a:b].mean())) for a, b in bounds]


def triggers(logits: Floats, types: int, threshold: float) -> list[tuple[int, int, Floats]]:
    """Ranges of words that name an act, with the probabilities of its types (types,), not normalised.

    `logits` are (words, 1 + types + 1): none, each type as beginning, inside.
    """
    p = softmax(logits)
    begin = p[:, 1 : 1 + types].sum(1)
    out: list[tuple[int, int, Floats]] = []
    j, n = 0, len(p)
    for i in np.flatnonzero(begin >= threshold).tolist():
        if i < j:
            continue
        j = i + 1
        while j < n and p[j, -1] >= 0.5:
            j += 1
        out.append((i, j, p[i, 1 : 1 + types]))
    return out


def ranked(labels: Sequence[str], scores: Floats, top: int) -> list[Scores]:
    """For each row of scores (rows, labels) the best labels with rounded scores, best first; equals in label order."""
    rounded = np.round(scores.astype(np.float64), 4)  # in 64 bits it rounds as Python does
    order = np.argsort(-rounded, axis=1, kind="stable")[:, :top]
    best = np.take_along_axis(rounded, order, axis=1)
    return [
        tuple((labels[i], p) for i, p in zip(row, of_row, strict=True))
        for row, of_row in zip(order.tolist(), best.tolist(), strict=True)
    ]


def prefix_sums(hidden: Floats, sentence: Sequence[int]) -> Floats:
    """(words + 1, width) running sums: the mean of any range of words is then a difference. Each window has its own.

    Row by row, which gives the bits of `numpy.cumsum` in a quarter of the time: that goes down column after column.
    """
    out = np.zeros((len(hidden) + 1, hidden.shape[1]), dtype=np.float32)
    before = out[0]
    for row, after, at in zip(hidden, out[1:], sentence, strict=False):
        if at != GAP:
            np.add(row, before, after)
        before = after
    return out


def pair_inputs(
    prefix: Floats, sentence: Ints, acts: Ints, mentions: Ints, layers: Ints, kinds: Ints, index: Ints
) -> tuple[Floats, Floats, Floats, Ints]:
    """What `PairHead` needs for the pairs `index` of `acts` and `mentions` (half-open ranges of words)."""
    a, m = acts[index[:, 0]], mentions[index[:, 1]]
    lo, hi = np.minimum(a[:, 1], m[:, 1]), np.maximum(a[:, 0], m[:, 0])
    gap = np.stack([lo, np.maximum(lo, hi)], 1)
    across = np.clip(sentence[m[:, 0]] - sentence[a[:, 0]], -2, 2) + 2
    features = np.stack([distances(a, m), across, layers[index[:, 1]], kinds[index[:, 0]]], 1)
    return _ends_mean(prefix, acts), _ends_mean(prefix, mentions), _ends_mean(prefix, gap), features


def _ends_mean(prefix: Floats, ranges: Ints) -> Floats:
    out: Floats = prefix[ranges[:, 1]]
    out -= prefix[ranges[:, 0]]
    out /= np.maximum(ranges[:, 1] - ranges[:, 0], 1).astype(np.float32)[:, None]
    return out
