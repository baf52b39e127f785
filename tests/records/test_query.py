from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from dateline.errors import InputError
from dateline.records.query import Box, Filter, Near, filter_line, filter_of


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        (Filter(), {}),
        (Filter(types=["ASSAULT"], reviewed=False), {"types": ["ASSAULT"], "reviewed": False}),
        (Filter(near=Near(1.5, 2, 30)), {"near": [1.5, 2, 30]}),
        (Filter(box=Box(1, 2, 3, 4)), {"box": [1, 2, 3, 4]}),
        (Filter(since=date(2024, 7, 1), confidence=0.5), {"since": "2024-07-01", "confidence": 0.5}),
        (Filter(as_of=datetime(2024, 7, 1, tzinfo=UTC)), {"as_of": "2024-07-01T00:00:00+00:00"}),
    ],
)  # fmt: skip
def test_a_filter_and_its_line(asked: Filter, line: dict[str, object]) -> None:
    assert filter_line(asked) == line
    assert filter_line(filter_of(line)) == line


@pytest.mark.parametrize("line", [{"nothing": 1}, {"since": "yesterday"}, {"near": [1]}])
def test_what_a_newer_dateline_asked_is_told(line: dict[str, object]) -> None:
    with pytest.raises(InputError, match="a newer Dateline may have written it"):
        filter_of(line)
