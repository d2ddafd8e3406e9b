"""Files that lie at an address, such as `s3://bucket/plans` or `zip://*.txt::https://host/plans.zip`, through fsspec.

Nothing here reaches for the network unless an address that was given says so, and fsspec loads with the first of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from answerable.extract import limits
from answerable.extract.errors import AnswerableError, UnreadableDocumentError

__all__ = ["AddressedFile", "files_at", "is_address", "opened", "told_in_one_line"]

_SIGN: Final = "://"
_NEXT: Final = "::"
"""Between the parts of an address that leads into another file."""


def is_address(given: str) -> bool:
    """Whether some text is an address, and no path of this machine."""
    return _SIGN in given


@dataclass(frozen=True, slots=True)
class AddressedFile:
    """One file, read when it is loaded. Whoever looked for it knows the system; else the address leads to it."""

    address: str
    system: Any = field(default=None, compare=False, repr=False)
    path: str = field(default="", compare=False)

    def __str__(self) -> str:
        return self.address

    @property
    def name(self) -> str:
        """The last part of its path, as it would be called in a folder."""
        path = self.path or self.address.partition(_NEXT)[0]
        return PurePosixPath(unquote(urlsplit(path).path) if _SIGN in path else path).name

    def read(self) -> bytes:
        """Read it whole.

        Raises:
            UnreadableDocumentError: it cannot be reached or opened, or is larger than any plan.
        """
        with _opening(self.address):
            system, path = (self.system, self.path) if self.system else opened(self.address)
            with system.open(path, "rb") as stream:
                content: bytes = stream.read(limits.FILE + 1)
        if len(content) > limits.FILE:
            raise UnreadableDocumentError(
                f"{self.address}: more than {limits.FILE // limits.MEGABYTE} MB, and no more are read; "
                "save the plan without its pictures"
            )
        return content


def files_at(address: str) -> Sequence[AddressedFile]:
    """Give the files that an address means: itself, those that match its pattern, or all of a folder, sorted.

    Hidden files are left out of folders. Over HTTP a folder ends in a slash, as nothing else tells it from a page. An
    address that cannot be followed is given as it is, so that reading it says why.
    """
    found: Sequence[str] = ()
    with suppress(UnreadableDocumentError), _opening(address):
        system, path = opened(address)
        found = sorted(_found(system, path, address))
    return [AddressedFile(_address_of(each, address), system, each) for each in found] or [AddressedFile(address)]


def _found(system: Any, path: str, address: str) -> Iterator[str]:  # noqa: ANN401 - fsspec has no types
    if "*" in path or "[" in path:
        yield from (each for each in system.glob(path) if system.isfile(each))
    elif not address.partition(_NEXT)[0].endswith("/") and system.isfile(path):
        yield path
    else:
        root = len(path.rstrip("/"))
        yield from (each for each in system.find(path) if "/." not in f"/{each[root:].lstrip('/')}")


def _address_of(path: str, given: str) -> str:
    """Give the address of a file that an address led to: the same way, but for its first part that has a path."""
    parts = given.split(_NEXT)
    place = next(number for number, part in enumerate(parts) if _SIGN in part)
    parts[place] = path if _SIGN in path else parts[place].partition(_SIGN)[0] + _SIGN + path
    return _NEXT.join(parts)


def opened(address: str) -> tuple[Any, str]:
    """Give the file system of an address, and the path in it.

    Raises:
        UnreadableDocumentError: fsspec, or its driver for such addresses, is not installed, or nothing answers there.
    """
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UnreadableDocumentError(f"{address}: addresses need fsspec: pip install 'answerable[cluster]'") from error
    with _opening(address):
        system, path = url_to_fs(address)
    return system, str(path)


def _opening(address: str) -> AbstractContextManager[None]:
    return told_in_one_line(UnreadableDocumentError, f"{address}: cannot be opened")


@contextmanager
def told_in_one_line(kind: type[AnswerableError], what: str) -> Iterator[None]:
    """Raise whatever a driver of fsspec raises as an error of ours: what failed, and what the driver said of it."""
    try:
        yield
    except AnswerableError:
        raise
    except Exception as error:  # each driver has errors of its own
        raise kind(f"{what} ({_reason(error)}); check the address") from error


def _reason(error: Exception) -> str:
    """Give what a driver said, in one line."""
    if isinstance(error, FileNotFoundError):
        return "nothing is there"
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]
