from __future__ import annotations

import gzip
import json
import time
from typing import Any

import pytest

from dateline.store import Store
from dateline.web import jobs, samples
from tests.readers.pdf_making import column, pdf
from tests.store.making import run
from tests.web.conftest import Client, HandCoder, NewClient

TEXT = "Rebels 77 attacked Gao on day 0, killing 77, officials said."


def ended(client: Client, answer: Any) -> dict[str, Any]:
    """The job once it is over."""
    assert answer.status_code == 202, answer.text
    job: dict[str, Any] = answer.json()
    for _ in range(600):
        job = client.get(f"/api/jobs/{job['id']}").json()
        if job["state"] in ("done", "failed", "stopped"):
            return job
        time.sleep(0.05)
    raise AssertionError(job)


def test_a_pasted_text_is_coded(client: Client, store: Store) -> None:
    body = {
        "text": TEXT,
        "title": None,
        "published": "2 August 2024",
        "publisher": "The Paper",
        "url": "https://x.example",
    }
    job = ended(client, client.post("/api/add/text", json=body))
    assert (job["state"], job["added"], job["events"], job["done"], job["total"]) == ("done", 1, 1, 1, 1)
    article = client.get(f"/api/articles/{job['articles'][0]['id']}").json()
    assert article["text"] == TEXT and article["article"]["published"] == "2024-08-02"
    assert job["articles"][0]["opening"] == TEXT
    assert article["article"]["source"] == f"pasted text “{TEXT}”"  # two on one day are told apart
    assert job["articles"][0]["published"] == "2024-08-02"
    assert client.get("/api/status").json()["articles"] == 21
    again = ended(client, client.post("/api/add/text", json=body))
    assert again["state"] == "done" and client.get("/api/status").json()["articles"] == 21  # the same article


def test_what_was_here_already_is_named(client: Client, coder: HandCoder, monkeypatch: pytest.MonkeyPatch) -> None:
    names = iter(("first", "second"))
    monkeypatch.setattr(coder, "run", lambda: run(next(names), "the same model"))
    job, again = (ended(client, client.post("/api/add/text", json={"text": TEXT})) for _ in range(2))
    assert (job["added"], job["here"], again["added"], again["known"]) == (1, [], 0, 1)
    assert [(one["id"], one["opening"]) for one in again["here"]] == [(job["articles"][0]["id"], TEXT)]


@pytest.mark.parametrize(
    "body",
    [
        {"text": ""},
        {"text": "x", "url": "javascript:alert(1)"},
        {"text": "x", "title": "x" * 1001},
        {},
        {"text": "x", "nothing": 1},
    ],
)
def test_texts_that_are_refused(client: Client, body: dict[str, Any]) -> None:
    assert client.post("/api/add/text", json=body).status_code == 422


def test_texts_that_cannot_be_coded_are_named(client: Client) -> None:
    for text, reason in (("   ", "empty"), ("a\x00b", "NUL"), ("BROKEN Rebels attacked the town.", "on purpose")):
        job = ended(client, client.post("/api/add/text", json={"text": text}))
        assert job["state"] == "done" and reason in job["skipped"][0]["reason"], job
        assert "/" not in job["skipped"][0]["source"]


def test_files_of_several_kinds(client: Client) -> None:
    lines = "\n".join(json.dumps({"id": f"j{n}", "text": TEXT.replace("77", str(n))}) for n in (81, 82))
    files = [
        ("files", ("../../etc/passwd.txt", TEXT.encode(), "text/plain")),
        ("files", ("reports.jsonl.gz", gzip.compress(lines.encode()), "application/gzip")),
        ("files", ("bulletin.pdf", pdf([column([TEXT.replace("77", "83")])]), "application/pdf")),
        ("files", ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "image/png")),
    ]
    job = ended(client, client.post("/api/add/files", files=files, data={"published": "2024-08-02"}))
    assert (job["state"], job["added"], job["events"]) == ("done", 4, 4)
    assert {s["source"] for s in job["skipped"]} >= {"picture.png"}
    assert all("dateline-" not in s["source"] + s["reason"] for s in job["skipped"])
    sources = {client.get(f"/api/articles/{a['id']}").json()["article"]["source"] for a in job["articles"]}
    assert {"passwd.txt", "bulletin.pdf"} <= sources and any(s.startswith("reports.jsonl.gz") for s in sources)


def test_days_and_publishers_of_reports_that_tell_none(client: Client) -> None:
    table = f"text;date\n{TEXT.replace('77', '91')};03/04/2024\n"
    files = [
        ("files", ("table.csv", table.encode(), "text/csv")),
        ("files", ("2024-04-05 bulletin.txt", TEXT.replace("77", "92").encode(), "text/plain")),
    ]
    given = {"dates": "day-first", "by_name": "true", "publisher": "Lake Wire"}
    job = ended(client, client.post("/api/add/files", files=files, data=given))
    found = [client.get(f"/api/articles/{a['id']}").json()["article"] for a in job["articles"]]
    assert {one["publisher"] for one in found} == {"Lake Wire"}
    days = {one["published"] for one in found}
    assert days == {"2024-04-03", "2024-04-05"} and all("2024" not in s["source"] for s in job["skipped"])
    assert client.post("/api/add/files", files=files, data={"dates": "dmy"}).status_code == 422


def test_what_fields_are_called_in_a_table(client: Client) -> None:
    files = [("files", ("a.csv", f"Volltext;Tag\n{TEXT.replace('77', '93')};2024-04-06\n".encode(), "text/csv"))]
    job = ended(client, client.post("/api/add/files", files=files))
    assert job["added"] == 0 and "--field text=volltext" in job["skipped"][0]["reason"]
    job = ended(client, client.post("/api/add/files", files=files, data={"field": ["text=Volltext", "published=Tag"]}))
    (one,) = job["articles"]
    assert client.get(f"/api/articles/{one['id']}").json()["article"]["published"] == "2024-04-06"
    for wrong in ("text", "corps=Volltext", "text="):
        assert client.post("/api/add/files", files=files, data={"field": wrong}).status_code == 422


def test_files_that_are_refused(client: Client, new_client: NewClient) -> None:
    file = [("files", ("a.txt", TEXT.encode(), "text/plain"))]
    assert client.post("/api/add/files", files=file, data={"published": "tomorrow"}).status_code == 422
    assert client.post("/api/add/files", data={"published": "2024-08-02"}).status_code == 422
    small = new_client(largest=1000).enter()
    assert small.post("/api/add/files", files=[("files", ("a.txt", b"x" * 2000, "text/plain"))]).status_code == 413


def test_the_samples_in_one_call(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    job = ended(client, client.post("/api/add/samples"))
    assert job["state"] == "done" and job["added"] > 5 and job["what"] == "sample reports"
    assert client.get("/api/jobs").json()["items"] == [job]
    monkeypatch.setattr(samples, "folder", lambda: None)
    assert client.post("/api/add/samples").status_code == 404


def test_a_job_is_stopped(client: Client, coder: HandCoder, monkeypatch: pytest.MonkeyPatch) -> None:
    code = coder.code

    def slow(articles: Any) -> Any:
        for one in code(articles):
            time.sleep(0.1)
            yield one

    monkeypatch.setattr(coder, "code", slow)
    lines = "\n".join(json.dumps({"id": f"j{n}", "text": TEXT.replace("77", str(n))}) for n in range(200))
    answer = client.post("/api/add/files", files=[("files", ("many.jsonl", lines.encode(), "text/plain"))])
    assert client.delete(f"/api/jobs/{answer.json()['id']}").status_code == 200
    job = ended(client, answer)
    assert job["state"] == "stopped" and job["added"] < 200


def test_too_many_jobs_wait(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "WAITING", 0)
    answer = client.post("/api/add/text", json={"text": TEXT})
    assert (answer.status_code, answer.json()["error"]["code"]) == (429, "too_many")


def test_a_job_that_breaks_says_so_and_the_next_runs(
    client: Client, coder: HandCoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(coder, "run", lambda: 1 / 0)
        job = ended(client, client.post("/api/add/text", json={"text": TEXT}))
        assert (job["state"], job["error"]) == ("failed", "a fault of Dateline: the server's log says more")
    assert ended(client, client.post("/api/add/text", json={"text": TEXT}))["state"] == "done"
