"""Where the time goes: each step of the pipeline timed, and the encoder alone on the same windows.

Seconds are those of the processor: they hold on a machine that has other work as well.
"""

from __future__ import annotations

import io
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any
from unittest.mock import patch

from dateline import assemble, pipeline, resolving
from dateline.annotate.session import Session
from dateline.exporters import EXPORTERS
from dateline.records.article import Article
from dateline.records.coded import Coded

STEPS = {
    (pipeline, "sentences"): "split",
    (pipeline, "opening"): "split",
    (pipeline, "parties"): "who",
    (resolving, "_places"): "where",
    (resolving, "_times"): "when",
    (resolving, "_counts"): "how many",
    (pipeline, "story_events"): "join passages",
}
"""By the module that calls it and its name."""
WARM = 20
"""Articles coded before the clock starts: tables are read when first needed, which start-up time tells."""
IN_TURN = 20
"""Articles that are coded and then encoded alone, before the next."""
RESOLVING = ("who", "where", "when", "how many")


class Clock:
    """Seconds by step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def around(self, step: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time counted to the step."""

        def timed(*args: Any, **kwargs: Any) -> Any:
            began = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                self.seconds[step] += time.process_time() - began

        return timed


def measured(articles: list[Article], parts: pipeline.Parts) -> dict[str, Any]:
    """Seconds in all and by step for the articles coded one after another, and for the encoder alone.

    Some articles at a time are coded, coded with a clock at each step, and encoded alone, so that a machine that is
    slower for a while is so for all three.
    """
    _coded(articles[:WARM], parts)
    clock = Clock()
    plain = total = alone = 0.0
    for first in range(0, len(articles), IN_TURN):
        some = articles[first : first + IN_TURN]
        plain += _coded(some, parts)
        windows: list[Any] = []
        total += _timed(some, parts, clock, windows)
        alone += _encoder(parts, windows)
    seconds = dict(clock.seconds)
    seconds["cut and decode"] = seconds.pop("annotate") - seconds["encoder"]
    seconds["write"] = total - sum(seconds.values())
    return {
        "articles a second": round(len(articles) / plain, 2),
        "seconds": round(plain, 2),
        "encoder alone": round(alone, 2),
        "cost against the encoder": round(plain / alone, 3),
        "share of steps": {k: round(v / total, 4) for k, v in sorted(seconds.items(), key=lambda x: -x[1])},
        "share of resolving": round(sum(seconds[k] for k in RESOLVING) / total, 4),
    }


def _timed(articles: list[Article], parts: pipeline.Parts, clock: Clock, windows: list[Any]) -> float:
    """Seconds to code the articles, those of each step added to the clock and what is encoded to the windows."""
    outputs = Session.outputs

    def encoder(self: Session, window: Any) -> Any:
        windows.append(window)
        began = time.process_time()
        out = outputs(self, window)
        clock.seconds["encoder"] += time.process_time() - began
        return out

    with ExitStack() as stack:
        for (module, name), step in STEPS.items():
            stack.enter_context(patch.object(module, name, clock.around(step, getattr(module, name))))
        for name in ("event", "statement"):
            there = getattr(assemble, name)
            stack.enter_context(patch.object(assemble, name, clock.around("assemble", there)))
        stack.enter_context(patch.object(Session, "outputs", encoder))
        model, coder = type(parts.model), type(parts.coder)
        for name in ("encoded", "annotation"):
            stack.enter_context(patch.object(model, name, clock.around("annotate", getattr(model, name))))
        stack.enter_context(patch.object(coder, "code", clock.around("code", coder.code)))
        return _coded(articles, parts)


def _coded(articles: list[Article], parts: pipeline.Parts) -> float:
    """Seconds to code the articles as `dateline code` does and write the lines."""
    began = time.process_time()
    coded = pipeline.code_articles(articles, parts)
    EXPORTERS["jsonl"]((one for one in coded if isinstance(one, Coded)), io.StringIO())
    return time.process_time() - began


def _encoder(parts: pipeline.Parts, windows: list[Any]) -> float:
    """Seconds that the encoder takes for the windows of all articles, article by article."""
    session = parts.model._session
    began = time.process_time()
    for window in windows:
        session.outputs(window)
    return time.process_time() - began
