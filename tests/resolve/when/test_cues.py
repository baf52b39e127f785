from __future__ import annotations

from dateline.resolve.when import cues


def test_no_word_speaks_of_both_times() -> None:
    both = (cues.PAST_WORDS & cues.FUTURE_WORDS) - {"set"}
    assert not both
    assert not cues.PROGRAMME & cues.PAST_WORDS


def test_base_forms_are_past_words_and_deeds_are_done() -> None:
    assert cues.BASE_FORMS <= cues.PAST_WORDS
    assert cues.DEEDS < cues.DONE
    assert cues.PROMISED <= cues.AHEAD_BEFORE_TO
