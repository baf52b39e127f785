from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.errors import InputError
from tests.readers.reading import REPORT, read, written


def lines(*records: dict[str, str]) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def test_ids_come_from_address_and_text_not_from_the_file(tmp_path: Path) -> None:
    one = read(written(tmp_path, "a.txt", REPORT)).articles[0]
    two = read(written(tmp_path, "b.jsonl", lines({"text": REPORT}))).articles[0]
    other = read(written(tmp_path, "c.jsonl", lines({"text": REPORT, "url": "https://m.example"}))).articles[0]
    assert one.id == two.id and len(one.id) == 16 and int(one.id, 16) >= 0
    assert other.id != one.id


def test_the_same_text_is_read_once(tmp_path: Path) -> None:
    file = written(tmp_path, "a.txt", REPORT)
    result = read(file, file)
    assert len(result.articles) == 1
    assert result.reasons == [f"read twice (id {result.articles[0].id}): the same text was read before"]


def test_another_text_under_the_same_id_is_kept_and_noted(tmp_path: Path) -> None:
    records = lines(
        {"id": "a", "text": REPORT}, {"id": "a", "text": f"{REPORT} More."}, {"id": "a", "text": f"{REPORT} More."}
    )
    result = read(written(tmp_path, "a.jsonl", records))
    first, second = result.articles
    assert first.id == "a" and second.id.startswith("a-") and len(second.id) == 10
    assert result.notes == [
        f"{tmp_path}/a.jsonl:2: the id a was given to another text before: this one is called {second.id}"
    ]
    assert result.reasons == [f"read twice (id {second.id}): the same text was read before"]


def test_the_option_dates_what_has_no_date(tmp_path: Path) -> None:
    records = lines(
        {"text": REPORT},
        {"text": f"{REPORT} B", "published": "3 May 2019"},
        {"text": f"{REPORT} C", "published": "last week"},
    )
    result = read(written(tmp_path, "a.jsonl", records), published="2024-08-02")
    assert [article.published for article in result.articles] == ["2024-08-02", "2019-05-03", None]
    assert len(result.notes) == 1 and "'last week' is not clear" in result.notes[0]


def test_a_wrong_date_stops_before_anything_is_read() -> None:
    with pytest.raises(InputError, match="write it as 2024-08-02"):
        read("nowhere", published="02/08/2024")


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("en", None),
        ("en-GB", None),
        ("English", None),
        ("eng", None),
        ("", None),
        ("fr", "language is French (fr): only English is coded so far"),
        ("German", "language is German (de): only English is coded so far"),
        ("xx", 'language is "xx": only English is coded so far'),
    ],
)
def test_a_stated_language_is_believed(tmp_path: Path, language: str, reason: str | None) -> None:
    result = read(written(tmp_path, "a.jsonl", lines({"text": REPORT, "language": language})))
    assert result.reasons == ([reason] if reason else [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Le président a annoncé jeudi la dissolution de l'Assemblée nationale après l'échec des négociations.",
            "French",
        ),
        ("El gobierno anunció este jueves la liberación de veinte presos tras las conversaciones de paz.", "Spanish"),
        (
            "Президент заявил в четверг, что переговоры с соседней страной будут продолжены на следующей неделе.",
            "Russian",
        ),
        ("أعلن وزير الخارجية يوم الخميس أن المحادثات مع الدولة المجاورة ستستمر الأسبوع المقبل", "Arabic"),
    ],
)
def test_other_languages_are_recognised(tmp_path: Path, text: str, name: str) -> None:
    (reason,) = read(written(tmp_path, "a.txt", text)).reasons
    assert reason.startswith(f"language is {name} (")


@pytest.mark.parametrize(
    "text",
    ["Tens killed in Gao", "KABUL: BLAST", REPORT.upper(), "Macron, Scholz, Sánchez meet Erdoğan in Ankara, Turkey"],
)
def test_short_and_upper_case_english_is_kept(tmp_path: Path, text: str) -> None:
    assert len(read(written(tmp_path, "a.txt", text)).articles) == 1


def test_dates_in_an_open_order_are_read_by_the_order_that_is_given(tmp_path: Path) -> None:
    file = written(tmp_path, "a.jsonl", lines({"text": REPORT, "published": "04/03/2026"}))
    plain, told = read(file), read(file, dates="day-first")
    assert plain.articles[0].published is None
    assert "say whether the day or the month comes first (--dates)" in plain.notes[0]
    assert told.articles[0].published == "2026-03-04" and not told.notes


def test_the_date_of_a_file_name_comes_before_the_option_and_behind_that_of_the_record(tmp_path: Path) -> None:
    named = written(tmp_path, "2026-03-11.jsonl", lines({"text": REPORT}, {"text": "B", "published": "2026-01-02"}))
    other = written(tmp_path, "bol.txt", f"{REPORT} C")
    result = read(named, other, published="2024-08-02", by_name=True)
    assert [a.published for a in result.articles] == ["2026-03-11", "2026-01-02", "2024-08-02"]
    assert read(named).articles[0].published is None


def test_a_file_whose_name_has_no_clear_date_is_told(tmp_path: Path) -> None:
    files = [written(tmp_path, f"{name}.txt", f"{REPORT} {name}") for name in ("2026-13-45", "03-04-2026", "bol")]
    result = read(*files, by_name=True)
    assert [a.published for a in result.articles] == [None, None, None]
    first, second = result.notes
    assert first.endswith("the date '2026-13-45' in its name is not clear")
    assert second.endswith(
        "'03-04-2026' in its name is not clear: say whether the day or the month comes first (--dates)"
    )
    assert read(files[1], by_name=True, dates="day-first").articles[0].published == "2026-04-03"


def test_a_publisher_that_is_given_holds_for_articles_that_name_none(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", REPORT)
    written(tmp_path, "b.json", json.dumps({"text": f"{REPORT} Two.", "publisher": "Marava Post"}))
    assert [a.publisher for a in read(tmp_path, publisher="Lake Wire").articles] == ["Lake Wire", "Marava Post"]
