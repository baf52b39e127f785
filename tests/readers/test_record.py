from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.errors import ArticleError, InputError
from dateline.readers.record import draft
from tests.readers.reading import REPORT, read, written


@pytest.mark.parametrize("suffix", [".json", ".jsonl", ""])
def test_answers_of_services_are_read_as_lists(suffix: str, tmp_path: Path) -> None:
    answer = {
        "status": "ok",
        "articles": [
            {
                "source": {"id": None, "name": "LWA"},
                "title": "Held",
                "publishedAt": "2024-08-02T10:00:00Z",
                "content": REPORT,
            },
            {"title": None},
            5,
        ],
    }
    file = written(tmp_path, f"a{suffix}", json.dumps(answer))
    result = read(file)
    (article,) = result.articles
    assert (article.publisher, article.published) == ("LWA", "2024-08-02T10:00:00Z")
    assert article.text == f"Held\n{REPORT}"
    assert [e.source.rpartition("[")[2] for e in result.skipped] == ["2]", "3]"]


def test_json_feeds(tmp_path: Path) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Marava Courier",
        "description": "All of Marava",
        "items": [
            {
                "id": "1",
                "summary": "Short.",
                "content_html": f"<p>{REPORT}</p><p>More&hellip;</p>",
                "url": "https://m.example/1",
            },
            {"id": "2", "content_text": f"{REPORT} Two.", "date_published": "2024-08-02T10:00:00-04:00"},
        ],
    }
    first, second = read(written(tmp_path, "feed.json", json.dumps(feed))).articles
    assert first.text == f"{REPORT}\nMore\u2026"
    assert (first.publisher, first.url) == ("Marava Courier", "https://m.example/1")
    assert (second.text, second.published) == (f"{REPORT} Two.", "2024-08-02T10:00:00-04:00")


def test_names_differ_in_case_and_signs_only(tmp_path: Path) -> None:
    record = {"TEXT": REPORT, "Publication Date": "2024-08-02", "story_id": 7}
    result = read(written(tmp_path, "a.jsonl", json.dumps(record)))
    assert (result.articles[0].published, result.articles[0].id) == ("2024-08-02", "7")
    assert result.notes == [
        f'{tmp_path}/a.jsonl:1: id is read from "story_id"; published is read from "Publication Date"'
    ]


def test_a_record_with_text_is_no_list(tmp_path: Path) -> None:
    record = {"text": REPORT, "items": [{"text": "Another report of the same paper."}]}
    assert [a.text for a in read(written(tmp_path, "a.json", json.dumps(record))).articles] == [REPORT]


def test_tags_in_a_text_are_kept_and_told(tmp_path: Path) -> None:
    texts = ["<p>Rain fell on the <b>market</b> of Kelbo.</p>", "Output rose where x<y and y>z, the firm said.", REPORT]
    result = read(written(tmp_path, "a.jsonl", "\n".join(json.dumps({"text": text}) for text in texts)))
    assert [article.text for article in result.articles] == texts
    (note,) = result.notes
    assert note.startswith(f"{tmp_path / 'a.jsonl'}:1: the text has HTML tags")


def test_names_of_fields_are_told_on_one_line() -> None:
    with pytest.raises(ArticleError, match=r"its fields: a b, c\)"):
        draft("x", {"a\nb": 1, "c": 2})
    assert draft("x", {"bo\ndy": "It rained."}).notes == ('text is read from "bo dy"',)


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_fields_are_what_somebody_says_they_are(name: str, tmp_path: Path) -> None:
    file = written(
        tmp_path, name, json.dumps({"text": "short", "full": {"x": 1}, "story": REPORT, "Day": "2024-08-02"})
    )
    (one,) = read(file, fields={"text": "Story", "published": "day"}).articles
    assert (one.text, one.published) == (REPORT, "2024-08-02")
    inside = written(tmp_path, name, json.dumps({"articles": [{"text": "short", "story": REPORT}]}))
    assert read(inside, fields={"text": "story"}).articles[0].text == REPORT


def test_a_field_that_is_none_is_told() -> None:
    with pytest.raises(InputError, match=r"--field day: it is none of text, id, title"):
        read("a", fields={"day": "Datum"})
