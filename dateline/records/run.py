"""One run of the coder over articles."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime

from dateline.fixed import fixed


@fixed()
class Run:
    """Which program coded, set how, from when to when (UTC; `finished` None: under way or cut off).

    `settings` are all options that change what is coded, as strings; `model` is the digest of the model.
    """

    id: str
    version: str
    model: str
    codebook: str
    settings: Mapping[str, str]
    started: datetime
    finished: datetime | None = None

    @property
    def coder(self) -> str:
        """A digest of all that decides what an article is coded as: two runs with the same coder code the same."""
        said = json.dumps([self.version, self.model, self.codebook, sorted(self.settings.items())], ensure_ascii=False)
        return hashlib.sha256(said.encode()).hexdigest()[:16]
