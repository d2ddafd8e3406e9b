"""Names as people type them: "TTG lead", "cas3", a plural, another word order, one wrong letter.

`Lookup.of(graph)` reads all names of a snapshot once; `find` then lists what a text may mean, the likeliest first, and
`one` gives the thing that it does mean or says what it may be. Nothing is found that the graph does not name.
"""

from __future__ import annotations

from answerable.graph.lookup.entries import Entry
from answerable.graph.lookup.kinds import KINDS, kind_of
from answerable.graph.lookup.lookup import Lookup, Match

__all__ = ["KINDS", "Entry", "Lookup", "Match", "kind_of"]
