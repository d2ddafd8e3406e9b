"""What a build needs of one record to put it beside the others, so that the whole of it need not be in memory."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.graph.linking.merging import holders_of
from answerable.graph.linking.plans.told import told_plan
from answerable.graph.mapping.names import Said, said_in
from answerable.graph.mapping.versions import plan_key
from answerable.graph.summary import counts_of
from answerable.ontology.gazetteer import NO_OWN_NAMES, OwnNames
from answerable.ontology.iris import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable.extract.records import PlanRecord, Source
    from answerable.graph.linking.plans.told import ToldPlan

__all__ = ["Additions", "Outline", "outline"]


@dataclass(frozen=True, slots=True)
class Additions:
    """What a document adds to the names and the sums of a build, addresses as its record has them."""

    said: tuple[tuple[Said, int], ...]
    """What it says of the names of things, and how often; by address."""
    counts: Mapping[str, int]
    """What is summed up over documents (`answerable.graph.summary`)."""
    owners: tuple[str, ...]
    """The addresses of holders."""
    mentions: tuple[str, ...]
    """The addresses of named things."""
    holders: tuple[str, ...]
    """The addresses of both, and of the bodies that holders belong to."""

    def to_json(self) -> str:
        """Give the additions as JSON, for `from_json`."""
        return json.dumps([self.said, self.counts, self.owners, self.mentions, self.holders])

    @classmethod
    def from_json(cls, text: bytes) -> Additions:
        """Read what `to_json` wrote."""
        from pydantic_core import from_json  # noqa: PLC0415 - reads JSON faster than the standard library does

        said, counts, *addresses = from_json(text)
        return cls(tuple([(Said(*each), times) for each, times in said]), counts, *map(tuple, addresses))


@dataclass(frozen=True, slots=True)
class Outline:
    """The small part of a record that matters to other documents and to the sums of a build."""

    source: Source
    ledger: str
    """The ledger as JSON."""
    family: str
    """What documents share that may be copies of one plan."""
    plan: ToldPlan
    """What linking needs of it, addresses within the plan."""
    adds: Additions


def outline(record: PlanRecord, base: str, own: OwnNames = NO_OWN_NAMES) -> Outline:
    """Give the outline of a record in a build under some base, with further names of its own."""
    assignments = (assignment for each in record.recommendations for assignment in each.assignments)
    adds = Additions(
        said=tuple(said_in(record, base, own).items()),
        counts=counts_of(record),
        owners=tuple(sorted({owner.iri for assignment in assignments for owner in assignment.owners})),
        mentions=tuple(sorted({mention.iri for mention in record.mentions})),
        holders=tuple(sorted(set(holders_of(record)))),
    )
    family = "/".join(map(slug, plan_key(record)))
    return Outline(record.source, record.ledger.model_dump_json(), family, told_plan(record, "", base), adds)
