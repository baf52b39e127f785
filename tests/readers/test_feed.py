from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.reading import REPORT, read, written

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet href="x.xsl"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title><![CDATA[Marava Courier]]></title><language>en-gb</language>
<item><title>Two held &amp;amp; questioned</title><media:title>Picture</media:title>
  <description>Short.</description><content:encoded><![CDATA[<p>{REPORT}</p><p>A <b>third</b> man&nbsp;fled.<br>
  <script>x()</script></p>]]></content:encoded><link>https://m.example/1</link><guid isPermaLink="false">m-1</guid>
  <pubDate>Fri, 02 Aug 2024 14:30:00 GMT</pubDate></item>
<item><title>Only a headline about the harbour of Marava</title><guid>https://m.example/2</guid></item>
<item><description>{REPORT}</description><source url="https://l.example">Lake Wire</source></item>
<item><link>https://m.example/4</link></item>
</channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Marava Courier</title>
<entry><title type="html">Two &lt;b&gt;held&lt;/b&gt;</title><id>urn:1</id><updated>2024-08-03T00:00:00Z</updated>
  <published>2024-08-02T14:30:00Z</published><link rel="self" href="https://m.example/self"/>
  <link href="https://m.example/1"/>
  <summary>Short.</summary>
  <content type="xhtml">
  <div xmlns="http://www.w3.org/1999/xhtml"><p>{REPORT}</p><p>It is <i>told</i>.</p></div></content>
</entry></feed>"""

RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://m.example"><title>Marava Courier</title></channel>
<item rdf:about="https://m.example/1"><title>Two held</title><link>https://m.example/1</link>
<description>{REPORT}</description><dc:date>2024-08-02</dc:date></item></rdf:RDF>"""


@pytest.mark.parametrize(("feed", "whole"), [(RSS[: RSS.index("Lake Wire")], 2), (ATOM[: ATOM.index("It is")], 0)])
def test_an_entry_within_which_the_feed_breaks_off_is_not_read_by_half(tmp_path: Path, feed: str, whole: int) -> None:
    result = read(written(tmp_path, "a.rss", feed))
    assert len(result.articles) == whole
    assert result.reasons == ["the feed breaks off within this entry: get the feed again"]


def test_rss(tmp_path: Path) -> None:
    file = written(tmp_path, "a.rss", RSS)
    result = read(file)
    first, second, third = result.articles
    assert first.text == f"Two held & questioned\n{REPORT}\nA third man fled."
    assert (first.id, first.published, first.publisher) == ("m-1", "2024-08-02T14:30:00Z", "Marava Courier")
    assert (first.url, first.source) == ("https://m.example/1", f"{file}#https://m.example/1")
    assert (second.text, second.url) == ("Only a headline about the harbour of Marava", "https://m.example/2")
    assert (third.text, third.publisher, third.source) == (REPORT, "Lake Wire", f"{file}#3")
    assert [(e.source, e.reason) for e in result.skipped] == [
        (f"{file}#https://m.example/4", "the entry has neither text nor title")
    ]


def test_atom(tmp_path: Path) -> None:
    (article,) = read(written(tmp_path, "feed.xml", ATOM)).articles
    assert article.text == f"Two held\n{REPORT}\nIt is told."
    assert (article.id, article.published, article.url) == ("urn:1", "2024-08-02T14:30:00Z", "https://m.example/1")
    assert article.publisher == "Marava Courier"


def test_rdf(tmp_path: Path) -> None:
    (article,) = read(written(tmp_path, "feed", RDF)).articles
    assert (article.id, article.published) == ("https://m.example/1", "2024-08-02")
    assert article.text == f"Two held\n{REPORT}"


def test_encodings_and_broken_markup(tmp_path: Path) -> None:
    latin = RSS.replace("UTF-8", "iso-8859-1").replace("A <b>third", "Caf\u00e9: a <b>third").encode("latin-1")
    assert "Caf\u00e9: a third" in read(written(tmp_path, "a.rss", latin)).articles[0].text
    assert len(read(written(tmp_path, "b.rss", RSS.encode("utf-16"))).articles) == 3
    cut = read(written(tmp_path, "c.rss", RSS[: RSS.index("<item><description>")]))
    assert len(cut.articles) == 2 and cut.skipped == []


def test_entities_are_never_unfolded_from_elsewhere(tmp_path: Path) -> None:
    written(tmp_path, "secret.txt", "secret words")
    bad = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]>' + RSS.partition("?>")[2].replace(
        "Short.", "&x;"
    ).replace("content:encoded", "other")
    texts = [article.text for article in read(written(tmp_path, "a.rss", bad)).articles]
    assert len(texts) == 3 and "&x;" in texts[0] and "secret words" not in " ".join(texts)


@pytest.mark.parametrize("name", ["a.xml", "a.atom"])
def test_other_xml_is_told(name: str, tmp_path: Path) -> None:
    (reason,) = read(written(tmp_path, name, "<urlset><url/></urlset>")).reasons
    assert reason.startswith("this is XML, but no feed (it begins with <urlset>)")
