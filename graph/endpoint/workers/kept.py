"""Answers that are kept, because a snapshot never changes: the least wanted go first."""

from __future__ import annotations

from collections import OrderedDict

from answerable.graph.endpoint.asked import Asked, Reply

__all__ = ["KeptAnswers"]


class KeptAnswers:
    """Short answers by snapshot and query, of so many bytes together."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._kept: OrderedDict[tuple[str, Asked], Reply] = OrderedDict()

    def find(self, snapshot: str, asked: Asked) -> Reply | None:
        """Give the answer, if it is kept."""
        reply = self._kept.get((snapshot, asked))
        if reply:
            self._kept.move_to_end((snapshot, asked))
        return reply

    def keep(self, snapshot: str, asked: Asked, reply: Reply) -> None:
        """Keep an answer, unless it alone would take much of the room."""
        size = _size(asked, reply)
        if size * 16 > self._most:
            return
        key = (snapshot, asked)
        if key in self._kept:
            return
        self._kept[key] = reply
        self._size += size
        while self._size > self._most:
            (_, old), dropped = self._kept.popitem(last=False)
            self._size -= _size(old, dropped)

    def clear(self) -> None:
        """Let go of all: another snapshot answers now."""
        self._kept.clear()
        self._size = 0


def _size(asked: Asked, reply: Reply) -> int:
    return len(reply.first) + len(asked.sparql) + 1_000
