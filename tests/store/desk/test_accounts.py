from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from dateline.errors import ConflictError, InputError, MissingError
from dateline.store import Store
from dateline.store.desk import Accounts, Desk, User, Who, accounts, passwords

WHO = Who("root", "127.0.0.1")
PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Digests that cost little: what they cost is tested once."""
    monkeypatch.setattr(passwords, "COST", 2**4)
    monkeypatch.setattr(passwords._key, "__defaults__", (2**4, 8, 1))


@pytest.fixture
def people(store: Store) -> Accounts:
    held = Accounts(store)
    held.add("ann", PASSWORD, "reviewer", who=WHO)
    return held


def test_a_password_is_kept_as_a_digest_with_its_own_salt() -> None:
    one, two = passwords.digest(PASSWORD), passwords.digest(PASSWORD)
    assert one != two and PASSWORD not in one
    assert passwords.matches(PASSWORD, one) and passwords.matches(PASSWORD, two)
    assert not passwords.matches("correct horse batterx", one)
    assert not passwords.matches(PASSWORD, None)
    assert not passwords.matches("x" * 10**6, one)


@pytest.mark.parametrize("password", ["", "short", "x" * 1001])
def test_passwords_of_other_lengths_are_refused(password: str) -> None:
    with pytest.raises(InputError, match="characters"):
        passwords.digest(password)


def test_what_a_guess_costs() -> None:
    assert passwords.BLOCK * 128 * 2**15 >= 32 * 2**20


def test_accounts_come_and_go(people: Accounts) -> None:
    people.add("bob", PASSWORD, "admin", who=WHO)
    assert people.users() == [User("ann", "reviewer"), User("bob", "admin")]
    people.add("eve", PASSWORD, "admin", who=WHO)
    people.change("bob", role="reader", who=WHO)
    assert people.users()[1].role == "reader"
    people.change("ann", role="admin", who=WHO)
    people.remove("eve", who=WHO)
    people.change("ann", role="admin", password=PASSWORD, who=WHO)
    with pytest.raises(ConflictError, match="last admin"):
        people.change("ann", role="reviewer", who=WHO)
    people.change("bob", role="admin", who=WHO)
    people.change("ann", role="reviewer", who=WHO)
    people.change("ann", role="admin", who=WHO)
    people.remove("bob", who=WHO)
    assert people.users() == [User("ann", "admin")]
    for act in (lambda: people.remove("bob", who=WHO), lambda: people.change("bob", role="admin", who=WHO)):
        with pytest.raises(MissingError):
            act()


@pytest.mark.parametrize(
    ("name", "role"), [("ann", "admin"), ("", "admin"), ("a b", "admin"), ("..", "admin"), ("cy", "king")]
)
def test_accounts_that_cannot_be(people: Accounts, name: str, role: str) -> None:
    with pytest.raises(InputError):
        people.add(name, PASSWORD, role, who=WHO)


def test_one_account_is_told_as_in_the_list(people: Accounts) -> None:
    people.log_in("ann", PASSWORD, address=None)
    people.make_token("ann", "script", who=WHO)
    assert [people.one(a.name) for a in people.all()] == people.all()
    assert people.one("ann").seen is not None and people.one("ann").tokens == 1
    with pytest.raises(MissingError, match="no account 'nobody'"):
        people.one("nobody")


def test_roles_hold_what_is_below_them() -> None:
    assert User("a", "admin").may("reviewer") and User("a", "reviewer").may("reader")
    assert not User("a", "reader").may("reviewer") and not User("a", "reviewer").may("admin")


def test_a_session(people: Accounts) -> None:
    assert people.log_in("ann", "wrong password", address=None) is None
    assert people.log_in("nobody", PASSWORD, address=None) is None
    secret = people.log_in("ann", PASSWORD, address="10.0.0.1")
    assert secret and people.of_session(secret) == User("ann", "reviewer")
    assert people.of_session("x" + secret) is None
    people.log_out(secret)
    assert people.of_session(secret) is None


def test_sessions_end(people: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    began = accounts.now()
    later = began

    def clock() -> datetime:
        return later

    monkeypatch.setattr(accounts, "now", clock)
    secret = people.log_in("ann", PASSWORD, address=None)
    assert secret
    for _ in range(16):
        later += timedelta(hours=11)
        seen = people.of_session(secret)
    assert later - began > accounts.OLDEST and seen is None
    again = people.log_in("ann", PASSWORD, address=None)
    later += timedelta(hours=13)
    assert again and people.of_session(again) is None


def test_a_changed_account_is_logged_out(people: Accounts) -> None:
    secret = people.log_in("ann", PASSWORD, address=None)
    people.change("ann", password="another long one", who=WHO)
    assert secret and people.of_session(secret) is None
    assert people.log_in("ann", PASSWORD, address=None) is None
    assert people.log_in("ann", "another long one", address=None)


def test_the_last_admin_stays(people: Accounts, store: Store) -> None:
    people.add("bob", PASSWORD, "admin", who=WHO)
    people.add("eve", PASSWORD, "admin", who=WHO)
    people.change("eve", disabled=True, who=WHO)
    lines = len(Desk(store).audit(limit=100))
    for act in (
        lambda: people.remove("bob", who=WHO),
        lambda: people.change("bob", role="reader", password="another long one", who=WHO),
        lambda: people.change("bob", disabled=True, who=WHO),
    ):
        with pytest.raises(ConflictError, match="last admin"):
            act()
    assert people.users()[1] == User("bob", "admin") and people.log_in("bob", PASSWORD, address=None)
    assert len(Desk(store).audit(limit=100)) == lines + 1, "what was refused is not logged as done"
    people.change("eve", disabled=False, who=WHO)
    people.remove("bob", who=WHO)
    people.change("ann", role="reader", who=WHO)  # who never was admin may change


def test_a_disabled_account_opens_nothing_until_it_is_enabled(people: Accounts, store: Store) -> None:
    secret = people.log_in("ann", PASSWORD, address=None)
    _, key = people.make_token("ann", "script", who=WHO)
    people.change("ann", disabled=True, who=WHO)
    assert secret and people.of_session(secret) is None and people.of_token(key) is None
    assert people.log_in("ann", PASSWORD, address=None) is None
    people.change("ann", password="another long one", who=WHO)
    assert people.log_in("ann", "another long one", address=None) is None
    people.change("ann", disabled=True, who=WHO)  # once more changes nothing
    (ann,) = people.all()
    assert (ann.name, ann.role, ann.disabled, ann.seen, ann.tokens) == ("ann", "reviewer", True, None, 1)
    people.change("ann", disabled=False, who=WHO)
    assert people.of_session(secret) is None and people.of_token(key) == User("ann", "reviewer")
    assert people.log_in("ann", "another long one", address=None)
    (ann,) = people.all()
    assert not ann.disabled and ann.seen is not None
    done = [e.action for e in Desk(store).audit(limit=20)]
    assert done.count("account disabled") == 2 and done.count("account enabled") == 1


def test_tokens(people: Accounts) -> None:
    token, secret = people.make_token("ann", " a script ", who=WHO)
    assert token.name == "a script" and people.of_token(secret) == User("ann", "reviewer")
    assert people.of_token("dl_" + "x" * 43) is None
    assert [(t.id, t.used is not None) for t in people.tokens("ann")] == [(token.id, True)]
    with pytest.raises(MissingError):
        people.remove_token("bob", token.id, who=WHO)
    people.remove_token("ann", token.id, who=WHO)
    assert people.of_token(secret) is None
    for user, name in (("ann", ""), ("nobody", "x")):
        with pytest.raises(InputError):
            people.make_token(user, name, who=WHO)


def test_all_of_it_is_logged_without_secrets(people: Accounts, store: Store) -> None:
    people.log_in("ann", "wrong password", address="10.0.0.9")
    people.log_in("ann", PASSWORD, address="10.0.0.1")
    _, secret = people.make_token("ann", "script", who=WHO)
    entries = Desk(store).audit(limit=10)
    assert [e.action for e in entries] == ["token made", "logged in", "login refused", "account added"]
    assert [e.address for e in entries] == ["127.0.0.1", "10.0.0.1", "10.0.0.9", "127.0.0.1"]
    assert PASSWORD not in str(entries) and "wrong password" not in str(entries) and secret not in str(entries)
    assert Desk(store).audit(limit=2, before=entries[1].id) == entries[2:]


def test_one_changes_the_own_password_and_other_sessions_end(people: Accounts, store: Store) -> None:
    ann, new = Who("ann", "127.0.0.1"), "another long one"
    mine, other = (people.log_in("ann", PASSWORD, address=None) for _ in range(2))
    assert mine and other
    assert not people.change_own("ann", "a wrong one", new, session=mine, who=ann)
    for wrong in ("short", PASSWORD):
        with pytest.raises(InputError, match=r"characters|old password"):
            people.change_own("ann", PASSWORD, wrong, session=mine, who=ann)
    assert people.of_session(other) == User("ann", "reviewer")
    assert people.change_own("ann", PASSWORD, new, session=mine, who=ann)
    assert people.of_session(mine) == User("ann", "reviewer") and people.of_session(other) is None
    assert people.log_in("ann", PASSWORD, address=None) is None and people.log_in("ann", new, address=None)
    done = [(e.by, e.action) for e in Desk(store).audit(limit=10) if e.action.startswith("password")]
    assert done == [("ann", "password changed"), ("ann", "password refused")]


def test_a_disabled_account_changes_nothing(people: Accounts) -> None:
    people.add("bob", PASSWORD, "admin", who=WHO)
    people.change("ann", disabled=True, who=WHO)
    assert not people.change_own("ann", PASSWORD, "another long one", session="", who=WHO)
    people.change("ann", disabled=False, who=WHO)
    assert people.log_in("ann", PASSWORD, address=None)
