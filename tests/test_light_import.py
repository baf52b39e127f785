"""Importing the package must not load what it does not need yet."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("numpy", "onnxruntime", "trafilatura", "py3langid", "rich", "yaml", "sqlalchemy", "pyarrow", "pandas")
NOT_FOR_HELP = ("numpy", "onnxruntime", "trafilatura", "sqlalchemy", "pyarrow", "pandas")


def test_import_loads_nothing_heavy() -> None:
    code = f"import sys, dateline; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_loads_no_model_runtime() -> None:
    code = f"import sys, dateline.cli; print([m for m in {NOT_FOR_HELP!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
