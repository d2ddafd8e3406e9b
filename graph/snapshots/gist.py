"""What measures and description look for in the lines of a build, so that it can be kept beside each part of them."""

from __future__ import annotations

import json

from answerable.graph.mapping.census import Census
from answerable.graph.measures import Ties

__all__ = ["Gist"]


class Gist:
    """The ties and the counts of some lines, of one part of a build or of all parts put together."""

    def __init__(self, base: str) -> None:
        self.ties = Ties()
        self.census = Census(base)

    def take(self, text: bytes) -> None:
        """Look through N-Quads; each line of a document's graph stands in one text only."""
        self.ties.take_text(text)
        self.census.take(text)

    def to_json(self) -> bytes:
        """Give it as JSON, for `add`."""
        return json.dumps({"ties": self.ties.as_told(), "census": self.census.as_told()}).encode()

    def add(self, data: bytes) -> None:
        """Put what `to_json` wrote of another part with this one; raises ValueError for what is no JSON."""
        from pydantic_core import from_json  # noqa: PLC0415 - reads JSON faster than the standard library does

        told = from_json(data)
        self.ties.add(told["ties"])
        self.census.add(told["census"])
