from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.merge.sense import Measure, measures, of_story
from dateline.records.sense import packed

SIZE = len(measures()[0].shared)
NUMBERS = st.lists(st.floats(-2, 2), min_size=SIZE, max_size=SIZE).map(lambda v: np.array(v, dtype=np.float32))


@given(NUMBERS, NUMBERS)
def test_the_order_of_two_stories_does_not_matter(one: np.ndarray, two: np.ndarray) -> None:
    for measure in measures():
        assert measure(one, two) == measure(two, one)


def test_stories_are_liker_to_themselves_than_to_others() -> None:
    chance = np.random.default_rng(5)
    some = [of_story([packed(chance.normal(size=SIZE).astype(np.float32))]) for _ in range(20)]
    for measure in measures():
        own = [measure(s, s) for s in some if s is not None]
        other = [measure(a, b) for a, b in pairwise(some) if a is not None and b is not None]
        assert min(v for v in own if v is not None) > max(v for v in other if v is not None)


def test_numbers_of_another_model_say_nothing() -> None:
    long, short = np.ones(SIZE, dtype=np.float32), np.ones(3, dtype=np.float32)
    assert all(m(long, short) is None and m(short, short) is None for m in measures())


def test_a_story_is_what_its_passages_are_on_the_whole() -> None:
    chance = np.random.default_rng(6)
    one, two = (packed(chance.normal(size=SIZE).astype(np.float32)) for _ in range(2))
    alone, both = of_story([one]), of_story([one, two])
    assert alone is not None and both is not None and of_story([two, one]) is not None
    assert np.allclose(np.linalg.norm(both.reshape(3, -1), axis=1), np.sqrt(SIZE / 3), rtol=1e-4)
    other = of_story([two])
    assert other is not None and other @ alone < both @ alone < alone @ alone


def test_without_numbers_there_is_no_reading() -> None:
    assert of_story([]) is None
    assert of_story([b"\x01" * SIZE, b"\x01" * 3]) is None


def test_what_is_neither_adds_nothing() -> None:
    measure = Measure(np.ones(3, dtype=np.float32), -np.ones(3, dtype=np.float32), 3.0)
    assert measure(np.ones(3, dtype=np.float32), np.ones(3, dtype=np.float32)) == 0.0
