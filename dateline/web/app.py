"""The application: all endpoints under /api, the pages, and what stands before them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import dateline
from dateline.codebooks.own import in_use
from dateline.store import Store
from dateline.store.desk import Accounts, Desk
from dateline.store.views import Views
from dateline.web import faults, static
from dateline.web.coder import Coder
from dateline.web.config import Config
from dateline.web.faults import Refused
from dateline.web.guard import Gate, Guard
from dateline.web.jobs import Jobs
from dateline.web.limits import Limit
from dateline.web.models.base import ErrorAnswer
from dateline.web.parts import Parts
from dateline.web.places import Places
from dateline.web.routes import (
    accounts,
    actors,
    add,
    articles,
    audit,
    briefs,
    by_hand,
    decisions,
    events,
    incidents,
    relations,
    review,
    session,
    watches,
)

ROUTERS = (
    session,
    incidents,
    events,
    articles,
    actors,
    relations,
    briefs,
    by_hand,
    watches,
    review,
    decisions,
    add,
    accounts,
    audit,
)
ERRORS = (400, 401, 403, 404, 405, 409, 413, 414, 421, 422, 429, 503)
ABOUT = "Incidents, events, statements and articles of a Dateline store, and the decisions of people about them."


def make(store: Store, config: Config | None = None, coder: Coder | None = None) -> FastAPI:
    """The application over a store; it closes neither the store nor a coder that was given."""
    config = config or Config()
    held = Accounts(store)
    views = Views(store)
    own = coder or Coder()
    jobs = Jobs(store, own, on_written=views.changed)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await run_in_threadpool(views.load)
        yield
        await run_in_threadpool(jobs.close)
        own.close()

    app = FastAPI(
        title="Dateline", version=dateline.__version__, description=ABOUT, lifespan=lifespan,
        openapi_url="/api/openapi.json", docs_url=None, redoc_url=None,
    )  # fmt: skip
    guard = Guard(config, held)
    app.state.parts = Parts(
        config=config, store=store, views=views, desk=Desk(store), accounts=held, codebook=in_use(),
        coder=own, jobs=jobs, places=Places(), logins=Limit(*config.logins), downloads=Limit(*config.downloads),
        guard=guard,
    )  # fmt: skip
    faults.add_to(app)
    app.include_router(_api())
    app.add_api_route("/api/{path:path}", _nothing, methods=["GET", "POST", "PUT", "DELETE"], include_in_schema=False)
    app.router.routes.append(Route("/{path:path}", static.pages(config.static), methods=["GET", "HEAD"]))
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(Gate, guard=guard)
    return app


def _api() -> APIRouter:
    errors = {status: {"model": ErrorAnswer} for status in ERRORS}
    api = APIRouter(prefix="/api", responses=errors, generate_unique_id_function=_name)  # type: ignore[arg-type]
    for module in ROUTERS:
        api.include_router(module.router)
    return api


def _name(route: APIRoute) -> str:
    """ "events_map" from "/api/events/map": the name of an endpoint in the description."""
    words = [w.strip("{}") for w in route.path.removeprefix("/api").split("/") if w]
    return "_".join([*sorted(route.methods or ())[:1], *words]).lower()


def _nothing(request: Request) -> Response:
    raise Refused(404, "not_found", f"there is no {request.url.path}")
