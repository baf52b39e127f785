import pickle

import pytest

from dateline.fixed import fixed, replace
from dateline.records.span import Span


@fixed(order=True)
class Stamp:
    day: int
    mark: str = "none"


@fixed(eq=False)
class Sheet:
    number: int


def test_equal_hashed_and_ordered_by_its_fields() -> None:
    assert Stamp(3) == Stamp(3, "none")
    assert {Stamp(3): "kept"}[Stamp(3)] == "kept"
    assert Stamp(2, "z") < Stamp(3, "a")
    assert Sheet(1) != Sheet(1)


def test_holds_nothing_besides_its_fields() -> None:
    with pytest.raises(AttributeError):
        Stamp(3).hour = 4  # type: ignore[attr-defined]


def test_stored_as_a_frozen_dataclass_stores_itself() -> None:
    assert pickle.loads(pickle.dumps(Span(2, 5))) == Span(2, 5)
    assert Span(2, 5).__reduce_ex__(2)[2] == [2, 5]


def test_replace_makes_a_further_record_and_leaves_the_first() -> None:
    first = Stamp(3, "red")
    assert replace(first, day=4) == Stamp(4, "red")
    assert first == Stamp(3, "red")
    with pytest.raises(KeyError):
        replace(first, hour=4)  # type: ignore[call-arg]
