"""Quotes against the documents themselves: the words at the offsets must be the words that are quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.graph.checking.finding import Defect
from answerable.graph.checking.places import Places
from answerable.graph.checking.quads import parsed
from answerable.graph.notation import unescape
from answerable.ontology import terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from answerable.graph.checking.finding import Finding

__all__ = ["check_quotes"]

_SHOWN = 60


def check_quotes(groups: Mapping[str, Sequence[str]], texts: Mapping[str, str | None]) -> Iterator[Finding]:
    """Compare every quote that has offsets with its document.

    `groups` gives the lines of N-Quads of each named graph, as `by_graph` does. `texts` gives documents by the SHA-256
    of their bytes: decoded, without newline changes and byte order mark; or None for a document that is no text, whose
    quotes have no offsets to compare at.
    """
    places = Places(groups)
    for graph, lines in groups.items():
        for defect in _compare(graph, lines, texts):
            yield places.finding(defect)


def _compare(graph: str, lines: Sequence[str], texts: Mapping[str, str | None]) -> Iterator[Defect]:
    facts = {(quad.subject, quad.predicate): unescape(quad.value) for _, quad in parsed(lines) if quad}
    hashes = [value for (_, predicate), value in facts.items() if predicate == terms.SHA256]
    for known in hashes:
        if known not in texts:
            message = (
                f"None of the documents given has the content {known[:12]}... that was read. "
                "Name the folder that holds it, or build again from what is there now."
            )
            yield Defect("quotes", "the document is there", message, None, graph)
        elif (text := texts[known]) is not None:
            yield from _differing(graph, facts, text)


def _differing(graph: str, facts: Mapping[tuple[str, str], str], text: str) -> Iterator[Defect]:
    for (subject, predicate), quote in facts.items():
        start, end = facts.get((subject, terms.OA_START)), facts.get((subject, terms.OA_END))
        if predicate != terms.OA_EXACT or start is None or end is None:
            continue
        printed = text[int(start) : int(end)] if start.isdecimal() and end.isdecimal() else ""
        if printed != quote:
            message = (
                f'The quote "{quote[:_SHOWN]}" is not what stands at characters {start} to {end} of the document: '
                f'"{printed[:_SHOWN]}". Build again from this document.'
            )
            yield Defect("quotes", "the words are there", message, subject, graph)
