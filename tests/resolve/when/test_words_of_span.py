from __future__ import annotations

from datetime import date, timedelta

from dateline.records.resolved import When
from dateline.records.span import Span
from dateline.resolve.when import resolve_words

SUNDAY = date(2014, 8, 10)


def resolve(text: str, words: str, published: date | None = SUNDAY) -> When:
    start = text.index(words)
    return resolve_words(text, Span(start, start + len(words)), published=published)


def test_the_piece_is_the_span_given() -> None:
    when = resolve("Rebels fled on Friday.", "on Friday")
    assert when.piece.text == "on Friday"
    assert (when.start, when.end, when.basis) == (date(2014, 8, 8), date(2014, 8, 8), "published")


def test_since_opens_only_where_the_span_holds_it() -> None:
    text = "It has been shut since August 2012."
    assert resolve(text, "since August 2012").end is None
    closed = resolve(text, "August 2012")
    assert (closed.start, closed.end, closed.precision) == (date(2012, 8, 1), date(2012, 8, 31), "month")


def test_since_a_clause_opens_at_the_date_inside_it() -> None:
    when = resolve("Since the truce expired Friday, rockets fell.", "Since the truce expired Friday")
    assert (when.start, when.end, when.precision) == (date(2014, 8, 8), None, "range")


def test_two_ends_make_a_range() -> None:
    text = "They were tested between February and June of this year."
    when = resolve(text, "between February and June of this year")
    assert (when.start, when.end, when.precision) == (date(2014, 2, 1), date(2014, 6, 30), "range")


def test_the_beginning_of_a_month_opens_nothing() -> None:
    text = "It fell at the beginning of July."
    assert resolve(text, "beginning of July").end == date(2014, 7, 31)
    assert resolve("Raids beginning in July killed ten.", "beginning in July").end is None


def test_words_without_a_date_hang_on_an_event() -> None:
    when = resolve("It fell silent after the coup.", "after the coup")
    assert (when.start, when.end, when.precision, when.basis) == (None, None, None, "event")


def test_without_publication_day_nothing_is_guessed() -> None:
    when = resolve("Rebels fled on Friday.", "Friday", None)
    assert (when.start, when.end) == (None, None)


def test_a_distance_is_counted_from_the_day_named_right_behind() -> None:
    when = resolve("They had planned to meet a day before Thursday's summit.", "a day before Thursday's summit")
    day = resolve("They had planned to meet a day before Thursday's summit.", "Thursday")
    assert day.start is not None and when.start == when.end == day.start - timedelta(days=1)
    later = resolve("He fled two weeks after March 3, 2014.", "two weeks after March 3, 2014")
    assert (later.start, later.end, later.precision) == (date(2014, 3, 17), date(2014, 3, 23), "week")


def test_a_distance_from_an_event_without_a_day_stays_open() -> None:
    when = resolve("He fled two weeks after the coup in March 2014.", "two weeks after the coup")
    assert (when.start, when.end, when.basis) == (None, None, "event")


def test_after_a_year_begins_when_it_is_over() -> None:
    for words in ("after 2014", "past 2014"):
        when = resolve(f"Troops will stay in the country {words}.", words)
        assert (when.start, when.end, when.precision) == (date(2015, 1, 1), None, "range")
    assert resolve("Troops will stay after 2014.", "2014").start == date(2015, 1, 1)
    assert resolve("Troops left in 2014.", "2014").end == date(2014, 12, 31)


def test_after_has_the_length_in_front_of_it() -> None:
    text = "He was freed on Friday, nine days after the raid."
    assert resolve(text, "after").piece.text == "nine days after"
    assert resolve("He was freed after the raid.", "after").piece.text == "after"


def test_the_day_behind_after_is_counted_from() -> None:
    when = resolve("It came two days after Thursday's vote.", "two days after Thursday")
    assert (when.start, when.end) == (date(2014, 8, 9), date(2014, 8, 9))
    when = resolve("It came two days before Thursday's vote.", "two days before Thursday")
    assert (when.start, when.end) == (date(2014, 8, 5), date(2014, 8, 5))


def test_the_day_in_the_name_of_an_event_is_no_day() -> None:
    text = "She had walked in the Bloody Sunday march as a child."
    at = text.index("Sunday")
    found = resolve_words(text, Span(at, at + 6), published=date(2026, 3, 11))
    assert (found.start, found.end, found.basis) == (None, None, "event")
