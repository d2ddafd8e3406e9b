"""What a CONSTRUCT gave elsewhere, read from the RDF format that it came in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from answerable.graph.engine import from_triples
from answerable.graph.errors import EndpointError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable.graph.values import Triples

__all__ = ["FORMATS", "triples_from_rdf"]

FORMATS: Final[Mapping[str, str]] = {
    "application/n-triples": "N_TRIPLES",
    "text/plain": "N_TRIPLES",  # the type that N-Triples had before it had one of its own
    "text/ntriples": "N_TRIPLES",
    "text/turtle": "TURTLE",
    "application/x-turtle": "TURTLE",
    "application/rdf+xml": "RDF_XML",
}
"""Media types, each with the engine's name of the format."""


def triples_from_rdf(data: bytes, media_type: str) -> Triples:
    """Read triples in one of `FORMATS`; raises EndpointError for others, and for what is ill-formed or cut off."""
    import pyoxigraph  # noqa: PLC0415 - only for this form of query

    if media_type not in FORMATS:
        raise EndpointError(f"the answer comes as {media_type or 'nothing known'}, which is no RDF format read here")
    form: Any = getattr(pyoxigraph.RdfFormat, FORMATS[media_type])
    try:
        return from_triples(pyoxigraph.parse(input=data, format=form))
    except (SyntaxError, ValueError) as error:
        raise EndpointError(f"the answer is no whole {form.name} document: {' '.join(str(error).split())}") from error
