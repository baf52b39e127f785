from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import ConflictError, InputError, MissingError, StoreError
from dateline.store import Store
from dateline.store.desk import Accounts
from dateline.web import faults, server
from dateline.web.asking import cursor_of, place
from dateline.web.limits import Limit
from dateline.web.marks import placed
from dateline.web.utf16 import Units
from tests.web.conftest import NewClient


@given(st.text(), st.data())
def test_places_in_utf16(text: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(text)))
    before = text[:index].encode("utf-16-le", "surrogatepass")
    assert Units(text).before(index) == len(before) // 2


@given(st.text(min_size=1), st.data())
def test_marks_keep_their_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    (mark,) = placed([{"role": "trigger", "field": "trigger", "index": 0, "span": [start + 7, end + 7]}], text, 7)
    units = text.encode("utf-16-le", "surrogatepass")[2 * mark["start"] : 2 * mark["end"]]
    assert units.decode("utf-16-le", "surrogatepass") == text[start:end]
    assert placed([{"role": "a", "field": "a", "index": 0, "span": [start, len(text) + 1]}], text) == []


@given(st.integers(-(2**61), 2**61), st.integers(-(2**61), 2**61))
def test_a_cursor_leads_back(value: int, key: int) -> None:
    assert place(cursor_of((value, key))) == (value, key)
    assert place(None) is None and cursor_of(None) is None


@given(st.text(max_size=40))
def test_any_other_cursor_is_refused(text: str) -> None:
    try:
        value, key = place(text) or (0, 0)
    except InputError as error:
        assert "cursor" in str(error)
    else:
        assert isinstance(value, int) and isinstance(key, int)


def test_a_limit_opens_again() -> None:
    now = [0.0]
    limit = Limit(2, 10.0, lambda: now[0])
    assert [limit.take("a"), limit.take("a"), limit.take("a"), limit.take("b")] == [0, 0, 10, 0]
    now[0] = 9.5
    assert limit.take("a") == 1
    now[0] = 11.0
    assert limit.take("a") == 0
    limit.give_back("a")
    limit.give_back("c")
    assert [limit.take("a") for _ in range(3)] == [0, 0, 10]


def test_errors_have_a_status_and_a_field() -> None:
    told = [
        (faults.of(e).status, faults.of(e).code, faults.of(e).field)
        for e in (
            MissingError("x"),
            ConflictError("x"),
            StoreError("x"),
            InputError("counts.killed: no"),
            InputError("No"),
        )
    ]
    assert told == [
        (404, "not_found", None),
        (409, "conflict", None),
        (503, "unavailable", None),
        (422, "invalid", "counts.killed"),
        (422, "invalid", None),
    ]


def test_pages_and_their_files(new_client: NewClient, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>Dateline</title>", encoding="utf-8")
    (folder / "assets" / "app-1a2b.js").write_text("export {};", encoding="utf-8")
    (folder / ".hidden").write_text("no", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("no", encoding="utf-8")
    client = new_client(static=folder)
    for path in ("/", "/incidents/abc", "/relations?a=MLI", "/index.html"):
        answer = client.get(path)
        assert "Dateline" in answer.text and answer.headers["cache-control"] == "no-cache"
    script = client.get("/assets/app-1a2b.js")
    assert (
        script.headers["content-type"].startswith("text/javascript") and "immutable" in script.headers["cache-control"]
    )
    for path in ("/assets/none.js", "/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "/.hidden"):
        assert client.get(path).text != "no" and client.get(path).status_code in (200, 404), path
    assert client.get("/assets/none.js").status_code == 404


def test_without_pages_it_says_how_they_are_made(new_client: NewClient) -> None:
    answer = new_client().get("/")
    assert answer.status_code == 404 and "pip install" in answer.text


def test_a_server_that_others_reach_needs_accounts(store: Store, tmp_path: Path) -> None:
    assert server.settings(store, "127.0.0.1").open
    for values in ({"host": "0.0.0.0"}, {"host": "127.0.0.1", "login": True}):
        with pytest.raises(InputError, match="users add"):
            server.settings(store, **values)  # type: ignore[arg-type]
    from dateline.store.desk import Who

    Accounts(store).add("ann", "correct horse battery", "admin", who=Who("root"))
    assert not server.settings(store, "0.0.0.0").open and server.settings(store, "127.0.0.1").open
    file = tmp_path / "cert.pem"
    file.write_bytes(gzip.compress(b""))
    assert server.settings(store, "0.0.0.0", certificate=file, key=file).secure
    for certificate, key in ((file, None), (file, tmp_path / "none.pem")):
        with pytest.raises(InputError):
            server.settings(store, "0.0.0.0", certificate=certificate, key=key)


def test_a_port_that_is_taken() -> None:
    sock = server.bound("127.0.0.1", 0)
    try:
        port = sock.getsockname()[1]
        assert server.address(sock, secure=False) == f"http://localhost:{port}/"
        with pytest.raises(InputError, match="give another --port"):
            server.bound("127.0.0.1", port)
        for host, wrong, words in (
            ("127.0.0.1", 70_000, "--port or --host"),
            ("192.0.2.1", 0, "no such address"),
            ("no.such.host.invalid", 0, "no such address"),
        ):
            with pytest.raises(InputError, match=words):
                server.bound(host, wrong)
    finally:
        sock.close()
