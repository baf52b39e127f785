"""What the handlers of requests work with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request

from dateline.codebooks.codebook import Codebook
from dateline.store import Store
from dateline.store.desk import Accounts, Desk, User, Who
from dateline.store.views import Views
from dateline.web.coder import Coder
from dateline.web.config import Config
from dateline.web.faults import Refused
from dateline.web.guard import Guard
from dateline.web.jobs import Jobs
from dateline.web.limits import Limit
from dateline.web.places import Places


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a running server: made once, shared by all requests."""

    config: Config
    store: Store
    views: Views
    desk: Desk
    accounts: Accounts
    codebook: Codebook
    coder: Coder
    jobs: Jobs
    places: Places
    logins: Limit
    downloads: Limit
    guard: Guard


def _parts(request: Request) -> Parts:
    held: Parts = request.app.state.parts
    return held


def _user(request: Request) -> User:
    user = request.state.user
    assert isinstance(user, User)  # the guard lets nobody else through
    return user


def _who(request: Request) -> Who:
    return Who(_user(request).name, request.state.address)


def _at_least(role: str) -> Any:
    def check(request: Request) -> None:
        if not _user(request).may(role):
            raise Refused(403, "forbidden", f"this needs the role {role}; you are {_user(request).role}")

    return Depends(check)


Held = Annotated[Parts, Depends(_parts)]
Me = Annotated[User, Depends(_user)]
By = Annotated[Who, Depends(_who)]
REVIEWER = _at_least("reviewer")
ADMIN = _at_least("admin")

__all__ = ["ADMIN", "REVIEWER", "By", "Held", "Me", "Parts"]
