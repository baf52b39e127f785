from __future__ import annotations

from typing import Any

import pytest

from dateline.store import Store
from dateline.store.desk import Accounts, Desk
from dateline.web.config import Config, is_loopback
from dateline.web.guard import HEADERS, LARGEST_BODY
from tests.web.conftest import PASSWORD, ROUTES, Client, NewClient, Shared

WRITING = [
    (method, "/api" + route.path)
    for route in ROUTES
    for method in sorted(route.methods or ())
    if method not in ("GET", "HEAD")
]
OWN = ("/api/session", "/api/session/password", "/api/tokens", "/api/tokens/{id}")
"""What a reader may write: about oneself."""
ADMINS = ("/api/actors/{id}/list", "/api/accounts", "/api/accounts/{id}")


def code(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


def test_every_answer_has_the_headers_of_safety(shared: Shared) -> None:
    for path in ("/", "/api/status", "/api/nothing", "/x.js", "/api/events?limit=0"):
        answer = shared.client.get(path)
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, path
    assert shared.client.get("/api/status").headers["cache-control"] == "no-store"
    assert "server" not in shared.client.get("/").headers
    policy = HEADERS["content-security-policy"]
    assert "unsafe" not in policy and "default-src 'none'" in policy and "require-trusted-types-for 'script'" in policy


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("localhost:8765", 200),
        ("127.0.0.1:80", 200),
        ("[::1]:8765", 200),
        ("192.168.1.4", 200),
        ("evil.example", 421),
        ("evil.example:8765", 421),
        ("127.0.0.1.evil.example", 421),
        ("", 421),
        ("localhost.evil.example", 421),
    ],
)
def test_another_name_is_not_answered(shared: Shared, host: str, status: int) -> None:
    answer = shared.client.get("/api/status", headers={"Host": host})
    assert answer.status_code == status
    if status == 421:
        assert "evil" not in answer.text or "--allow-host" in answer.text


def test_names_that_were_allowed(new_client: NewClient) -> None:
    client = new_client(hosts=frozenset({"News.Example"}))
    assert client.get("/api/status", headers={"Host": "news.example"}).status_code == 200


@pytest.mark.parametrize(("method", "path"), WRITING)
def test_nothing_is_written_without_the_token(shared: Shared, method: str, path: str) -> None:
    client = shared.client
    for headers in ({"X-CSRF-Token": ""}, {"X-CSRF-Token": "x" * 64}, {"Sec-Fetch-Site": "cross-site"}):
        answer = client.request(method, path.replace("{id}", "x"), json={}, headers=headers)
        assert code(answer) == (403, "csrf")


def test_each_role_may_what_is_its_own(new_client: NewClient, accounts: Accounts) -> None:
    nobody = new_client(open=False).enter()
    for method, path in WRITING:
        if path != "/api/session":
            assert code(nobody.request(method, path.replace("{id}", "x"), json={})) == (401, "login"), path
    for route in ROUTES:
        if "GET" in (route.methods or ()) and route.path != "/session":
            assert code(nobody.get("/api" + route.path.replace("{id}", "x"))) == (401, "login"), route.path
    reader = new_client(open=False).log_in("reader")
    for method, path in WRITING:
        if path not in OWN:
            answer = reader.request(method, path.replace("{id}", "x"), json={})
            assert code(answer) == (403, "forbidden"), path
    assert code(reader.get("/api/audit")) == (403, "forbidden")
    assert reader.get("/api/events").status_code == 200
    reviewer = new_client(open=False).log_in("reviewer")
    for path in ADMINS:
        assert code(reviewer.post(path.replace("{id}", "x"), json={})) == (403, "forbidden")
    for path in ("/api/audit", "/api/audit?format=csv", "/api/accounts"):
        assert code(reviewer.get(path)) == (403, "forbidden")
    assert new_client(open=False).log_in("admin").get("/api/audit").status_code == 200


def test_logging_in_and_out(new_client: NewClient, accounts: Accounts) -> None:
    client = new_client(open=False).enter()
    assert client.get("/api/session").json()["user"] is None
    anonymous = client.csrf
    for name, password in (("admin", "wrong password"), ("nobody", PASSWORD)):
        assert code(client.post("/api/session", json={"name": name, "password": password})) == (401, "login")
    client.log_in("admin")
    (cookie,) = client.cookies.jar
    assert cookie.has_nonstandard_attr("HttpOnly") and cookie.get_nonstandard_attr("SameSite") == "strict"
    assert client.csrf != anonymous and client.get("/api/session").json()["user"] == {"name": "admin", "role": "admin"}
    held = {"Cookie": f"dateline={cookie.value}"}
    assert client.delete("/api/session").json()["user"] is None
    assert code(client.get("/api/status", headers=held)) == (401, "login")


def test_over_tls_the_cookie_is_for_this_host_alone(new_client: NewClient, accounts: Accounts) -> None:
    client = new_client(open=False, secure=True).enter()
    answer = client.post("/api/session", json={"name": "admin", "password": PASSWORD})
    assert answer.headers["set-cookie"].startswith("__Host-dateline=") and "Secure" in answer.headers["set-cookie"]
    assert "max-age" in answer.headers["strict-transport-security"]


def test_right_passwords_are_not_counted(new_client: NewClient, accounts: Accounts) -> None:
    client, answers = new_client(open=False, logins=(2, 300.0)), []
    for password in (PASSWORD, "a guess", PASSWORD, PASSWORD, "a guess", PASSWORD):
        client.cookies.clear()
        client.enter()
        answers.append(client.post("/api/session", json={"name": "admin", "password": password}).status_code)
    assert answers == [200, 401, 200, 200, 401, 429]


def test_guessing_passwords_is_slow(new_client: NewClient, accounts: Accounts, store: Store) -> None:
    client = new_client(open=False, logins=(3, 300.0)).enter()
    tried = [client.post("/api/session", json={"name": "admin", "password": "a guess"}) for _ in range(5)]
    assert [t.status_code for t in tried] == [401, 401, 401, 429, 429]
    assert int(tried[-1].headers["retry-after"]) > 0
    assert client.post("/api/session", json={"name": "admin", "password": PASSWORD}).status_code == 429
    assert [e.action for e in Desk(store).audit(limit=3)] == ["login refused"] * 3


def test_writing_has_a_limit(new_client: NewClient) -> None:
    client = new_client(writes=(2, 60.0)).enter()
    answers = [client.post("/api/undo", json={}) for _ in range(3)]
    assert [a.status_code for a in answers] == [404, 404, 429] and answers[2].headers["retry-after"]


def test_downloads_have_a_limit(new_client: NewClient) -> None:
    client = new_client(downloads=(1, 60.0))
    assert [client.get("/api/events?format=csv").status_code for _ in range(2)] == [200, 429]


def test_tokens_are_for_programs(new_client: NewClient, accounts: Accounts) -> None:
    client = new_client(open=False).log_in("reviewer")
    made = client.post("/api/tokens", json={"name": "a script"})
    assert made.status_code == 201
    program = {"Authorization": f"Bearer {made.json()['secret']}"}
    fresh = new_client(open=False)
    assert fresh.get("/api/status", headers=program).status_code == 200
    undo = fresh.post("/api/undo", json={}, headers=program)  # no token against forgery: no browser sends this header
    assert code(undo) == (404, "not_found")
    assert client.get("/api/tokens").json()["items"][0] | {"used": None} == {
        "id": made.json()["id"], "user": "reviewer", "name": "a script", "created": made.json()["created"],
        "used": None,
    }  # fmt: skip
    assert client.delete(f"/api/tokens/{made.json()['id']}").json() == {"items": [], "may_make": True}
    assert code(fresh.get("/api/status", headers=program)) == (401, "login")
    assert code(fresh.get("/api/status", headers={"Authorization": "Bearer x"})) == (401, "login")
    assert code(fresh.get("/api/status", headers={"Cookie": 'dateline="\x01'})) == (401, "login")


def test_an_admin_sees_and_removes_the_tokens_of_all(new_client: NewClient, accounts: Accounts) -> None:
    reader, admin = (new_client(open=False).log_in(name) for name in ("reader", "admin"))
    made = reader.post("/api/tokens", json={"name": "a script"}).json()
    assert code(reader.get("/api/tokens?all=true")) == (403, "forbidden")
    assert admin.get("/api/tokens").json()["items"] == []
    assert [t["user"] for t in admin.get("/api/tokens?all=true").json()["items"]] == ["reader"]
    assert code(new_client(open=False).log_in("reviewer").delete(f"/api/tokens/{made['id']}")) == (404, "not_found")
    assert admin.delete(f"/api/tokens/{made['id']}").status_code == 200
    assert reader.get("/api/tokens").json()["items"] == []
    line = admin.get("/api/audit?action=token%20removed").json()["items"][0]
    assert line["detail"] == {"name": "a script", "user": "reader"}


def test_where_nobody_has_an_account_no_token_is_made(client: Client) -> None:
    assert client.get("/api/tokens").json() == {"items": [], "may_make": False}
    assert client.post("/api/tokens", json={"name": "a script"}).status_code == 422


def test_bodies_have_a_limit(client: Client) -> None:
    big = "x" * (LARGEST_BODY + 1)
    assert code(client.post("/api/undo", content=big)) == (413, "too_large")
    pieces = (b"x" * 500_000 for _ in range(6))
    assert client.post("/api/undo", content=pieces).status_code in (400, 413)  # no length is told beforehand
    for body in ("{", "[]", "null", '"x"', '{"id": 1}', '{"nothing": 1}', '{"reason": "\\u0000"}', '{"id": "\\ud800"}'):
        assert client.post("/api/undo", content=body).status_code in (400, 422), body


def test_values_that_no_database_keeps(client: Client, store: Store) -> None:
    event = next(iter(store.events())).event.id
    etag = client.get(f"/api/events/{event}").json()["event"]["etag"]
    for value in ('"\\ud800"', '{"a": ["\\u0000"]}', '{"\\ud83d": 1}', "1e999"):
        body = f'{{"field": "type", "value": {value}, "etag": "{etag}"}}'
        assert client.post(f"/api/events/{event}/edits", content=body).status_code == 422, value


def test_addresses_that_are_no_addresses(shared: Shared) -> None:
    assert shared.client.get("/api/events?text=%00").status_code == 400
    assert shared.client.get("/api/events/a%00b").status_code == 400
    assert shared.client.get("/api/events?text=" + "x" * 9000).status_code == 414
    assert shared.client.get("/api/events/%ff%fe").status_code == 404
    assert shared.client.get("/api/events?text=%ff").status_code == 422


def test_loopback() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.8.8.8", "::1", "localhost", "LOCALHOST")))
    assert not any(map(is_loopback, ("0.0.0.0", "::", "192.168.0.1", "localhost.evil.example", "")))
    assert Config().open
