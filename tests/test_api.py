from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

import dateline
from dateline.api import Dateline
from dateline.errors import ArticleError, InputError
from dateline.readers import read_paths
from dateline.records.article import Article
from dateline.records.flat import COLUMNS

TEXT = "Rebels attacked an army post near Gao on Monday, killing at least seven soldiers, the defence ministry said."
FRENCH = "Le ministre a annoncé mardi que les rebelles avaient attaqué la ville pendant la nuit. " * 3


@pytest.fixture(scope="module")
def coder() -> Dateline:
    return dateline.load()


@pytest.mark.parametrize("published", ["2024-08-02", "2024-08-02T06:00:00Z", "2 August 2024", date(2024, 8, 2)])
def test_a_date_is_a_date_or_words(coder: Dateline, published: str | date) -> None:
    (when,) = {str(e.when.start) for e in coder.code(TEXT, published=published).events if e.when}
    assert when == "2024-07-29"
    assert coder.code(TEXT, published=datetime(2024, 8, 2, 6)).article.published == "2024-08-02T06:00:00"


@pytest.mark.parametrize("published", ["nonsense", "2024-13-01", "03/04/2024"])
def test_what_is_no_date_is_an_error_of_dateline(coder: Dateline, published: str) -> None:
    with pytest.raises(InputError, match="is not a date; write it as 2024-08-02"):
        coder.code(TEXT, published=published)
    with pytest.raises(ArticleError, match=r"a: published: .* is not an ISO date"):
        coder.code_article(Article("a", TEXT, published=published))
    with pytest.raises(ArticleError):
        list(coder.code_all([Article("a", TEXT, published=published)]))


def test_another_language_is_told(coder: Dateline) -> None:
    with pytest.raises(ArticleError, match=r"r1: language is French \(fr\): only English is coded so far"):
        coder.code(FRENCH, id="r1")
    with pytest.raises(ArticleError, match="language is German"):
        coder.code(TEXT, language="de")
    assert coder.code(FRENCH, language="en").article.language == "en"


def test_no_words_are_told(coder: Dateline) -> None:
    with pytest.raises(ArticleError, match="the text is empty"):
        coder.code("  ")


def test_a_text_is_the_same_article_as_on_the_command_line(coder: Dateline, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(TEXT, encoding="utf-8")
    (read,) = read_paths([str(file)], published="2024-08-02", on_skip=lambda error: None)
    coded = coder.code(TEXT, published="2024-08-02")
    assert (coded.article.id, coded.article.text) == (read.id, read.text)
    assert coded.events == coder.code_article(read).events
    titled = coder.code(TEXT, title="Post attacked").article
    assert titled.text == f"Post attacked\n{TEXT}"


@pytest.mark.parametrize("text", [None, float("nan"), b"bytes"])
def test_what_is_no_text_is_told(coder: Dateline, text: object) -> None:
    with pytest.raises(ArticleError, match=rf"r1: the text is {type(text).__name__}, not a string"):
        coder.code(text, id="r1")  # type: ignore[arg-type]


def test_one_that_cannot_be_coded_is_skipped_where_somebody_hears_of_it(coder: Dateline) -> None:
    skipped: list[ArticleError] = []
    articles = [Article("a", TEXT, published="nonsense"), Article("b", TEXT)]
    (coded,) = coder.code_all(articles, on_skip=skipped.append)
    assert (coded.article.id, [error.source for error in skipped]) == ("b", ["a"])
    assert repr(coded) == "<Coded b: ASSAULT “attacked”; ASSAULT “killing”; statements: 1>"


def test_coded_articles_are_a_table(coder: Dateline) -> None:
    coded = [coder.code(TEXT, published="2024-08-02")]
    events = dateline.table(coded)
    rows = list(events.rows())
    assert [row["event_id"] for row in rows] == [event.id for event in coded[0].events]
    assert rows == list(events.rows()) and list(rows[0]) == [name for name, _ in COLUMNS]
    assert events.pandas()["start"].dt.strftime("%Y-%m-%d").to_list() == ["2024-07-29"] * len(rows)
    assert repr(events).startswith(f"<Answer of {len(COLUMNS)} columns (event_id, story_event, start, end, …)")


def test_a_confidence_and_lists_of_actors_are_checked(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="between 0 and 1"):
        dateline.load(confidence=70)
    with pytest.raises(InputError, match=r"none\.csv: No such file"):
        dateline.load(actor_lists=[str(tmp_path / "none.csv")])


def test_countries_and_parts_of_the_world_by_name() -> None:
    assert dateline.countries("Mali") == ("MLI",)
    assert {"MLI", "NER", "TCD"} <= set(dateline.Filter(countries=dateline.countries("Sahel")).countries)
    with pytest.raises(InputError, match="nearest are"):
        dateline.countries("Sahell")
