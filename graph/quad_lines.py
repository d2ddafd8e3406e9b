"""Lines of N-Quads as we write them, a quad a line, cut into their triples and the addresses of their graphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Parts", "graphs_of", "parted", "portions", "triples_of"]

_PORTION: Final = 32_000_000
"""Bytes of lines that are held at a time."""

Parts: TypeAlias = list[list[bytes]]
"""Of each line, what stands before the address of its graph, and what follows its opening bracket."""


def portions(quads: BinaryIO) -> Iterator[list[bytes]]:
    """Give the lines of a file some at a time, so that what is made of them never stands in memory all at once."""
    while lines := quads.readlines(_PORTION):
        yield lines


def parted(lines: Iterable[bytes]) -> Parts:
    """Cut each line before the address of its graph, which holds no space."""
    return [line.rsplit(b" <", 1) for line in lines]


def triples_of(parts: Parts) -> bytes:
    """Give the triples as N-Triples, one for each quad."""
    return b"".join(triple + b" .\n" for triple, _ in parts)


def graphs_of(parts: Parts) -> set[str]:
    """Give the addresses of the graphs."""
    return {graph.rstrip().removesuffix(b"> .").decode() for graph in {graph for _, graph in parts}}
