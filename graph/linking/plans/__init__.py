"""Links between the plans of a build: repeats, likeness, versions, copies, and plans of one body in time."""

from __future__ import annotations

from answerable.graph.linking.plans.copies import Copy, copies_among, map_copies
from answerable.graph.linking.plans.linking import map_links

__all__ = ["Copy", "copies_among", "map_copies", "map_links"]
