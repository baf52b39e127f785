"""Where: place mentions found, told apart and put on the map.

`tag` reads an article: `reading` and `tokens` cut it, `spot` finds names (`cues`, `people`, `words` speak for and
against), `accept` decides which are places, `rank` which place of a name is meant (`context`, `level`, `stranger`),
`basis` says how. `extra` finds what a model proposes; `unknown`, `described`, `surroundings` and `part` read what no
list has (`spelled` what sounds like a name that one has, by `akin`), `offset` points told by distance; `of_event`
keeps the places of one event.

The `gazetteer` (an `entry` a place, names by `fold`, stored by `packed`, with `supplement`) is made by `build` from
`packages` or `geonames`.
"""

from dateline.resolve.where.gazetteer import Gazetteer
from dateline.resolve.where.of_event import places_of_event
from dateline.resolve.where.tag import country_of, tag_places

__all__ = ["Gazetteer", "country_of", "places_of_event", "tag_places"]
