from __future__ import annotations

from dateline.resolve.given_names import gendered_names, given_names
from dateline.resolve.where.words import words


def test_names_that_tell_no_gender_are_given_names_too() -> None:
    assert given_names()["austin"] == "" and "austin" not in gendered_names()
    assert gendered_names()["fiona"] == "f"


def test_where_knows_each_of_them() -> None:
    assert words().given == given_names().keys()
