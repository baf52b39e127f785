"""Answers as JSON."""

from __future__ import annotations

import json
from typing import Any

from starlette.responses import Response

Json = dict[str, Any]
ENCODE = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


class JsonAnswer(Response):
    """An answer in JSON; text that is no Unicode (half of a surrogate pair) comes as question marks."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        """The bytes of the body."""
        return ENCODE(content).encode("utf-8", "replace")
