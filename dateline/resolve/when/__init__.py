"""When: finding time expressions in English news and placing them on the calendar."""

from dateline.resolve.when.tag import tag_times
from dateline.resolve.when.words_of_span import resolve_words

__all__ = ["resolve_words", "tag_times"]
