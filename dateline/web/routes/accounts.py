"""Accounts, for admins: who may use this server, and as what."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from dateline.errors import InputError
from dateline.records.stored_lines import moment
from dateline.store.desk.accounts import Account
from dateline.web.answers import Json, JsonAnswer
from dateline.web.faults import Refused
from dateline.web.models.accounts import AccountAnswer, AccountChange, AccountList, NewAccount
from dateline.web.parts import ADMIN, By, Held, Parts

router = APIRouter(prefix="/accounts", tags=["accounts"], dependencies=[ADMIN])


@router.get("", response_model=AccountList)
def accounts(parts: Held) -> Response:
    """All accounts by name; passwords are kept as digests and told to nobody."""
    return JsonAnswer({"items": [_item(a) for a in parts.accounts.all()], "open": parts.config.open})


@router.post("", response_model=AccountAnswer, status_code=201)
def add(parts: Held, who: By, given: NewAccount) -> Response:
    """A new account; 422 where the name is taken or the password is too short."""
    parts.accounts.add(given.name, given.password, given.role, who=who)
    return JsonAnswer(_item(parts.accounts.one(given.name)), status_code=201)


@router.post("/{id}", response_model=AccountAnswer)
def change(parts: Held, who: By, id: str, given: AccountChange) -> Response:
    """Another role or password, disabled or enabled again; whoever is logged in by it is logged out.

    409 where no admin would be left, or somebody would shut out themselves.
    """
    if given.role is None and given.password is None and given.disabled is None:
        raise InputError("give role, password or disabled")
    if given.disabled:
        _check_other(parts, who.name, id)
    parts.accounts.change(id, who=who, password=given.password, role=given.role, disabled=given.disabled)
    return JsonAnswer(_item(parts.accounts.one(id)))


@router.delete("/{id}", response_model=AccountList)
def remove(parts: Held, who: By, id: str) -> Response:
    """No account of this name any more, its tokens and sessions with it; what it decided stays. 409 as in a change."""
    _check_other(parts, who.name, id)
    parts.accounts.remove(id, who=who)
    return accounts(parts)


def _check_other(parts: Parts, me: str, name: str) -> None:
    """Nobody shuts out themselves; where nobody has to log in, nobody is shut out."""
    if not parts.config.open and me == name:
        raise Refused(409, "conflict", "this is your own account: another admin has to do that")


def _item(one: Account) -> Json:
    return {
        "name": one.name, "role": one.role, "created": moment(one.created), "disabled": one.disabled,
        "seen": moment(one.seen) if one.seen else None, "tokens": one.tokens,
    }  # fmt: skip
