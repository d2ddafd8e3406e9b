"""Files that stand whole or not at all: what was there before stays until all of the new one is on the disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

__all__ = ["whole_file", "write_whole"]

_UNFINISHED: Final = ".unfinished"


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Open a file to write; it takes its place when the block ends well, and leaves no trace when it does not.

    What is no plain file, as a pipe or a device, is written to as it is. Raises OSError, which names the file.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                yield stream
        else:
            yield from _beside(path.resolve())
    except OSError as error:
        if not error.filename or error.filename.endswith(_UNFINISHED):
            error.filename = str(path)
        raise


def _beside(path: Path) -> Iterator[IO[bytes]]:
    beside = path.with_name(f".{path.name}{_UNFINISHED}")
    try:
        with beside.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole; its folder is made where it is missing. Raises OSError, which names the file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(path) as stream:
        stream.write(data)
