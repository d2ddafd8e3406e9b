"""What a CONSTRUCT gave elsewhere, read from the RDF format that it came in."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from answerable.graph.engine import from_triples
from answerable.graph.errors import EndpointError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from answerable.graph.values import Triples

__all__ = ["FORMATS", "lines_from_rdf", "triples_from_rdf"]

FORMATS: Final[Mapping[str, str]] = {
    "application/n-triples": "N_TRIPLES",
    "text/plain": "N_TRIPLES",  # the type that N-Triples had before it had one of its own
    "text/ntriples": "N_TRIPLES",
    "text/turtle": "TURTLE",
    "application/x-turtle": "TURTLE",
    "application/rdf+xml": "RDF_XML",
}
"""Media types, each with the engine's name of the format."""
_SHORT: Final = re.compile(rb"\\[\\bf]")
_LONG: Final = {rb"\b": rb"\u0008", rb"\f": rb"\u000C"}
"""Two characters that the engine writes in short, and a build does not."""


def triples_from_rdf(data: bytes, media_type: str) -> Triples:
    """Read triples in one of `FORMATS`; raises EndpointError for others, and for what is ill-formed or cut off."""
    import pyoxigraph  # noqa: PLC0415 - only for this form of query

    with _wholly(media_type) as form:
        return from_triples(pyoxigraph.parse(input=data, format=form))


def lines_from_rdf(data: bytes, media_type: str) -> list[bytes]:
    """Read triples as sorted lines of N-Triples, each once and in the form that a build writes; raises likewise.

    Addresses are taken as they come: whether they are sound is for whoever looks at the lines.
    """
    import pyoxigraph  # noqa: PLC0415 - only for this form of query

    with _wholly(media_type) as form:
        parsed = pyoxigraph.parse(input=data, format=form, lenient=True)
        written: Any = pyoxigraph.serialize(parsed, format=pyoxigraph.RdfFormat.N_TRIPLES)
    return sorted(set(_SHORT.sub(lambda escape: _LONG.get(escape[0], escape[0]), written).splitlines(keepends=True)))


@contextmanager
def _wholly(media_type: str) -> Iterator[Any]:
    """Give the engine's name of a format, and say of what it cannot read what is wrong."""
    import pyoxigraph  # noqa: PLC0415 - only for this form of query

    if media_type not in FORMATS:
        raise EndpointError(f"the answer comes as {media_type or 'nothing known'}, which is no RDF format read here")
    form = getattr(pyoxigraph.RdfFormat, FORMATS[media_type])
    try:
        yield form
    except (SyntaxError, ValueError) as error:
        raise EndpointError(f"the answer is no whole {form.name} document: {' '.join(str(error).split())}") from error
