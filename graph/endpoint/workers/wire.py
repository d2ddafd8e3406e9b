"""What passes through the pipes between the server and a worker: frames of a kind, a length and as many bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import IntEnum
from struct import Struct
from typing import IO, Any, Final

__all__ = ["HEAD", "Kind", "frame", "read_frame", "told"]

HEAD: Final = Struct(">BI")
"""What stands before the bytes: the kind, and how many they are."""


class Kind(IntEnum):
    """What a frame means. A worker is told its task and then one query after the other, which it answers in turn."""

    TASK = 1
    """To a worker, once: which snapshot to open, and its limits. JSON."""
    READY = 2
    """From a worker, once: the snapshot is open, or why it is not. JSON."""
    QUERY = 3
    """To a worker: a query. JSON."""
    ANSWER = 4
    """From a worker: the query has a long answer, of this media type."""
    DATA = 5
    """A piece of the answer."""
    END = 6
    """The answer is whole."""
    REFUSED = 7
    """In place of an answer: the status and the one line for the client. JSON."""
    BROKEN = 8
    """In place of the end: why the answer cannot be finished. JSON."""
    WHOLE = 9
    """From a worker: all of a short answer, its media type in the first line."""


def frame(kind: Kind, body: bytes | Mapping[str, Any] = b"") -> bytes:
    """Write one frame; facts become JSON."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return HEAD.pack(kind, len(data)) + data


def read_frame(stream: IO[bytes]) -> tuple[Kind, bytes] | None:
    """Read one frame; None where the other side is gone."""
    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    kind, length = HEAD.unpack(head)
    data = stream.read(length)
    return (Kind(kind), data) if len(data) == length else None


def told(body: bytes) -> dict[str, Any]:
    """Read the facts of a frame."""
    facts: dict[str, Any] = json.loads(body)
    return facts
