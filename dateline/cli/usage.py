"""Errors of usage in plain words: what the parser says of a value is written for programmers."""

from __future__ import annotations

import re
from typing import Any

import typer
from typer.core import TyperGroup

PLAIN = (
    (re.compile(r"Value error, "), ""),
    (re.compile(r"Input should be a valid integer(?:, unable to parse string as an integer)?"), "give a whole number"),
    (re.compile(r"Input should be a valid number(?:, unable to parse string as a number)?"), "give a number"),
    (re.compile(r"Input should be greater than or equal to (\S+)"), r"give \1 or more"),
)


class Group(TyperGroup):
    """The commands; an option that cannot be right is told plainly."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Each command with the whole of its first sentence, over as many lines as it takes."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        told = [(name, first_sentence(c.help or "")) for name, c in commands if c is not None and not c.hidden]
        with formatter.section("Commands"):
            formatter.write_dl(told)

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            for words, plain in PLAIN:
                error.message = words.sub(plain, error.message)
            raise


def first_sentence(help: str) -> str:
    """The first sentence of what a command says of itself, on one line."""
    return " ".join(help.partition("\n\n")[0].split())
