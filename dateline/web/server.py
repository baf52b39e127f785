"""The server: the application on an address."""

from __future__ import annotations

import errno
import socket
from collections.abc import Sequence
from pathlib import Path

import uvicorn

from dateline.errors import InputError
from dateline.store import Store
from dateline.store.desk import Accounts
from dateline.web.app import make
from dateline.web.config import Config, is_loopback

WAITING = 256
"""Connections at once; more are told to come back."""


def settings(
    store: Store,
    host: str,
    *,
    login: bool = False,
    names: Sequence[str] = (),
    certificate: Path | None = None,
    key: Path | None = None,
) -> Config:
    """How a server on an address is set up: without passwords on this machine alone.

    Raises InputError where others could reach it and there are no accounts.
    """
    if (certificate is None) != (key is None):
        raise InputError("give both --certificate and --key, or neither")
    for file in (certificate, key):
        if file is not None and not file.is_file():
            raise InputError(f"there is no file {file}")
    needs_login = login or not is_loopback(host)
    if needs_login and not Accounts(store).users():
        raise InputError(
            f"a server on {host} that asks for a password needs accounts: "
            "make one first with `dateline users add NAME --role admin`"
        )
    return Config(open=not needs_login, host=host, hosts=frozenset(names), secure=certificate is not None)


def serve(
    store: Store, config: Config, sock: socket.socket, *, certificate: Path | None = None, key: Path | None = None
) -> None:
    """Serve on a socket until the process is told to end."""
    app = make(store, config)
    settings = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="on",
        ws="none",
        limit_concurrency=WAITING,
        timeout_graceful_shutdown=5,
        ssl_certfile=str(certificate) if certificate else None,
        ssl_keyfile=str(key) if key else None,
    )
    uvicorn.Server(settings).run(sockets=[sock])


def bound(host: str, port: int) -> socket.socket:
    """A socket on an address (port 0: any that is free); InputError where it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((host, port))
        sock.listen(WAITING)
    except (OSError, OverflowError) as error:
        sock.close()
        raise InputError(f"cannot serve on {host}:{port}: {_reason(error)}") from error
    return sock


def _reason(error: OSError | OverflowError) -> str:
    """Why an address cannot be had, and what to do."""
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.EADDRINUSE:
        return "the port is in use, perhaps by a `dateline serve` that runs already; end that, or give another --port"
    if number == errno.EACCES:
        return "ports below 1024 are not for everybody; give another --port"
    if number == errno.EADDRNOTAVAIL or isinstance(error, socket.gaierror):
        return "this machine has no such address; give another --host (0.0.0.0: all that it has)"
    return f"{error.strerror if isinstance(error, OSError) else error}; give another --port or --host"


def address(sock: socket.socket, *, secure: bool) -> str:
    """Where a browser finds it."""
    host, port, *_ = sock.getsockname()
    name = "localhost" if host in ("127.0.0.1", "::1") else f"[{host}]" if ":" in host else host
    return f"{'https' if secure else 'http'}://{name}:{port}/"
