"""When: finding time expressions in English news and placing them on the calendar.

`tag` finds and reads them: `tokens` writes a text as classes of `words`, `grammar` matches `rules/` on it, a `hit`
has the parts of a match, `extent` cuts it to the words of the time, `reading` holds what it means. `frame` says what
is counted from, with `direction` and its `cues` (past or future) and `heads` (when the report was written); `periods`
and `holidays` are the calendar, `known` the days that name what happened on them.

`words_of_span` reads words that a model proposes. `ties` says which times are told of an act, `of_act` the time of
one, with `counted` (several times together) and `by_status` (what has happened is not ahead).
"""

from dateline.resolve.when.of_act import Act, time_of_act
from dateline.resolve.when.tag import tag_times
from dateline.resolve.when.ties import times_told
from dateline.resolve.when.words_of_span import resolve_words

__all__ = ["Act", "resolve_words", "tag_times", "time_of_act", "times_told"]
