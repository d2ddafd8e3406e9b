"""The named graphs of a snapshot, each as it travels: N-Triples, their number, and a hash that stands for them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from hashlib import _Hash

__all__ = ["Part", "contents", "part_of", "parts"]

_AT_ONCE: Final = 200_000_000
"""Bytes of N-Triples that are held at a time; what is more is read in a further pass over the file."""
_ZEROS: Final = re.compile(rb'(?:\.|(\.\d*[1-9]))0*(?="\^\^<[^>]*#decimal> \.\n\Z)')
_DECIMAL: Final = b"#decimal> .\n"
_COUNT: Final = b"#nonNegativeInteger> .\n"
_INTEGER: Final = b"#integer> .\n"


@dataclass(frozen=True, slots=True)
class Part:
    """What one named graph holds."""

    graph: str
    triples: int
    size: int
    """Bytes of N-Triples."""
    digest: str
    """The SHA-256 of its sorted N-Triples, with numbers written as any server gives them back."""


@dataclass(slots=True)
class _Counter:
    told: _Hash = field(default_factory=sha256)
    triples: int = 0
    size: int = 0

    def add(self, triple: bytes) -> None:
        self.told.update(_as_value(triple))
        self.triples += 1
        self.size += len(triple)

    def part(self, graph: str) -> Part:
        return Part(graph, self.triples, self.size, self.told.hexdigest())


def parts(quads: Path) -> Mapping[str, Part]:
    """Give the named graphs of a snapshot's N-Quads file by their addresses, in one pass."""
    seen: defaultdict[str, _Counter] = defaultdict(_Counter)
    for graph, triple in _triples(quads):
        seen[graph].add(triple)
    return {graph: counter.part(graph) for graph, counter in sorted(seen.items())}


def part_of(graph: str, triples: Iterable[bytes]) -> Part:
    """Give what a named graph holds whose sorted lines of N-Triples are known."""
    counter = _Counter()
    for triple in triples:
        counter.add(triple)
    return counter.part(graph)


def contents(quads: Path, wanted: Collection[Part]) -> Iterator[tuple[Part, list[bytes]]]:
    """Give the wanted graphs one by one, each as the lines of its N-Triples."""
    for group in _groups(wanted):
        lines: defaultdict[str, list[bytes]] = defaultdict(list)
        graphs = {part.graph for part in group}
        for graph, triple in _triples(quads):
            if graph in graphs:
                lines[graph].append(triple)
        yield from ((part, lines.pop(part.graph)) for part in group)


def _as_value(triple: bytes) -> bytes:
    """Write a number by its value alone: servers give 1.0 back as 1, and any whole number as xsd:integer."""
    if triple.endswith(_DECIMAL):
        return _ZEROS.sub(rb"\1", triple)
    return triple.removesuffix(_COUNT) + _INTEGER if triple.endswith(_COUNT) else triple


def _groups(wanted: Collection[Part]) -> Iterator[list[Part]]:
    group: list[Part] = []
    for part in wanted:
        if group and sum(each.size for each in group) + part.size > _AT_ONCE:
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def _triples(quads: Path) -> Iterator[tuple[str, bytes]]:
    with quads.open("rb") as stream:
        for line in stream:
            triple, graph = line.rsplit(b" <", 1)  # a line ends in the address of its graph, which holds no space
            yield graph.rstrip().removesuffix(b"> .").decode(), triple + b" .\n"
