"""Files: which ones are meant, and their bytes as text."""

from __future__ import annotations

import glob
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from answerable.extract.errors import UnreadableDocumentError

__all__ = ["SourceFile", "discover"]

_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file's name and bytes. The name is the last part of its path: where a file lies says nothing about it."""

    name: str
    content: bytes

    @classmethod
    def load(cls, path: Path) -> SourceFile:
        """Read a file whole.

        Raises:
            UnreadableDocumentError: it cannot be opened.
        """
        try:
            return cls(path.name, path.read_bytes())
        except OSError as error:
            raise UnreadableDocumentError(f"{path}: cannot be opened ({error.strerror}); check the path") from error

    @property
    def sha256(self) -> str:
        """The hash that identifies the content."""
        return hashlib.sha256(self.content).hexdigest()

    def decode(self) -> str:
        """Give the text without a byte order mark, newlines as they are: UTF-8, UTF-16 with a mark, or Windows-1252.

        Raises:
            UnreadableDocumentError: it is empty or no text.
        """
        if not self.content.strip():
            raise UnreadableDocumentError(f"{self.name}: the file is empty; nothing to read")
        for mark, encoding in _BYTE_ORDER_MARKS:
            if self.content.startswith(mark):
                return self._decode_as(self.content[len(mark) :], encoding)
        if b"\0" in self.content:
            raise UnreadableDocumentError(
                f"{self.name}: not a text file; convert it to text, Markdown or HTML rows first"
            )
        try:
            return self.content.decode("utf-8")
        except UnicodeDecodeError:
            return self._decode_as(self.content, "cp1252")

    def _decode_as(self, content: bytes, encoding: str) -> str:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            raise UnreadableDocumentError(
                f"{self.name}: byte {error.start} is no {encoding} text; save the file as UTF-8"
            ) from error


def discover(paths: Iterable[str]) -> Iterator[Path]:
    """Give the files that paths, folders and glob patterns mean: in the order given, each folder sorted, none twice.

    Hidden files are left out of folders. A path that means nothing is given as it is, so that loading it says why.
    """
    seen: set[Path] = set()
    for given in paths:
        for path in _expand(given):
            if path.resolve() not in seen:
                seen.add(path.resolve())
                yield path


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
