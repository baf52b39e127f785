"""Capitals to ordinary case: lengths stay, known words are spelled as in other news."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eval.truecase import TrueCaser

CASER = TrueCaser(["Last week the army met rebels in Bogota. The army left.", "In Bogota the rebels left the army."])


def test_common_words_are_lowered_and_names_are_not() -> None:
    assert CASER("THE ARMY LEFT BOGOTA. REBELS MET") == "The army left Bogota. Rebels met"


def test_unknown_words_are_taken_for_names() -> None:
    assert CASER("THE ARMY MET GOMEZ") == "The army met Gomez"


@given(st.text())
def test_no_text_changes_its_length(text: str) -> None:
    assert len(CASER(text)) == len(text)
