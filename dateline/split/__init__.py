"""Articles into sentences, with what belongs to the page set apart and the opening of agency reports found.

`sentences` is the step: `lines` makes paragraphs, `boundaries` ends sentences in them (`abbreviations`, `quotes`),
`furniture` says which lines are of the page (`furniture_lines`). `opening` reads "HOMS, 3 May (AFP) —".
`items` finds the items of lists, by how their paragraphs begin (`item_lines`).
"""

from dateline.split.opening import Opening, opening
from dateline.split.sentences import sentences

__all__ = ["Opening", "opening", "sentences"]
