"""The command line: one file a command, listed here.

Options that several have alike: `reading` (of reports), `asking` and `filtered` (of a store), by `options`; `usage`
words help and errors. While they work: `workers`, `progress`, `stopping`, `notes`. What they write: `output` and
`answering`; `written` reads it back. `parties` lists actors, `places` finds a place that a person names.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable

import typer

from dateline.cli import (
    actors,
    add,
    apply,
    articles,
    brief,
    code,
    codebook,
    decide,
    doctor,
    dyads,
    events,
    explain,
    export,
    gazetteer,
    incidents,
    ingest,
    output,
    relate,
    runs,
    serve,
    statements,
    tag,
    users,
    verify,
    watch,
)
from dateline.cli.usage import Command, Group
from dateline.errors import StopError

COMMANDS: dict[str, Callable[..., None]] = {
    "code": code.code,
    "explain": explain.explain,
    "relate": relate.relate,
    "tag": tag.tag,
    "verify": verify.verify,
    "doctor": doctor.doctor,
    "ingest": ingest.ingest,
    "recode": ingest.recode,
    "relink": ingest.relink,
    "events": events.events,
    "incidents": incidents.incidents,
    "incident": incidents.incident,
    "brief": brief.brief,
    "export": export.export,
    "dyads": dyads.dyads,
    "statements": statements.statements,
    "articles": articles.articles,
    "judge": decide.judge,
    "edit": decide.edit,
    "reject": decide.reject,
    "add": add.add,
    "withdraw": decide.withdraw,
    "undo": decide.undo,
    "decisions": decide.decisions,
    "apply": apply.apply,
    "runs": runs.runs,
    "serve": serve.serve,
}

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS)
"""What a disk says that takes no more."""

app = typer.Typer(
    name="dateline",
    cls=Group,
    help="Turns news reports into event data that proves itself.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for _name, _command in COMMANDS.items():
    app.command(_name, cls=Command)(_command)
GROUPS = {
    "actors": actors.app,
    "codebook": codebook.app,
    "gazetteer": gazetteer.app,
    "users": users.app,
    "watch": watch.app,
}
for _name, _group in GROUPS.items():
    app.add_typer(_group, name=_name)


@app.callback(invoke_without_command=True)
def version(show: bool = typer.Option(False, "--version", help="Print the version and stop.", is_eager=True)) -> None:
    """Turns news reports into event data that proves itself."""
    if show:
        import dateline

        typer.echo(dateline.__version__)
        raise typer.Exit


def main() -> None:
    """Run a command; an error that Dateline foresaw is one line on standard error and exit code 2."""
    output.readable(sys.stdout)
    try:
        app()
    except StopError as error:
        typer.echo(f"dateline: {error}", err=True)
        sys.exit(2)
    except OSError as error:
        if error.errno not in FULL:
            raise
        typer.echo(f"dateline: the output cannot be written: {os.strerror(error.errno)}", err=True)
        output.drop()
        sys.exit(2)
