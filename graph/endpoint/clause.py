"""The graphs that a request names, written into its query: the protocol's choice overrides the query's own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from http import HTTPStatus
from typing import Final

from answerable.graph.endpoint.asked import Asked, RequestRefusedError
from answerable.graph.tokens import Token, tokens

__all__ = ["with_dataset"]

_DEPTH: Final = {"(": 1, "{": 1, ")": -1, "}": -1}
_PARTS_OF_DESCRIBE: Final = frozenset({"name", "iri", "variable"})


def with_dataset(asked: Asked, graphs: Collection[str]) -> str:
    """Give the query over the graphs that the request names, which must be of `graphs`; else as it is.

    Raises RequestRefusedError for a graph that is none of the snapshot's.
    """
    named = (*asked.default_graphs, *asked.named_graphs)
    if not named:
        return asked.sparql
    for address in named:
        if address not in graphs:
            message = (
                f"<{address}> is no graph of this snapshot; list them with: SELECT DISTINCT ?g {{ GRAPH ?g {{}} }}"
            )
            raise RequestRefusedError(HTTPStatus.BAD_REQUEST, " ".join(message.split()))
    clause = "".join(f" FROM <{address}>" for address in asked.default_graphs)
    clause += "".join(f" FROM NAMED <{address}>" for address in asked.named_graphs)
    code = _without_clauses(list(tokens(asked.sparql)))
    place = _place(code)
    return "".join(token.text for token in code[:place]) + clause + " " + "".join(t.text for t in code[place:])


def _without_clauses(code: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    dropping = False
    for token in code:
        if token.word == "FROM":
            dropping = True
        elif dropping and (token.kind == "space" or token.word == "NAMED"):
            continue
        elif dropping and token.kind == "iri":
            dropping = False
            kept.append(Token("space", " "))
        else:
            kept.append(token)
    return kept


def _place(code: Sequence[Token]) -> int:
    """Find where a dataset clause stands: behind what is described, else before the pattern."""
    described = next((place for place, token in enumerate(code) if token.word == "DESCRIBE"), None)
    return _before_pattern(code) if described is None else _behind_described(code, described + 1)


def _before_pattern(code: Sequence[Token]) -> int:
    """Find WHERE or the bracket that opens the pattern, which stands behind the template of a CONSTRUCT."""
    depth, template = 0, False
    for place, token in enumerate(code):
        if not depth and (token.word == "WHERE" or (token.text == "{" and not template)):
            return place
        template = token.word == "CONSTRUCT" or (template and token.text != "{")
        depth += _DEPTH.get(token.text, 0) if token.kind == "other" else 0
    return len(code)


def _behind_described(code: Sequence[Token], place: int) -> int:
    """Find the end of the addresses and variables that stand from `place` on, or of the star instead of them."""
    end = place
    for token in code[place:]:
        if token.kind == "word" or token.text == "{":
            break
        place += 1
        end = place if token.kind in _PARTS_OF_DESCRIBE or token.text == "*" else end
    return end
