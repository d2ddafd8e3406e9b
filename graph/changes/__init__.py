"""What changed between two readings of one plan, in the words of the domain.

The two may be a plan and its update, or one plan in two builds: both are a pair of records, and nothing else is looked
at.
"""

from __future__ import annotations

from answerable.graph.changes.change import Change, ChangeKind
from answerable.graph.changes.comparing import changes

__all__ = ["Change", "ChangeKind", "changes"]
