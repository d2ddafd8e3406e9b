"""Office files: zip archives of XML parts, opened so that none of them can cost more than its limits."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from answerable.extract import limits
from answerable.extract.errors import UnreadableDocumentError

if TYPE_CHECKING:
    from answerable.extract.source import SourceFile

__all__ = ["SIGNATURE", "Archive", "is_archive"]

SIGNATURE: Final = b"PK\x03\x04"
_ENTRY: Final = b"PK\x01\x02"
"""What stands before the name of each part in an archive's list."""
_ENCRYPTED: Final = 0x1
_DAMAGED: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,  # a list of parts that puts one before the beginning of the file
)
"""What the library raises for parts that are not as the archive says."""


def is_archive(source: SourceFile) -> bool:
    """Whether a file begins as a zip archive does."""
    return source.content.startswith(SIGNATURE)


class Archive:
    """The parts of an office file by name."""

    def __init__(self, source: SourceFile) -> None:
        """Open the list of parts.

        Raises:
            UnreadableDocumentError: the archive is damaged, or has more parts than any document needs.
        """
        self._name = source.name
        self._count(source.content.count(_ENTRY))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(source.content))
        except _DAMAGED as error:
            raise UnreadableDocumentError(
                f"{source.name}: the file is damaged or cut short; fetch it again, or open it in an office program and "
                "save it anew"
            ) from error
        self._parts = {part.filename: part for part in self._zip.infolist()}

    def _count(self, parts: int) -> None:
        if parts > limits.PARTS:
            raise UnreadableDocumentError(
                f"{self._name}: {parts} parts, where a document has {limits.PARTS} at most; it is not what it says"
            )

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def read(self, part: str) -> bytes:
        """Unpack one part.

        Raises:
            UnreadableDocumentError: it is missing, damaged, encrypted, or unpacks to more than the limits allow.
        """
        entry = self._parts.get(part)
        if entry is None:
            raise UnreadableDocumentError(f"{self._name}: {part} is missing from it; save the document anew")
        if entry.flag_bits & _ENCRYPTED:
            raise UnreadableDocumentError(
                f"{self._name}: protected by a password; open it, take the password off and save it"
            )
        self._weigh(entry)
        return self._unpack(entry)

    def _weigh(self, entry: zipfile.ZipInfo) -> None:
        """Refuse a part by what the archive says of its size."""
        bomb = entry.file_size > limits.MEGABYTE and entry.file_size > limits.RATIO * max(entry.compress_size, 1)
        if entry.file_size > limits.PART or bomb:
            self._refuse(entry.filename)

    def _unpack(self, entry: zipfile.ZipInfo) -> bytes:
        """Unpack no more than the limit, whatever the archive says of the size."""
        try:
            with self._zip.open(entry) as stream:
                content = stream.read(limits.PART + 1)
        except _DAMAGED as error:
            raise UnreadableDocumentError(
                f"{self._name}: {entry.filename} in it is damaged; fetch the file again, or save the document anew"
            ) from error
        if len(content) > limits.PART:
            self._refuse(entry.filename)
        return content

    def _refuse(self, part: str) -> None:
        most = limits.PART // limits.MEGABYTE
        raise UnreadableDocumentError(
            f"{self._name}: {part} in it unpacks to more than a plan can hold (at most {most} MB, and {limits.RATIO} "
            "times its packed size); the file is not what it says"
        )
