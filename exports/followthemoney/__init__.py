"""The graph as FollowTheMoney entities, which tools of investigation read and match."""

from answerable.exports.followthemoney.entities import to_entities

__all__ = ["to_entities"]
