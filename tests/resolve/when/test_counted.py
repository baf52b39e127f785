from __future__ import annotations

from datetime import date

from dateline.records.resolved import When
from dateline.records.span import Span
from dateline.resolve.when import Act, resolve_words, tag_times, time_of_act

THURSDAY = date(2014, 8, 14)


def read(text: str, trigger: str, *times: str) -> When | None:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    tagged = tag_times(text, published=THURSDAY)
    told = [resolve_words(text, at(t), published=THURSDAY, tagged=tagged) for t in times]
    act = Act(at(trigger), Span(0, len(text)), "happened", True)
    return time_of_act(text, act, told, tagged=tagged, published=THURSDAY)


def days(text: str, trigger: str, *times: str) -> tuple[date | None, date | None]:
    when = read(text, trigger, *times)
    assert when is not None
    return when.start, when.end


def test_a_distance_is_counted_back_from_the_day_of_the_main_clause() -> None:
    text = "He agreed on Monday to step down, three days after rebels seized the port."
    assert days(text, "seized", "three days after") == (date(2014, 8, 8), date(2014, 8, 8))
    assert days(text, "agreed", "Monday") == (date(2014, 8, 11), date(2014, 8, 11))


def test_before_counts_ahead() -> None:
    text = "He fled on Monday, two days before rebels seized the port."
    assert days(text, "seized", "two days before") == (date(2014, 8, 13), date(2014, 8, 13))


def test_what_the_news_comes_after_is_counted_from_the_day_of_writing() -> None:
    text = "The talks come just 48 hours after gunmen shelled the town."
    assert days(text, "shelled", "48 hours after") == (date(2014, 8, 12), date(2014, 8, 12))


def test_a_distance_from_a_day_nobody_names_stays_open() -> None:
    text = "Two days after gunmen shelled the town, the mayor fled."
    assert read(text, "shelled", "Two days after") is None
    assert read(text, "fled", "Two days after") is None
    assert days(text, "fled", "Two days after gunmen shelled the town") == (None, None)
    text = "He resigned on Monday; but two days after rebels seized the port, he came back."
    assert read(text, "seized", "two days after") is None


def test_one_week_or_two_are_told_to_the_day_more_are_rounded() -> None:
    text = "The visit comes a week after gunmen shelled the town."
    assert days(text, "shelled", "a week after") == (date(2014, 8, 7), date(2014, 8, 7))
    text = "The visit comes five weeks after gunmen shelled the town."
    assert days(text, "shelled", "five weeks after") == (date(2014, 7, 7), date(2014, 7, 13))


def test_a_day_and_the_next_are_a_stretch() -> None:
    text = "Some thirty guards were killed on Tuesday and Wednesday near the port."
    when = read(text, "killed", "Tuesday")
    assert when is not None
    assert (when.start, when.end, when.precision) == (date(2014, 8, 12), date(2014, 8, 13), "range")
    assert when.piece.text == when.piece.span.of(text) == "Tuesday and Wednesday"


def test_two_days_apart_or_of_two_acts_are_no_stretch() -> None:
    tuesday = (date(2014, 8, 12), date(2014, 8, 12))
    assert days("Guards were killed on Monday and Wednesday.", "killed", "Monday") == (date(2014, 8, 11),) * 2
    assert days("Guards fell on Tuesday and Wednesday's talks failed.", "fell", "Tuesday") == tuesday
    assert days("Guards fell on Tuesday and Wednesday was quiet.", "fell", "Tuesday") == tuesday


def test_two_ends_side_by_side_are_a_stretch() -> None:
    text = "Rebels burned villages in May or June of this year."
    assert days(text, "burned", "June", "May or") == (date(2014, 5, 1), date(2014, 6, 30))
    text = "Rebels burned villages in May and in June."
    assert days(text, "burned", "June", "May") == (date(2014, 6, 1), date(2014, 6, 30))


def test_what_this_comes_after_is_counted_from_the_day_told_before() -> None:
    text = "The mayor fled on Monday. This comes a week after gunmen shelled the town."
    at = text.index("This")

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    tagged = tag_times(text, published=THURSDAY)
    told = [resolve_words(text, span("a week after"), published=THURSDAY, tagged=tagged)]
    act = Act(span("shelled"), Span(at, len(text)), "happened", True)
    when = time_of_act(text, act, told, tagged=tagged, published=THURSDAY)
    assert when is not None and (when.start, when.end) == (date(2014, 8, 4), date(2014, 8, 4))


def test_months_and_years_after_something_are_counted_from_today_in_a_sentence_of_today() -> None:
    text = "More than three years after the junta's fall, its prisons are full."
    assert days(text, "fall", "More than three years") == (date(2011, 1, 1), date(2011, 12, 31))
    text = "The harbour is quiet, 22 years after it was handed over."
    assert days(text, "handed over", "22 years") == (date(1992, 1, 1), date(1992, 12, 31))
    text = "In 2003, five years after rebels shelled the harbour, the mayor has told us, he left."
    assert days(text, "shelled", "five years") == (date(1998, 1, 1), date(1998, 12, 31))


def test_years_after_something_stay_open_where_they_hang_on_the_past() -> None:
    assert read("He has been held for two years after he was arrested.", "arrested", "two years") is None
    assert read("The judge, who is ill, was elected a year after the overthrow.", "overthrow", "a year") is None
    assert read("Two years after the fall of the junta, soldiers seized the port.", "fall", "Two years") is None
    assert read("Two years after the fall of the junta, the port is closed.", "closed", "Two years") is None


def test_the_whole_of_a_stretch_is_read_where_one_end_is_tied() -> None:
    text = "Guards seized 126 skins from 2008 to 2013 in the park."
    assert days(text, "seized", "2008 to") == (date(2008, 1, 1), date(2013, 12, 31))
    text = "Shells fell between May and July on the town."
    assert days(text, "fell", "May") == (date(2014, 5, 1), date(2014, 7, 31))
    text = "He fled from prison on Monday and met envoys on Tuesday."
    assert days(text, "fled", "Monday") == (date(2014, 8, 11), date(2014, 8, 11))


def test_what_led_up_to_a_day_was_before_it() -> None:
    text = "It was the last of many attacks in the months leading up to June 3, 2012."
    assert days(text, "attacks", "June 3, 2012") == (None, date(2012, 6, 2))
    text = "Guards were rare in the months before the June 3 attack."
    assert days(text, "attack", "June 3") == (date(2014, 6, 3), date(2014, 6, 3))
