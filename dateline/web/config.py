"""How the server is set up."""

from __future__ import annotations

import getpass
import ipaddress
from dataclasses import dataclass, field
from pathlib import Path

STATIC = Path(__file__).parent / "static"
"""The built pages; made with the package."""


@dataclass(frozen=True, slots=True)
class Config:
    """How the server is set up.

    `open` lets everybody in without a password, as admin under the name `author`: for one's own machine. `hosts` are
    the names under which the server may be called besides addresses. `largest` bounds one upload in bytes; the last
    three are so many times in so many seconds.
    """

    open: bool = True
    author: str = field(default_factory=getpass.getuser)
    host: str = "127.0.0.1"
    hosts: frozenset[str] = frozenset()
    secure: bool = False
    largest: int = 100_000_000
    logins: tuple[int, float] = (10, 300.0)
    writes: tuple[int, float] = (300, 60.0)
    downloads: tuple[int, float] = (30, 60.0)
    static: Path = STATIC


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address or name."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
