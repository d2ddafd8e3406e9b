"""Plan records to N-Quads, as text.

One named graph holds what one document states; `reference` holds the labels and closed lists that no one document
owns; `inferred` holds what follows from the rest, with a description of the rules that made it.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from answerable.graph.mapping.corrections import map_corrections
from answerable.graph.mapping.document import map_document
from answerable.graph.mapping.mentions import map_mention
from answerable.graph.mapping.names import Name, choose_names, said_in
from answerable.graph.mapping.organisations import map_organisations
from answerable.graph.mapping.plan import map_plan_head
from answerable.graph.mapping.recommendation import map_recommendation
from answerable.graph.mapping.reference import map_reference
from answerable.graph.mapping.scope import Scope, graph_iri
from answerable.graph.mapping.shortcuts import map_rules
from answerable.graph.mapping.versions import plan_iris
from answerable.ontology.gazetteer import NO_OWN_NAMES, OwnNames
from answerable.ontology.iris import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from answerable.extract.records import PlanRecord

__all__ = ["graph_iri", "map_plan", "map_records", "map_shared"]


def map_records(
    records: Sequence[PlanRecord], *, base: str = DEFAULT_BASE, own: OwnNames = NO_OWN_NAMES
) -> Iterator[str]:
    """Give the N-Quads lines of records that are all in memory, unsorted and with duplicates.

    `own` are the names that the records were read with beside those that ship. Every record needs a source of its own
    (by SHA-256). Raises BadAddressError where a record holds no sound IRI.
    """
    said = chain.from_iterable(said_in(record, base, own).items() for record in records)
    names, plans = choose_names(said, base, own), plan_iris(records, base)
    for record in records:
        yield from map_plan(record, plan=plans[record.source.sha256], names=names, base=base)
    yield from map_shared(names, base=base, own=own)


def map_plan(record: PlanRecord, *, plan: str, names: Mapping[str, Name], base: str) -> Iterable[str]:
    """Give the lines of one record, unsorted and with duplicates: its document's own graph, then what is inferred.

    `plan` is the address of its plan, and `names` has every name that the record says (`names.said_in`): both are
    chosen over the whole build. Raises BadAddressError where the record holds no sound IRI.
    """
    scope = Scope(record, base, plan, names)
    map_document(scope)
    map_plan_head(scope)
    recommendations: dict[str, str] = {}
    for position, recommendation in enumerate(record.recommendations, start=1):
        recommendations.setdefault(recommendation.number, map_recommendation(scope, position, recommendation))
    for mention in record.mentions:
        map_mention(scope, mention, recommendations)
    map_corrections(scope, recommendations)
    return [*scope.stated.lines, *scope.inferred.lines]


def map_shared(names: Mapping[str, Name], *, base: str, own: OwnNames = NO_OWN_NAMES) -> Iterator[str]:
    """Give the lines that no one record makes: reference data, organisations over time, and the rules of inference.

    `own` are the names that the records were read with beside those that ship.
    """
    yield from map_reference(names, base).lines
    yield from map_organisations(names, base, own)
    yield from map_rules(base).lines
