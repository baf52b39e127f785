"""What admins do with accounts."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.store.desk import Accounts
from tests.web.conftest import PASSWORD, Client, NewClient

OTHER = "another long one"


@pytest.fixture
def admin(new_client: NewClient, accounts: Accounts) -> Client:
    return new_client(open=False).log_in("admin")


def listed(client: Client) -> dict[str, dict[str, Any]]:
    return {one["name"]: one for one in client.get("/api/accounts").json()["items"]}


def test_an_account_is_made_changed_disabled_and_removed(admin: Client, new_client: NewClient) -> None:
    made = admin.post("/api/accounts", json={"name": "cy", "password": PASSWORD, "role": "reader"})
    assert made.status_code == 201 and made.json()["role"] == "reader" and not made.json()["disabled"]
    cy = new_client(open=False).log_in("cy")
    assert listed(admin)["cy"]["seen"] is not None
    assert admin.post("/api/accounts/cy", json={"role": "reviewer"}).json()["role"] == "reviewer"
    assert cy.get("/api/status").status_code == 401, "a changed account logs in again"
    cy.log_in("cy")
    assert cy.get("/api/session").json()["user"]["role"] == "reviewer"
    assert admin.post("/api/accounts/cy", json={"disabled": True}).json()["disabled"]
    assert cy.get("/api/status").status_code == 401
    refused = cy.enter().post("/api/session", json={"name": "cy", "password": PASSWORD})
    assert refused.status_code == 401
    admin.post("/api/accounts/cy", json={"disabled": False, "password": OTHER})
    cy.enter().log_in("cy", OTHER)
    left = admin.delete("/api/accounts/cy").json()["items"]
    assert [one["name"] for one in left] == ["admin", "reader", "reviewer"]
    assert cy.get("/api/status").status_code == 401
    assert admin.post("/api/accounts/cy", json={"role": "reader"}).status_code == 404
    assert admin.delete("/api/accounts/cy").status_code == 404


def test_what_was_done_stands_in_the_log_without_passwords(admin: Client) -> None:
    admin.post("/api/accounts", json={"name": "cy", "password": PASSWORD, "role": "reader"})
    admin.post("/api/accounts/cy", json={"role": "admin", "password": OTHER})
    admin.post("/api/accounts/cy", json={"disabled": True})
    admin.delete("/api/accounts/cy")
    log = admin.get("/api/audit?about=cy")
    assert [(e["by"], e["action"], e["words"]) for e in log.json()["items"]] == [
        ("admin", "account removed", "cy"),
        ("admin", "account disabled", "cy"),
        ("admin", "account changed", "cy: admin, new password"),
        ("admin", "account added", "cy: reader"),
    ]
    assert PASSWORD not in log.text and OTHER not in log.text and "scrypt" not in admin.get("/api/accounts").text


@pytest.mark.parametrize(
    "given",
    [
        {"name": "reader", "password": PASSWORD, "role": "reader"},
        {"name": "a b", "password": PASSWORD, "role": "reader"},
        {"name": "cy", "password": "short", "role": "reader"},
        {"name": "cy", "password": PASSWORD, "role": "king"},
        {"name": "cy", "password": PASSWORD},
    ],
)
def test_accounts_that_cannot_be(admin: Client, given: dict[str, str]) -> None:
    assert admin.post("/api/accounts", json=given).status_code == 422
    assert set(listed(admin)) == {"admin", "reader", "reviewer"}


def test_nobody_shuts_out_themselves_and_the_last_admin_stays(admin: Client, client: Client) -> None:
    for answer in (admin.delete("/api/accounts/admin"), admin.post("/api/accounts/admin", json={"disabled": True})):
        assert answer.status_code == 409 and "own account" in answer.json()["error"]["message"]
    demoted = admin.post("/api/accounts/admin", json={"role": "reader"})
    assert demoted.status_code == 409 and "last admin" in demoted.json()["error"]["message"]
    assert admin.post("/api/accounts/admin", json={}).status_code == 422
    assert client.delete("/api/accounts/admin").status_code == 409, "nor on the machine itself"
    assert listed(admin)["admin"]["role"] == "admin"


def test_on_this_machine_accounts_are_made_before_anybody_needs_one(client: Client) -> None:
    assert client.get("/api/accounts").json() == {"items": [], "open": True}
    assert client.post("/api/accounts", json={"name": "ada", "password": PASSWORD, "role": "admin"}).status_code == 201
    assert client.delete("/api/accounts/ada").status_code == 409


def change(client: Client, old: str, new: str) -> int:
    return int(client.post("/api/session/password", json={"old": old, "new": new}).status_code)


def test_everybody_changes_the_own_password(new_client: NewClient, accounts: Accounts) -> None:
    here, there = (new_client(open=False).log_in("reader") for _ in range(2))
    refused = here.post("/api/session/password", json={"old": "a wrong one", "new": OTHER})
    assert (refused.status_code, refused.json()["error"]["field"]) == (403, "old")
    assert [change(here, PASSWORD, new) for new in ("short", PASSWORD, "")] == [422, 422, 422]
    assert there.get("/api/status").status_code == 200
    assert change(here, PASSWORD, OTHER) == 200
    assert here.get("/api/status").status_code == 200 and there.get("/api/status").status_code == 401
    assert there.enter().post("/api/session", json={"name": "reader", "password": PASSWORD}).status_code == 401
    there.log_in("reader", OTHER)


def test_a_password_is_changed_by_who_is_logged_in_alone(
    new_client: NewClient, client: Client, accounts: Accounts
) -> None:
    assert change(client, PASSWORD, OTHER) == 409, "nobody needs one"
    assert change(new_client(open=False).enter(), PASSWORD, OTHER) == 401
    reader = new_client(open=False).log_in("reader")
    secret = reader.post("/api/tokens", json={"name": "a program"}).json()["secret"]
    program = new_client(open=False)
    answer = program.post(
        "/api/session/password",
        json={"old": PASSWORD, "new": OTHER},
        headers={"Authorization": f"Bearer {secret}"},
    )
    assert answer.status_code == 403 and "token" in answer.json()["error"]["message"]


def test_guessing_the_old_password_is_as_slow_as_logging_in(new_client: NewClient, accounts: Accounts) -> None:
    client = new_client(open=False, logins=(3, 300.0)).log_in("reader")
    assert [change(client, PASSWORD, "short") for _ in range(4)] == [422] * 4, "no guesses"
    assert [change(client, "a wrong one", OTHER) for _ in range(4)] == [403, 403, 403, 429]
    assert change(client, PASSWORD, OTHER) == 429
    other = new_client(open=False, logins=(3, 300.0))
    assert other.log_in("reader").get("/api/status").status_code == 200, "nothing was changed"
