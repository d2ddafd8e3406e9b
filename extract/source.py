"""Files: which ones are meant, and their bytes as text."""

from __future__ import annotations

import glob
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from answerable.extract import limits
from answerable.extract.encodings import encoding_of
from answerable.extract.errors import UnreadableDocumentError

__all__ = ["SourceFile", "discover"]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file's name and bytes. The name is the last part of its path: where a file lies says nothing about it."""

    name: str
    content: bytes

    @classmethod
    def load(cls, path: Path) -> SourceFile:
        """Read a file whole.

        Raises:
            UnreadableDocumentError: it cannot be opened, or is larger than any plan.
        """
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


def discover(paths: Iterable[str]) -> Iterator[Path]:
    """Give the files that paths, folders and glob patterns mean: in the order given, each folder sorted, none twice.

    Hidden files are left out of folders. A path that means nothing is given as it is, so that loading it says why.
    """
    seen: set[Path] = set()
    for given in paths:
        for path in _expand(given):
            place = path.resolve() if path.is_symlink() else _resolved(path.parent) / path.name
            if place not in seen:
                seen.add(place)
                yield path


@lru_cache(maxsize=1)
def _resolved(folder: Path) -> Path:
    """Follow the links to a folder once for all that stands in it."""
    return folder.resolve()


def _expand(given: str) -> list[Path]:
    path = Path(given)
    if path.is_dir():
        return sorted(p for p in path.rglob("*") if p.is_file() and not _hidden(p.relative_to(path)))
    if path.exists() or not glob.has_magic(given):
        return [path]
    found = glob.glob(given, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
    return sorted(p for p in map(Path, found) if p.is_file()) or [path]


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
