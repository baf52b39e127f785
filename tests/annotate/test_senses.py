"""How passages read: numbers beside each act, of one model, the same however a text is cut into pages."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dateline.annotate.model import SHIPPED, Model
from dateline.annotate.senses import Axes
from dateline.errors import DataError
from dateline.records.sense import VIEWS, unpacked
from dateline.split.sentences import sentences

TEXT = (
    "Rebels attacked an army post near Gao on Monday. The assault killed five soldiers, the ministry said. "
    "On Tuesday the president met farmers in Lima and promised them help."
)


def test_each_act_has_numbers_that_say_more_of_what_is_alike() -> None:
    read = Model().annotate(TEXT, sentences(TEXT))
    assert set(read.senses) == {t.span for t in read.triggers}
    by_word = {span.of(TEXT): unpacked(sense) for span, sense in read.senses.items()}
    assert {len(v) % len(VIEWS) for v in by_word.values()} == {0}
    act = slice(0, len(by_word["met"]) // len(VIEWS))
    attacked, assault, met = (by_word[w][act] for w in ("attacked", "assault", "met"))
    assert attacked @ assault > attacked @ met


def test_numbers_do_not_hang_on_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    model, text = Model(), " ".join([TEXT] * 12)
    whole = model.annotate(text, sentences(text)).senses
    monkeypatch.setattr("dateline.annotate.model.PAGE", 1)
    paged = model.annotate(text, sentences(text)).senses
    assert whole.keys() == paged.keys()
    assert all(np.abs(unpacked(whole[s]) - unpacked(paged[s])).max() < 0.1 for s in whole)


def test_axes_of_another_model_are_not_used(tmp_path: Path) -> None:
    assert Axes.load(SHIPPED, Model().card.digest) is not None
    assert Axes.load(SHIPPED, "another") is None and Axes.load(tmp_path, "any") is None


def test_broken_axes_say_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "senses.npz").write_bytes(b"nothing of use")
    with pytest.raises(DataError, match="reinstall"):
        Axes.load(tmp_path, "any")
