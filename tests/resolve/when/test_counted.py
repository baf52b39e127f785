from __future__ import annotations

from datetime import date

from dateline.records.span import Span
from dateline.resolve.when import Act, resolve_words, tag_times, time_of_act

THURSDAY = date(2014, 8, 14)


def days(text: str, trigger: str, *times: str) -> tuple[date | None, date | None]:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    tagged = tag_times(text, published=THURSDAY)
    read = [resolve_words(text, at(t), published=THURSDAY, tagged=tagged) for t in times]
    act = Act(at(trigger), Span(0, len(text)), "happened", True)
    when = time_of_act(text, act, read, tagged=tagged, published=THURSDAY)
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
    assert days(text, "shelled", "Two days after") == (None, None)
    assert days(text, "fled", "Two days after") == (None, None)
    text = "He resigned on Monday; but two days after rebels seized the port, he came back."
    assert days(text, "seized", "two days after") == (None, None)


def test_two_ends_side_by_side_are_a_stretch() -> None:
    text = "Rebels burned villages in May or June of this year."
    assert days(text, "burned", "June", "May or") == (date(2014, 5, 1), date(2014, 6, 30))
    text = "Rebels burned villages in May and in June."
    assert days(text, "burned", "June", "May") == (date(2014, 6, 1), date(2014, 6, 30))
