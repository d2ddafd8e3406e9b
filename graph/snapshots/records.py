"""The records of a snapshot by the address of their plan: indexed in one pass, each loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from answerable.extract.records import PlanRecord
from answerable.graph.errors import DamagedSnapshotError
from answerable.graph.layout import MANIFEST_FILE, RECORDS_FILE
from answerable.graph.mapping.versions import plan_iris
from answerable.graph.snapshots.manifest import read_manifest

__all__ = ["KeptPlan", "SnapshotRecords"]


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """One plan of a snapshot."""

    head: PlanRecord
    """Its record without recommendations, mentions and evidence."""
    sha256: str
    """The hash of the whole record."""
    start: int
    """Where the record starts in its file, in bytes."""


class SnapshotRecords:
    """The plans of one snapshot, by address.

    Raises DamagedSnapshotError where the records are not those that the manifest names.
    """

    def __init__(self, folder: Path) -> None:
        manifest = read_manifest(folder)
        self._path = folder / RECORDS_FILE
        kept = {each.head.source.sha256: each for each in _indexed(self._path, manifest)}
        addresses = plan_iris([each.head for each in kept.values()], manifest["base"])
        self.plans: Mapping[str, KeptPlan] = {iri: kept[source] for source, iri in addresses.items()}

    def load(self, plan: KeptPlan) -> PlanRecord:
        """Load the whole record of a plan."""
        with self._path.open("rb") as stream:
            stream.seek(plan.start)
            return PlanRecord.model_validate_json(stream.readline())


def _indexed(path: Path, manifest: Mapping[str, Any]) -> list[KeptPlan]:
    whole, start, plans = sha256(), 0, []
    try:
        with path.open("rb") as stream:
            for line in stream:
                whole.update(line)
                plans.append(KeptPlan(_head(line), sha256(line).hexdigest(), start))
                start += len(line)
    except (OSError, ValueError) as error:
        raise DamagedSnapshotError(f"{path} cannot be read") from error
    if whole.hexdigest() != manifest["files"][RECORDS_FILE]["sha256"]:
        raise DamagedSnapshotError(f"{path} is not the file that {MANIFEST_FILE} names")
    return plans


def _head(line: bytes) -> PlanRecord:
    record = PlanRecord.model_validate_json(line)
    return record.model_copy(update={"recommendations": (), "mentions": (), "evidence": ()})
