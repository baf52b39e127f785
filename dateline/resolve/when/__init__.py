"""When: finding time expressions in English news and placing them on the calendar."""

from dateline.resolve.when.of_act import Act, time_of_act
from dateline.resolve.when.tag import tag_times
from dateline.resolve.when.ties import times_told
from dateline.resolve.when.words_of_span import resolve_words

__all__ = ["Act", "resolve_words", "tag_times", "time_of_act", "times_told"]
