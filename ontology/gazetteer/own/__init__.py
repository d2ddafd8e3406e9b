"""An organisation's own names: folders of Turtle files of our shape, and of tables that a spreadsheet writes."""

from answerable.ontology.gazetteer.own.known import known_bodies, known_entries
from answerable.ontology.gazetteer.own.names import NO_OWN_NAMES, OwnNames, own_names

__all__ = ["NO_OWN_NAMES", "OwnNames", "known_bodies", "known_entries", "own_names"]
