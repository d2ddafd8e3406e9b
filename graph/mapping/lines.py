"""N-Quads as text. Lines are written as strings: quad objects would cost more than all the rest of the mapping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.graph.notation import quoted
from answerable.ontology import terms

if TYPE_CHECKING:
    from datetime import date

__all__ = ["GraphLines"]


class GraphLines:
    """The lines of one named graph, in the order they were made; duplicates are the snapshot's to drop."""

    def __init__(self, graph: str) -> None:
        self.graph = graph
        self.lines: list[str] = []
        self.links: dict[str, list[tuple[str, str]]] = {}
        """Each link by its predicate, as subject and target: what is counted and measured need not be parsed again."""
        self._predicates: set[str] = set()
        self._end = f" <{graph}> .\n"

    @property
    def predicates(self) -> frozenset[str]:
        """All that was stated of something."""
        return frozenset(self._predicates.union(self.links))

    def link(self, subject: str, predicate: str, target: str) -> None:
        """State a link between two things."""
        self.lines.append(f"<{subject}> <{predicate}> <{target}>{self._end}")
        if predicate in self.links:
            self.links[predicate].append((subject, target))
        else:
            self.links[predicate] = [(subject, target)]

    def text(self, subject: str, predicate: str, value: str | None) -> None:
        """State a text; nothing where there is none."""
        if value:
            self._predicates.add(predicate)
            self.lines.append(f"<{subject}> <{predicate}> {quoted(value)}{self._end}")

    def typed(self, subject: str, predicate: str, value: str, datatype: str) -> None:
        """State a value of a datatype, in its lexical form."""
        self._predicates.add(predicate)
        self.lines.append(f"<{subject}> <{predicate}> {quoted(value)}^^<{datatype}>{self._end}")

    def number(self, subject: str, predicate: str, value: int | None, datatype: str = terms.XSD_INTEGER) -> None:
        """State a whole number; nothing where there is none."""
        if value is not None:
            self._predicates.add(predicate)
            self.lines.append(f'<{subject}> <{predicate}> "{value}"^^<{datatype}>{self._end}')

    def flag(self, subject: str, predicate: str, value: bool) -> None:
        """State a truth value."""
        self.typed(subject, predicate, "true" if value else "false", terms.XSD_BOOLEAN)

    def date(self, subject: str, predicate: str, value: date | None) -> None:
        """State a day; nothing where there is none."""
        if value is not None:
            self.typed(subject, predicate, value.isoformat(), terms.XSD_DATE)
