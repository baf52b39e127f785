from __future__ import annotations

from dateline.resolve.when import tag_times
from dateline.split.sentences import sentences
from dateline.vocabulary.states import american


def test_states_are_written_small_and_without_stops() -> None:
    assert {"calif", "mo", "wisc"} <= american()
    assert all(name.isalpha() and name.islower() for name in american())


def test_the_full_stop_of_a_state_ends_no_sentence() -> None:
    text = "Deputies in Joplin, Mo. Friday opened the road."
    assert len(sentences(text)) == 1
    assert [when.piece.text for when in tag_times(text, published=None)] == ["Friday"]
