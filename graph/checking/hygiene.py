"""Clean RDF: every line in canonical form, sorted and once; no blank node; every literal what its datatype says."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from answerable.graph.checking.finding import Defect, Finding
from answerable.graph.checking.quads import parsed
from answerable.ontology import terms
from answerable.ontology.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from answerable.graph.checking.quads import Quad

__all__ = ["check_lines", "check_order", "is_edtf"]

_CHECK: Final = "rdf"
_BRACKETED: Final = re.compile(r"<([^<>]*)>")
_BLANK: Final = re.compile(r"_:|(?:\S+ ){2}_:")
_BAD_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SHOWN: Final = 160

_UNIT = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|-(?:2[1-9]|3\d|4[01]))?[~?%]?"
_EDTF: Final = re.compile(rf"(?:{_UNIT})(?:/(?:{_UNIT}|\.\.)?)?|(?:\.\.)?/(?:{_UNIT})")


def is_edtf(text: str) -> bool:
    """Say whether a text is a date, season or interval of the Extended Date/Time Format.

    >>> is_edtf("2020-04"), is_edtf("2019-01/2019-05"), is_edtf("2024-09/.."), is_edtf("2020-13")
    (True, True, True, False)
    """
    return _EDTF.fullmatch(text) is not None


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


_SOUND: Final[Mapping[str, Callable[[str], object]]] = {
    terms.XSD_BOOLEAN: re.compile("true|false").fullmatch,
    terms.XSD_DATE: _is_day,
    terms.XSD_DECIMAL: re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?").fullmatch,
    terms.XSD_INTEGER: re.compile(r"0|-?[1-9]\d*").fullmatch,
    terms.XSD_NON_NEGATIVE_INTEGER: re.compile(r"0|[1-9]\d*").fullmatch,
    terms.EDTF_LITERAL: is_edtf,
}


def check_order(quads: bytes) -> Iterator[Finding]:
    """Find the first line that stands twice or out of order: the same graph is the same bytes only when sorted."""
    lines = quads.splitlines(keepends=True)
    for number, (line, following) in enumerate(pairwise(lines), start=1):
        if line >= following:
            wrong = "stands twice" if line == following else "stands out of order"
            yield Finding(_CHECK, "sorted", f"Line {number + 1} of the N-Quads {wrong}. Build again, which sorts them.")
            return


def check_lines(graph: str, lines: Sequence[str]) -> Iterator[Defect]:
    """Find the lines of a graph that are no clean quads."""
    for line, quad in parsed(lines):
        if quad is None:
            yield _malformed(graph, line)
        else:
            yield from _unsound(quad)


def _malformed(graph: str, line: str) -> Defect:
    subject = _BRACKETED.match(line)
    named = subject[1] if subject else None
    if _BLANK.match(line):
        message = f"A node is blank and so has no address to be linked by: {line[:_SHOWN]}. Give it an address."
        return Defect(_CHECK, "no blank nodes", message, named, graph)
    for address in filter(_BAD_PERCENT.search, _BRACKETED.findall(line)):
        message = f"<{address}> is no sound address: a % stands without two hexadecimal digits. Write it as %25."
        return Defect(_CHECK, "sound addresses", message, named, graph)
    message = f"A line is no N-Quad in the form that a build writes: {line[:_SHOWN]}. Build again."
    return Defect(_CHECK, "well-formed", message, named, graph)


def _unsound(quad: Quad) -> Iterator[Defect]:
    addresses = [quad.subject, quad.predicate, *(() if quad.is_literal else (quad.value,))]
    for address in addresses:
        if address.startswith(terms.AP) and address not in _ours():
            message = f"ap:{address.removeprefix(terms.AP)} is not defined. Define it in ontology/answerable.ttl."
            yield Defect(_CHECK, "defined terms", message, quad.subject, quad.graph)
    if quad.datatype is not None:
        yield from _ill_typed(quad, quad.datatype)


def _ill_typed(quad: Quad, datatype: str) -> Iterator[Defect]:
    shown = f'"{quad.value[:_SHOWN]}"^^<{datatype}> of <{quad.predicate}>'
    if datatype not in _SOUND:
        message = f"{shown} has a datatype that no build writes. Use a text, or one of the datatypes of the ontology."
        yield Defect(_CHECK, "known datatypes", message, quad.subject, quad.graph)
    elif not _SOUND[datatype](quad.value):
        message = f"{shown} is no value of its datatype in canonical form. Look at the print; write what it says."
        yield Defect(_CHECK, "sound literals", message, quad.subject, quad.graph)


@cache
def _ours() -> frozenset[str]:
    return frozenset({terms.AP, *(term.iri for term in vocabulary())})
