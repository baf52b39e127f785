"""In what setting acts belong: the contexts of events, by the settings of a codebook.

`read` goes from event to event: `cues` finds cue words, `reach` says which act one belongs to, `acts` what an act
itself tells, `story` what the whole report is about.
"""

from dateline.contexts.read import Contexts

__all__ = ["Contexts"]
