"""Other spellings of names from another script, by their sound."""

from __future__ import annotations

import pytest

from dateline.records.resolved import Place
from dateline.records.span import Span
from dateline.resolve.where import Gazetteer, tag_places
from dateline.resolve.where.akin import differ, sound_of
from dateline.resolve.where.fold import fold


@pytest.fixture(scope="module")
def shipped() -> Gazetteer:
    return Gazetteer.open()


def apart(one: str, other: str) -> int | None:
    return differ(sound_of(fold(one)), sound_of(fold(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Fouaa", "Al Fū‘ah"),
        ("Talbeesah", "Tallbīsah"),
        ("Maaret al-Nouman", "Ma‘arrat an Nu‘mān"),
        ("Jamrood", "Jamrud"),
        ("Fellujah", "Al Fallūjah"),
    ],
)
def test_spellings_of_one_sound(one: str, other: str) -> None:
    assert apart(one, other) == 0


@pytest.mark.parametrize(
    ("one", "other", "vowels"),
    [("Tabaqa", "Tabqa", 1), ("Hamouri", "Hamra", None), ("Masqan", "Maskanah", None), ("Taza", "Tuzi", None)],
)
def test_vowels_that_differ(one: str, other: str, vowels: int | None) -> None:
    assert apart(one, other) == vowels


def test_only_where_names_come_from_another_script(shipped: Gazetteer) -> None:
    assert [entry.name for entry in shipped.akin("Tabaqa", "SYR")] == ["Al-Tabqa"]
    assert shipped.akin("Tabaqa", "IRQ") == shipped.akin("Tolous", "FRA") == shipped.akin("al-F", "SYR") == ()


def _place(gazetteer: Gazetteer, text: str, words: str) -> Place:
    span = Span(text.index(words), text.index(words) + len(words))
    return next(one for one in tag_places(text, gazetteer, extra=[span]) if one.piece.span.overlaps(span))


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("In Syria, shells hit the town of Talbeesah near Homs.", "Talbeesah", "Tallbīsah"),
        ("In Syria, shells hit Talbeesah town.", "Talbeesah town", "Tallbīsah"),
        ("In Syria, shells hit Talbeesah near Hasakah.", "Talbeesah", None),
        ("In Syria, shells hit the Talbeesah neighbourhood of Aleppo.", "Talbeesah", None),
        ("In Syria, shells hit Talbeesah Hill near Homs.", "Talbeesah", None),
        ("In Mali, shells hit Talbeesah near Gao.", "Talbeesah", None),
    ],
)
def test_a_place_is_known_by_another_spelling(shipped: Gazetteer, text: str, words: str, name: str | None) -> None:
    found = _place(shipped, text, words)
    assert found.name == name
    assert found.basis.startswith("another spelling") == (name is not None)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Planes hit Douma, Homs and Aleppo in Syria. Shells fell on Arbin.", "SYR"),
        ("Planes hit Douma, Homs and Aleppo in Syria, France said. Shells fell on Arbin.", "FRA"),
    ],
)
def test_a_small_town_abroad_gives_way_to_one_of_the_country(shipped: Gazetteer, text: str, country: str) -> None:
    assert _place(shipped, text, "Arbin").country == country
