"""Bars and maps are what counting one by one gives, however the rows lie."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.store.views import drawing
from dateline.store.views.columns import INCIDENTS, UNDATED, Columns, Words
from dateline.store.views.selection import EPOCH

QUADS = ("verbal_conflict", "material_conflict", None)
PRECISIONS = ("settlement", "district", "region", "country", None)
ROW = st.tuples(
    st.one_of(st.none(), st.integers(-400, 400), st.integers(-700_000, 2_900_000)),
    st.sampled_from(QUADS),
    st.sampled_from(PRECISIONS),
    st.one_of(st.none(), st.tuples(st.integers(-90, 90), st.integers(-180, 180))),
)
ROWS = st.lists(ROW, max_size=40)


def table(rows: list[tuple[int | None, str | None, str | None, tuple[int, int] | None]]) -> Columns:
    """Incidents with these days, quad classes, precisions and points."""
    vocabulary = {name: Words() for name in INCIDENTS.words}
    zeros = np.zeros(len(rows), np.int32)
    words = {name: zeros for name in INCIDENTS.words}
    words["quad"] = np.array([vocabulary["quad"][quad] for _, quad, _, _ in rows], np.int32)
    words["precision"] = np.array([vocabulary["precision"][one] for _, _, one, _ in rows], np.int32)
    numbers = {name: np.zeros(len(rows), np.float32) for name in INCIDENTS.numbers}
    numbers["lat"] = np.array([point[0] if point else np.nan for *_, point in rows], np.float32)
    numbers["lon"] = np.array([point[1] if point else np.nan for *_, point in rows], np.float32)
    day = np.array([UNDATED if day is None else day for day, *_ in rows], np.int32)
    key = np.arange(1, len(rows) + 1, dtype=np.int64)
    return Columns(INCIDENTS, key, np.ones(len(rows), np.bool_), {"day": day}, key, words, numbers, vocabulary, None)


@settings(deadline=None)
@given(ROWS)
def test_bars_of_days_are_counted_one_by_one(rows: list[tuple[int | None, str | None, str | None, None]]) -> None:
    one = table(rows)
    _, bars, undated = drawing.bars(one, one.live, "day")
    dated = [day for day, *_ in rows if day is not None]
    assert {bar.start: bar.total for bar in bars} == Counter(EPOCH + timedelta(days=day) for day in dated)
    assert [bar.start for bar in bars] == sorted(bar.start for bar in bars)
    assert undated == len(rows) - len(dated)
    for quad in QUADS[:2]:
        assert sum(bar.quads.get(quad or "", 0) for bar in bars) == sum(
            d is not None and q == quad for d, q, *_ in rows
        )


@settings(deadline=None)
@given(ROWS)
def test_every_unit_has_the_same_sum(rows: list[tuple[int | None, str | None, str | None, None]]) -> None:
    one = table(rows)
    totals = {sum(bar.total for bar in drawing.bars(one, one.live, unit)[1]) for unit in (*drawing.UNITS, None)}
    assert totals == {sum(day is not None for day, *_ in rows)}


@settings(deadline=None)
@given(st.lists(st.integers(0, 40_000), min_size=1, max_size=60))
def test_the_unit_fits_all_but_the_outermost_hundredths(days: list[int]) -> None:
    one = table([(day, None, None, None) for day in days])
    first, last = np.quantile(np.array(days), [0.01, 0.99])
    fitting = [unit for unit, most in zip(drawing.UNITS, drawing.MOST_BARS, strict=False) if last - first <= most]
    assert drawing.bars(one, one.live, None)[0] == (fitting or ["year"])[0]


@settings(deadline=None)
@given(ROWS, st.sampled_from((0, 1, 2, 4.5, 6, 9)))
def test_points_lie_in_one_square_each(
    rows: list[tuple[int | None, str | None, str | None, tuple[int, int] | None]], zoom: float
) -> None:
    one = table(rows)
    drawn = drawing.drawn(one, one.live, zoom, None)
    size = drawing.APART / 2**zoom
    squares: Counter[tuple[int, int]] = Counter()
    for _, _, precision, point in rows:
        if point is not None and precision not in drawing.AREAS:
            squares[int((point[0] + 90) / size), int((point[1] + 180) / size)] += 1
    assert sorted(cell.count for cell in drawn.points) == sorted(squares.values())
    for cell in drawn.points:
        south, west, north, east = cell.bounds[1], cell.bounds[0], cell.bounds[3], cell.bounds[2]
        assert south - 1e-3 <= cell.lat <= north + 1e-3 and west - 1e-3 <= cell.lon <= east + 1e-3
    assert drawn.unplaced == sum(point is None for *_, point in rows)


@pytest.mark.parametrize("most", [1, 4, 40])
def test_a_map_has_no_more_points_than_it_may(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "MOST_CELLS", most)
    one = table([(None, None, "settlement", (n * 7 % 90, n * 11 % 180)) for n in range(200)])
    points = drawing.drawn(one, one.live, 9, None).points
    assert len(points) <= most and sum(cell.count for cell in points) == 200


@pytest.mark.parametrize("size", [drawing.COARSE + 1e-9, 2.0, drawing.APART])
def test_numbers_of_coarse_squares_are_short(size: float) -> None:
    assert int(180 / size) * (int(360 / size) + 2) + int(360 / size) < 2**16
