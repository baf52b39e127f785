"""`dateline incidents` and `dateline incident`: which happenings are known, and all that is known of one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli import asking
from dateline.cli.filtered import filtered
from dateline.records.query import Filter


@filtered(leave_out="edited run")
def incidents(
    *,
    wanted: Filter,
    order: Annotated[
        str, typer.Option(help="day, origins (most reports first), killed (most first) or recorded (latest change).")
    ] = "day",
    limit: asking.Limit = None,
    offset: Annotated[int, typer.Option(help="Leave out the first ones.")] = 0,
    format: asking.Form = None,
    out: asking.Out = None,
    db: asking.Db = None,
) -> None:
    """List the incidents of a store: each happening once, however many reports tell of it."""
    from dateline.cli.answering import left_out, listed, of_all
    from dateline.exporters import beside
    from dateline.exporters.shapes import INCIDENTS
    from dateline.store import open_store

    chosen = asking.format_of(format, out)
    with open_store(db) as store:
        asking.check_regions(wanted, store)
        found = store.incidents(wanted, order=order, limit=asking.most(limit, chosen, out), offset=offset)
        whole = partial(of_all, store.count_incidents, wanted, "incident")
        write = beside(chosen, partial(store.passages, as_of=wanted.as_of))
        listed(found, INCIDENTS, chosen, out, limit=limit, whole=whole, write=write)
        left_out(wanted, "incident", store.undated_incidents)


def incident(
    id: Annotated[str, typer.Argument(help="Id of an incident, also one that was merged, or of an event in it.")],
    as_of: asking.AsOf = None,
    copies: Annotated[bool, typer.Option("--copies", help="Each copy by itself, not folded under its origin.")] = False,
    json: Annotated[bool, typer.Option("--json", help="As one JSON object, copies and all.")] = False,
    out: Annotated[Path | None, typer.Option(help="Write to this file.")] = None,
    db: asking.Db = None,
) -> None:
    """Show all that is known of an incident: versions side by side, passages, copies, why linked, what changed."""
    from dateline.cli.output import opened
    from dateline.exporters.dossier import write
    from dateline.records.dossier import dossier_line
    from dateline.records.lines import dumps
    from dateline.store import open_store

    moment = asking.asked(as_of=as_of).as_of
    with open_store(db) as store:
        found = store.dossier(id, as_of=moment)
    with opened(out) as stream:
        if json:
            stream.write(dumps(dossier_line(found)) + "\n")
        else:
            write(found, stream, copies=copies)
