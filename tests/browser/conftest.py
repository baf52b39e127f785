"""A browser whose pages may not err and may not talk to anybody but the server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from tests.browser.serving import add_user, copied, launched, served

PASSWORD = "correct horse battery"
AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PATIENCE = 45_000
"""Milliseconds to wait for what has to come: long, for machines that have other work."""
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launched(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("stores")


class Watch:
    """What pages said and asked for that they should not have."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.wrong: list[str] = []
        self.allowed: tuple[str, ...] = ()

    def on(self, page: Page) -> Page:
        """The page, watched."""
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("request", lambda request: self._asked(request.url))
        return page

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not any(word in message.text for word in self.allowed):
            self.wrong.append(f"{message.type}: {message.text}")

    def _asked(self, url: str) -> None:
        if not url.startswith((f"{self.base}/", "blob:", "data:")):
            self.wrong.append(f"request to {url}")


NewPage = Callable[..., Page]


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Opens watched pages, each with a session of its own; none may have erred in the end."""
    watches, contexts = [], []

    def open_(base: str, *, allowed: tuple[str, ...] = (), **options: Any) -> Page:
        context = browser.new_context(base_url=base, viewport={"width": 1440, "height": 900}, **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        watch = Watch(base)
        watch.allowed = allowed
        watches.append(watch)
        return watch.on(context.new_page())

    yield open_
    for context in contexts:
        context.close()
    assert [wrong for watch in watches for wrong in watch.wrong] == []


@pytest.fixture(scope="session")
def site(browser: Browser, folder: Path) -> Iterator[str]:
    """A server whose store was filled with the sample reports by a click on the first-run page."""
    with served(folder / "site.sqlite", log=folder / "site.log") as base:
        watch = Watch(base)
        page = watch.on(browser.new_page(base_url=base))
        page.goto("/")
        expect(page.get_by_role("heading", level=1)).to_contain_text("News reports in")
        page.get_by_role("button", name="Add the sample reports").click()
        expect(page.get_by_role("region", name="Progress")).to_be_visible()
        expect(page.get_by_role("heading", name="Done: sample reports")).to_be_visible(timeout=4 * PATIENCE)
        page.get_by_role("link", name="See the incidents").click()
        expect(page.locator(".incidents > li").first).to_be_visible()
        page.context.close()
        assert watch.wrong == []
        yield base


@pytest.fixture
def page(site: str, new_page: NewPage) -> Page:
    """A page on the open server."""
    return new_page(site)


@pytest.fixture(scope="session")
def guarded(site: str, folder: Path) -> Iterator[str]:
    """A server with accounts, on a copy of the store."""
    store = copied(folder / "site.sqlite", folder / "guarded.sqlite")
    for name, role in (("rita", "reader"), ("ana", "reviewer"), ("ben", "reviewer"), ("ada", "admin")):
        add_user(store, name, role, PASSWORD)
    with served(store, "--login", log=folder / "guarded.log") as base:
        yield base


def log_in(page: Page, name: str, password: str = PASSWORD) -> Page:
    """Through the form, as people do."""
    page.goto("/")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.keyboard.press("Enter")
    return page


def account(page: Page, words: str) -> None:
    """Choose from the menu of the account."""
    page.locator(".top-acts summary").click()
    page.locator(".top-acts .menu-body").get_by_text(words, exact=True).click()


def until(page: Page, holds: str) -> None:
    """Wait for what a script says of the page; Playwright's own waiting compiles it there, which the pages forbid."""
    for _ in range(PATIENCE // 50):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"did not come about: {holds}")


def get(page: Page, path: str) -> Any:
    """What the API says to this session."""
    answer = page.request.get(path)
    assert answer.ok, answer.text()
    return answer.json()
