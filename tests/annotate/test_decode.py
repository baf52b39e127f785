from __future__ import annotations

import numpy as np

from dateline.annotate.decode import passages, ranked, spans, triggers


def _bio(tags: str) -> np.ndarray:
    return np.array([[8.0 * (t == x) for x in "OBI"] for t in tags], dtype=np.float32)


def test_spans_follow_begin_and_inside() -> None:
    assert [(a, b) for a, b, _ in spans(_bio("OBIOB"), 0.5)] == [(1, 3), (4, 5)]


def test_a_new_begin_starts_a_new_span() -> None:
    assert [(a, b) for a, b, _ in spans(_bio("BBI"), 0.5)] == [(0, 1), (1, 3)]


def test_an_inside_without_a_begin_is_still_found() -> None:
    assert [(a, b) for a, b, _ in spans(_bio("OII"), 0.5)] == [(1, 3)]


def test_a_passage_goes_on_over_one_unsure_word_but_not_into_the_next_sentence() -> None:
    assert [(a, b) for a, b, _ in passages(_bio("BIOII"), [0] * 5, 0.5)] == [(0, 5)]
    assert [(a, b) for a, b, _ in passages(_bio("BIOOI"), [0] * 5, 0.5)] == [(0, 2), (4, 5)]
    assert [(a, b) for a, b, _ in passages(_bio("BIOII"), [0, 0, 0, 1, 1], 0.5)] == [(0, 2), (3, 5)]


def test_a_sure_beginning_starts_a_new_passage() -> None:
    assert [(a, b) for a, b, _ in passages(_bio("BIBI"), [0] * 4, 0.5)] == [(0, 2), (2, 4)]


def test_a_higher_threshold_finds_no_more() -> None:
    rng = np.random.default_rng(1)
    logits = rng.normal(size=(50, 3)).astype(np.float32)
    low = sum(b - a for a, b, _ in spans(logits, 0.3))
    high = sum(b - a for a, b, _ in spans(logits, 0.7))
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
    assert ranked(("x", "y", "z"), np.array([0.5, 0.5, 0.7], dtype=np.float32), 3) == (
        ("z", 0.7),
        ("x", 0.5),
        ("y", 0.5),
    )
