"""N-Quads as a build writes them: grouped by named graph, and each line taken apart.

A line in any other form is no quad of ours. That makes the one pattern here a strict check of the form as well: blank
nodes, unsound addresses, raw control characters and loose spacing all fail it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = ["Quad", "by_graph", "graph_of", "parsed"]

_IRI: Final = r'<([A-Za-z][A-Za-z0-9+.-]*:(?:[^\x00-\x20<>"{}|^`\\%]|%[0-9A-Fa-f]{2})*)>'
_TEXT: Final = r'"((?:[^"\\\x00-\x1f\x7f]|\\[tbnrf"\'\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*)"'
_LINE: Final = re.compile(rf"{_IRI} {_IRI} (?:{_IRI}|{_TEXT}(?:\^\^{_IRI}|@([a-zA-Z]+(?:-[a-zA-Z0-9]+)*))?) {_IRI} \.")


class Quad(NamedTuple):
    """One quad. `value` is an address, or a literal in its escaped form where `is_literal`."""

    subject: str
    predicate: str
    value: str
    is_literal: bool
    datatype: str | None
    language: str | None
    graph: str


def by_graph(quads: bytes) -> Mapping[str, Sequence[str]]:
    """Give the lines of each named graph by its address, in their order; lines that name none stand under ""."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for line in quads.decode("utf-8", "replace").removesuffix("\n").split("\n") if quads else ():
        groups[graph_of(line)].append(line)
    return groups


def graph_of(line: str) -> str:
    """Give the named graph of a line; "" where it ends in none."""
    _, angle, graph = line.rpartition(" <")
    return graph.removesuffix("> .") if angle and graph.endswith("> .") else ""


def parsed(lines: Iterable[str]) -> Iterator[tuple[str, Quad | None]]:
    """Give each line with its quad, None where it is not in the form that a build writes."""
    for line in lines:
        match = _LINE.fullmatch(line)
        if match is None:
            yield line, None
            continue
        subject, predicate, target, text, datatype, language, graph = match.groups()
        value = target if text is None else text
        yield line, Quad(subject, predicate, value, text is not None, datatype, language, graph)
