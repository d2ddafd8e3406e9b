"""Links between the plans of a build: repeats, likeness, versions, copies, and plans of one body in time."""

from __future__ import annotations

from answerable.graph.linking.plans.copies import Copy, copies_among, map_copies
from answerable.graph.linking.plans.linking import Found, Links, find_links, map_links
from answerable.graph.linking.plans.revisions import map_revisions

__all__ = ["Copy", "Found", "Links", "copies_among", "find_links", "map_copies", "map_links", "map_revisions"]
