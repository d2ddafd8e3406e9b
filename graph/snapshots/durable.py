"""Writing that survives a cut of power: what is said to be written stands on the disk before its name does."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from answerable.graph.layout import UNFINISHED

__all__ = ["ProvenFile", "proven_file", "replace_file", "sync_folder"]


class ProvenFile:
    """A file that is being written, with the hash and number of its bytes."""

    def __init__(self, descriptor: int) -> None:
        self._stream = os.fdopen(descriptor, "wb")
        self._hash = sha256()
        self.size = 0

    def write(self, data: bytes) -> None:
        """Write some bytes."""
        self._stream.write(data)
        self._hash.update(data)
        self.size += len(data)

    @property
    def sha256(self) -> str:
        """The hash of what was written so far."""
        return self._hash.hexdigest()

    def close(self) -> None:
        """Leave the file on the disk, not in a buffer."""
        self._stream.flush()
        os.fsync(self._stream.fileno())
        self._stream.close()


@contextmanager
def proven_file(path: Path) -> Iterator[ProvenFile]:
    """Write a new file; it stands on the disk when the block ends."""
    file = ProvenFile(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666))
    try:
        yield file
    finally:
        file.close()


def replace_file(path: Path, data: bytes) -> None:
    """Put a whole file in the place of another in one step: whoever looks sees the old one or the new one."""
    beside = path.with_name(f"{UNFINISHED}{path.name}")
    beside.unlink(missing_ok=True)
    with proven_file(beside) as file:
        file.write(data)
    beside.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Leave the names in a folder on the disk, where the system can: Windows does so by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
