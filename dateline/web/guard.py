"""What stands before every request: which host it is for, who sends it, whether it may write; headers on every answer.

A browser sends whatever any page asks it to send to this server, with its cookies where the page is of the same site.
So (1) the name that the browser believes to talk to has to be ours (against rebinding of names), (2) a request that
changes something has to carry a token that only our own pages can read, (3) answers may not be framed or embedded.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
import socket
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.store.desk import Accounts, User
from dateline.web import faults
from dateline.web.config import Config
from dateline.web.faults import Refused
from dateline.web.limits import Limit

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
SAFE = ("GET", "HEAD", "OPTIONS")
SESSION = "/api/session"
LONGEST_PATH = 8000
"""Bytes of path and query."""
LARGEST_BODY = 2_000_000
"""Bytes of a body that is no report."""
REPORTS = "/api/add/"


class Guard:
    """Lets through what may pass, and adds who sends it: `state.user`, `state.session`, `state.address`."""

    def __init__(self, config: Config, accounts: Accounts) -> None:
        self._config, self._accounts = config, accounts
        self._secret = secrets.token_bytes(32)
        self._names = frozenset(n.lower() for n in (*config.hosts, "localhost", config.host, socket.gethostname()))
        self._writes = Limit(*config.writes)

    async def pass_on(self, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the application answer a request that may pass; answer all others, and its faults."""
        if scope["type"] == "lifespan":
            return await app(scope, receive, send)
        if scope["type"] != "http":
            return None  # no web sockets here
        started = False

        async def sending(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                self._dress(scope, MutableHeaders(scope=message))
            await send(message)

        try:
            await self._check(scope)
            await app(scope, self._bounded(scope, receive), sending)
        except Exception as error:
            if started:
                raise
            await faults.answer(error, f"{scope['method']} {scope['path']}")(scope, receive, sending)

    async def _check(self, scope: Scope) -> None:
        """Who sends a request, in its state; raises Refused for one that may not pass."""
        headers = Headers(scope=scope)
        self._check_host(headers.get("host", ""))
        path: str = scope["path"]
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_PATH:
            raise Refused(414, "bad_request", "the address is too long")
        if "\x00" in path or b"%00" in scope["query_string"] or b"\x00" in scope["query_string"]:
            raise Refused(400, "bad_request", "the address holds a NUL")
        state = scope.setdefault("state", {})
        state["address"] = (scope.get("client") or (None,))[0]
        state["user"] = state["session"] = None
        state["csrf"] = self.token("")
        if not path.startswith("/api/"):
            return
        bearer = await self._identify(headers, state)
        if state["user"] is None and path != SESSION:
            raise Refused(401, "login", "log in first (or give a token: Authorization: Bearer …)")
        if scope["method"] not in SAFE:
            self._check_write(headers, state, bearer=bearer)
            self._check_length(path, headers)

    def _check_host(self, host: str) -> None:
        """A name has to be ours; an address cannot be rebound."""
        name = host.rsplit(":", 1)[0] if host.rpartition(":")[2].isdigit() else host
        name = name.strip("[]").lower()
        if name in self._names:
            return
        try:
            ipaddress.ip_address(name)
        except ValueError:
            message = (
                f"this server does not answer to the name {name[:100]!r}: dateline serve --allow-host {name[:100]}"
            )
            raise Refused(421, "host", message) from None

    async def _identify(self, headers: Headers, state: dict[str, object]) -> bool:
        """Who sends the request; True where it is a program with a token."""
        kind, _, secret = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            state["user"] = await run_in_threadpool(self._accounts.of_token, secret.strip())
            return True
        if self._config.open:
            state["user"] = User(self._config.author, "admin")
            return False
        session = self.cookie(headers)
        if session:
            state["user"] = await run_in_threadpool(self._accounts.of_session, session)
            state["session"] = session if state["user"] else None
            state["csrf"] = self.token(session if state["user"] else "")
        return False

    def _check_write(self, headers: Headers, state: Mapping[str, object], *, bearer: bool) -> None:
        if not bearer:
            if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
                raise Refused(403, "csrf", "a page of another site may not write here")
            given = headers.get("x-csrf-token", "")
            if not hmac.compare_digest(given.encode(), str(state["csrf"]).encode()):
                raise Refused(403, "csrf", "the token X-CSRF-Token is missing or old: get /api/session again")
        user = state["user"]
        name = user.name if isinstance(user, User) else ""
        if wait := self._writes.take(f"{name} {state['address']}"):
            raise Refused(429, "too_many", f"too much at once: wait {wait} s", headers={"Retry-After": str(wait)})

    def _largest(self, path: str) -> int:
        return self._config.largest if path.startswith(REPORTS) else LARGEST_BODY

    def _check_length(self, path: str, headers: Headers) -> None:
        length = headers.get("content-length", "0")
        if not length.isdigit():
            raise Refused(400, "bad_request", "the length of the body is no number")
        if int(length) > self._largest(path):
            raise _too_large(self._largest(path))

    def _bounded(self, scope: Scope, receive: Receive) -> Receive:
        """What is received, up to the most that may be: a body without a length is bounded too."""
        left = self._largest(scope["path"])

        async def bounded() -> Message:
            nonlocal left
            message = await receive()
            if message["type"] == "http.request":
                left -= len(message.get("body", b""))
                if left < 0:
                    raise _too_large(self._largest(scope["path"]))
            return message

        return bounded

    def token(self, session: str) -> str:
        """What a page of ours sends along to write, for a session ("": none)."""
        return hmac.new(self._secret, session.encode(), hashlib.sha256).hexdigest()

    @property
    def cookie_name(self) -> str:
        """The name of the session's cookie; over TLS one that no other host can set."""
        return "__Host-dateline" if self._config.secure else "dateline"

    def cookie(self, headers: Headers) -> str | None:
        """The secret of the session that a request brings."""
        try:
            held = SimpleCookie(headers.get("cookie", "")).get(self.cookie_name)
        except CookieError:
            return None
        return held.value if held else None

    def _dress(self, scope: Scope, headers: MutableHeaders) -> None:
        for name, value in HEADERS.items():
            headers.setdefault(name, value)
        if scope["path"].startswith("/api/"):
            headers.setdefault("cache-control", "no-store")
        if self._config.secure:
            headers.setdefault("strict-transport-security", "max-age=31536000")


def _too_large(most: int) -> Refused:
    return Refused(413, "too_large", f"more than {most / 1e6:,.0f} MB: send less at once, or use dateline ingest")


class Gate:
    """The guard as a layer around the application."""

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        self._app, self._guard = app, guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        await self._guard.pass_on(self._app, scope, receive, send)
