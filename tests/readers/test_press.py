from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.reading import read, written

FIRST = "Rebels stormed the town of Marava on Monday and killed nine people, the army said."
SECOND = "The transport minister of Norland resigned on Tuesday, his office said."
ASIDE = "Location: the old harbour. Notes were taken there, and the title: nobody knows it."
LAST = "Nobody had expected it."

NEXIS = f"""Page 1 of 3

Rebels storm Marava

Marava Courier (London)

March 10, 2026 Tuesday 3:15 PM GMT

Copyright 2026 Courier Media Limited All Rights Reserved

Section: WORLD NEWS; Version:1
Length: 534 words
Byline: Anna Person
Body

{FIRST}

{ASIDE}

Graphic

A photograph of the town

Load-Date: March 11, 2026


End of Document
Minister of Norland resigns

The Harbour Post

March 10, 2026 Tuesday

Copyright 2026 The Harbour Post

Length: 120 words
Body

{SECOND}

Load-Date: March 11, 2026

End of Document
"""
NEXIS_OF_OLD = f"""                        1 of 2 DOCUMENTS

                         Marava Courier (London)

                        March 10, 2026 Tuesday
                         Late Edition - Final

Rebels storm Marava

BYLINE: By ANNA PERSON

LENGTH: 80 words

DATELINE: MARAVA

{FIRST}

{ASIDE}

URL: http://courier.example

LOAD-DATE: March 11, 2026

LANGUAGE: ENGLISH

              Copyright 2026 Courier Media Limited
                        All Rights Reserved
                        2 of 2 DOCUMENTS

                     Copyright 2026 Harbour Press
                         All Rights Reserved
                          The Harbour Post

                      March 10, 2026 Tuesday

LENGTH: 33 words

HEADLINE: Minister of Norland resigns

BODY:
{SECOND}

LOAD-DATE: March 11, 2026
"""
FACTIVA = f"""Rebels storm Marava
By Anna Person
134 words
10 March 2026
12:34
Marava Courier (London)
MARAC
English
(c) 2026 Courier Media Limited

{FIRST}

{ASIDE}

Document MARAC00020260310em3b000xx

Minister of Norland resigns
90 words
10 March 2026
The Harbour Post
HRBP
4
English
Copyright 2026. The Harbour Post.

{SECOND}

Document HRBP000020260310em3c0001t

Search Summary
Date	In the last week
"""
FACTIVA_BY_FIELDS = f"""HD
Rebels storm Marava
WC
134 words
PD
10 March 2026
SN
Marava Courier (London)
LA
English
LP
{FIRST}
TD

{ASIDE}

CO
marac : Marava
AN
Document MARAC00020260310em3b000xx

HD  Minister of Norland resigns
WC  90 words
PD  10 March 2026
SN  The Harbour Post
LA  English
LP  {SECOND}
TD
AN  Document HRBP000020260310em3c0001t
"""
PROQUEST = f"""____________________________________________________________

Document 1 of 2

Rebels storm Marava

Author: Person, Anna

Full text:
{FIRST}

{LAST}

Subject: Rebels; Towns

Location: Marava

Title: Rebels storm Marava

Publication title: Marava Courier (London)

Publication date: Mar 10, 2026
____________________________________________________________

Document 2 of 2

Full text:
{SECOND}

Title: Minister of Norland resigns

Publication title: The Harbour Post

Publication date: Mar 10, 2026
"""
EXPORTS = {
    "nexis": NEXIS,
    "nexis of old": NEXIS_OF_OLD,
    "factiva": FACTIVA,
    "factiva by fields": FACTIVA_BY_FIELDS,
    "proquest": PROQUEST,
}


@pytest.mark.parametrize("service", EXPORTS)
def test_each_report_of_an_export_is_an_article(tmp_path: Path, service: str) -> None:
    first, second = read(written(tmp_path, "export.txt", EXPORTS[service])).articles
    assert first.text == f"Rebels storm Marava\n{FIRST}\n\n{LAST if service == 'proquest' else ASIDE}"
    assert second.text == f"Minister of Norland resigns\n{SECOND}"
    assert (first.title, second.title) == ("Rebels storm Marava", "Minister of Norland resigns")
    assert (first.publisher, second.publisher) == ("Marava Courier (London)", "The Harbour Post")
    assert [str(one.published)[:10] for one in (first, second)] == ["2026-03-10", "2026-03-10"]
    assert second.source == f"{tmp_path / 'export.txt'}[2]"


def test_an_export_as_a_document_of_a_word_processor(tmp_path: Path) -> None:
    lines = "".join(f"{line}\\par\n" for line in NEXIS.splitlines())
    first, second = read(written(tmp_path, "export.rtf", f"{{\\rtf1\\ansi {lines}}}")).articles
    assert FIRST in first.text and second.publisher == "The Harbour Post"


def test_an_export_may_be_longer_than_any_report(tmp_path: Path) -> None:
    long = f"{ASIDE}\n" * 10_000
    export = "".join(
        NEXIS.replace(ASIDE, f"{long}{number}").replace(SECOND, f"{SECOND}{number}") for number in range(6)
    )
    assert len(export) > 4_000_000
    result = read(written(tmp_path, "export.txt", export))
    assert len(result.articles) == 12 and not result.skipped


def test_a_report_in_another_language_is_told_by_its_number(tmp_path: Path) -> None:
    export = FACTIVA.replace("English\nCopyright", "French\nCopyright")
    (skipped,) = read(written(tmp_path, "export.txt", export)).skipped
    assert skipped.source.endswith("[2]") and "French" in skipped.reason


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\nEnd of Document\n{SECOND}\n",
        f"{FIRST}\n1 of 2 DOCUMENTS\n{SECOND}\n",
        f"{FIRST}\nThe plan has 500 words\n{SECOND}\n",
    ],
)
def test_a_mark_alone_parts_nothing(tmp_path: Path, text: str) -> None:
    (article,) = read(written(tmp_path, "report.txt", text)).articles
    assert article.text == text and article.title is None
