"""What a snapshot says of itself: its name is the hash of its manifest, which holds the hashes of its files.

So equal builds have equal names, and nothing in a snapshot can change without being seen.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any, Final

from answerable.graph.errors import DamagedSnapshotError
from answerable.graph.layout import MANIFEST_FILE

__all__ = ["FORMAT", "check_sizes", "manifest_bytes", "proven_path", "read_manifest", "read_proven", "snapshot_name"]

FORMAT: Final = 2
"""The number of the form that a snapshot has on disk."""
_NAME_LENGTH: Final = 16


def manifest_bytes(facts: Mapping[str, Any]) -> bytes:
    """Write a manifest in the one way it can be written."""
    return (json.dumps(facts, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode()


def snapshot_name(manifest: bytes) -> str:
    """Give the name of the snapshot that a manifest describes."""
    return sha256(manifest).hexdigest()[:_NAME_LENGTH]


def read_manifest(folder: Path) -> Mapping[str, Any]:
    """Read the manifest of a snapshot; raises DamagedSnapshotError where it is not the one that gave the name."""
    try:
        data = (folder / MANIFEST_FILE).read_bytes()
    except OSError as error:
        raise DamagedSnapshotError(f"{folder / MANIFEST_FILE} cannot be read ({error.strerror})") from error
    if snapshot_name(data) != folder.name:
        raise DamagedSnapshotError(f"{folder / MANIFEST_FILE} is not the manifest that gave the snapshot its name")
    facts: Mapping[str, Any] = json.loads(data)
    return facts


def check_sizes(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Raise DamagedSnapshotError where a file is missing or cut short; what stands in it is checked when it is read."""
    for name, facts in manifest["files"].items():
        try:
            size = (folder / name).stat().st_size
        except OSError as error:
            raise DamagedSnapshotError(f"{folder / name} cannot be read ({error.strerror})") from error
        if size != facts["bytes"]:
            raise DamagedSnapshotError(
                f"{folder / name} has {size} bytes and not the {facts['bytes']} that were written"
            )


def read_proven(folder: Path, name: str, manifest: Mapping[str, Any]) -> bytes:
    """Read a file of a snapshot; raises DamagedSnapshotError where it is not the one that the manifest names."""
    try:
        data = (folder / name).read_bytes()
    except OSError as error:
        raise DamagedSnapshotError(f"{folder / name} cannot be read ({error.strerror})") from error
    if sha256(data).hexdigest() != manifest["files"][name]["sha256"]:
        raise DamagedSnapshotError(f"{folder / name} is not the file that {MANIFEST_FILE} names")
    return data


def proven_path(folder: Path, name: str, manifest: Mapping[str, Any]) -> Path:
    """Give the path of a file of a snapshot, however large; raises as `read_proven` does."""
    try:
        with (folder / name).open("rb") as stream:
            told = file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise DamagedSnapshotError(f"{folder / name} cannot be read ({error.strerror})") from error
    if told != manifest["files"][name]["sha256"]:
        raise DamagedSnapshotError(f"{folder / name} is not the file that {MANIFEST_FILE} names")
    return folder / name
