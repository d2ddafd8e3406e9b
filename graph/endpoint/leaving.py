"""A client that leaves: the server's connection knows it first, and what is done for that client ends with it."""

from __future__ import annotations

import asyncio
from collections.abc import MutableMapping
from typing import Any, Final

__all__ = ["cancel_when_gone", "is_gone", "tell_gone"]

_GONE: Final = "answerable.gone"
_CANCEL: Final = "answerable.cancel"


def cancel_when_gone(scope: MutableMapping[str, Any]) -> asyncio.Event:
    """Have the task that calls this cancelled when the client leaves; the event tells that it was for this."""
    event: asyncio.Event = scope.setdefault(_GONE, asyncio.Event())
    task = asyncio.current_task()
    assert task, "called from the task that serves a request"
    scope[_CANCEL] = task.cancel
    return event


def tell_gone(scope: MutableMapping[str, Any]) -> None:
    """Say that the client of a request has left before it had its answer."""
    if cancel := scope.get(_CANCEL):
        scope[_GONE].set()
        cancel()


def is_gone(scope: MutableMapping[str, Any]) -> bool:
    """Whether the client has left."""
    event = scope.get(_GONE)
    return event is not None and event.is_set()
