"""Commands that ask a store by all its filters: the options are written once, and given to each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, get_args

from dateline.cli import asking
from dateline.cli.options import Command, in_place_of
from dateline.records.query import Filter

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


def filtered(*, leave_out: str = "") -> Callable[[Command], Command]:
    """Gives a command the options of a filter in place of its parameter `wanted`, which is what they ask for.

    `leave_out` names fields that the command does not ask by; KeyError where there is none of that name.
    """
    kept = dict(OPTIONS)
    for name in leave_out.split():
        del kept[name]

    return in_place_of("wanted", kept, asking.asked)


def given(wanted: Filter) -> Iterator[tuple[str, str]]:
    """The fields by which a filter narrows, each with its option, in the order in which help tells them."""
    for field, kind in OPTIONS.items():
        if getattr(wanted, field) not in (None, (), False):
            named = get_args(kind)[1].default  # what the first words given to an option are, where it has a name
            yield field, named if isinstance(named, str) else f"--{field}"
