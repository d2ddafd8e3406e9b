"""A build on disk: the graph as sorted N-Quads, the records it was made from, and a manifest that proves both.

The same records give the same bytes in whatever order they come: no clock, no path and no chance stands in a snapshot.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from answerable.extract.records import PlanRecord, write_records
from answerable.graph.errors import SnapshotError
from answerable.graph.layout import GRAPH_FILE, MANIFEST_FILE, RECORDS_FILE
from answerable.graph.mapping import graph_iri, map_records
from answerable.graph.measures import Ties, map_measures
from answerable.graph.summary import Summary, summarise
from answerable.ontology.gazetteer import NO_OWN_NAMES, OwnNames
from answerable.ontology.iris import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Summary", "write_snapshot"]

_FORMAT: Final = 1


def write_snapshot(
    records: Iterable[PlanRecord], directory: Path, *, base: str = DEFAULT_BASE, own: OwnNames = NO_OWN_NAMES
) -> Summary:
    """Write a snapshot of the records to a folder, in one step: it is whole or not there.

    A snapshot that stands there already is replaced; anything else in the way raises SnapshotError. Records of the
    same source content count once. `base` is the address that all things are named under and ends in a slash.
    """
    if not base.endswith("/"):
        raise SnapshotError(f"the base {base!r} must end in a slash")
    _check_place(directory)
    kept, twins = _one_per_source(records)
    lines = sorted(_measured(set(map_records(kept, base=base, own=own)), base))
    summary = summarise(kept, quads=len(lines))
    stream = StringIO()
    write_records(kept, stream)
    contents = {GRAPH_FILE: "".join(lines), RECORDS_FILE: stream.getvalue()}
    files = {name: text.encode() for name, text in contents.items()}
    files[MANIFEST_FILE] = _manifest(files, kept, twins, summary, base)
    _move_in(files, directory)
    return summary


def _measured(lines: set[str], base: str) -> set[str]:
    return lines.union(map_measures(Ties(lines), base=base, graph=graph_iri(base, "inferred")).lines)


def _check_place(directory: Path) -> None:
    if not directory.exists():
        return
    if not directory.is_dir():
        raise SnapshotError(f"{directory} is a file; name a folder for the snapshot")
    if any(directory.iterdir()) and not (directory / MANIFEST_FILE).is_file():
        raise SnapshotError(f"{directory} holds files that are no snapshot; name an empty or a new folder")


def _one_per_source(records: Iterable[PlanRecord]) -> tuple[Sequence[PlanRecord], Sequence[PlanRecord]]:
    ordered = sorted(records, key=lambda record: (record.source.sha256, record.source.name))
    kept = {record.source.sha256: record for record in reversed(ordered)}
    return [record for record in ordered if kept[record.source.sha256] is record], [
        record for record in ordered if kept[record.source.sha256] is not record
    ]


def _manifest(
    files: dict[str, bytes], kept: Sequence[PlanRecord], twins: Sequence[PlanRecord], summary: Summary, base: str
) -> bytes:
    manifest = {
        "format": _FORMAT,
        "base": base,
        "files": {name: {"sha256": sha256(data).hexdigest(), "bytes": len(data)} for name, data in files.items()},
        "counts": summary.as_counts(),
        "sources": [record.source.model_dump() for record in kept],
        "ignored": [{"name": twin.source.name, "reason": "the same content as another source"} for twin in twins],
    }
    return (json.dumps(manifest, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode()


def _move_in(files: dict[str, bytes], directory: Path) -> None:
    """Write beside the place and then rename: whoever looks sees the old snapshot or the new one."""
    directory = directory.absolute()
    directory.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{directory.name}.", dir=directory.parent))
    try:
        new, old = beside / "new", beside / "old"
        new.mkdir()
        for name, data in files.items():
            (new / name).write_bytes(data)
        if directory.exists():
            directory.rename(old)
        try:
            new.rename(directory)
        except OSError:
            if old.exists():
                old.rename(directory)
            raise
    finally:
        shutil.rmtree(beside)
