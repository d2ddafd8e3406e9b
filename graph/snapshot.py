"""Records as a snapshot, in one call: for those who have records already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.graph.settings import BuildSettings
from answerable.graph.snapshots.building import building
from answerable.graph.summary import Summary
from answerable.ontology.iris import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from answerable.extract.records import PlanRecord
    from answerable.graph.snapshots.building import Built

__all__ = ["Summary", "build_from", "write_snapshot"]


def write_snapshot(
    records: Iterable[PlanRecord], directory: Path, *, base: str = DEFAULT_BASE, decisions: Path | None = None
) -> Summary:
    """Write a snapshot of the records to a store's folder and make it current; the same records give the same bytes.

    Earlier snapshots there are kept; anything else in the way raises SnapshotError. Records of the same source content
    count once. `base` is the address that all things are named under and ends in a slash, `decisions` a file of what
    people decided about which posts are one.
    """
    return build_from(records, directory, BuildSettings.load(base, decisions=decisions)).summary


def build_from(records: Iterable[PlanRecord], directory: Path, settings: BuildSettings) -> Built:
    """Do as `write_snapshot` does, under any settings, and say what came of it."""
    with building(directory, settings) as build:
        for record in records:
            build.add_foreign(record)
        return build.finish()
