"""`dateline users`: who may use a server that others reach."""

from __future__ import annotations

import getpass
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import asking
from dateline.cli.usage import Command, Group

if TYPE_CHECKING:
    from dateline.store.desk import Who

app = typer.Typer(
    cls=Group, help="Accounts of the workbench: who may use a server that others reach.", no_args_is_help=True
)
Name = Annotated[str, typer.Argument(help="Name of the account.")]


class Role(StrEnum):
    """What an account may do."""

    reader = "reader"
    reviewer = "reviewer"
    admin = "admin"


@app.command("add", cls=Command)
def add(
    name: Name,
    role: Annotated[Role, typer.Option(help="reader, reviewer (decides, adds reports) or admin.")] = Role.reviewer,
    db: asking.Db = None,
) -> None:
    """Add an account; the password is asked for, or read from standard input."""
    from dateline.store import open_store
    from dateline.store.desk import Accounts

    with open_store(db, create=True) as store:
        Accounts(store).add(name, _password(), role.value, who=_who())
    typer.echo(f"{name} added as {role.value}", err=True)


@app.command("list", cls=Command)
def list_(db: asking.Db = None) -> None:
    """List the accounts."""
    from dateline.store import open_store
    from dateline.store.desk import Accounts

    with open_store(db) as store:
        for user in Accounts(store).users():
            typer.echo(f"{user.name}\t{user.role}")


@app.command("password", cls=Command)
def password(name: Name, db: asking.Db = None) -> None:
    """Give an account another password; whoever is logged in by it is logged out."""
    from dateline.store import open_store
    from dateline.store.desk import Accounts

    with open_store(db) as store:
        Accounts(store).change(name, password=_password(), who=_who())


@app.command("role", cls=Command)
def role(name: Name, role: Annotated[Role, typer.Argument(help="The new role.")], db: asking.Db = None) -> None:
    """Give an account another role."""
    from dateline.store import open_store
    from dateline.store.desk import Accounts

    with open_store(db) as store:
        Accounts(store).change(name, role=role.value, who=_who())


@app.command("remove", cls=Command)
def remove(name: Name, db: asking.Db = None) -> None:
    """Remove an account; what was decided under its name stays."""
    from dateline.store import open_store
    from dateline.store.desk import Accounts

    with open_store(db) as store:
        Accounts(store).remove(name, who=_who())


@app.command("token", cls=Command)
def token(
    name: Name,
    label: Annotated[str, typer.Option(help="What the token is to be known by.")] = "command line",
    db: asking.Db = None,
) -> None:
    """Make a token for a program (Authorization: Bearer TOKEN) and print it this once."""
    from dateline.store import open_store
    from dateline.store.desk import Accounts

    with open_store(db) as store:
        _, secret = Accounts(store).make_token(name, label, who=_who())
    typer.echo(secret)


def _password() -> str:
    """Asked for on a terminal, else the first line of standard input."""
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")


def _who() -> Who:
    from dateline.store.desk import Who

    return Who(getpass.getuser())
