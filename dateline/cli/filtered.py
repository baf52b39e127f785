"""Commands that ask a store by all its filters: the options are written once, and given to each of them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any

from dateline.cli import asking

OPTIONS: dict[str, Any] = {
    "types": asking.Types,
    "modes": asking.Modes,
    "contexts": asking.Contexts,
    "quads": asking.Quads,
    "statuses": asking.Statuses,
    "countries": asking.Countries,
    "regions": asking.Regions,
    "near": asking.Around,
    "actor": asking.Actor,
    "recipient": asking.Recipient,
    "party": asking.Party,
    "dyad": asking.Dyad,
    "since": asking.Since,
    "until": asking.Until,
    "published_since": asking.PublishedSince,
    "published_until": asking.PublishedUntil,
    "sources": asking.Sources,
    "articles": asking.Articles,
    "confidence": asking.Confidence,
    "text": asking.Words,
    "min_origins": asking.Origins,
    "edited": asking.Edited,
    "without": asking.Without,
    "recorded_since": asking.RecordedSince,
    "as_of": asking.AsOf,
    "run": asking.OfRun,
}
"""The options of a filter by its fields, in the order in which help tells them."""

Command = Callable[..., None]


def filtered(*, leave_out: str = "") -> Callable[[Command], Command]:
    """Gives a command the options of a filter in place of its parameter `wanted`, which is what they ask for.

    `leave_out` names fields that the command does not ask by; KeyError where there is none of that name.
    """
    kept = dict(OPTIONS)
    for name in leave_out.split():
        del kept[name]

    def with_options(command: Command) -> Command:
        @wraps(command)
        def asked(**given: Any) -> None:
            command(wanted=asking.asked(**{name: given.pop(name) for name in kept}), **given)

        # The parser reads the signature: there the options stand where `wanted` does.
        plain = inspect.Parameter.KEYWORD_ONLY
        options = [inspect.Parameter(n, plain, default=_absent(n), annotation=kind) for n, kind in kept.items()]
        signature = inspect.signature(command, eval_str=True)
        parameters = [p.replace(kind=plain) for p in signature.parameters.values()]
        at = next(n for n, p in enumerate(parameters) if p.name == "wanted")
        asked.__signature__ = signature.replace(  # type: ignore[attr-defined]
            parameters=[*parameters[:at], *options, *parameters[at + 1 :]]
        )
        return asked

    return with_options


def _absent(name: str) -> bool | None:
    return False if name == "edited" else None
