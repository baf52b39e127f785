"""Options that several commands have alike: written once, and given to each in place of what is made of them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, get_args

Command = Callable[..., None]


def in_place_of(parameter: str, options: Mapping[str, Any], make: Callable[..., Any]) -> Callable[[Command], Command]:
    """Gives a command options, by name with their types, in place of one parameter, which is what `make` makes of them.

    An option that is not given is false where it is a flag, else None.
    """

    def with_options(command: Command) -> Command:
        @wraps(command)
        def asked(**given: Any) -> None:
            made = make(**{name: given.pop(name) for name in options})
            command(**{parameter: made}, **given)

        # The parser reads the signature: there the options stand where the parameter does.
        plain = inspect.Parameter.KEYWORD_ONLY
        given = [inspect.Parameter(n, plain, default=_absent(kind), annotation=kind) for n, kind in options.items()]
        signature = inspect.signature(command, eval_str=True)
        parameters = [p.replace(kind=plain) for p in signature.parameters.values()]
        at = next(n for n, p in enumerate(parameters) if p.name == parameter)
        asked.__signature__ = signature.replace(  # type: ignore[attr-defined]
            parameters=[*parameters[:at], *given, *parameters[at + 1 :]]
        )
        return asked

    return with_options


def _absent(kind: Any) -> bool | None:
    return False if get_args(kind)[0] is bool else None
