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
