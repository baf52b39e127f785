"""What people do to an article as a whole: add an event that the program missed, withdraw the article."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from dateline.adding import Told
from dateline.errors import InputError
from dateline.records.query import Filter
from dateline.records.span import Span
from dateline.web.models.decisions import AdditionRequest, DecisionAnswer, WithdrawRequest
from dateline.web.parts import REVIEWER, By, Held
from dateline.web.routes.decisions import decided

router = APIRouter(prefix="/articles", tags=["decisions"])


@router.post("/{id}/events", response_model=DecisionAnswer, dependencies=[REVIEWER])
def add(parts: Held, who: By, id: str, given: AdditionRequest) -> Response:
    """An event that the program missed, its values read from the words that are named; this takes seconds."""
    article = parts.store.article(id)
    known = [s.event for s in parts.store.events(Filter(articles=(article.id,)))]
    event = parts.coder.event(article, _told(given), known)
    return decided(parts, parts.desk.add_event(article.id, event, who=who, reason=given.reason))


@router.post("/{id}/withdraw", response_model=DecisionAnswer, dependencies=[REVIEWER])
def withdraw(parts: Held, who: By, id: str, given: WithdrawRequest) -> Response:
    """An article is not to count any more."""
    return decided(parts, parts.desk.withdraw(id, who=who, reason=given.reason))


def _told(given: AdditionRequest) -> Told:
    counts = {one.what: (Span(*one.span), one.value) for one in given.counts}
    if len(counts) < len(given.counts):
        raise InputError("counts: each kind of number once")
    return Told(
        trigger=Span(*given.trigger),
        type=given.type,
        modes=given.modes,
        contexts=given.contexts,
        status=given.status,
        actors=[Span(*s) for s in given.actors],
        recipients=[Span(*s) for s in given.recipients],
        places=[Span(*s) for s in given.places],
        time=Span(*given.time) if given.time else None,
        counts=counts,
        hedge=Span(*given.hedge) if given.hedge else None,
        sources=[Span(*s) for s in given.sources],
    )
