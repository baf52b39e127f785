"""Passwords as digests: scrypt with a salt, costs beside it so that they can be raised later."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

from dateline.errors import InputError

SHORTEST = 10
LONGEST = 1000
COST, BLOCK, LANES = 2**15, 8, 1
"""32 MB and about a tenth of a second for each guess (OWASP's second choice of parameters)."""
MEMORY = 128 * 2**20


def digest(password: str) -> str:
    """The digest of a password; InputError where it is too short."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise InputError(f"a password has {SHORTEST} to {LONGEST} characters")
    salt = secrets.token_bytes(16)
    return "$".join(("scrypt", str(COST), str(BLOCK), str(LANES), _text(salt), _text(_key(password, salt))))


def matches(password: str, kept: str | None) -> bool:
    """Whether a password is that of the digest; without a digest it takes as long and says no."""
    if len(password) > LONGEST:
        return False
    if kept is None:
        _key(password, bytes(16))
        return False
    _, cost, block, lanes, salt, key = kept.split("$")
    found = _key(password, base64.b64decode(salt), int(cost), int(block), int(lanes))
    return hmac.compare_digest(found, base64.b64decode(key))


def _key(password: str, salt: bytes, cost: int = COST, block: int = BLOCK, lanes: int = LANES) -> bytes:
    words = password.encode("utf-8", "surrogatepass")
    return hashlib.scrypt(words, salt=salt, n=cost, r=block, p=lanes, maxmem=MEMORY, dklen=32)


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")
