"""Which state of the repository was measured."""

from __future__ import annotations

import subprocess

from eval.corpora import ROOT

CODE = ("dateline", "eval", "train", "bench", "pyproject.toml")


def described() -> str:
    """The short commit, followed by "+" where code that matters has changes that are not committed."""
    commit = _git("rev-parse", "--short", "HEAD") or "unknown"
    return commit + ("+" if _git("status", "--porcelain", "--untracked-files=no", "--", *CODE) else "")


def _git(*words: str) -> str:
    try:
        done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip()
