"""Whether a folder may become, or is, a store; and tidying up what a build left that was killed."""

from __future__ import annotations

import shutil

from answerable.graph.errors import SnapshotError
from answerable.graph.layout import MANIFEST_FILE, UNFINISHED, Layout

__all__ = ["prepare", "tidy"]


def prepare(layout: Layout) -> None:
    """Make a folder a store; raises SnapshotError where it holds anything else."""
    directory = layout.directory
    if directory.exists() and not directory.is_dir():
        raise SnapshotError(f"{directory} is a file; name a folder for the snapshots")
    if directory.is_dir() and not layout.snapshots.is_dir() and any(directory.iterdir()):
        if (directory / MANIFEST_FILE).is_file():
            raise SnapshotError(f"{directory} is a build of an earlier form; remove it, or name another folder")
        raise SnapshotError(f"{directory} holds files that are no snapshot; name an empty or a new folder")
    layout.snapshots.mkdir(parents=True, exist_ok=True)


def tidy(layout: Layout) -> None:
    """Remove what an earlier build left half done: only for whoever holds the lock."""
    for left in layout.directory.glob(UNFINISHED + "*"):
        if left.is_dir():
            shutil.rmtree(left)
        else:
            left.unlink()
