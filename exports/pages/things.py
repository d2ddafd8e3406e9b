"""The page of a thing, and the thing as data, under one address: what the client asks for decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from answerable.exports.entities import Entity, read_entity
from answerable.exports.facts.words import count
from answerable.exports.pages.addresses import document_path, iris_of, path_of
from answerable.exports.pages.data import FORMATS, NAMES, statements_of, written
from answerable.exports.pages.definitions import defined
from answerable.exports.pages.negotiation import HTML, wanted
from answerable.exports.pages.rendering import message, render
from answerable.exports.pages.validity import lasting, unchanged
from answerable.exports.pictures import fan_of
from answerable.graph.errors import BadAddressError

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from answerable.exports.facts import Fact
    from answerable.exports.pages.shelf import Shelf
    from answerable.graph.askable import Askable

__all__ = ["thing", "thing_by_address"]

_ALL = 2000
_TABLE_SHOWS = frozenset({"Actions promised", "Who is answerable for it"})
_OWN = {
    "post": "holder",
    "person": "holder",
    "group": "holder",
    "recommendation": "recommendation",
    "concern": "recommendation",
}


def thing(shelf: Shelf, request: Request) -> Response:
    """Answer for an address below `/id/` or `/def/`."""
    prefix = str(request.scope.get("root_path", "")).encode()
    raw = bytes(request.scope.get("raw_path") or request.scope["path"].encode()).partition(b"?")[0]
    path = raw.removeprefix(prefix).decode("latin-1")
    return _answer(shelf, request, iris_of(path, shelf.graph.base))


def thing_by_address(shelf: Shelf, request: Request) -> Response:
    """Answer for an address that is given whole, as `?iri=`."""
    return _answer(shelf, request, (request.query_params.get("iri", ""),))


def _answer(shelf: Shelf, request: Request, iris: tuple[str, ...]) -> Response:
    from starlette.responses import Response  # noqa: PLC0415 - only a server needs it

    graph, kind = shelf.graph, wanted(request)
    if kind is None:
        offered = ", ".join([HTML, *FORMATS])
        return message(graph, request, "Not in that form", f"A thing is given as {offered}; ask for one of these.", 406)
    headers = lasting(graph, request, kind)
    known = next((iri for iri in iris if _is_known(graph, iri)), None)
    if known is None:
        return _unknown(shelf, request, iris[-1])
    held = unchanged(request, headers)
    if held:
        return held
    if kind == HTML:
        return _page(shelf, request, known, headers)
    return Response(written(statements_of(graph, known), kind, graph.base), media_type=kind, headers=headers)


def _is_known(graph: Askable, iri: str) -> bool:
    if defined(iri):
        return True
    try:
        return bool(statements_of_any(graph, iri))
    except BadAddressError:
        return False


def statements_of_any(graph: Askable, iri: str) -> int:
    """Count up to one statement about a thing and one that leads to it."""
    from answerable.graph.notation import checked_iri  # noqa: PLC0415 - beside its one use

    thing = f"<{checked_iri(iri)}>"
    return len(graph.select(f"SELECT ?p WHERE {{ {thing} ?p ?o }} LIMIT 1")) or len(
        graph.select(f"SELECT ?p WHERE {{ ?s ?p {thing} }} LIMIT 1")
    )


def _unknown(shelf: Shelf, request: Request, iri: str) -> Response:
    words = iri.rstrip("/").replace("#", "/").rpartition("/")[2].replace("-", " ")
    matches = shelf.lookup.find(words, limit=5)
    text = f"The graph says nothing of {iri[:300]}. It may be of another build, or the address may be cut short."
    return message(shelf.graph, request, "No such thing here", text, 404, matches=matches)


def _page(shelf: Shelf, request: Request, iri: str, headers: dict[str, str]) -> Response:
    graph = shelf.graph
    every = request.query_params.get("all") == "1"
    entity = defined(iri, read_entity(graph, iri, most=_ALL if every else 40)) or _must(graph, iri)
    path = path_of(iri, graph.base)
    here = path + ("&" if "?" in path else "?")
    return render(
        graph,
        request,
        "entity.html",
        headers=headers,
        title=entity.label,
        crumbs=_crumbs(entity, graph.base),
        entity=entity,
        lists=[each for each in entity.sections if each.heading not in _TABLE_SHOWS or not entity.promises],
        fan=fan_of(entity),
        formats=[(kind, here + urlencode({"format": name})) for kind, (_, name) in FORMATS.items()],
        names=NAMES,
        rest=_rest,
        own="plan" if entity.kind == "plan" else _OWN.get(entity.kind, ""),
        promised_caption=_caption(entity),
        all_path=None if every else here + "all=1",
        documents=[(each.label, document_path(each.iri)) for each in entity.sources],
    )


def _must(graph: Askable, iri: str) -> Entity:
    entity = read_entity(graph, iri)
    assert entity is not None, "it was known a moment ago"
    return entity


def _caption(entity: Entity) -> str:
    whose = (
        "of the recommendations that name it"
        if entity.kind not in {*_OWN, "plan", "organisation", "team", "board"}
        else ""
    )
    shown = f"the first {len(entity.promises):,} of " if entity.promised > len(entity.promises) else ""
    return " ".join(filter(None, (f"{shown}{count(entity.promised, 'assignment')}".capitalize(), whose))) + (
        ": an owner with a date, as the plan prints them"
    )


def _crumbs(entity: Entity, base: str) -> list[tuple[str, str]]:
    """Give the way from the first page: over the plan and the recommendation that a thing stands in."""
    above: list[Any] = [
        each for fact in entity.facts if fact.term in {"Stands in", "Answers for", "Answers"} for each in fact.links
    ]
    return [("Plans", "/"), *((entity.names[iri].whole, path_of(iri, base)) for iri in above[:1])]


def _rest(fact: Fact) -> str:
    last = fact.value.rpartition("; ")[2]
    return last if last.startswith("and ") and last.endswith(" more") else ""
