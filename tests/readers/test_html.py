from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.making import BODY, page
from tests.readers.reading import read, written


def json_ld(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def test_main_text_title_publisher(tmp_path: Path) -> None:
    head = '<meta property="og:site_name" content="Marava Post"><link rel="canonical" href="https://marava.example/a">'
    (article,) = read(written(tmp_path, "a.html", page(head))).articles
    assert article.title == "Harbour blocked" and article.publisher == "Marava Post"
    assert article.text.startswith("Harbour blocked\nFishermen in the port")
    assert "Copyright" not in article.text and "Home" not in article.text
    assert article.url == "https://marava.example/a"


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ('<meta property="article:published_time" content="2024-08-05T18:30:00+02:00">', "2024-08-05T18:30:00+02:00"),
        ('<meta name="DC.date.issued" content="2024-08-05">', "2024-08-05"),
        (
            json_ld('{"@type": "NewsArticle", "datePublished": "2024-08-05T16:30:00Z"}'),
            "2024-08-05T16:30:00Z",
        ),
        (
            json_ld('{"@graph": [{"@type": "WebSite"}, {"@type": ["Article"],\n"datePublished": "2024-08-05"}]}'),
            "2024-08-05",
        ),
        ('<script type="application/ld+json">{"@type": "WebPage", "datePublished": "2001-01-01"}</script>', None),
        ('<script type="application/ld+json">{broken</script>', None),
        ('<link rel="canonical" href="https://marava.example/2024/08/05/harbour">', "2024-08-05"),
        ('<link rel="canonical" href="https://marava.example/2024/aug/5/harbour">', "2024-08-05"),
        ("", None),
    ],
)
def test_dates_come_from_what_the_page_states(tmp_path: Path, head: str, date: str | None) -> None:
    assert read(written(tmp_path, "a.html", page(head))).articles[0].published == date


def test_time_tags_count_only_where_they_agree(tmp_path: Path) -> None:
    one = '<time datetime="2024-08-05T10:00:00Z">today</time>'
    other = '<time datetime="2024-07-01">then</time>'
    assert read(written(tmp_path, "a.html", page(body=one + BODY))).articles[0].published == "2024-08-05T10:00:00Z"
    assert read(written(tmp_path, "b.html", page(body=one + BODY + other))).articles[0].published is None


def test_the_text_never_gives_the_date(tmp_path: Path) -> None:
    body = f"<p>On 3 May 2019 the mayor resigned, and on 4 June 2020 he came back to office.</p>{BODY}"
    assert read(written(tmp_path, "a.html", page(body=body))).articles[0].published is None


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "iso-8859-15"])
def test_declared_encodings(tmp_path: Path, encoding: str) -> None:
    html = page(body=f"<p>The café of Señor Müller was closed.</p>{BODY}").replace(
        'charset="utf-8"', f'charset="{encoding}"'
    )
    assert "café of Señor Müller" in read(written(tmp_path, "a.html", html.encode(encoding))).articles[0].text


def test_a_fragment_is_a_page_too(tmp_path: Path) -> None:
    assert "Fishermen" in read(written(tmp_path, "a.html", f"<div><div>{BODY}</div></div>")).articles[0].text


@pytest.mark.parametrize(
    "html",
    [
        "<!DOCTYPE html><html><head><title>x</title></head><body></body></html>",
        "<html><body><script>var a = 1;</script></body></html>",
        "<!-- nothing -->",
        "<html>" + "<div>" * 20_000 + "</html>",
    ],
)
def test_pages_without_text_are_one_line(tmp_path: Path, html: str) -> None:
    result = read(written(tmp_path, "a.html", html))
    assert result.articles == [] and len(result.skipped) == 1


def test_pages_in_other_languages_are_skipped(tmp_path: Path) -> None:
    body = (
        "<p>Les pêcheurs du port ont bloqué lundi l'entrée pour protester contre la hausse du prix du carburant.</p>"
        * 3
    )
    assert read(written(tmp_path, "a.html", page(body=body, lang="fr"))).reasons == [
        "language is French (fr): only English is coded so far"
    ]


def test_a_page_that_needs_a_browser_has_no_text(tmp_path: Path) -> None:
    empty = '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>'
    (reason,) = read(
        written(tmp_path, "a.html", f"<html><head><title>Marava</title></head><body>{empty}</body></html>")
    ).reasons
    assert "one that needs a browser" in reason
