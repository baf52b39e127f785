from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline import pipeline
from dateline.errors import ArticleError
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.lines import dumps, event_line, statement_line

REPORT = (
    "Rebels attack army post near Gao\n"
    "Rebels attacked an army post near the town of Gao on Monday, killing at least seven soldiers, the defence "
    "ministry said.\n"
    "The president condemned the attack. “We will not give in,” he told reporters in Bamako.\n"
    "Read more: Our coverage of the Sahel\n"
    "Talks between Mali and Algeria are planned for next week.\n"
)


def pieces(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "span" in value:
            yield value
        for inner in value.values():
            yield from pieces(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from pieces(inner)


def lines(text: str, parts: pipeline.Parts, published: str | None = "2024-08-02") -> list[dict[str, Any]]:
    article = Article("a", text, published=published)
    coded = pipeline.code_article(article, parts)
    return [event_line(article, e) for e in coded.events] + [statement_line(article, s) for s in coded.statements]


def test_every_value_stands_in_the_text(parts: pipeline.Parts) -> None:
    found = lines(REPORT, parts)
    assert any(x["record"] == "event" for x in found)
    for record in found:
        for piece in pieces(record):
            start, end = piece["span"]
            assert REPORT[start:end] == piece["text"]
            assert start < end


def test_the_same_text_gives_the_same_bytes(parts: pipeline.Parts) -> None:
    assert [dumps(x) for x in lines(REPORT, parts)] == [dumps(x) for x in lines(REPORT, parts)]


def test_furniture_is_not_coded(parts: pipeline.Parts) -> None:
    start = REPORT.index("Read more")
    end = REPORT.index("\n", start)
    for record in lines(REPORT, parts):
        for piece in pieces(record):
            assert not (start <= piece["span"][0] < end)


def test_without_a_date_relative_days_stay_open(parts: pipeline.Parts) -> None:
    times = [x["when"] for x in lines(REPORT, parts, published=None) if x.get("when")]
    assert times
    assert {(t["start"], t["end"]) for t in times} == {(None, None)}


def test_ids_are_unique_and_told_events_exist(parts: pipeline.Parts) -> None:
    found = lines(REPORT, parts)
    ids = [x["id"] for x in found]
    assert len(ids) == len(set(ids))
    events = {x["id"] for x in found if x["record"] == "event"}
    assert all(set(x["events"]) <= events for x in found if x["record"] == "statement")
    assert {x["story_event"] for x in found if x["record"] == "event"} <= events


def test_an_empty_text_is_refused(parts: pipeline.Parts) -> None:
    with pytest.raises(ArticleError, match="empty"):
        pipeline.code_article(Article("a", " \n "), parts)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=300).filter(lambda t: t.strip()))
def test_any_text_is_coded_and_proven(parts: pipeline.Parts, text: str) -> None:
    for record in lines(text, parts):
        for piece in pieces(record):
            assert text[piece["span"][0] : piece["span"][1]] == piece["text"]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.sampled_from([*REPORT.split(), "\n", "“", "—", "Jan. 5", "13", "killed", "said", "Moscow", "he"]),
        max_size=60,
    )
)
def test_shuffled_news_is_coded_and_proven(parts: pipeline.Parts, words: list[str]) -> None:
    text = " ".join(["Police", *words])
    for record in lines(text, parts):
        for piece in pieces(record):
            assert text[piece["span"][0] : piece["span"][1]] == piece["text"]


def test_a_fault_of_the_program_is_an_error_of_that_article(
    parts: pipeline.Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> None:
        raise ValueError("math domain error")

    monkeypatch.setattr(pipeline, "story_events", broken)
    with pytest.raises(ArticleError, match=r"^a: a fault of Dateline \(ValueError: math domain error, test_pipeline"):
        pipeline.code_article(Article("a", REPORT), parts)


def test_articles_coded_together_are_what_each_is_alone_and_one_that_fails_costs_itself(parts: pipeline.Parts) -> None:
    texts = [REPORT, " \n ", *(f"Police in Lima arrested {n} men on Monday, the mayor said." for n in range(2, 11)), ""]
    articles = [Article(f"a{number}", text, published="2024-07-30") for number, text in enumerate(texts)]
    found = list(pipeline.code_articles(iter(articles), parts))
    assert len(found) == len(articles) > 2 * pipeline.TOGETHER
    for article, one in zip(articles, found, strict=True):
        if article.text.strip():
            assert one == pipeline.code_article(article, parts)
        else:
            assert isinstance(one, ArticleError) and str(one).startswith(f"{article.id}: the text is empty")


def test_a_fault_of_the_program_in_a_later_step_leaves_the_articles_beside_it(
    parts: pipeline.Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    joined = pipeline.story_events

    def broken(events: Any, article: Article) -> Any:
        if article.id == "a1":
            raise ValueError("math domain error")
        return joined(events, article)

    monkeypatch.setattr(pipeline, "story_events", broken)
    first, second, third = pipeline.code_articles([Article(f"a{n}", REPORT) for n in range(3)], parts)
    assert isinstance(first, Coded) and isinstance(third, Coded)
    assert isinstance(second, ArticleError) and "a1: a fault of Dateline (ValueError: math domain error" in str(second)
