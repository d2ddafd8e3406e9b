"""How deeply a query is nested: an engine that reads brackets by calling itself must not be led too far down."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Final

from answerable.graph.endpoint.asked import RequestRefusedError
from answerable.graph.tokens import tokens

__all__ = ["check_depth"]

_OPENING: Final = frozenset("({[")
_CLOSING: Final = frozenset(")}]")
_BEFORE: Final = frozenset("!-+^")
"""Signs that stand before what they are about, and may be piled up."""


_PILED: Final = re.compile(r"(?:[-!+^]\s*){16}")


def check_depth(sparql: str, most: int) -> None:
    """Raise RequestRefusedError where brackets, or signs before a term, are nested more than `most` deep."""
    if sum(map(sparql.count, _OPENING)) <= most and not _PILED.search(sparql):
        return  # as nearly every query: there is not enough in it to be deep
    depth = piled = 0
    for kind, text in tokens(sparql):
        if kind != "other":
            piled = piled if kind == "space" else 0
            continue
        depth += (text in _OPENING) - (text in _CLOSING)
        piled = piled + 1 if text in _BEFORE else 0
        if max(depth, piled) > most:
            raise RequestRefusedError(HTTPStatus.BAD_REQUEST, f"the query is nested more than {most} deep")
