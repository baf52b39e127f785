"""The label spaces of the model: what each of its outputs stands for, in order.

The types, modes and sectors are those of the codebook the model was trained for; they are stored beside the weights
and checked against the codebook when the model is loaded.
"""

from __future__ import annotations

LAYERS = ("part", "place", "time", "count", "source", "cue", "content", "hedge")
"""Mentions found word by word (outside, begin, inside): participants, places, times, counts, sources of events and
statements, reporting words, reported content, hedges."""

ROLES = ("actor", "recipient", "place", "time", "count", "source", "hedge", "say_source", "say_content")
"""What a mention can be to an act; the last two tie reporting words to their speaker and content."""

ROLES_OF_LAYER = {
    "part": ("actor", "recipient"),
    "place": ("place",),
    "time": ("time",),
    "count": ("count",),
    "source": ("source", "say_source"),
    "cue": (),
    "content": ("say_content",),
    "hedge": ("hedge",),
}
"""Which roles a mention of a layer can fill."""

ATTRIBUTION = {"source": "p_source", "cue": "p_cue", "content": "p_content"}
"""Layers of attribution in the wide sense (PolNeAR: also beliefs, intentions, hearsay), by what they are to each other;
`dateline tag said` reads them, events do not."""

STATUS = ("happened", "ongoing", "planned", "hypothetical", "negated")

DISTANCE_EDGES = (-40, -25, -16, -10, -6, -4, -2, -1, 0, 1, 2, 4, 6, 10, 16, 25, 40)
"""Edges, in words, of the buckets of the distance from an act to a mention."""
