"""Finding where a server takes graphs: beside the address where it answers, in the places where known servers have it.

Each place is tried with the note that publishing begins with anyway, and counts once that note can be read back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from answerable.graph.errors import AccessRefusedError, EndpointError
from answerable.graph.publishing.standing import triples_of
from answerable.graph.publishing.writers import GraphStore, Update, Writer

if TYPE_CHECKING:
    from answerable.graph.remote.endpoint import Endpoint

__all__ = ["Method", "writer_for"]

Method: TypeAlias = Literal["graph-store", "update"]

_STORES: Final = ("store", "data", "sparql-graph-crud-auth", "rdf-graphs/service", "sparql/gsp/")
"""Where Oxigraph, Fuseki, Virtuoso, RDF4J and GraphDB, and Neptune have their graph stores."""
_UPDATES: Final = ("update", "sparql-auth", "statements", "sparql")
"""Where Oxigraph and Fuseki, Virtuoso, RDF4J and GraphDB, and Neptune take updates."""
_ENDS: Final = frozenset({"query", "sparql"})


def writer_for(
    endpoint: Endpoint, graph: str, first: Sequence[bytes], *, method: Method | None, url: str | None
) -> Writer:
    """Give a writer that has made `graph` hold the triples `first`.

    `method` and `url` say how and where, as far as that is known. Raises EndpointError, which says what each place
    answered, where no place takes graphs.
    """
    refusals: list[str] = []
    for writer in _offers(endpoint, method, url):
        try:
            writer.put(graph, first)
            if triples_of(endpoint, graph) == len(first):
                return writer
            refusals.append(f"{writer.url} took a graph that {endpoint.url} does not show")
        except AccessRefusedError:
            raise  # it is the place, and only the right is missing
        except EndpointError as error:
            refusals.append(str(error))
    told = " / ".join(dict.fromkeys(refusals))
    raise EndpointError(f"no graph can be written; say where with --to URL and --method, or see to the rights. {told}")


def _offers(endpoint: Endpoint, method: Method | None, url: str | None) -> Iterator[Writer]:
    if method != "update":
        yield from (GraphStore(endpoint.connection, place) for place in _places(endpoint.url, _STORES, url))
    if method != "graph-store":
        yield from (Update(endpoint.connection, place) for place in _places(endpoint.url, _UPDATES, url))


def _places(query: str, ends: Sequence[str], known: str | None) -> list[str]:
    if known:
        return [known]
    before, _, end = query.rstrip("/").rpartition("/")
    roots = [before] if end in _ENDS else [query.rstrip("/"), before]
    return [f"{root}/{end}" for end in ends for root in roots if root.count("/") > 1]
