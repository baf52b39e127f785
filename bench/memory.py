"""What this process holds in memory."""

from __future__ import annotations

import resource
import sys
from pathlib import Path


def memory() -> float:
    """What this process holds by itself in MB (pages of the file that are mapped are not its own), 0 where not told."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("RssAnon")), 0.0)


def peak() -> float:
    """The most it ever held in MB, mapped pages of files included."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)
