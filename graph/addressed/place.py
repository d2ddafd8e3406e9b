"""The files of a store at an address, by their paths in it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from answerable.extract.addresses import opened, told_in_one_line
from answerable.graph.errors import NotAStoreError
from answerable.graph.layout import Layout

__all__ = ["CURRENT", "HISTORY", "SNAPSHOTS", "StorePlace"]

_LAYOUT = Layout(Path())
CURRENT = _LAYOUT.current.as_posix()
HISTORY = _LAYOUT.history.as_posix()
SNAPSHOTS = _LAYOUT.snapshots.as_posix()


@dataclass(frozen=True, slots=True)
class StorePlace:
    """A place of files. Whatever its driver says is raised as NotAStoreError, in one line."""

    address: str
    system: Any
    root: str

    @classmethod
    def at(cls, address: str) -> StorePlace:
        """Reach an address.

        Raises:
            UnreadableDocumentError: fsspec, or its driver for such addresses, is not installed, or nothing answers.
        """
        system, root = opened(address)
        return cls(address, system, root.rstrip("/"))

    def read(self, path: str) -> bytes | None:
        """Give the content of a file; None where there is none."""
        with self._in_one_line():
            try:
                content: bytes = self.system.cat_file(self._whole(path))
            except FileNotFoundError:
                return None
            return content

    def write(self, path: str, content: bytes) -> None:
        """Write a small file whole, in the place of the one that was there."""
        with self._in_one_line():
            self._make_parents([path])
            self.system.pipe_file(self._whole(path), content)

    def names(self, path: str = "") -> Sequence[str]:
        """Give the names of what stands in a folder, sorted; none where there is no folder."""
        with self._in_one_line():
            self.system.invalidate_cache()
            try:
                found = self.system.ls(self._whole(path), detail=False)
            except (FileNotFoundError, NotADirectoryError):
                return ()
            return sorted(PurePosixPath(each.rstrip("/")).name for each in found)

    def files(self, path: str) -> Sequence[str]:
        """Give the paths of all files in a folder and below; none where there is no folder."""
        with self._in_one_line():
            found = self.system.find(self._whole(path))
            root = len(self._whole("")) if self.root else 0
            return sorted(each[root:].lstrip("/") for each in found)

    def bring(self, paths: Sequence[str], folder: Path) -> None:
        """Bring files to a folder here, each to the same path in it; many at a time where the driver can."""
        for parent in {(folder / path).parent for path in paths}:
            parent.mkdir(parents=True, exist_ok=True)
        with self._in_one_line():
            if paths:
                self.system.get([*map(self._whole, paths)], [str(folder / path) for path in paths])

    def put(self, paths: Sequence[str], folder: Path) -> None:
        """Put files of a folder here in the place of what stands there."""
        with self._in_one_line():
            self._make_parents(paths)
            if paths:
                self.system.put([str(folder / path) for path in paths], [*map(self._whole, paths)])

    def remove(self, paths: Sequence[str]) -> None:
        """Remove files."""
        with self._in_one_line():
            for path in paths:
                self.system.rm_file(self._whole(path))

    def _make_parents(self, paths: Sequence[str]) -> None:
        for parent in sorted({str(PurePosixPath(self._whole(path)).parent) for path in paths}):
            self.system.makedirs(parent, exist_ok=True)

    def _whole(self, path: str) -> str:
        return f"{self.root}/{path}" if path else self.root

    def _in_one_line(self) -> AbstractContextManager[None]:
        return told_in_one_line(NotAStoreError, f"{self.address}: cannot be used")
