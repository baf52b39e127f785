from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli import app
from dateline.errors import InputError
from dateline.store import open_store
from dateline.store.desk import Accounts, User, passwords

RUN = CliRunner()
PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "COST", 2**4)
    monkeypatch.setattr(passwords._key, "__defaults__", (2**4, 8, 1))


def test_accounts_on_the_command_line(tmp_path: Path) -> None:
    db = ["--db", str(tmp_path / "s.sqlite")]
    assert RUN.invoke(app, ["users", "add", "ann", "--role", "admin", *db], input=PASSWORD + "\n").exit_code == 0
    short = RUN.invoke(app, ["users", "add", "ben", *db], input="short\n")
    assert isinstance(short.exception, InputError)
    assert RUN.invoke(app, ["users", "add", "ben", *db], input=PASSWORD + "\n").exit_code == 0
    assert RUN.invoke(app, ["users", "list", *db]).stdout == "ann\tadmin\nben\treviewer\n"
    RUN.invoke(app, ["users", "role", "ben", "reader", *db])
    RUN.invoke(app, ["users", "password", "ben", *db], input="another long one\n")
    secret = RUN.invoke(app, ["users", "token", "ann", *db]).stdout.strip()
    with open_store(str(tmp_path / "s.sqlite")) as store:
        held = Accounts(store)
        assert held.of_token(secret) == User("ann", "admin")
        assert held.log_in("ben", "another long one", address=None) and held.users()[1].role == "reader"
    RUN.invoke(app, ["users", "remove", "ben", *db])
    assert RUN.invoke(app, ["users", "list", *db]).stdout == "ann\tadmin\n"
