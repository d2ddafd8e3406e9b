"""The questions that the page asks of the graph, each in a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from answerable.exports import facts

if TYPE_CHECKING:
    from answerable.graph.askable import Askable

__all__ = ["ask", "text_of"]


def text_of(name: str) -> str:
    """Give the SPARQL of a question."""
    return facts.text_of(__name__, name)


def ask(graph: Askable, name: str) -> Iterator[facts.Row]:
    """Ask a question and give its rows in the order that it asks for."""
    return facts.ask(graph, __name__, name)
