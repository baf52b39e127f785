from __future__ import annotations

from datetime import date

import pytest

from dateline.records.article import Sentence
from dateline.records.resolved import When
from dateline.records.span import Span
from dateline.resolve.when import tag_times

TUESDAY = date(2024, 7, 30)


def tag(text: str, published: date | None = TUESDAY) -> list[When]:
    return list(tag_times(text, published=published))


def timexes(text: str, published: date | None = TUESDAY) -> list[str | None]:
    return [when.timex for when in tag(text, published)]


def test_expressions_come_in_text_order_with_their_words() -> None:
    found = tag("Rebels fled on Monday and came back in June 2011.")
    assert [when.piece.text for when in found] == ["Monday", "June 2011"]
    assert [when.basis for when in found] == ["published", "explicit"]


def test_since_and_until_stand_outside_the_words_and_open_the_interval() -> None:
    since, until = tag("Held since at least 2009, they were kept until March 2012.")
    assert (since.piece.text, since.start, since.end) == ("2009", date(2009, 1, 1), None)
    assert (until.piece.text, until.start, until.end) == ("March 2012", None, date(2012, 3, 31))
    assert (since.timex, since.precision) == ("2009", "range")


def test_an_old_dateline_is_the_day_to_count_from() -> None:
    text = "BAMAKO, July 30 (Reuters) - Two soldiers were killed on Monday."
    place = Span(text.index("July"), text.index(" (Reuters"))
    found = tag_times(text, published=date(2024, 11, 15), dateline_date=place)
    assert [(when.start, when.basis) for when in found] == [
        (date(2024, 7, 30), "dateline"),
        (date(2024, 7, 29), "dateline"),
    ]


def test_a_dateline_near_the_day_of_publication_changes_nothing() -> None:
    text = "BAMAKO, July 28 (Reuters) - Two soldiers were killed on Monday."
    place = Span(text.index("July"), text.index(" (Reuters"))
    found = tag_times(text, published=TUESDAY, dateline_date=place)
    assert [(when.start, when.basis) for when in found][-1] == (date(2024, 7, 29), "published")


def test_a_dateline_with_a_year_stands_in_for_a_missing_day_of_publication() -> None:
    text = "BAMAKO, July 30, 2013 - Two soldiers were killed on Monday."
    place = Span(text.index("July"), text.index(" - Two"))
    found = tag_times(text, published=None, dateline_date=place)
    assert (found[-1].start, found[-1].basis) == (date(2013, 7, 29), "dateline")


def test_a_dateline_without_year_leaves_an_undated_article_unresolved() -> None:
    text = "BAMAKO, July 30 - Two soldiers were killed on Monday."
    place = Span(text.index("July"), text.index(" - Two"))
    assert [when.start for when in tag_times(text, published=None, dateline_date=place)] == [None, None]


def test_a_history_takes_the_year_from_the_last_date() -> None:
    text = (
        "On 9 September 1914 the plan was laid. On 12 August the army had crossed the river. "
        "In December it fell back. In January it attacked again. By 1916 the front was still, as in 1917."
    )
    text += "".join(f" In {year} there was peace." for year in range(1919, 1930))
    assert timexes(text)[:6] == ["1914-09-09", "1914-08-12", "1914-12", "1915-01", "1916", "1917"]
    assert tag(text)[1].basis == "another time expression"


def test_a_report_with_some_old_years_is_no_history() -> None:
    text = (
        "The war of 1998 took two years. A truce in 2005 failed, as did one of 2011. In June gunmen shelled the town."
    )
    assert timexes(text)[-1] == "2024-06"
    text = "On Monday he recalled 1948, 1967 and 1973. Talks stalled last week. They will resume in August."
    assert timexes(text)[-1] == "2024-08"


def test_sentences_bound_the_search_for_verbs() -> None:
    text = "Ministers will meet. Friday's strike hit a bridge"
    cut = text.index("Friday")
    parted = [Sentence(0, 0, cut), Sentence(1, cut, len(text))]
    assert tag_times(text, published=TUESDAY, sentences=parted)[0].start == date(2024, 7, 26)


@pytest.mark.parametrize(
    "text",
    [
        "The 12-year-old boy fled.",
        "He was 40 years old.",
        "A baby aged 3 months was saved.",
        "It may rain, and he may go.",
        "Theresa May resigned.",
        "They march on the palace.",
        "The Sun sat on the table.",
        "This is the second day of the second attempt.",
        "The fall of Mosul shook the state.",
        "A quarter of the city burned.",
        "UN Resolution 1970 was passed, 2000 troops came, flight 1549 left and $1990 was paid.",
        "The Daily Mail and the Weekly Standard wrote so.",
        "They won 2:1 and the ratio is 5:30.",
        "He wrote of the Black Friday sales.",
        "Boeing 737 jets and Route 1966.",
        "1,998 men and 1914 people.",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert tag(text) == []


@pytest.mark.parametrize("text", ["31/31/2013 was written", "2013-99-99 was written", "It was February 30, 2013."])
def test_impossible_days_are_not_made_up(text: str) -> None:
    assert tag(text) == []


def test_a_range_of_weekdays_runs_forward() -> None:
    first, last = tag("The curfew lasts from Monday to Wednesday.")
    assert first.start is not None and last.start is not None
    assert (last.start - first.start).days == 2


def test_lines_break_expressions_but_wrapped_text_does_not() -> None:
    assert timexes("He fled last\nTuesday's storm came") == ["2024-07-30"]
    assert timexes("He fled last\nweek") == ["2024-W30"]


def test_an_empty_text_has_no_times() -> None:
    assert tag("") == []


@pytest.mark.parametrize(
    "head",
    [
        "Bomb kills two Agency Friday 26 Jul 2024 ",
        "Published July 26, 2024 ",
        "Date of publication 26 July 2024\n",
        "Bomb kills two\nFriday, July 26, 2024\n",
    ],
)
def test_a_full_date_at_the_head_is_the_day_of_writing(head: str) -> None:
    text = head + "A bomb killed two people on Thursday, and two on Friday."
    found = tag_times(text, published=TUESDAY)
    assert [(w.start, w.basis) for w in found[-2:]] == [
        (date(2024, 7, 25), "dateline"),
        (date(2024, 7, 26), "dateline"),
    ]


@pytest.mark.parametrize("lead", ["On Friday, July 26, 2024, gunmen came. ", "He said Friday 26 July 2024 was calm. "])
def test_a_full_date_in_a_sentence_is_none(lead: str) -> None:
    found = tag_times(lead + "A bomb killed two people on Monday.", published=TUESDAY)
    assert (found[-1].start, found[-1].basis) == (date(2024, 7, 29), "published")


def test_a_date_that_opens_a_text_is_believed_against_an_older_day_that_came_with_it() -> None:
    found = tag_times("Wed 07 Jan 2026 at 1459\nA bomb killed two on Monday.", published=TUESDAY)
    assert (found[-1].start, found[-1].basis) == (date(2026, 1, 5), "dateline")


def test_hours_later_are_on_the_day_told_of() -> None:
    found = tag_times(
        "Rebels struck on Monday. Hours later, jets bombed the road. Days later, he fled.", published=TUESDAY
    )
    assert [when.start for when in found] == [date(2024, 7, 29), date(2024, 7, 29), None]


def test_a_full_date_far_ahead_is_no_day_of_writing() -> None:
    found = tag_times("Published May 3, 2031\nA bomb killed two on Monday.", published=TUESDAY)
    assert found[-1].start == date(2024, 7, 29)


def test_a_row_of_days_is_told_on_the_day_of_writing_or_the_one_named() -> None:
    assert tag("For the third day running, they marched.")[0].start == TUESDAY
    assert tag("The war so far: what we know on day 123 of the invasion")[0].start == TUESDAY
    named, row = tag("On Sunday, in a second day of raids, ten died.")
    assert row.start == named.start == date(2024, 7, 28)
    assert tag("They fled on the second day of the war.") == []


def test_the_same_day_is_the_last_day_named_though_a_month_stands_between() -> None:
    assert timexes("He fled on July 3. In May he came back. The same day he fell.")[-1] == "2024-07-03"


def test_hours_later_are_on_the_day_told_of_near_by_or_on_none() -> None:
    near = tag("On Sunday he was freed. Two hours later he spoke.")[-1]
    assert (near.timex, near.start, near.end) == ("PT2H", date(2024, 7, 28), date(2024, 7, 28))
    far = tag("The state was founded in 1958. Two hours later he spoke.")[-1]
    assert (far.timex, far.basis, far.start, far.end) == ("PT2H", "event", None, None)


def test_so_many_years_ago_today_is_a_day() -> None:
    assert timexes("The war began 14 years ago today.") == ["2010-07-30"]


def test_what_happens_in_may_and_what_is_a_name() -> None:
    assert timexes("A May attack killed ten.") == ["2024-05"]
    assert timexes("The May government fell, as the March for Life was told.") == []


def test_the_next_month_counts_from_today_unless_a_tale_is_told() -> None:
    assert timexes("He fled on June 3. The vote will be held in the next month.")[-1] == "2024-08"
    assert timexes("He fled on May 3. The next month, rebels took the port.")[-1] == "2024-06"


def test_the_night_of_a_clause_is_no_time() -> None:
    assert timexes("The night the bomb fell, he slept.") == []


def test_parts_of_a_day_alone_need_a_word_of_time() -> None:
    assert timexes("A new dawn broke; they struck at dawn.") == ["2024-07-30TMO"]


def test_tomorrow_begins_what_starts_on_a_weekday() -> None:
    assert timexes("The deal was struck to avert tariffs starting on Monday.") == ["2024-08-05"]
    assert timexes("The chief named a deputy, effective Feb. 1.") == ["2025-02-01"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The raids came on the 11th anniversary of 9/11.", date(2012, 9, 11)),
        ("The attacks of 9/11 changed the town.", date(2001, 9, 11)),
        ("They took part in last year's Sept. 11 attacks on a post.", date(2023, 9, 11)),
        ("They took part in last year's March 3 raid.", date(2023, 3, 3)),
    ],
)
def test_which_eleventh_of_september(text: str, day: date) -> None:
    found = [when for when in tag_times(text, published=TUESDAY) if when.start is not None]
    assert [(when.start, when.end) for when in found] == [(day, day)]


def test_an_anniversary_without_its_number_is_the_one_meant() -> None:
    found = tag_times("Some marched on the anniversary of 9/11.", published=date(2023, 10, 3))
    assert [when.start for when in found] == [date(2023, 9, 11)]
    assert timexes("Some marched on the anniversary of 9/11.", None) == ["XXXX-09-11"]


def test_a_clause_of_since_looks_back_whatever_its_aim() -> None:
    march = date(2024, 3, 26)
    text = "Since voters approved a plan to leave the union in June, prices have risen."
    assert tag_times(text, published=march)[0].start == date(2023, 6, 1)
    text = "Since May the crew has approved a plan to leave the port in June."
    assert tag_times(text, published=march)[1].start == date(2024, 6, 1)


def test_a_length_of_what_has_gone_on_is_told_by_the_nearest_verb() -> None:
    text = "Raids were flown on a suburb that has been under siege for two years."
    assert tag_times(text, published=TUESDAY)[0].start == date(2022, 1, 1)
    text = "He has said that he was held for two years."
    assert tag_times(text, published=TUESDAY)[0].start is None


def test_the_past_quarter_century_goes_up_to_today() -> None:
    found = tag_times("The war has raged for the past quarter-century.", published=TUESDAY)
    assert [(when.start, when.end) for when in found] == [(date(1999, 1, 1), TUESDAY)]
    assert tag_times("It took a quarter century.", published=TUESDAY)[0].start is None


@pytest.mark.parametrize("line", ["14 March 2034", "March 14, 2034", "2034-03-14"])
def test_a_line_with_nothing_but_a_date_is_the_day_of_writing_where_none_is_known(line: str) -> None:
    text = f"Unrest in the north\n{line}\n\nA bomb killed two on Monday."
    assert tag_times(text, published=None)[-1].start == date(2034, 3, 13)
    assert tag_times(text, published=TUESDAY)[-1].start != date(2034, 3, 13)
    assert tag_times(text.replace(line, f"The talks of {line}"), published=None)[-1].start is None


@pytest.mark.parametrize(
    "title",
    ["Situation Report No. 3 (14 March 2034)", "North: Flash Update, 14 March 2034", "Bulletin as of March 14, 2034"],
)
def test_the_date_in_the_title_of_a_bulletin_is_the_day_of_writing_where_none_is_known(title: str) -> None:
    assert tag_times(f"{title}\nA bomb killed two on Monday.", published=None)[-1].start == date(2034, 3, 13)
    assert tag_times(f"{title} on the north\nA bomb killed two on Monday.", published=None)[-1].start is None


@pytest.mark.parametrize(
    ("opening", "day"), [("The following day, clashes spread.", 12), ("Two days later, clashes spread.", 13)]
)
def test_a_sentence_takes_up_the_day_of_the_tale_again(opening: str, day: int) -> None:
    between = "The party had called the rally against a levy that a minister announced last week. " * 5
    text = f"On Wednesday, police fired at a crowd. {between}{opening}"
    found = tag_times(text, published=date(2026, 3, 14))[-1]
    assert (found.start, found.end) == (date(2026, 3, day), date(2026, 3, day))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The envoy told Gulf Today that the talks had failed.", []),
        ("He said so on Radio Sol's “This Week” before the vote.", []),
        ("Rebels attack the port today.", ["today"]),
        ("The talks failed. Rebels Attack Port Today", ["Today"]),
        ("Today rebels attacked the port. This week they took it.", ["Today", "This week"]),
    ],
)
def test_the_name_of_a_paper_or_a_programme_is_no_time(text: str, found: list[str]) -> None:
    assert [when.piece.text for when in tag(text)] == found


def test_a_date_with_its_weekday_below_the_title_opens_a_text() -> None:
    text = "Blasts in Exampletown kill ten\nWed 01 Oct 2014 at 1459 Regional - Two bombs went off on Wednesday."
    found = tag(text, date(2013, 10, 1))
    assert (found[-1].start, found[-1].basis) == (date(2014, 10, 1), "dateline")


@pytest.mark.parametrize(
    ("head", "friday"),
    [
        ("27-09-2013 Car Bomb Kills 70 People.", date(2013, 9, 27)),
        ("Bomb kills 70\n27 September 2013 A car bomb killed 70 people.", date(2013, 9, 27)),
        ("21 Nov 2013 The raid came as thousands waited.", date(2013, 11, 15)),
        ("21 Nov 2009 The raid came as thousands waited.", date(2013, 11, 8)),  # a chronicle may begin so
        ("On 27 September 2013 a car bomb killed 70 people.", date(2013, 11, 8)),
    ],
)
def test_a_date_that_opens_a_report_is_its_day_where_another_comes_with_it(head: str, friday: date) -> None:
    told = tag_times(f"{head} Many died on Friday in the port.", published=date(2013, 11, 9))
    assert next(when.start for when in told if when.piece.text == "Friday") == friday


def test_the_attacks_of_a_day_are_not_of_its_anniversary() -> None:
    told = tag_times("A film marks the anniversary of the 9/11 attacks.", published=date(2015, 5, 20))
    assert [when.start for when in told] == [date(2001, 9, 11)]
