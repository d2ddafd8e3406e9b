"""A briefing by its kind and by a name as people type it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from answerable.exports.briefs.organisation import organisation_brief
from answerable.exports.briefs.owner import owner_brief
from answerable.exports.briefs.plan import plan_brief
from answerable.exports.briefs.programme import programme_brief
from answerable.exports.commitments import read_commitments
from answerable.graph.errors import HandOverError, NoSuchThingError

if TYPE_CHECKING:
    from datetime import date

    from answerable.exports.briefs.brief import Brief
    from answerable.exports.commitments import Commitments
    from answerable.graph.askable import Askable

__all__ = ["KINDS", "read_brief"]


class _Kind(NamedTuple):
    things: tuple[str, ...]
    """What a name may mean, as the lookup calls it."""
    write: Callable[[Askable, Commitments, str], Brief]


KINDS: Final[Mapping[str, _Kind]] = MappingProxyType(
    {
        "plan": _Kind(("plan",), plan_brief),
        "owner": _Kind(("post", "group", "person", "team", "board", "organisation"), owner_brief),
        "programme": _Kind(("programme", "service", "system", "tool", "policy"), programme_brief),
        "organisation": _Kind(("organisation",), organisation_brief),
    }
)
"""Every kind of briefing."""


def read_brief(kind: str, name: str, graph: Askable, day: date | None = None) -> Brief:
    """Read a briefing from a graph, judged as at a day.

    Raises HandOverError for a kind that is none, NoSuchThingError where the graph names nothing like it, and
    SeveralThingsError, which lists them, where the name may mean several things.
    """
    from answerable.graph.lookup import Lookup  # noqa: PLC0415 - reads all names

    if kind not in KINDS:
        raise HandOverError(f"no briefing is called {kind!r}; choose one of {', '.join(KINDS)}")
    everything = read_commitments(graph, day)
    filed = _by_file(name, everything) if kind == "plan" else None
    if filed:
        return plan_brief(graph, everything, filed)
    match = Lookup.of(graph).one(name, kinds=KINDS[kind].things)
    known = {"plan": {plan.iri for plan in everything.plans}, "owner": {holder.iri for holder in everything.holders}}
    if match.iri not in known.get(kind, {match.iri}):
        what = "holds no assignment" if kind == "owner" else "is an older version of a plan; ask for the newest"
        raise NoSuchThingError(f"{match.label} {what}")
    return KINDS[kind].write(graph, everything, match.iri)


def _by_file(name: str, everything: Commitments) -> str | None:
    """Give the one plan whose document's name begins with what was typed, as people name plans by their files."""
    typed = name.casefold().removeprefix("plan ").strip()
    found = [plan.iri for plan in everything.plans if typed and plan.file.casefold().startswith(typed)]
    return found[0] if len(found) == 1 else None
