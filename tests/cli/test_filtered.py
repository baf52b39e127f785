from __future__ import annotations

from dataclasses import fields

import pytest
import typer
from typer.testing import CliRunner

from dateline.cli.filtered import OPTIONS, filtered
from dateline.records.query import Filter


def test_each_field_of_a_filter_has_its_option() -> None:
    of_the_workbench = {"box", "reviewed"}
    assert set(OPTIONS) == {field.name for field in fields(Filter)} - of_the_workbench


def test_the_options_stand_where_the_filter_does_and_come_as_it() -> None:
    app = typer.Typer()
    asked: list[tuple[str, Filter, bool]] = []

    @app.command()
    @filtered(leave_out="run")
    def ask(name: str, *, wanted: Filter, loud: bool = False) -> None:
        """Ask by a name."""
        asked.append((name, wanted, loud))

    done = CliRunner().invoke(app, ["all", "--type", "assault", "--type", "PROTEST", "--edited", "--loud"])
    assert done.exit_code == 0, done.output
    assert asked == [("all", Filter(types=("ASSAULT", "PROTEST"), edited=True), True)]
    assert CliRunner().invoke(app, ["all", "--run", "r1"]).exit_code == 2
    told = CliRunner().invoke(app, ["--help"]).output
    assert "Ask by a name." in told and told.index("--type") < told.index("--as-of") < told.index("--loud")


def test_a_field_that_no_filter_has_cannot_be_left_out() -> None:
    with pytest.raises(KeyError, match="colour"):
        filtered(leave_out="colour")
