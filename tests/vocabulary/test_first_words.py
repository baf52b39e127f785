from __future__ import annotations

import pytest

from dateline.vocabulary.first_words import FirstWords

SOME = FirstWords(
    {"air": ["air strike", "jet*"], "sea": ["ship*", "air-sea rescue"], "land": ["re-arm*", "won't yield"]}
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("AIR raids", {"air", "sea"}),
        ("two jets, one ship", {"air", "sea"}),
        ("a reship of airs", set()),
        ("they re-armed", {"land"}),
        ("they won’t", {"land"}),
        ("rearming", set()),
        ("", set()),
    ],
)
def test_the_names_are_those_of_cues_that_begin_with_a_word(text: str, names: set[str]) -> None:
    assert SOME.within(text) == names


def test_a_cue_has_a_word() -> None:
    with pytest.raises(ValueError, match="needs a word"):
        FirstWords({"none": ["*"]})


def test_any_word_begins_a_cue_that_is_open_there() -> None:
    assert FirstWords({"any": ["*craft carrier"]}).within("of aircraft") == {"any"}
