"""A query as a client sent it, and what comes back: an answer in the client's format, or a refusal with its status."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Protocol

from answerable.extract.errors import AnswerableError

__all__ = ["Asked", "Reply", "RequestRefusedError", "Rest"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with all that decides what its answer looks like."""

    sparql: str
    accept: str = "*/*"
    default_graphs: tuple[str, ...] = ()
    """The graphs whose union is the default graph, where the request names any: then the query's own FROM is void."""
    named_graphs: tuple[str, ...] = ()
    """The graphs that GRAPH reaches, where the request names any."""


class Rest(Protocol):
    """The rest of a long answer. Whoever gets one closes it, read or not."""

    def read(self) -> AsyncIterator[bytes]:
        """Give the pieces; raises RequestRefusedError where the answer cannot be finished."""

    def close(self) -> None:
        """Let go of what is not read."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as bytes of a media type."""

    media_type: str
    first: bytes
    """All of a short answer, the beginning of a long one."""
    rest: Rest | None = None
    """What follows, where the answer is long."""


@dataclass
class RequestRefusedError(AnswerableError):
    """A request gets no answer; the message is one line for the client."""

    status: HTTPStatus
    message: str
    headers: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__(self.message)

    def __str__(self) -> str:
        return self.message
