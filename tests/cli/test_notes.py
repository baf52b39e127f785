from __future__ import annotations

from dateline.cli.notes import MOST, told


def test_few_notes_are_all_told_and_of_many_how_many_there_are() -> None:
    assert list(told(["a", "b"])) == ["note: a", "note: b"]
    many = list(told([str(n) for n in range(MOST + 1)]))
    assert len(many) == MOST + 1 and many[-1] == "note: and 1 more note"
