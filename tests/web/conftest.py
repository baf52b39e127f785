"""A small store behind the application, with a coder that needs no model."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest
from fastapi.routing import APIRoute
from pydantic import TypeAdapter
from starlette.testclient import TestClient

from dateline.adding import Told
from dateline.errors import ArticleError, InputError
from dateline.records.article import Article, Sentence
from dateline.records.coded import Coded
from dateline.records.event import Event
from dateline.records.run import Run
from dateline.records.span import Piece, Span
from dateline.store import Store, open_store
from dateline.store.desk import Accounts, Desk, Who, passwords
from dateline.web.app import ROUTERS, make
from dateline.web.coder import Coder
from dateline.web.config import Config
from dateline.web.guard import POLICY
from dateline.web.models.base import ErrorAnswer
from tests.store.making import article, code_one, run
from tests.store.views.incidents import incidents

PASSWORD = "correct horse battery"
ROOT = Who("root")


class HandCoder(Coder):
    """Codes the articles of tests.store.making; others have no events."""

    def __init__(self) -> None:
        super().__init__({})
        self.runs = 0
        self.renewed = 0

    def run(self) -> Run:
        self.runs += 1
        return run(f"web{self.runs}", f"web{self.runs}")

    def code(self, articles: Iterable[Article]) -> Iterator[Coded | ArticleError]:
        for one in articles:
            if "BROKEN" in one.text:
                yield ArticleError(one.source or one.id, "broken on purpose")
            else:
                yield code_one(one) if ", officials said" in one.text else Coded(one, (), ())

    def explain(self, article: Article, event: str, trigger: tuple[int, int]) -> dict[str, Any] | None:
        found = next((e for e in code_one(article).events if e.id == event), None)
        if found is None:
            return None
        span = found.evidence.span
        sentence = Sentence(0, span.start, span.end)
        return {"event": found, "sentence": sentence, "scores": (("ASSAULT", 0.9),), "rule": "a rule", "cues": []}

    def event(self, article: Article, told: Told, others: Sequence[Event]) -> Event:
        """An event at the words, with no values; the type as it is given."""
        assert isinstance(told.trigger, Span)
        if told.type == "RAID":
            raise InputError("type: 'RAID' is none of ASSAULT, AID")
        base = code_one(article).events[0]
        words = Piece.cut(article.text, told.trigger)
        named = replace(base, id=f"n{told.trigger.start}", type=told.type, trigger=words, status=told.status)
        return replace(named, story_event=named.id, actors=(), recipients=(), where=(), counts=(), when=None)

    def renew(self) -> None:
        self.renewed += 1


@pytest.fixture(autouse=True)
def _always_looking(monkeypatch: pytest.MonkeyPatch) -> None:
    """The views look for news at each question: no test hangs on how fast the machine is."""
    monkeypatch.setattr("dateline.store.views.views.STALE", -1.0)


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Digests that cost little, and a home of our own."""
    monkeypatch.setattr(passwords, "COST", 2**4)
    monkeypatch.setattr(passwords._key, "__defaults__", (2**4, 8, 1))
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a store with twenty articles, an edited, a rejected and a reviewed event."""
    path = tmp_path_factory.mktemp("template") / "store.sqlite"
    with open_store(str(path), create=True) as opened:
        opened.begin(run())
        opened.add(run(), [_titled(n) for n in range(20)])
        opened.put_merged(new=incidents(opened))
        edited, rejected, reviewed = (s.event.id for s in opened.events(limit=3))
        opened.edit(edited, "status", "planned", by="zoe", reason="")
        opened.edit(rejected, "rejected", True, by="zoe", reason="")
        desk = Desk(opened)
        passage = opened.passage(reviewed)
        desk.review(reviewed, "accept", etag=desk.seen([passage])[0][passage], who=Who("zoe"))
    return path


@pytest.fixture
def store(template: Path, tmp_path: Path) -> Iterator[Store]:
    """A store of one's own."""
    shutil.copy(template, tmp_path / "store.sqlite")
    with open_store(str(tmp_path / "store.sqlite")) as opened:
        yield opened


class Shared(NamedTuple):
    """A client and its store that are only read."""

    client: Client
    store: Store


@pytest.fixture(scope="session")
def shared(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    """Made once; whoever writes takes `client` and `store`."""
    path = tmp_path_factory.mktemp("shared") / "store.sqlite"
    shutil.copy(template, path)
    with open_store(str(path)) as opened:
        config = Config(author="ann", static=path.parent, downloads=(10**6, 60))
        with Client(make(opened, config, HandCoder()), base_url="http://127.0.0.1") as client:
            yield Shared(client.enter(), opened)


def _titled(number: int) -> Coded:
    return code_one(article(number, url=f"https://paper.example/{number}", language="en"))


@pytest.fixture
def coder() -> HandCoder:
    return HandCoder()


ROUTES = [route for module in ROUTERS for route in module.router.routes if isinstance(route, APIRoute)]
"""All endpoints of the API, their paths without "/api"."""


class Client(TestClient):
    """Sends the token along with everything that writes, as the pages do."""

    csrf = ""

    def request(self, method: str, url: Any, **options: Any) -> Any:  # type: ignore[override]
        if method not in ("GET", "HEAD") and self.csrf:
            options["headers"] = {"X-CSRF-Token": self.csrf} | (options.get("headers") or {})
        answer = super().request(method, url, **options)
        self._check(method, answer)
        return answer

    def _check(self, method: str, answer: Any) -> None:
        """Every answer has the form that the description of the API says, and the headers of safety."""
        assert answer.headers["content-security-policy"] == POLICY and answer.status_code < 500, answer.text
        if answer.headers.get("content-type") != "application/json" or "openapi" in str(answer.url):
            return
        told = answer.json()
        if answer.status_code >= 400:
            ErrorAnswer.model_validate(told)
            return
        path = unquote(answer.url.path).removeprefix("/api")
        route = next(r for r in ROUTES if r.path_regex.match(path) and method in (r.methods or ()))
        TypeAdapter(route.response_model).validate_python(told, strict=False)

    def enter(self) -> Client:
        """Get the token."""
        self.csrf = self.get("/api/session").json()["csrf"]
        return self

    def log_in(self, name: str, password: str = PASSWORD) -> Client:
        """Log in."""
        answer = self.enter().post("/api/session", json={"name": name, "password": password})
        assert answer.status_code == 200, answer.text
        self.csrf = answer.json()["csrf"]
        return self


NewClient = Callable[..., Client]


@pytest.fixture
def new_client(store: Store, coder: HandCoder, tmp_path: Path) -> Iterator[NewClient]:
    """Makes clients of applications set up as told; all are closed at the end."""
    opened: list[Client] = []

    def new(**values: Any) -> Client:
        static = tmp_path / "static"
        config = Config(**{"author": "ann", "static": static} | values)
        client = Client(make(store, config, coder), base_url="http://127.0.0.1")
        client.__enter__()
        opened.append(client)
        return client

    yield new
    for client in opened:
        client.__exit__(None, None, None)


@pytest.fixture
def client(new_client: NewClient) -> Client:
    """Somebody on their own machine."""
    return new_client().enter()


@pytest.fixture
def accounts(store: Store) -> Accounts:
    """An account of each role, named by it."""
    held = Accounts(store)
    for role in ("reader", "reviewer", "admin"):
        held.add(role, PASSWORD, role, who=ROOT)
    return held
