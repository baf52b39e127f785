"""Accounts, sessions of browsers and tokens of programs."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from dateline.errors import ConflictError, InputError, MissingError
from dateline.store.desk import passwords
from dateline.store.desk.audit import Who, log
from dateline.store.engine import now, reading, writing
from dateline.store.store import Store
from dateline.store.tables import sessions, tokens, users

ROLES = ("reader", "reviewer", "admin")
"""What people may do, each what the one before may as well: read; decide and add reports; manage."""
NAME = re.compile(r"[\w@-][\w.@-]{0,63}")
LOCKED = "!"
"""Before a digest, as in /etc/shadow: the account is disabled, and has its password again when it is enabled."""
IDLE = timedelta(hours=12)
OLDEST = timedelta(days=7)
SEEN = timedelta(minutes=5)
"""How exactly it is kept when a session or token was last used: reading must not write each time."""
MOST_TOKENS = 50
_ENABLED = ~users.c.password.startswith(LOCKED)
_ACCOUNTS = sa.select(
    users,
    sa.select(sa.func.max(sessions.c.seen)).where(sessions.c.user == users.c.name).scalar_subquery().label("seen"),
    sa.select(sa.func.count()).where(tokens.c.user == users.c.name).scalar_subquery().label("held"),
)


@dataclass(frozen=True, slots=True)
class User:
    """Somebody with a role."""

    name: str
    role: str

    def may(self, role: str) -> bool:
        """Whether this role is enough for what needs `role`."""
        return ROLES.index(self.role) >= ROLES.index(role)


@dataclass(frozen=True, slots=True)
class Account:
    """An account as admins see it; `seen` is when a session of it was last used, None where it has none."""

    name: str
    role: str
    created: datetime
    disabled: bool
    seen: datetime | None
    tokens: int


@dataclass(frozen=True, slots=True)
class Token:
    """A key of a program; its secret is not kept."""

    id: str
    user: str
    name: str
    created: datetime
    used: datetime | None


class Accounts:
    """The accounts of a store. Threads may share it."""

    def __init__(self, store: Store) -> None:
        self._engine = store.engine

    def users(self) -> list[User]:
        """All accounts by name."""
        with reading(self._engine) as connection:
            return [User(r.name, r.role) for r in connection.execute(sa.select(users).order_by(users.c.name))]

    def add(self, name: str, password: str, role: str, *, who: Who) -> User:
        """A new account; InputError where the name is taken or something has the wrong form."""
        if not NAME.fullmatch(name):
            raise InputError(f"{name!r} is no name for an account: up to 64 letters, digits and . _ @ -")
        _check_role(role)
        digest = passwords.digest(password)
        with writing(self._engine) as connection:
            if connection.scalar(sa.select(users.c.name).where(users.c.name == name)):
                raise InputError(f"there is an account {name!r} already")
            at = now()
            connection.execute(users.insert().values(name=name, password=digest, role=role, created=at))
            log(connection, at, who, "account added", name, {"role": role})
        return User(name, role)

    def all(self) -> list[Account]:
        """All accounts by name, with what admins want to know of them."""
        with reading(self._engine) as connection:
            return [_account(row) for row in connection.execute(_ACCOUNTS.order_by(users.c.name))]

    def one(self, name: str) -> Account:
        """One account as `all` has it; MissingError where there is none."""
        with reading(self._engine) as connection:
            found = connection.execute(_ACCOUNTS.where(users.c.name == name)).first()
        return _account(_there(found, name))

    def change(
        self,
        name: str,
        *,
        who: Who,
        password: str | None = None,
        role: str | None = None,
        disabled: bool | None = None,
    ) -> None:
        """Another password or role, or (not) disabled; whoever is logged in under the name has to log in again.

        Raises MissingError where there is no such account, ConflictError where no admin would be left.
        """
        if role is not None:
            _check_role(role)
        digest = None if password is None else passwords.digest(password)
        with writing(self._engine) as connection:
            was = _row(connection, name)
            lock = was.password.startswith(LOCKED) if disabled is None else disabled
            values = {
                "password": LOCKED * lock + (digest or was.password.removeprefix(LOCKED)),
                "role": role or was.role,
            }
            connection.execute(users.update().where(users.c.name == name).values(**values))
            _check_admin_left(connection, was)
            connection.execute(sessions.delete().where(sessions.c.user == name))
            for action, detail in _changes(password is not None, role, disabled):
                log(connection, now(), who, action, name, detail)

    def remove(self, name: str, *, who: Who) -> None:
        """No account under this name any more; what it decided stays. ConflictError where no admin would be left."""
        with writing(self._engine) as connection:
            was = _row(connection, name)
            for table in (sessions, tokens):
                connection.execute(table.delete().where(table.c.user == name))
            connection.execute(users.delete().where(users.c.name == name))
            _check_admin_left(connection, was)
            log(connection, now(), who, "account removed", name)

    def log_in(self, name: str, password: str, *, address: str | None) -> str | None:
        """The secret of a new session, None where name and password do not fit."""
        with reading(self._engine) as connection:
            kept = _kept(connection, name)
        fits = passwords.matches(password, kept)
        with writing(self._engine) as connection:
            at = now()
            if not fits:
                log(connection, at, Who(name[:64], address), "login refused", name[:64])
                return None
            secret = secrets.token_urlsafe(32)
            connection.execute(
                sessions.delete().where((sessions.c.seen < at - IDLE) | (sessions.c.created < at - OLDEST))
            )
            connection.execute(sessions.insert().values(digest=_digest(secret), user=name, created=at, seen=at))
            log(connection, at, Who(name, address), "logged in", name)
        return secret

    def change_own(self, name: str, old: str, new: str, *, session: str, who: Who) -> bool:
        """Another password for oneself; all one's other sessions end. False where the old one does not fit.

        Raises InputError where the new one is too short, or the old one once more.
        """
        digest = passwords.digest(new)
        with reading(self._engine) as connection:
            kept = _kept(connection, name)
        fits = passwords.matches(old, kept)
        if fits and old == new:
            raise InputError("new: this is the old password: choose another")
        with writing(self._engine) as connection:
            if not fits or _kept(connection, name) != kept:  # changed meanwhile
                log(connection, now(), who, "password refused", name)
                return False
            connection.execute(users.update().where(users.c.name == name).values(password=digest))
            others = (sessions.c.user == name) & (sessions.c.digest != _digest(session))
            connection.execute(sessions.delete().where(others))
            log(connection, now(), who, "password changed", name)
        return True

    def log_out(self, secret: str) -> None:
        """The session does not hold any more."""
        with writing(self._engine) as connection:
            connection.execute(sessions.delete().where(sessions.c.digest == _digest(secret)))

    def of_session(self, secret: str) -> User | None:
        """Who is logged in by a session that holds."""
        at, digest = now(), _digest(secret)
        holds = (sessions.c.seen >= at - IDLE) & (sessions.c.created >= at - OLDEST)
        found = sa.select(users.c.name, users.c.role, sessions.c.seen).join(sessions, sessions.c.user == users.c.name)
        with reading(self._engine) as connection:
            row = connection.execute(found.where(sessions.c.digest == digest, holds, _ENABLED)).first()
        if row is None:
            return None
        if at - row.seen > SEEN:
            with writing(self._engine) as connection:
                connection.execute(sessions.update().where(sessions.c.digest == digest).values(seen=at))
        return User(row.name, row.role)

    def make_token(self, user: str, name: str, *, who: Who) -> tuple[Token, str]:
        """A new token of a user and its secret, which is not kept."""
        if not 1 <= len(name.strip()) <= 100:
            raise InputError("name: a token has a name of 1 to 100 characters, for you to know it by")
        secret = f"dl_{secrets.token_urlsafe(32)}"
        token = Token(secrets.token_hex(6), user, name.strip(), now(), None)
        with writing(self._engine) as connection:
            if not connection.scalar(sa.select(users.c.name).where(users.c.name == user)):
                raise InputError(f"{user!r} has no account: tokens belong to accounts (dateline users add)")
            held = sa.select(sa.func.count()).select_from(tokens).where(tokens.c.user == user)
            if (connection.scalar(held) or 0) >= MOST_TOKENS:
                raise InputError(f"{user!r} has {MOST_TOKENS} tokens: remove one first")
            values = {"id": token.id, "user": user, "name": token.name, "created": token.created}
            connection.execute(tokens.insert().values(digest=_digest(secret), **values))
            log(connection, token.created, who, "token made", token.id, {"name": token.name, "user": user})
        return token, secret

    def tokens(self, user: str | None = None) -> list[Token]:
        """The tokens of a user, or of all, oldest first."""
        found = sa.select(tokens).order_by(tokens.c.created, tokens.c.id)
        if user is not None:
            found = found.where(tokens.c.user == user)
        with reading(self._engine) as connection:
            return [Token(r.id, r.user, r.name, r.created, r.used) for r in connection.execute(found)]

    def remove_token(self, user: str | None, id_: str, *, who: Who) -> None:
        """The token of a user, or of anybody, does not hold any more."""
        with writing(self._engine) as connection:
            found = connection.execute(sa.select(tokens.c.user, tokens.c.name).where(tokens.c.id == id_)).first()
            if found is None or user not in (None, found.user):
                raise MissingError(f"there is no token {id_!r}" if user is None else f"you have no token {id_!r}")
            connection.execute(tokens.delete().where(tokens.c.id == id_))
            log(connection, now(), who, "token removed", id_, {"name": found.name, "user": found.user})

    def has(self, user: str) -> bool:
        """Whether there is an account of this name."""
        with reading(self._engine) as connection:
            return connection.scalar(sa.select(users.c.name).where(users.c.name == user)) is not None

    def of_token(self, secret: str) -> User | None:
        """Whose token it is."""
        digest = _digest(secret)
        found = sa.select(users.c.name, users.c.role, tokens.c.used).join(tokens, tokens.c.user == users.c.name)
        with reading(self._engine) as connection:
            row = connection.execute(found.where(tokens.c.digest == digest, _ENABLED)).first()
        if row is None:
            return None
        at = now()
        if row.used is None or at - row.used > SEEN:
            with writing(self._engine) as connection:
                connection.execute(tokens.update().where(tokens.c.digest == digest).values(used=at))
        return User(row.name, row.role)


def _kept(connection: sa.Connection, name: str) -> str | None:
    """The digest of the password of an account; None where there is none, or it is disabled."""
    kept: str | None = connection.scalar(sa.select(users.c.password).where(users.c.name == name, _ENABLED))
    return kept


def _account(row: sa.Row[Any]) -> Account:
    return Account(row.name, row.role, row.created, row.password.startswith(LOCKED), row.seen, row.held)


def _row(connection: sa.Connection, name: str) -> sa.Row[Any]:
    """An account as it is kept; MissingError where there is none."""
    return _there(connection.execute(sa.select(users).where(users.c.name == name)).first(), name)


def _there(row: sa.Row[Any] | None, name: str) -> sa.Row[Any]:
    if row is None:
        raise MissingError(f"there is no account {name!r}")
    return row


def _check_admin_left(connection: sa.Connection, was: sa.Row[Any]) -> None:
    """ConflictError where an account was the last one that could manage the others: its change is rolled back."""
    managed = was.role == "admin" and not was.password.startswith(LOCKED)
    admin = sa.select(users.c.name).where(users.c.role == "admin", _ENABLED)
    if managed and connection.scalar(admin) is None:
        raise ConflictError(f"{was.name!r} is the last admin: make another account admin first")


def _changes(password: bool, role: str | None, disabled: bool | None) -> Iterator[tuple[str, dict[str, Any]]]:
    """What the log says of a change."""
    if role is not None or password:
        changed = [*(["password"] if password else []), *(["role"] if role is not None else [])]
        yield "account changed", {"changed": changed, "role": role}
    if disabled is not None:
        yield ("account disabled" if disabled else "account enabled"), {}


def _check_role(role: str) -> None:
    if role not in ROLES:
        raise InputError(f"{role!r} is no role; there are {', '.join(ROLES)}")


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
