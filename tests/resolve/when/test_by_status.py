from __future__ import annotations

from datetime import date

import pytest

from dateline.records.span import Span
from dateline.resolve.when import resolve_words
from dateline.resolve.when.by_status import by_status

TUESDAY = date(2014, 8, 12)


def moved(text: str, trigger: str, words: str, status: str, *, deed: bool = True) -> date | None:
    at = Span(text.index(words), text.index(words) + len(words))
    when = resolve_words(text, at, published=TUESDAY)
    act = Span(text.index(trigger), text.index(trigger) + len(trigger))
    return by_status(text, act, when, status=status, deed=deed, published=TUESDAY).start


@pytest.mark.parametrize("words", ["Friday's", "Friday’s", "Friday"])
def test_what_has_happened_is_not_ahead(words: str) -> None:
    text = f"To mourn {words} shelling, the town will gather."
    assert moved(text, "shelling", words, "happened") == date(2014, 8, 8)


def test_the_weekday_of_the_morrow_stays() -> None:
    text = "To mourn Wednesday's shelling, the town will gather."
    assert moved(text, "shelling", "Wednesday's", "happened") == date(2014, 8, 13)


def test_what_is_planned_is_not_behind() -> None:
    assert moved("Mayors fear a march by unions on Friday.", "march", "Friday", "planned") == date(2014, 8, 15)
    assert moved("The Feb. 1 pullout worried allies.", "pullout", "Feb. 1", "planned") == date(2015, 2, 1)
    assert moved("It accused him of planning the 3 July attack.", "attack", "3 July", "planned") == date(2014, 7, 3)


def test_what_ought_to_be_done_by_now_stays_behind() -> None:
    text = "The junta was supposed to give up its guns by Monday. It did not."
    assert moved(text, "give up", "Monday", "planned") == date(2014, 8, 11)


def test_a_day_of_the_announcement_stays_where_it_is() -> None:
    assert moved("Tariffs announced on Friday hurt trade.", "Tariffs", "Friday", "planned") == date(2014, 8, 8)
    text = "He lamented the Friday decision to withdraw troops."
    assert moved(text, "withdraw", "Friday", "planned") == date(2014, 8, 8)


def test_what_counts_from_a_day_in_the_text_is_left() -> None:
    text = "Reuters Saturday 6 Sept 2014\nRebels shelled the town on Friday."
    assert moved(text, "shelled", "Friday", "happened") == date(2014, 9, 5)


def test_what_is_called_off_was_set_for_the_nearer_weekday() -> None:
    text = "The unions behind {}'s march said they were calling it off."
    assert moved(text.format("Wednesday"), "march", "Wednesday", "negated") == date(2014, 8, 13)
    assert moved(text.format("Sunday"), "march", "Sunday", "negated") == date(2014, 8, 10)
    assert moved("The Feb. 1 march was cancelled.", "march", "Feb. 1", "negated") == date(2014, 2, 1)
    assert moved("No one came to Wednesday's march.", "march", "Wednesday", "negated") == date(2014, 8, 6)


def test_what_is_done_may_count_from_a_day_ahead() -> None:
    assert moved("He resigned effective Aug. 31.", "resigned", "Aug. 31", "happened") == date(2014, 8, 31)


def test_duties_may_be_imposed_from_a_date_ahead() -> None:
    text = "Togo imposed duties {} Aug. 14."
    assert moved(text.format("from"), "imposed", "Aug. 14", "happened") == date(2014, 8, 14)
    assert moved(text.format("on"), "imposed", "Aug. 14", "happened") == date(2013, 8, 14)


def test_what_is_shut_through_a_coming_weekday_stays_ahead() -> None:
    assert moved("Posts were closed through Friday.", "closed", "Friday", "happened") == date(2014, 8, 15)
