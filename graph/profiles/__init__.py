"""Profiles: `internal` shows all of a graph, `publishable` is a copy without named individuals."""

from answerable.graph.profiles.profile import Profile, Publishable, profiled, removed_from
from answerable.graph.profiles.removed import Removed
from answerable.graph.profiles.remover import MARK

__all__ = ["MARK", "Profile", "Publishable", "Removed", "profiled", "removed_from"]
