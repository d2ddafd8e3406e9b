"""From a thing to the place where it is printed: over its own evidence, or that of the nearest thing that has some."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from answerable.graph.checking.finding import Defect, Finding, Place
from answerable.graph.checking.quads import parsed
from answerable.graph.notation import unescape
from answerable.ontology import terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from answerable.graph.checking.quads import Quad

__all__ = ["Places"]

_TREE: Final = frozenset(
    {
        terms.ANSWERS,
        terms.ASSIGNED_ACTION,
        terms.DCTERMS_IS_PART_OF,
        terms.LINK_FROM,
        terms.OF,
        terms.RESPONDS_TO,
        terms.SKOS_NOTE,
        terms.UPDATED_BY,
    }
)
"""Links between things that stand near each other on paper."""
_NUMBERS: Final = {
    terms.PAGE: "page",
    terms.TABLE: "table",
    terms.ROW: "row",
    terms.COLUMN: "column",
    terms.OA_START: "start",
}
_FAR: Final = 4


class Places:
    """Looks up where defects stand. A graph is gone through only when something in it is looked for."""

    def __init__(self, groups: Mapping[str, Sequence[str]]) -> None:
        self._groups = groups
        self._papers: dict[str, _Paper] = {}

    def finding(self, defect: Defect) -> Finding:
        """Give a defect with its place."""
        place = self._place(defect.at or defect.subject, defect.graph)
        return Finding(defect.check, defect.rule, defect.message, defect.subject, place)

    def _place(self, subject: str | None, graph: str | None) -> Place:
        own = [graph] if graph is not None and self._paper(graph).name else []
        for candidate in own or (self._holding(subject) if subject else ()):
            paper = self._paper(candidate)
            if own or paper.knows(subject or ""):
                return paper.place(subject)
        return Place()

    def _holding(self, subject: str) -> Iterator[str]:
        ends = (f"<{subject}> ", f" <{subject}> <")
        for graph, lines in self._groups.items():
            if any(line.startswith(ends[0]) or ends[1] in line for line in lines):
                yield graph

    def _paper(self, graph: str) -> _Paper:
        if graph not in self._papers:
            self._papers[graph] = _Paper(quad for _, quad in parsed(self._groups.get(graph, ())) if quad)
        return self._papers[graph]


class _Paper:
    """One document graph as a map of what stands where; without a name where the graph is of no document."""

    def __init__(self, quads: Iterator[Quad]) -> None:
        self.name: str | None = None
        self._near: defaultdict[str, list[str]] = defaultdict(list)
        self._evidence: defaultdict[str, list[str]] = defaultdict(list)
        self._numbers: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for quad in quads:
            self._note(quad)

    def knows(self, subject: str) -> bool:
        """Say whether the thing is of this document."""
        return self.name is not None and any(subject in known for known in (self._near, self._evidence, self._numbers))

    def place(self, subject: str | None) -> Place:
        """Give the place of a thing, or of the nearest thing that has one; else the document alone."""
        around = [subject] if subject else []
        for _ in range(_FAR):
            if found := [place for node in around for place in self._printed(node)]:
                _, place = min(found, key=lambda each: each[0])
                return place
            around = list(dict.fromkeys(other for node in around for other in self._near[node]))
        return Place(self.name)

    def _printed(self, node: str) -> Iterator[tuple[tuple[int, ...], Place]]:
        for evidence in (node, *self._evidence[node]):
            if numbers := self._numbers.get(evidence):
                order = ("page", "table", "row", "column", "start")
                key = ("row" not in numbers, *(numbers.get(name, 0) for name in order))
                yield key, Place(self.name, *(numbers.get(name) for name in order[:-1]))

    def _note(self, quad: Quad) -> None:
        if quad.predicate == terms.FILE_NAME:
            self.name = unescape(quad.value)
            self._near[quad.subject] = []
        elif quad.predicate == terms.EVIDENCE:
            self._evidence[quad.subject].append(quad.value)
        elif quad.predicate in _TREE:
            self._near[quad.subject].append(quad.value)
            self._near[quad.value].append(quad.subject)
        elif quad.predicate in _NUMBERS and quad.value.isdecimal():
            self._numbers[quad.subject][_NUMBERS[quad.predicate]] = int(quad.value)
