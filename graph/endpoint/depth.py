"""How deeply a query is nested: an engine that reads brackets by calling itself must not be led too far down."""

from __future__ import annotations

from http import HTTPStatus
from itertools import accumulate
from typing import Final

from answerable.graph.endpoint.asked import RequestRefusedError
from answerable.graph.tokens import brackets, tokens

__all__ = ["check_depth"]

_OPENING: Final = frozenset("({[")
_BEFORE: Final = frozenset("!-+^")
"""Signs that stand before what they are about, and may be piled up."""


def check_depth(sparql: str, most: int) -> None:
    """Raise RequestRefusedError where brackets, or signs before a term, are nested more than `most` deep."""
    # Nearly every query has not enough in it to be deep, which is seen soonest.
    if sum(map(sparql.count, _OPENING)) > most and _depth(sparql) > most:
        raise _too_deep(most)
    if sum(map(sparql.count, _BEFORE)) > most and _piled(sparql) > most:
        raise _too_deep(most)


def _depth(sparql: str) -> int:
    """Give how deep the brackets go."""
    return max(accumulate(1 if each in _OPENING else -1 for each in brackets(sparql)), default=0)


def _piled(sparql: str) -> int:
    """Give how many signs stand before one term."""
    piled = most = 0
    for kind, text in tokens(sparql):
        if kind != "space":
            piled = piled + 1 if text in _BEFORE else 0
            most = max(most, piled)
    return most


def _too_deep(most: int) -> RequestRefusedError:
    return RequestRefusedError(HTTPStatus.BAD_REQUEST, f"the query is nested more than {most} deep")
