"""Help and errors of usage in plain words: what the parser says of a value is written for programmers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from dateline.cli import output

PLAIN = (
    (re.compile(r"Value error, "), ""),
    (re.compile(r"Input should be a valid integer(?:, unable to parse string as an integer)?"), "give a whole number"),
    (re.compile(r"Input should be a valid number(?:, unable to parse string as a number)?"), "give a number"),
    (re.compile(r"Input should be greater than or equal to (\S+)"), r"give \1 or more"),
)
TYPES = (
    (re.compile(r"<list\[(.*)\]>"), r"<\1> ..."),
    (re.compile(r"<str>"), "<text>"),
    (re.compile(r"<(int|float)( range)?>"), "<number>"),
    (re.compile(r"<[Pp]ath>"), "<path>"),
)
"""The kinds of values of Python, and what they are called for everybody."""


class Command(TyperCommand):
    """A command whose help tells the kinds of its values in plain words."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """The arguments and the options, each with the kind of its value."""
        plain: Any = _Plain(formatter)
        super().format_options(ctx, plain)


class Group(TyperGroup):
    """The commands; an option that cannot be right is told plainly."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """The options of all commands or, where a group is a command too, its own; then the commands."""
        plain: Any = _Plain(formatter)
        super().format_options(ctx, plain)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Each command with the whole of its first sentence, over as many lines as it takes."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        told = [(name, first_sentence(c.help or "")) for name, c in commands if c is not None and not c.hidden]
        with formatter.section("Commands"):
            formatter.write_dl(told)

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for; where nobody reads on (`| head`), all went well."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            output.drop()
            raise typer.Exit from None
        except typer.BadParameter as error:
            for words, plain in PLAIN:
                error.message = words.sub(plain, error.message)
            raise


class _Plain:
    """A formatter of help that is given the kinds of values in plain words."""

    def __init__(self, formatter: Any) -> None:
        self._formatter = formatter

    def __getattr__(self, name: str) -> Any:
        return getattr(self._formatter, name)

    def write_dl(self, rows: Sequence[tuple[str, str]]) -> None:
        """Write options or commands with what they mean."""
        self._formatter.write_dl([(plain_types(name), meaning) for name, meaning in rows])


def plain_types(option: str) -> str:
    """An option as help shows it, with the kind of its value in plain words."""
    for words, plain in TYPES:
        option = words.sub(plain, option)
    return option


def first_sentence(help: str) -> str:
    """The first sentence of what a command says of itself, on one line."""
    return " ".join(help.partition("\n\n")[0].split())
