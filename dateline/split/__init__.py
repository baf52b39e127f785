"""Articles into sentences, with what belongs to the page set apart and the opening of agency reports found."""

from dateline.split.opening import Opening, opening
from dateline.split.sentences import sentences

__all__ = ["Opening", "opening", "sentences"]
