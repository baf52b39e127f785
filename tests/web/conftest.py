"""A small store behind the application, with a coder that needs no model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from dateline.errors import ArticleError
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.run import Run
from dateline.store import Store, open_store
from dateline.store.desk import Accounts, Who, passwords
from dateline.web.app import make
from dateline.web.coder import Coder
from dateline.web.config import Config
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
        return None

    def renew(self) -> None:
        self.renewed += 1


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Digests that cost little, and a home of our own."""
    monkeypatch.setattr(passwords, "COST", 2**4)
    monkeypatch.setattr(passwords._key, "__defaults__", (2**4, 8, 1))
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "home"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store.sqlite"), create=True) as opened:
        opened.begin(run())
        opened.add(run(), [_titled(n) for n in range(20)])
        opened.put_merged(new=incidents(opened))
        yield opened


def _titled(number: int) -> Coded:
    return code_one(article(number, url=f"https://paper.example/{number}", language="en"))


@pytest.fixture
def coder() -> HandCoder:
    return HandCoder()


class Client(TestClient):
    """Sends the token along with everything that writes, as the pages do."""

    csrf = ""

    def request(self, method: str, url: Any, **options: Any) -> Any:  # type: ignore[override]
        if method not in ("GET", "HEAD") and self.csrf:
            options["headers"] = {"X-CSRF-Token": self.csrf} | (options.get("headers") or {})
        return super().request(method, url, **options)

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
