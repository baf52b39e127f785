"""In what setting acts belong: the contexts of events, by the settings of a codebook."""

from dateline.contexts.read import Contexts

__all__ = ["Contexts"]
