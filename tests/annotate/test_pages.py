"""A long text is decoded page by page, and what is read in it does not hang on where the pages end."""

from __future__ import annotations

import pytest

from dateline.annotate.model import Model
from dateline.annotate.tokens import page
from dateline.split.sentences import sentences

TEXT = " ".join(
    f"Rebels attacked army post number {n} near Gao on Monday, killing {n} soldiers, the defence ministry said. "
    f"The president of Mali condemned the attack and promised {n} villages help."
    for n in range(2, 40)
)


def test_a_text_of_several_pages_is_read_as_one_of_many_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    model, pieces = Model(), sentences(TEXT)
    whole = model.annotate(TEXT, pieces)
    assert len(whole.triggers) > 20
    for size in (1, 3):
        monkeypatch.setattr("dateline.annotate.model.PAGE", size)
        paged = model.annotate(TEXT, pieces)
        assert (paged.triggers, paged.said) == (whole.triggers, whole.said)
        assert set(paged.mentions) == set(whole.mentions)


def test_no_words_are_no_mentions() -> None:
    assert Model().annotate(" \n", sentences(" \n")).triggers == ()


def test_a_text_is_read_page_by_page_and_only_the_first_beforehand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.annotate.model.PAGE", 2)
    model, pieces = Model(), sentences(TEXT)
    encoded = model.encoded(TEXT, pieces)
    assert len(encoded.pages) > 1
    assert encoded.first is not None
    assert len(encoded.first[1]) == len(page(encoded.pages[0]).starts)
    assert model.annotation(encoded) == model.annotate(TEXT, pieces)
