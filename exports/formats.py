"""Every format that a query over the graph gives: its name, its ending, what it holds, and who reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from answerable.exports.scope import Scope
    from answerable.graph.askable import Askable

__all__ = ["FORMATS", "Format", "Written"]


@dataclass(frozen=True, slots=True)
class Written:
    """What is to be written: the graph, what it is of, and which of its networks where the format has one."""

    graph: Askable
    scope: Scope
    network: str = "ownership"


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its usual ending, what it holds, where it says its scope, and what writes it in pieces."""

    ending: str
    holds: str
    says: str
    write: Callable[[Written], Iterator[bytes]]


def _register_csv(given: Written) -> Iterator[bytes]:
    from answerable.exports.register import read_register, to_csv  # noqa: PLC0415 - only for this format

    return to_csv(read_register(given.graph, given.scope))


def _register_xlsx(given: Written) -> Iterator[bytes]:
    from answerable.exports.register import read_register, to_workbook  # noqa: PLC0415 - only for this format

    return to_workbook(read_register(given.graph, given.scope))


def _owners_csv(given: Written) -> Iterator[bytes]:
    from answerable.exports.register import read_owners, to_csv  # noqa: PLC0415 - only for this format

    return to_csv(read_owners(given.graph, given.scope))


def _owners_xlsx(given: Written) -> Iterator[bytes]:
    from answerable.exports.register import read_owners, to_workbook  # noqa: PLC0415 - only for this format

    return to_workbook(read_owners(given.graph, given.scope))


def _gexf(given: Written) -> Iterator[bytes]:
    from answerable.exports.graphs import read_network, to_gexf  # noqa: PLC0415 - only for this format

    return to_gexf(read_network(given.graph, given.network, given.scope))


def _graphml(given: Written) -> Iterator[bytes]:
    from answerable.exports.graphs import read_network, to_graphml  # noqa: PLC0415 - only for this format

    return to_graphml(read_network(given.graph, given.network, given.scope))


def _cytoscape(given: Written) -> Iterator[bytes]:
    from answerable.exports.graphs import read_network, to_cytoscape  # noqa: PLC0415 - only for this format

    return to_cytoscape(read_network(given.graph, given.network, given.scope))


def _neo4j(given: Written) -> Iterator[bytes]:
    from answerable.exports.neo4j import to_archive  # noqa: PLC0415 - only for this format

    return to_archive(given.graph, given.scope)


def _followthemoney(given: Written) -> Iterator[bytes]:
    from answerable.exports.followthemoney import to_entities  # noqa: PLC0415 - only for this format

    return to_entities(given.graph, given.scope)


def _annotations(given: Written) -> Iterator[bytes]:
    from answerable.exports.annotations import to_annotations  # noqa: PLC0415 - only for this format

    return to_annotations(given.graph, given.scope)


_COLUMNS: Final = "its last two columns"
_SHEET: Final = "the sheet About"
FORMATS: Final[Mapping[str, Format]] = {
    "register": Format(
        ".csv", "the action register: a row for each printed owner with its date", _COLUMNS, _register_csv
    ),
    "register-xlsx": Format(".xlsx", "the same as a workbook, with filters and days as days", _SHEET, _register_xlsx),
    "owners": Format(".csv", "everybody who owns something, by load", _COLUMNS, _owners_csv),
    "owners-xlsx": Format(".xlsx", "the same as a workbook", _SHEET, _owners_xlsx),
    "gexf": Format(".gexf", "one network, for Gephi", "the description", _gexf),
    "graphml": Format(".graphml", "one network, for yEd, igraph and networkx", "the graph's own data", _graphml),
    "cytoscape": Format(".cyjs", "one network, for Cytoscape and cytoscape.js", "data", _cytoscape),
    "neo4j": Format(".zip", "nodes and relationships, for neo4j-admin database import", "a node and about.txt", _neo4j),
    "followthemoney": Format(".json", "entities of FollowTheMoney, one to a line", "the first entity", _followthemoney),
    "annotations": Format(
        ".jsonld", "all evidence as W3C Web Annotations", "the collection's own fields", _annotations
    ),
}
"""Each format by its name."""
