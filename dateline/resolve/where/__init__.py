"""Where: place mentions found, told apart and put on the map."""

from dateline.resolve.where.gazetteer import Gazetteer
from dateline.resolve.where.tag import country_of, tag_places

__all__ = ["Gazetteer", "country_of", "tag_places"]
