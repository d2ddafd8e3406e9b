"""Holders and named things, as nodes of the view."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from answerable.exports.facts.fact import Fact
from answerable.exports.facts.words import short_name
from answerable.exports.view.model import Assignment, Family, Node

if TYPE_CHECKING:
    from answerable.exports.facts.asking import Row
    from answerable.exports.facts.evidence import EvidenceIndex

__all__ = ["BELONGS", "forms_of", "holder_nodes", "thing_nodes"]


class _Kind(NamedTuple):
    family: Family
    kind: str
    mark: str


_KINDS: Final = MappingProxyType(
    {
        "PostGroup": _Kind("post", "post group", "double-circle"),
        "Post": _Kind("post", "post", "circle"),
        "Person": _Kind("post", "person", "dotted-circle"),
        "OrganizationalUnit": _Kind("body", "team", "diamond"),
        "Organization": _Kind("body", "organisation", "diamond"),
    }
)
"""How a holder of a class is shown; the first that fits."""
BELONGS: Final = "Belongs to"
"""The fact that says which body a holder is in."""
_UNTYPED: Final = _Kind("post", "holder", "circle")


def forms_of(rows: Iterable[Row]) -> dict[str, tuple[str, ...]]:
    """Give the other names of each thing."""
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        forms[row["thing"]].append(row["form"])
    return {thing: tuple(names) for thing, names in forms.items()}


def holder_nodes(
    rows: Iterable[Row],
    assignments: Sequence[Assignment],
    forms: Mapping[str, tuple[str, ...]],
    said: Mapping[str, Sequence[Fact]],
    homes: Mapping[str, str],
    *,
    evidence: EvidenceIndex,
) -> list[Node]:
    """Give the nodes of all who own something, those with most assignments first.

    `said` adds facts to them, `homes` gives the body that each belongs to.
    """
    names: dict[str, str] = {}
    classes: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        names[row["owner"]] = row["ownerName"]
        classes[row["owner"]].add(_local(row["class"]))
    loads, plans = _carried(assignments)
    namesakes = Counter(names.values())
    nodes = []
    for key, name in names.items():
        kind = next((shown for local, shown in _KINDS.items() if local in classes[key]), _UNTYPED)
        printed = "; ".join(dict.fromkeys((name, *forms.get(key, ()))))
        wording = Fact("Printed as", printed, quotes=evidence.first_of_each_wording(key, "owner"))
        facts = (wording, *said.get(key, ()))
        label = ", ".join([name, *_bodies(facts)]) if namesakes[name] > 1 else name
        also = (name, *forms.get(key, ()))
        home = homes.get(key)
        nodes.append(Node(key, *kind, label, name, loads[key], plans[key], facts, forms=also, body=home))
    return sorted(nodes, key=lambda node: (-node.load, node.label, node.key))


def _bodies(facts: Iterable[Fact]) -> list[str]:
    """Give the bodies that tell a holder from its namesakes."""
    return [short_name(fact.value) for fact in facts if fact.term == BELONGS]


def _carried(assignments: Iterable[Assignment]) -> tuple[dict[str, int], dict[str, tuple[str, ...]]]:
    """Give each holder's number of assignments and plans, in the order of the plans."""
    loads: defaultdict[str, int] = defaultdict(int)
    plans: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for item in assignments:
        for owner in item.owners:
            loads[owner] += 1
            plans[owner][item.plan] = None
    return loads, {owner: tuple(sorted(where)) for owner, where in plans.items()}


def thing_nodes(
    rows: Iterable[Row], forms: Mapping[str, tuple[str, ...]], numbers: Mapping[str, str], evidence: EvidenceIndex
) -> list[Node]:
    """Give the nodes of named things, with the words of each recommendation that names them."""
    first: dict[str, Row] = {}
    named: defaultdict[str, dict[str, Row]] = defaultdict(dict)
    for row in rows:
        first.setdefault(row["thing"], row)
        named[row["thing"]].setdefault(row["recommendation"], row)
    nodes = []
    for key, row in first.items():
        plans = tuple(sorted({where["plan"] for where in named[key].values()}))
        facts = tuple(
            Fact("Named in", "", links=(demand,), quotes=evidence.shared(key, demand, about=numbers.get(demand)))
            for demand in named[key]
        )
        short = row["acronym"] or row["name"]
        kind = _local(row["class"]).lower()
        nodes.append(Node(key, "thing", kind, "hexagon", row["name"], short, 0, plans, facts, forms=forms.get(key, ())))
    return sorted(nodes, key=lambda node: (node.label.casefold(), node.key))


def _local(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]
