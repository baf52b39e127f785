"""Where: place mentions found, told apart and put on the map."""

from dateline.resolve.where.gazetteer import Gazetteer
from dateline.resolve.where.of_event import places_of_event
from dateline.resolve.where.tag import country_of, tag_places

__all__ = ["Gazetteer", "country_of", "places_of_event", "tag_places"]
