"""Copies are looked for among the reports of the time, not in the whole store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dateline.merge import copies
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.upkeep import open_store
from tests.store.conftest import NewStore
from tests.store.making import article
from tests.upkeep.making import brought

WORDS = article(2).text


def bulletin(number: int, published: str | None) -> Coded:
    return Coded(replace(article(0), id=f"b{number}", text=f"{WORDS} Number {number}.", published=published), (), ())


def test_a_bulletin_in_the_same_words_is_compared_with_those_of_its_month_alone(
    new_url: NewStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def counted(one: Article) -> copies.Fingerprint:
        read.append(one.id)
        return known(one)

    known, url = copies.fingerprint, new_url()
    monkeypatch.setattr("dateline.upkeep.memo.copies.fingerprint", counted)
    for number in range(5):
        with open_store(url, create=True) as store:  # opened anew: nothing is remembered
            brought(store, bulletin(number, f"{date(2024, 1, 1) + timedelta(40 * number)}"), id=f"r{number}")
    assert read == [f"b{number}" for number in range(5)]
    with open_store(url) as store:
        brought(store, bulletin(5, "2024-01-09"), bulletin(6, None), id="r5")
        assert [o.id for o in store.origins(["b5", "b0", "b1"])] == ["b0", "b1"]
        assert {"b0", "b1"} < set(read[5:]), "what has no date may be a copy of anything"
