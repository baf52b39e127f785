"""Who is there, what this server holds, and the codes there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

import dateline
from dateline.codebooks.codebook import Codebook
from dateline.errors import InputError
from dateline.records.query import Filter
from dateline.records.resolved import COUNTED, PRECISIONS
from dateline.records.stored_lines import moment
from dateline.resolve.countries import countries
from dateline.resolve.regions import region_names
from dateline.store.desk.accounts import Token
from dateline.store.edits import fields
from dateline.web import samples
from dateline.web.answers import Json, JsonAnswer
from dateline.web.faults import Refused
from dateline.web.models.accounts import TokenAnswer, TokenRequest, Tokens
from dateline.web.models.session import CodebookAnswer, LoginRequest, PasswordRequest, ServerStatus, SessionAnswer
from dateline.web.parts import By, Held, Me, Parts

router = APIRouter(tags=["session"])
ALL = Filter()


@router.get("/session", response_model=SessionAnswer)
def session(request: Request, parts: Held) -> Response:
    """Who is logged in, and the token that writing needs."""
    user = request.state.user
    told = {"name": user.name, "role": user.role} if user else None
    return JsonAnswer({"user": told, "open": parts.config.open, "csrf": request.state.csrf})


@router.post("/session", response_model=SessionAnswer)
def log_in(request: Request, parts: Held, given: LoginRequest) -> Response:
    """Log in; 401 where name and password do not fit, 429 after too many attempts that did not."""
    if parts.config.open:
        raise Refused(409, "conflict", "nobody needs to log in here")
    address = str(request.state.address)
    keys = _attempt(parts, address, given.name)
    secret = parts.accounts.log_in(given.name, given.password, address=address)
    if secret is None:
        raise Refused(401, "login", "name and password do not fit")
    _fitted(parts, keys)
    user = parts.accounts.of_session(secret)
    assert user is not None
    told = {"name": user.name, "role": user.role}
    answer = JsonAnswer({"user": told, "open": False, "csrf": parts.guard.token(secret)})
    answer.set_cookie(
        parts.guard.cookie_name, secret, path="/", httponly=True, samesite="strict", secure=parts.config.secure
    )
    return answer


@router.delete("/session", response_model=SessionAnswer)
def log_out(request: Request, parts: Held) -> Response:
    """Log out."""
    if request.state.session:
        parts.accounts.log_out(request.state.session)
    answer = JsonAnswer({"user": None, "open": parts.config.open, "csrf": parts.guard.token("")})
    answer.delete_cookie(
        parts.guard.cookie_name, path="/", httponly=True, samesite="strict", secure=parts.config.secure
    )
    return answer


@router.post("/session/password", response_model=SessionAnswer)
def change_password(request: Request, parts: Held, me: Me, who: By, given: PasswordRequest) -> Response:
    """Another password for oneself; one's other sessions end. 403 where the old one does not fit, 429 as for log-in."""
    if parts.config.open:
        raise Refused(409, "conflict", "nobody needs a password here")
    if not request.state.session:
        raise Refused(403, "forbidden", "a token changes no password: log in for that")
    keys = _attempt(parts, str(request.state.address), me.name)
    try:
        changed = parts.accounts.change_own(me.name, given.old, given.new, session=request.state.session, who=who)
    except InputError:  # about the new one: nothing was learnt of the old one
        _fitted(parts, keys)
        raise
    if not changed:
        raise Refused(403, "forbidden", "the old password does not fit", field="old")
    _fitted(parts, keys)
    return session(request, parts)


@router.get("/status", response_model=ServerStatus)
def status(parts: Held) -> Response:
    """What this server holds."""
    events = parts.views.events(ALL)
    days = parts.views.first_and_last(events)
    numbers = parts.views.numbers()
    return JsonAnswer(
        {
            "version": dateline.__version__,
            "store": parts.store.url,
            "articles": numbers["articles"],
            "events": events.count,
            "incidents": parts.views.incidents(ALL).count,
            "statements": numbers["statements"],
            "first_day": days[0].isoformat() if days else None,
            "last_day": days[1].isoformat() if days else None,
            "samples": samples.folder() is not None,
            "waiting": numbers["waiting"],
        }
    )


@router.get("/codebook", response_model=CodebookAnswer)
def codebook(parts: Held) -> Response:
    """All codes with what they mean."""
    return JsonAnswer(_codebook(parts.codebook))


@router.get("/tokens", response_model=Tokens)
def tokens(
    parts: Held, me: Me, all: Annotated[bool, Query(description="Those of everybody; for admins.")] = False
) -> Response:
    """One's own tokens, oldest first."""
    if all and not me.may("admin"):
        raise Refused(403, "forbidden", f"this needs the role admin; you are {me.role}")
    held = parts.accounts.tokens(None if all else me.name)
    return JsonAnswer({"items": [_token(t) for t in held], "may_make": parts.accounts.has(me.name)})


@router.post("/tokens", response_model=TokenAnswer, status_code=201)
def make_token(parts: Held, me: Me, who: By, given: TokenRequest) -> Response:
    """A new token; its secret is told this once."""
    token, secret = parts.accounts.make_token(me.name, given.name, who=who)
    return JsonAnswer(_token(token) | {"secret": secret}, status_code=201)


@router.delete("/tokens/{id}", response_model=Tokens)
def remove_token(parts: Held, me: Me, who: By, id: str) -> Response:
    """A token of one's own, or of anybody where an admin says so, does not hold any more; one's own that are left."""
    parts.accounts.remove_token(None if me.may("admin") else me.name, id, who=who)
    return tokens(parts, me)


def _attempt(parts: Parts, address: str, name: str) -> Sequence[str]:
    """Count an attempt with a password, by where it comes from and by whose it is; 429 after too many."""
    keys = (f"from {address}", f"as {name}")
    for key in keys:
        if wait := parts.logins.take(key):
            raise Refused(429, "too_many", f"too many attempts: wait {wait} s", headers={"Retry-After": str(wait)})
    return keys


def _fitted(parts: Parts, keys: Sequence[str]) -> None:
    """The password was right: an office behind one address may log in as often as it likes."""
    for key in keys:
        parts.logins.give_back(key)


def _token(one: Token) -> Json:
    return {"id": one.id, "user": one.user, "name": one.name, "created": moment(one.created), "used": moment(one.used)}


def _codebook(book: Codebook) -> Json:
    """The codebook with all lists that the pages choose from."""
    return {
        "id": book.id,
        "title": book.title,
        "types": [
            {
                "name": t.name,
                "label": t.name.capitalize(),
                "quad": t.quad,
                "score": t.score,
                "meaning": t.meaning,
                "recipient_required": t.recipient_required,
                "modes": [{"name": m.name, "score": m.score, "meaning": m.meaning} for m in t.modes.values()],
            }
            for t in book.types.values()
        ],
        "quads": [{"name": name, "label": str(entry["label"])} for name, entry in book.quads.items()],
        "contexts": _codes(book.contexts),
        "sectors": _codes(book.sectors),
        "statuses": list(book.status),
        "countries": [
            *({"code": c.iso3, "name": c.name} for c in countries()),
            *({"code": code, "name": name} for code, name in book.pseudo_countries.items()),
        ],
        "world": list(region_names()),
        "counts": list(COUNTED),
        "precisions": list(PRECISIONS),
        "fields": list(fields()),
    }


def _codes(table: Mapping[str, str]) -> list[Json]:
    return [{"name": name, "meaning": str(meaning)} for name, meaning in table.items()]
