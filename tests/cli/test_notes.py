from __future__ import annotations

from dateline.cli.notes import MOST, told


def test_few_notes_are_all_told_and_of_many_how_many_there_are() -> None:
    assert list(told(["a", "b"])) == ["note: a", "note: b"]
    many = list(told([f"{n}.txt: {'x' * n}" for n in range(MOST + 1)]))
    assert len(many) == MOST + 1 and many[-1] == "note: and 1 more note"


def test_of_notes_that_are_alike_three_are_told() -> None:
    dates = [f"t.csv:{n}: the date '0{n}/05/2014' is not clear" for n in range(1, 9)]
    assert list(told([*dates, "t.csv:2: text is read from"])) == [
        *(f"note: {one}" for one in dates[:3]),
        "note: and 5 more like this",
        "note: t.csv:2: text is read from",
    ]
