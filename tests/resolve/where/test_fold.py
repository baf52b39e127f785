import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve.where.fold import fold, without_article


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("São Tomé", "sao tome"),
        ("N'Djamena", "ndjamena"),
        ("N’Djamena", "ndjamena"),
        ("St. Louis", "st louis"),
        ("Saint-Louis", "st louis"),
        ("Sainte-Anne", "st anne"),
        ("Mount Sinjar", "mt sinjar"),
        ("Łódź", "lodz"),
        ("al-Bab", "al bab"),
        ("El Bab", "al bab"),
        ("Ash Shāriqah", "al shariqah"),
        ("U.S.", "us"),
        ("Washington, D.C.", "washington dc"),
        ("Deir ez-Zor", "deir ez zor"),
        ("Гао", "гао"),
        ("...", ""),
    ],
)
def test_spellings_of_a_name_become_one(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_only_an_article_is_taken_off() -> None:
    assert without_article("al hasakah") == "hasakah"
    assert without_article("alabama") is None


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
