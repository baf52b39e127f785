"""Servers and browsers for the tests and the screenshots."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright

FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""Programs, the first that is here: chromium without windows opens a page in a third of the processor's time."""
PATIENCE = 240
"""Seconds that a server may take to start: long, for machines that have other work."""


@contextmanager
def served(store: Path, *options: str, log: Path) -> Iterator[str]:
    """The address of a server on a store, which ends afterwards."""
    command = [sys.executable, "-m", "dateline", "serve", "--db", str(store), "--port", "0", *options]
    environment = os.environ | {"DATELINE_HOME": str(store.parent / "home")}
    with log.open("w", encoding="utf-8") as out:
        server = subprocess.Popen(command, stdout=out, stderr=out, env=environment)
        try:
            yield _address(server, log)
        finally:
            server.terminate()
            server.wait(PATIENCE)


def _address(server: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        found = re.search(r"https?://[^\s/]+:(\d+)", log.read_text(encoding="utf-8"))
        if found:
            address = f"http://127.0.0.1:{found[1]}"
            try:
                urllib.request.urlopen(f"{address}/api/session", timeout=5).close()
                return address
            except urllib.error.HTTPError:
                return address
            except OSError:
                pass  # not listening yet
        time.sleep(0.1)
    raise AssertionError(f"the server did not start: {log.read_text(encoding='utf-8')}")


def copied(store: Path, to: Path) -> Path:
    """A copy of a store that may be in use."""
    with sqlite3.connect(store) as source, sqlite3.connect(to) as target:
        source.backup(target)
    return to


def add_user(store: Path, name: str, role: str, password: str) -> None:
    """Make an account."""
    command = [sys.executable, "-m", "dateline", "users", "add", name, "--role", role, "--db", str(store)]
    subprocess.run(command, input=f"{password}\n", text=True, check=True, capture_output=True)


def launched(playwright: Playwright) -> Browser:
    """Chromium as it is installed here."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert path, "no chromium here: apt-get install chromium-headless-shell"
    return playwright.chromium.launch(executable_path=path, args=list(FLAGS))
