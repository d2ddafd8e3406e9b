"""What sums and measures need of the lines of one part of a build, kept beside them so that nothing is counted twice.

A line or a thing that only this part can have is counted; one that another part may have too goes by its name.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final

from answerable.graph.mapping.census import COUNTED, SHARED, vocabularies_of
from answerable.graph.measures import NETWORKS, Ties
from answerable.ontology import terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from answerable.graph.mapping.lines import GraphLines

__all__ = ["QUADS", "THING", "VOCABULARY", "Gist", "gist_of_lines", "gist_of_plan", "name_in"]

QUADS: Final = "quad "
THING: Final = "thing "
VOCABULARY: Final = "vocabulary "
_ALONE: Final = frozenset(COUNTED) - frozenset(SHARED)
_TYPE: Final = f"<{terms.RDF_TYPE}>"


@dataclass(frozen=True, slots=True)
class Gist:
    """The counts and names in some lines; a name begins with what it is of.

    After QUADS stands the hash of a line, after THING a kind and the hash of an address, after VOCABULARY a namespace.
    """

    alone: Mapping[str, int]
    """How many quads and things of a kind no other part of the build has, by the beginnings of names."""
    shared: tuple[str, ...]
    """The names of what other parts may have too."""
    ties: Mapping[str, Sequence[tuple[str, str, int]]]
    """What these lines add to each network: the two ends and the weight of each tie; no part of the JSON."""

    def to_json(self) -> str:
        """Give it as JSON, for `from_json`."""
        return json.dumps({"alone": self.alone, "shared": self.shared})

    @classmethod
    def from_json(cls, text: bytes) -> Gist:
        """Read what `to_json` wrote; raises ValueError for what is no JSON."""
        from pydantic_core import from_json  # noqa: PLC0415 - reads JSON faster than the standard library does

        told: dict[str, Any] = from_json(text)
        return cls(told["alone"], tuple(told["shared"]), {})


def gist_of_plan(graphs: Sequence[GraphLines], quads: int, plan: str) -> Gist:
    """Give the gist of one document's lines, as `map_plan` gives them; `quads` is how many differ, `plan` its address.

    What is inferred of the plan and its parts is said by no other document; of holders and bodies it may be.
    """
    stated, inferred, labels, sources = graphs
    within, itself = f"<{plan}/", f"<{plan}>"
    common = {line for line in inferred.lines if within not in line and itself not in line}.union(labels.lines)
    things = {pair for graph in (stated, inferred) for pair in graph.links.get(terms.RDF_TYPE, ())}
    kinds = Counter(kind for _, kind in things if kind in _ALONE)
    alone = {QUADS: quads - len(common) - len(sources.lines)} | {THING + kind: kinds[kind] for kind in kinds}
    names = [*map(_name, common)]
    names += [name_in(f"{THING}{kind} ", thing) for thing, kind in things if kind in SHARED]
    used = frozenset().union(*(graph.predicates for graph in (stated, inferred, labels)))
    names += [VOCABULARY + each for each in vocabularies_of(used)]
    return Gist(alone, tuple(sorted(names)), _ties(stated, inferred))


def gist_of_lines(lines: Iterable[str], *, alone: bool) -> Gist:
    """Give the gist of lines that are about no one document; `alone` where no document may have one of them."""
    lines = frozenset(lines)
    names = [VOCABULARY + each for each in vocabularies_of({line.split(" ", 2)[1][1:-1] for line in lines})]
    typed = (line.split(" ", 3) for line in lines if _TYPE in line)
    things = ((part[0][1:-1], part[2][1:-1]) for part in typed if part[1] == _TYPE)
    names += {name_in(f"{THING}{kind} ", thing) for thing, kind in things if kind in COUNTED}
    if not alone:
        names += map(_name, lines)
    return Gist({QUADS: len(lines)} if alone else {}, tuple(sorted(names)), {})


def name_in(beginning: str, text: str) -> str:
    """Give the name of what a text stands for among what begins so: short, and for no two texts the same."""
    return beginning + blake2b(text.encode(), digest_size=12).hexdigest()


def _name(line: str) -> str:
    return name_in(QUADS, line)


def _ties(stated: GraphLines, inferred: GraphLines) -> Mapping[str, Sequence[tuple[str, str, int]]]:
    ties = Ties()
    for graph in (stated, inferred):
        ties.add(graph.links)
    weights = {network.name: network.ties(ties) for network in NETWORKS}
    return {name: [(*pair, count) for pair, count in sorted(each.items())] for name, each in weights.items()}
