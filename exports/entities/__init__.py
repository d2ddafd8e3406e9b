"""Every thing that has an address, as people read it: facts with quotes, promises, what it is tied to, and sources.

`read_entity(graph, iri)` gives it. Pages show it, briefings and other programs take from it what they need.
"""

from __future__ import annotations

from answerable.exports.entities.model import Entity, Neighbour, Promise, Reference, Section
from answerable.exports.entities.naming import names_of
from answerable.exports.entities.reading import read_entity

__all__ = ["Entity", "Neighbour", "Promise", "Reference", "Section", "names_of", "read_entity"]
