from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from dateline.annotate.heads import softmax
from dateline.annotate.ranges import passages, prefix_sums, ranked, spans, triggers
from dateline.annotate.tokens import GAP


def _bio(tags: str) -> np.ndarray:
    return np.array([[8.0 * (t == x) for x in "OBI"] for t in tags], dtype=np.float32)


def _spans(*layers: str, threshold: float = 0.5) -> list[tuple[int, int, int]]:
    found = spans(np.stack([_bio(tags) for tags in layers]), np.full(len(layers), threshold, dtype=np.float32))
    return [(layer, a, b) for layer, a, b, _ in found]


def test_spans_follow_begin_and_inside() -> None:
    assert _spans("OBIOB") == [(0, 1, 3), (0, 4, 5)]


def test_a_new_begin_starts_a_new_span() -> None:
    assert _spans("BBI") == [(0, 0, 1), (0, 1, 3)]


def test_an_inside_without_a_begin_is_still_found() -> None:
    assert _spans("OII") == [(0, 1, 3)]


def test_no_span_runs_from_one_layer_into_the_next() -> None:
    assert _spans("OBI", "IIO", "OOO", "OOB") == [(0, 1, 3), (1, 0, 2), (3, 2, 3)]


def test_each_layer_has_its_own_threshold() -> None:
    logits = np.stack([np.log([[0.6, 0.3, 0.1]])] * 2).astype(np.float32)
    assert [layer for layer, *_ in spans(logits, np.array([0.5, 0.3], dtype=np.float32))] == [1]


@settings(deadline=None, max_examples=60)
@given(hnp.arrays(np.float32, (12, 3), elements=st.floats(-4, 4, width=32)))
def test_the_score_of_a_span_is_the_mean_of_its_words(logits: np.ndarray) -> None:
    live = 1 - softmax(logits)[:, 0]
    for _, a, b, score in spans(logits[None], np.array([0.4], dtype=np.float32)):
        assert np.isclose(score, live[a:b].mean(), atol=1e-6)
        assert (live[a:b] >= 0.4 - 1e-6).all()


def test_a_passage_goes_on_over_one_unsure_word_but_not_into_the_next_sentence() -> None:
    assert [(a, b) for a, b, _ in passages(_bio("BIOII"), [0] * 5, 0.5)] == [(0, 5)]
    assert [(a, b) for a, b, _ in passages(_bio("BIOOI"), [0] * 5, 0.5)] == [(0, 2), (4, 5)]
    assert [(a, b) for a, b, _ in passages(_bio("BIOII"), [0, 0, 0, 1, 1], 0.5)] == [(0, 2), (3, 5)]


def test_a_sure_beginning_starts_a_new_passage() -> None:
    assert [(a, b) for a, b, _ in passages(_bio("BIBI"), [0] * 4, 0.5)] == [(0, 2), (2, 4)]


def test_a_higher_threshold_finds_no_more() -> None:
    rng = np.random.default_rng(1)
    logits = rng.normal(size=(50, 3)).astype(np.float32)
    low, high = (
        sum(b - a for _, a, b, _ in spans(logits[None], np.array([limit], dtype=np.float32))) for limit in (0.3, 0.7)
    )
    assert high <= low


def test_triggers_carry_the_scores_of_their_types() -> None:
    logits = np.zeros((3, 4), dtype=np.float32)  # none, type 0, type 1, inside
    logits[0, 0] = 9
    logits[1, 2] = 9
    logits[2, 3] = 9
    ((a, b, scores),) = triggers(logits, 2, 0.5)
    assert (a, b) == (1, 3)
    assert scores.argmax() == 1


def test_equal_scores_keep_the_order_of_labels() -> None:
    (best,) = ranked(("x", "y", "z"), np.array([[0.5, 0.5, 0.7]], dtype=np.float32), 3)
    assert best == (("z", 0.7), ("x", 0.5), ("y", 0.5))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.floats(0, 1, width=32), min_size=1, max_size=8))
def test_scores_are_rounded_as_python_rounds_them(scores: list[float]) -> None:
    labels = [str(i) for i in range(len(scores))]
    (best,) = ranked(labels, np.array([scores], dtype=np.float32), len(scores))
    assert dict(best) == {label: round(score, 4) for label, score in zip(labels, scores, strict=True)}


@settings(deadline=None, max_examples=60)
@given(hnp.arrays(np.float32, (9, 4), elements=st.floats(-4, 4, width=32)))
def test_running_sums_begin_anew_in_each_window(hidden: np.ndarray) -> None:
    sums = prefix_sums(hidden, [0, 0, 1, 1, GAP, 1, 1, 2, 2])
    assert np.array_equal(sums[1:5], np.cumsum(hidden[:4], axis=0))
    assert np.array_equal(sums[6:], np.cumsum(hidden[5:], axis=0))
    assert not sums[5].any()
