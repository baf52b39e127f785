from __future__ import annotations

from datetime import date

import pytest

from dateline.records.resolved import When
from dateline.records.span import Span
from dateline.resolve.when import Act, resolve_words, tag_times, time_of_act

SUNDAY = date(2014, 8, 10)


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def told(
    text: str,
    trigger: str,
    *times: str,
    status: str = "happened",
    deed: bool = True,
    published: date | None = SUNDAY,
) -> When | None:
    tagged = tag_times(text, published=published)
    read = [resolve_words(text, at(text, t), published=published, tagged=tagged) for t in times]
    act = Act(at(text, trigger), Span(0, len(text)), status, deed)
    return time_of_act(text, act, read, tagged=tagged, published=published)


def days(when: When | None) -> tuple[date | None, date | None]:
    assert when is not None
    return when.start, when.end


def test_no_expression_no_time() -> None:
    assert told("Rebels shelled the town.", "shelled") is None


def test_the_first_that_is_on_the_calendar() -> None:
    when = told("Recently, on Friday, rebels shelled the town.", "shelled", "Recently", "Friday")
    assert days(when) == (date(2014, 8, 8), date(2014, 8, 8))


def test_a_date_in_a_since_clause_is_a_day_for_what_the_clause_tells() -> None:
    text = "Ten men have been killed since rebels seized the port on Feb. 24."
    assert days(told(text, "seized", "since rebels seized the port on Feb. 24")) == (
        date(2014, 2, 24),
        date(2014, 2, 24),
    )
    when = told(text, "killed", "Feb. 24")
    assert days(when) == (date(2014, 2, 24), None)
    assert when is not None
    assert when.piece.text == "since rebels seized the port on Feb. 24"
    assert when.piece.text == when.piece.span.of(text)


def test_a_since_clause_in_front_opens_what_follows() -> None:
    text = "Since the truce ended in May, gunmen have killed ten men."
    assert days(told(text, "killed", "May")) == (date(2014, 5, 1), None)
    assert days(told(text, "ended", "May")) == (date(2014, 5, 1), date(2014, 5, 31))


def test_the_noun_that_owns_the_date_has_it() -> None:
    text = "The militia is at its strongest since the 2001 foreign-led invasion."
    assert days(told(text, "invasion", "2001")) == (date(2001, 1, 1), date(2001, 12, 31))
    text = "The valley has been closed since last May when the army deported its elders."
    assert days(told(text, "deported", "last May")) == (date(2014, 5, 1), date(2014, 5, 31))


def test_a_main_clause_behind_since_goes_on() -> None:
    text = "Since Friday rebels have shelled the town."
    assert days(told(text, "shelled", "Since Friday")) == (date(2014, 8, 8), None)


def test_what_goes_on_has_no_end() -> None:
    text = "Millions have fled the war that began in 2011."
    assert days(told(text, "war", "2011", status="ongoing")) == (date(2011, 1, 1), None)
    assert days(told(text, "war", "2011")) == (date(2011, 1, 1), date(2011, 12, 31))
    text = "In 2012 the kingdom started bombing its neighbour."
    assert days(told(text, "bombing", "2012", status="ongoing")) == (date(2012, 1, 1), None)


def test_a_weekday_ahead_is_the_one_before_for_what_is_over() -> None:
    text = "They hope that the attack Friday will be condemned."
    tuesday = date(2014, 8, 12)
    assert days(told(text, "attack", "Friday", published=tuesday)) == (date(2014, 8, 8), date(2014, 8, 8))
    text = "The talks, now under way, will end Friday."
    assert days(told(text, "talks", "Friday", status="ongoing", published=tuesday))[0] == date(2014, 8, 15)


def test_a_weekend_ahead_is_the_one_before_for_what_is_over() -> None:
    text = "To weigh the raids of this weekend, officials will meet."
    assert days(told(text, "raids", "this weekend", published=date(2014, 8, 13))) == (
        date(2014, 8, 9),
        date(2014, 8, 10),
    )


@pytest.mark.parametrize(("deed", "year"), [(True, 2013), (False, 2014)])
def test_a_deed_is_not_told_of_a_coming_month(deed: bool, year: int) -> None:
    text = "Ministers will review the raid in September."
    assert days(told(text, "raid", "September", deed=deed)) == (date(year, 9, 1), date(year, 9, 30))


def test_a_leap_day_is_of_the_year_that_has_it() -> None:
    text = "Ministers will review the raid on Feb. 29."
    assert days(told(text, "raid", "Feb. 29", published=date(2024, 2, 1))) == (date(2024, 2, 29), date(2024, 2, 29))


def test_a_weekday_without_a_day_of_publication_is_no_day() -> None:
    text = "Since Friday rebels have shelled it."
    assert days(told(text, "shelled", "Since Friday", published=None)) == (None, None)


def test_the_clause_of_since_ends_where_another_verb_stands() -> None:
    text = "Ten have died since the revolt broke out in 2011 and thousands have been driven out."
    assert days(told(text, "driven out", "since the revolt broke out in 2011")) == (date(2011, 1, 1), None)
    text = "Prices have doubled since the king last year shut the border and jailed traders."
    assert days(told(text, "jailed", "last year")) == (date(2013, 1, 1), date(2013, 12, 31))


def test_a_war_named_in_a_since_clause_goes_on() -> None:
    text = "Millions have fled since the war began in 2011."
    since = "since the war began in 2011"
    assert days(told(text, "war", since, status="ongoing")) == (date(2011, 1, 1), None)
    assert days(told(text, "war", since)) == (date(2011, 1, 1), date(2011, 12, 31))


def test_years_in_a_since_clause_are_the_stretch_of_their_noun() -> None:
    text = "They have been split since the 1950-53 war."
    assert days(told(text, "war", "1950-53")) == (date(1950, 1, 1), date(1953, 12, 31))


def test_a_row_of_acts_that_starts_in_a_month_has_no_end() -> None:
    text = "They counted attacks on the port starting in April."
    assert days(told(text, "attacks", "April")) == (date(2014, 4, 1), None)


def test_a_war_so_many_years_long_began_then() -> None:
    text = "Both want an end of the 14-year civil war."
    assert days(told(text, "war", "14-year", status="ongoing")) == (date(2000, 1, 1), None)
    assert told(text, "war", "14-year") is None
    text = "Both want an end of the 14-year war."
    assert days(told(text, "war", "14-year", status="ongoing")) == (date(2000, 1, 1), None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor was held for three months.", "for three months"),
        ("Both sides held their annual drills.", "annual"),
        ("Guards search the camp every day.", "every day"),
        ("He was held in a cell 7 days on end.", "7"),
        ("Early in the siege the guards left.", "Early in the"),
        ("Since then the guards have left.", "Since then"),
    ],
)
def test_how_long_and_how_often_and_mere_pieces_are_no_time_of_an_act(text: str, words: str) -> None:
    assert told(text, "held" if "held" in text else "search" if "search" in text else "left", words) is None


@pytest.mark.parametrize("words", ["since the talks began", "during the siege", "two days before the vote"])
def test_an_event_whose_day_is_not_told_is_named(words: str) -> None:
    when = told(f"Guards have left the camp {words}.", "left", words)
    assert when is not None
    assert (when.start, when.end, when.basis, when.piece.text) == (None, None, "event", words)


def test_a_vague_time_stays() -> None:
    when = told("Guards recently left the camp.", "left", "recently")
    assert when is not None and when.timex == "PAST_REF"


def test_a_part_of_a_date_stands_for_the_whole() -> None:
    text = "The camp was hit in a raid on 22 June 2014, guards said."
    when = told(text, "raid", "2014")
    assert days(when) == (date(2014, 6, 22), date(2014, 6, 22))
    assert when is not None and when.piece.text == when.piece.span.of(text) == "22 June 2014"


def test_from_a_day_to_date_goes_on() -> None:
    text = "From 10 June (when the port fell) to date the army stepped up its raids."
    assert days(told(text, "raids", "10 June")) == (date(2014, 6, 10), None)
    assert days(told(text, "fell", "10 June")) == (date(2014, 6, 10), date(2014, 6, 10))
    text = "From 10 June to 12 June the army stepped up its raids."
    assert days(told(text, "raids", "10 June to 12 June")) == (date(2014, 6, 10), date(2014, 6, 12))


def test_the_day_of_writing_is_that_of_no_act() -> None:
    text = "Sunday 10 August 2014 Seven guards were killed in a blast near the port."
    assert told(text, "killed", "2014") is None
    assert told(text, "killed", "Sunday 10 August 2014") is None


def test_words_that_cut_a_time_of_day_stand_for_all_of_it() -> None:
    when = told("Guards left at 2:40 p.m. to attend a meeting on March 3, 2014.", "meeting", "m.")
    assert when is not None and "2:40" in when.piece.text
