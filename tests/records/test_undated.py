from __future__ import annotations

from dateline.records.article import Article
from dateline.records.undated import NAMED, Undated


def test_articles_without_a_date_are_counted_and_the_first_named_by_where_they_come_from() -> None:
    undated = Undated()
    undated.count(Article("dated", "", published="2024-03-04"))
    for number in range(NAMED + 1):
        undated.count(Article(f"id{number}", "", source="a.txt" if number == 0 else None))
    assert undated.number == NAMED + 1
    assert undated.first == ["a.txt", "id1", "id2"]
