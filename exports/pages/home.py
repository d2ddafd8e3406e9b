"""The first page: what is in the graph, in figures and in a sentence, and all recommendations to be narrowed down."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from answerable.exports.facts.words import count, day_in_words, isolated
from answerable.exports.pages.catalogue import FACETS, Catalogue, facets_of, fitting
from answerable.exports.pages.catalogue.facets import ANSWERS
from answerable.exports.pages.rendering import render
from answerable.exports.pages.validity import lasting, unchanged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from answerable.exports.entities import Reference
    from answerable.exports.pages.shelf import Shelf

__all__ = ["home"]

_EACH: Final = 25
"""Recommendations on a page of the list."""
_MOST: Final = 20
"""Values of one facet that are read from an address."""

Chosen = dict[str, frozenset[str]]


def home(shelf: Shelf, request: Request) -> Response:
    """Show the recommendations that fit the facets of the address; `page` counts from 1."""
    headers = lasting(shelf.graph, request, "text/html")
    held = unchanged(request, headers)
    if held:
        return held
    catalogue, base = shelf.catalogue, shelf.graph.base
    chosen = _chosen(request, base)
    items = fitting(catalogue.items, chosen)
    pages = max(1, ceil(len(items) / _EACH))
    page = min(max(1, _number(request.query_params.get("page"))), pages)
    return render(
        shelf.graph,
        request,
        "home.html",
        headers=headers,
        title="Who is answerable for what",
        finding=_finding(catalogue),
        scope=_scope(catalogue),
        as_at=day_in_words(catalogue.as_at),
        catalogue=catalogue,
        figures=_figures(catalogue),
        facets=facets_of(catalogue, chosen),
        chips=_chips(catalogue, chosen, base),
        choice_path=lambda name, value: _path(_toggled(chosen, name, value), base),
        page_path=lambda number: _path(chosen, base, page=str(number)),
        items=items[(page - 1) * _EACH : page * _EACH],
        items_total=len(items),
        first=(page - 1) * _EACH + 1,
        page=page,
        pages=pages,
        answers=ANSWERS,
    )


def _chosen(request: Request, base: str) -> Chosen:
    """Read the facets of an address: things below the base go by the rest of their address."""
    given = {name: request.query_params.getlist(name)[:_MOST] for name in FACETS}
    return {name: frozenset(_whole(name, value, base) for value in values if value) for name, values in given.items()}


def _whole(name: str, value: str, base: str) -> str:
    return value if name in {"status", "year"} or ":" in value else base + value


def _path(chosen: Mapping[str, frozenset[str]], base: str, **more: str) -> str:
    pairs = [(name, value.removeprefix(base)) for name in FACETS for value in sorted(chosen.get(name, ()))]
    asked = urlencode([*pairs, *more.items()], safe="/")
    return f"/?{asked}" if asked else "/"


def _toggled(chosen: Chosen, name: str, value: str) -> Chosen:
    return chosen | {name: chosen.get(name, frozenset()) ^ {value}}


def _chips(catalogue: Catalogue, chosen: Chosen, base: str) -> list[tuple[str, str]]:
    """Give what is chosen, each with the path that takes it away."""
    return [
        (_label(catalogue, value), _path(_toggled(chosen, name, value), base))
        for name in FACETS
        for value in sorted(chosen.get(name, ()))
    ]


def _label(catalogue: Catalogue, value: str) -> str:
    named = catalogue.names.get(value)
    return named.label if named else ANSWERS.get(value, value)[:80]


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 1


def _finding(catalogue: Catalogue) -> str:
    """Say who carries most, as one sentence without a full stop."""
    if not catalogue.carried:
        return "No plan has been loaded yet" if not catalogue.plans else "No owner is printed in these plans"
    most = max(catalogue.carried.values())
    heaviest = sorted(iri for iri, load in catalogue.carried.items() if load == most)
    share = f"{most:,} of {count(catalogue.assignments, 'assignment')}"
    if len(heaviest) > 1:
        return f"{len(heaviest):,} holders each carry {share}"
    holder = catalogue.names[heaviest[0]]
    return f"{_told_apart(holder, catalogue)} {'carry' if holder.kind == 'group' else 'carries'} {share}"


def _told_apart(holder: Reference, catalogue: Catalogue) -> str:
    """Name a holder, with its body where others are called the same."""
    alike = sum(catalogue.names[iri].label == holder.label for iri in catalogue.carried)
    within = f" of {isolated(holder.about)}" if alike > 1 and holder.about else ""
    return f"{isolated(holder.label)}{within}"


def _scope(catalogue: Catalogue) -> str:
    counted = (
        f"{count(catalogue.plans, 'plan')}, {count(len(catalogue.items), 'recommendation')}, "
        f"{count(len(catalogue.carried), 'holder')}. An assignment is an owner printed with a date."
    )
    day = day_in_words(catalogue.as_at)
    return f"{counted} As at {day}, the latest date that a plan states." if day else counted


def _figures(catalogue: Catalogue) -> list[tuple[int, str, str]]:
    """Give the headline figures: a number, what it counts, and where the list of them is."""
    answers = {name: sum(item.answer == name for item in catalogue.items) for name in ANSWERS}
    joint = sum(len(item.owners) > 1 for item in catalogue.items)
    return [
        *((number, ANSWERS[name].lower(), f"/?status={name}") for name, number in answers.items() if number),
        (joint, "with several owners", ""),
        (sum(not item.owners for item in catalogue.items), "without a printed owner", ""),
    ]
