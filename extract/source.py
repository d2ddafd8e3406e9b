"""Files: which ones are meant, and their bytes as text."""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from answerable.extract import limits
from answerable.extract.addresses import AddressedFile, files_at, is_address
from answerable.extract.encodings import encoding_of
from answerable.extract.errors import UnreadableDocumentError

__all__ = ["Given", "SourceFile", "discover"]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file's name and bytes. The name is the last part of its path: where a file lies says nothing about it."""

    name: str
    content: bytes

    @classmethod
    def load(cls, path: Path | AddressedFile) -> SourceFile:
        """Read a file whole.

        Raises:
            UnreadableDocumentError: it cannot be opened, or is larger than any plan.
        """
        if isinstance(path, AddressedFile):
            return cls(path.name, path.read())
        try:
            size = path.stat().st_size
            if size > limits.FILE:
                raise UnreadableDocumentError(
                    f"{path}: {size // limits.MEGABYTE} MB, and at most {limits.FILE // limits.MEGABYTE} are read; "
                    "save the plan without its pictures"
                )
            return cls(path.name, path.read_bytes())
        except OSError as error:
            raise UnreadableDocumentError(f"{path}: cannot be opened ({error.strerror}); check the path") from error

    @property
    def sha256(self) -> str:
        """The hash that identifies the content."""
        return hashlib.sha256(self.content).hexdigest()

    def decode(self, declared: str | None = None) -> str:
        """Give the text without a byte order mark, newlines as they are: UTF-8, UTF-16 or Windows-1252.

        `declared` is the encoding that the content itself names, as HTML can.

        Raises:
            UnreadableDocumentError: it is empty, no text, or larger than any text.
        """
        if not self.content.strip():
            raise UnreadableDocumentError(f"{self.name}: the file is empty; nothing to read")
        if len(self.content) > limits.TEXT:
            raise UnreadableDocumentError(
                f"{self.name}: {len(self.content) // limits.MEGABYTE} MB of text, and at most "
                f"{limits.TEXT // limits.MEGABYTE} are read; keep the pages with the plan's table"
            )
        encoding, mark = encoding_of(self.content, declared)
        if encoding is None:
            raise UnreadableDocumentError(f"{self.name}: not a text file; save the plan as DOCX, ODT, HTML or text")
        try:
            return self.content[mark:].decode(encoding)
        except UnicodeDecodeError as error:
            raise UnreadableDocumentError(
                f"{self.name}: byte {error.start + mark} is no {encoding} text; save the file as UTF-8"
            ) from error


Given: TypeAlias = Path | AddressedFile | SourceFile
"""What may be given to be read: a path, a file at an address, or content that stands in no file."""


def discover(paths: Iterable[str]) -> Iterator[Path | AddressedFile]:
    """Give the files that paths, folders and glob patterns mean: in the order given, each folder sorted, none twice.

    They may be addresses, which fsspec follows. Hidden files are left out of folders. A path that means nothing is
    given as it is, so that loading it says why.
    """
    seen: set[str] = set()
    for given in paths:
        for path in _expand(given):
            place = _place(str(path)) if isinstance(path, Path) else str(path)
            if place not in seen:
                seen.add(place)
                yield path


def _place(path: str) -> str:
    """Give where a path leads; the links to a folder are followed once for all that stands in it."""
    folder, name = os.path.split(path)
    if os.path.islink(path):  # noqa: PTH114 - text is quicker than paths, and a build asks this of every document
        return os.path.realpath(path)
    return f"{_real(folder)}{os.sep}{name}"


_real = lru_cache(maxsize=1)(os.path.realpath)


def _expand(given: str) -> Sequence[Path | AddressedFile]:
    if is_address(given):
        return files_at(given)
    path = Path(given)
    if path.is_dir():
        return [Path(file) for file in sorted(_files_in(str(path)), key=_parts)]
    if path.exists() or not glob.has_magic(given):
        return [path]
    found = glob.glob(given, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
    return sorted(p for p in map(Path, found) if p.is_file()) or [path]


def _parts(file: str) -> list[str]:
    return file.split(os.sep)  # noqa: PTH206 - as `_place`


def _files_in(folder: str) -> Iterator[str]:
    """Give the files of a folder and of those in it, but for hidden ones and what links lead to as folders."""
    with suppress(PermissionError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files_in(entry.path)
            elif entry.is_file():
                yield entry.path
