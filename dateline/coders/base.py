"""What a coder promises."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dateline.records.annotation import Annotation
from dateline.records.draft import Draft


class Coder(Protocol):
    """Turns what the model saw into coded events.

    The same annotation gives the same drafts, in text order; every span lies inside the text; types, modes, contexts
    and status are those of the codebook.
    """

    def code(self, text: str, annotation: Annotation) -> Sequence[Draft]:
        """The events of one article."""
        ...
