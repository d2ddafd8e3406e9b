"""What a worker is asked: a line of JSON that says what comes and how to read it, then the bytes of the document."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from answerable.extract.errors import UnreadableDocumentError
from answerable.extract.source import SourceFile
from answerable.ontology.gazetteer import OwnNames, own_names

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Request", "read_request", "write_request"]


class Request(NamedTuple):
    """A document, and the options of `read_source` as JSON has them."""

    source: SourceFile
    told: Mapping[str, Any]

    def options(self) -> dict[str, Any]:
        """Give the options as `read_source` takes them.

        Raises UnreadableDocumentError where the files of own names have changed since whoever asks read them.
        """
        told = dict(self.told)
        if "own" in told:
            told["own"] = _own(*told["own"])
            if told["own"].sha256 != self.told["own"][0]:
                raise UnreadableDocumentError(
                    f"{self.source.name}: the files of own names changed while documents were read; start again"
                )
        return told


def write_request(stream: IO[bytes], source: SourceFile, options: Mapping[str, Any]) -> None:
    """Ask for a document to be read; own names go by their paths, since a worker reads their files itself."""
    told = {name: _as_json(value) for name, value in options.items()}
    head = {"name": source.name, "bytes": len(source.content), "options": told}
    stream.write(json.dumps(head).encode() + b"\n")
    stream.write(source.content)
    stream.flush()


def read_request(stream: IO[bytes]) -> Request | None:
    """Give what is asked next; None where nobody asks any more, or whoever asked broke off."""
    line = stream.readline()
    if not line.endswith(b"\n"):
        return None
    head = json.loads(line)
    content = stream.read(head["bytes"])
    return Request(SourceFile(head["name"], content), head["options"]) if len(content) == head["bytes"] else None


def _as_json(value: object) -> object:
    return [value.sha256, *map(str, value.paths)] if isinstance(value, OwnNames) else value


@lru_cache(maxsize=1)
def _own(_sha256: str, *paths: str) -> OwnNames:
    """Read own names; every document of a build has the same."""
    return own_names(map(Path, paths))
