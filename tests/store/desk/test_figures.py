from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.store.desk.decided import Decision
from dateline.store.desk.figures import Share, agreement, by_field, by_type, latest, people, since

START = datetime(2024, 8, 1, tzinfo=UTC)


def review(
    n: int, passage: str, by: str, verdict: str, *fields: str, type: str = "ASSAULT", now: str = "", sample: str = ""
) -> Decision:
    detail = {"type": type, "fields": list(fields), "now": now or type}
    return Decision(
        f"c{n}", "review", by, START + timedelta(hours=n), "", "", passage, passage, verdict, sample or None, (), detail
    )


MADE = [
    review(1, "p1", "ann", "accept"),
    review(2, "p2", "ann", "fix", "type", "counts.killed", now="COERCE"),
    review(3, "p3", "ann", "reject"),
    review(4, "p4", "ann", "fix", "where", type="AID"),
    review(5, "p1", "bob", "accept", sample="s"),
    review(6, "p2", "bob", "reject", sample="s"),
][::-1]


def test_shares_by_type_and_field() -> None:
    last = latest(MADE)
    rows, total = by_type(last)
    assert [(r.name, r.n, r.right) for r in rows] == [("ASSAULT", 3, 1), ("AID", 1, 1)]
    assert (total.n, total.right) == (4, 2)
    fields = {s.name: (s.n, s.right) for s in by_field(last)}
    assert fields["where"] == (2, 1) and fields["type"] == (2, 2) and fields["counts"] == (2, 2)
    assert {s.name: s.right for s in by_field(MADE)}["counts"] == 3
    assert len(latest(MADE, "s")) == 2


def test_the_interval_of_wilson() -> None:
    low, high = Share("x", 120, 112).bounds or (0, 0)
    assert (low, high) == pytest.approx((0.87395, 0.96583), abs=1e-5)
    assert Share("x", 0, 0).bounds is None and Share("x", 0, 0).share is None


@given(st.integers(1, 500), st.data())
def test_an_interval_holds_the_share_and_narrows(n: int, data: st.DataObject) -> None:
    right = data.draw(st.integers(0, n))
    one, ten = Share("x", n, right), Share("x", 10 * n, 10 * right)
    low, high = one.bounds or (1, 0)
    assert 0 <= low <= (one.share or 0) + 1e-9 and (one.share or 0) - 1e-9 <= high <= 1
    narrow = ten.bounds or (0, 1)
    assert narrow[1] - narrow[0] < high - low


def test_agreement_of_two() -> None:
    found = agreement(MADE)
    assert (found.pairs, found.share) == (2, 0.5)
    chance = (2 / 4) ** 2 + (1 / 4) ** 2 + (1 / 4) ** 2
    assert found.pi == pytest.approx((0.5 - chance) / (1 - chance))
    assert agreement(MADE[-1:]).share is None
    same = [review(1, "p", "ann", "accept"), review(2, "p", "bob", "accept")]
    assert (agreement(same).share, agreement(same).pi) == (1, None)


def test_who_and_since_when() -> None:
    assert people(MADE) == [
        ("ann", {"fix": 2, "reject": 1, "accept": 1}),
        ("bob", {"reject": 1, "accept": 1}),
    ]
    assert since(MADE, START + timedelta(hours=4)) == 3
