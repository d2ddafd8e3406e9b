"""Who is tied to what: holders on one side, recommendations (or plans, where there are many) on the other."""

from answerable.exports.figures.ownership.figure import Ownership, ownership
from answerable.exports.figures.ownership.sides import Side
from answerable.exports.figures.ownership.ties import Tie

__all__ = ["Ownership", "Side", "Tie", "ownership"]
