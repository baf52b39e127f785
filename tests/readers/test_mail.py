from __future__ import annotations

import zipfile
from email.message import EmailMessage
from email.policy import SMTP
from io import BytesIO
from pathlib import Path

import pytest

from tests.readers.making import page
from tests.readers.pdf_making import column, pdf
from tests.readers.reading import REPORT, read, written

SENT = "Fri, 02 Aug 2024 14:30:00 +0200"
BOX = b"From desk@m.example Fri Aug  2 14:30:00 2024\n"


def message(text: str = REPORT, *, id: str = "1@m.example", subject: str = "Arrests in Marava") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Marava Désk <desk@m.example>"
    mail["Date"], mail["Subject"], mail["Message-ID"] = SENT, subject, f"<{id}>"
    mail.set_content(text)
    return mail


def mail(text: str = REPORT, *, id: str = "1@m.example") -> bytes:
    return message(text, id=id).as_bytes()


@pytest.mark.parametrize("name", ["a.eml", "a.txt", "a"])
def test_a_mail_is_a_report_with_its_subject_day_and_sender(tmp_path: Path, name: str) -> None:
    long = f"{REPORT} A café — behind the harbour, as {'very ' * 20}many say = was searched."
    result = read(written(tmp_path, name, message(long, subject="Fwd: Re: Arrests in Marava").as_bytes(policy=SMTP)))
    (one,) = result.articles
    assert one.text == f"Arrests in Marava\n{long}"
    assert (one.id, one.published, one.publisher) == ("1@m.example", "2024-08-02T14:30:00+02:00", "Marava Désk")
    assert result.skipped == [] and result.notes == []


def test_what_is_answered_and_signatures_are_left_out(tmp_path: Path) -> None:
    text = f"{REPORT}\n\n> Gunmen burned a mill in Lindo.\n>> Really?\n\nIt was late.\n-- \nDesk officer\nMarava"
    (one,) = read(written(tmp_path, "a.eml", mail(text))).articles
    assert one.text == f"Arrests in Marava\n{REPORT}\n\n\nIt was late."


def test_a_box_is_read_mail_by_mail(tmp_path: Path) -> None:
    second = f"{REPORT} Two.\n\nFrom the harbour nothing was heard."
    empty = BOX + message("").as_bytes() + b"\n"
    box = BOX + mail() + b"\n" + empty + BOX + mail(second, id="2").replace(b"\nFrom the", b"\n>From the") + b"\n"
    file = written(tmp_path, "news.mbox", box)
    result = read(file)
    assert [(a.id, a.source) for a in result.articles] == [("1@m.example", f"{file}:1"), ("2", f"{file}:3")]
    assert result.articles[1].text.endswith("Two.\n\nFrom the harbour nothing was heard.")
    assert [(e.source, e.reason) for e in result.skipped] == [(f"{file}:2", "the mail has no words")]


def test_a_mail_that_is_a_page_gives_its_main_text(tmp_path: Path) -> None:
    long = message()
    long.set_content(page(), subtype="html")
    short = message(id="2")
    short.set_content(f"<p>{REPORT}</p>", subtype="html")
    first, second = (read(written(tmp_path, f"{n}.eml", m.as_bytes())).articles[0] for n, m in enumerate((long, short)))
    assert "blocked the harbour" in first.text and "Copyright" not in first.text
    assert second.text == f"Arrests in Marava\n{REPORT}"


def test_what_is_attached_is_read_by_its_kind_and_dated_by_the_mail(tmp_path: Path) -> None:
    whole = message("See below.")
    zipped = BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("notes.txt", f"{REPORT} Notes.")
    for content, name in (
        (pdf([column([f"{REPORT} PDF."])]), "a.pdf"),
        (zipped.getvalue(), "b.zip"),
        (b"PK\x03\x04", "c.zip"),
    ):
        whole.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    whole.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="d.png")
    whole.add_attachment(message(f"{REPORT} Inner.", id="inner"))
    file = written(tmp_path, "a.eml", whole.as_bytes())
    result = read(file)
    assert [a.source for a in result.articles] == [
        str(file), f"{file}/a.pdf", f"{file}/b.zip/notes.txt", f"{file}/attachment-5"
    ]  # fmt: skip
    assert {a.published for a in result.articles} == {"2024-08-02T14:30:00+02:00"}
    assert {a.publisher for a in result.articles} == {"Marava Désk"} and result.articles[3].id == "inner"
    assert [e.source for e in result.skipped] == [f"{file}/c.zip"]


def test_a_page_that_a_browser_saved_is_dated_by_itself(tmp_path: Path) -> None:
    saved = EmailMessage()
    saved["From"], saved["Subject"], saved["Date"] = "<Saved by Blink>", "Arrests", SENT
    saved["Snapshot-Content-Location"] = "https://m.example/arrests"
    saved["MIME-Version"] = "1.0"
    saved.set_content(page(), subtype="html")
    saved.make_related()
    saved.add_related(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    (one,) = read(written(tmp_path, "a.mhtml", saved.as_bytes())).articles
    assert one.text.startswith("Harbour blocked\nFishermen in the port")
    assert (one.url, one.publisher, one.published) == ("https://m.example/arrests", "m.example", None)


def test_a_report_that_begins_like_a_mail_is_none(tmp_path: Path) -> None:
    text = f"From: the harbour\nDate: 2 August\n\n{REPORT}"
    (one,) = read(written(tmp_path, "a.txt", text)).articles
    assert one.text == text
