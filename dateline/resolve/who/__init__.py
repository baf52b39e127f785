"""Who a mention is: the actor list, and the country, sectors and name of each mention of an article."""

from dateline.resolve.who.actor_list import ActorList
from dateline.resolve.who.resolve import Resolved, resolve_parties

__all__ = ["ActorList", "Resolved", "resolve_parties"]
