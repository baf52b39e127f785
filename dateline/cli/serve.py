"""`dateline serve`: the workbench in the browser."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli import asking


def serve(
    db: asking.Db = None,
    host: Annotated[
        str, typer.Option(help="Address to serve on; others than this machine's need accounts.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port; 0 takes a free one.")] = 8765,
    login: Annotated[bool, typer.Option("--login", help="Ask for a password on this machine too.")] = False,
    allow_host: Annotated[
        list[str] | None, typer.Option("--allow-host", help="A name by which the server is called; can be repeated.")
    ] = None,
    certificate: Annotated[Path | None, typer.Option(help="Certificate (PEM) for https.")] = None,
    key: Annotated[Path | None, typer.Option(help="Key of the certificate (PEM).")] = None,
) -> None:
    """Serve the workbench: read, check, correct, map and chart a store in the browser; its API is under /api."""
    from dateline.upkeep import open_store
    from dateline.web import server
    from dateline.web.config import is_loopback

    create = is_loopback(host)
    with closing(server.bound(host, port)) as sock:  # first: a port that is taken makes no store
        _tell_of_store(db, create=create)
        with open_store(db, create=create) as store:
            config = server.settings(store, host, login=login, names=allow_host or (), certificate=certificate, key=key)
            typer.echo(
                f"Dateline serves {store.url} at {server.address(sock, secure=config.secure)} (Ctrl+C ends it)",
                err=True,
            )
            if not config.open and not config.secure and not is_loopback(host):
                typer.echo(
                    "passwords and texts travel unencrypted: give --certificate and --key, or put a proxy before it",
                    err=True,
                )
            server.serve(store, config, sock, certificate=certificate, key=key)


def _tell_of_store(db: str | None, *, create: bool) -> None:
    """Say what opening the store makes of it, where that is more than to read it."""
    from dateline.store.engine import DEFAULT
    from dateline.store.migrations import versions

    was, version = versions(db)
    if was is None and create:
        typer.echo(
            f"there is no store at {db or DEFAULT} yet: an empty one is made; add reports in the browser or by "
            "`dateline ingest` (--db opens another store)",
            err=True,
        )
    elif was is not None and was < version:
        typer.echo(
            f"the store has schema version {was}: it is brought to {version}, once; a large store takes minutes",
            err=True,
        )
