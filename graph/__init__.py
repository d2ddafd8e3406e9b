"""Plan records as one graph: mapped, kept as a snapshot, loaded as a store, and asked.

The public names are loaded when they are first used, so that asking a question does not pay for building a graph.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from answerable.graph.frames import to_networkx, to_rdflib
    from answerable.graph.questions import Question, all_questions, ask, load_question, parse_question
    from answerable.graph.snapshot import write_snapshot
    from answerable.graph.store import Store
    from answerable.graph.summary import Summary

__all__ = [
    "Question",
    "Store",
    "Summary",
    "all_questions",
    "ask",
    "load_question",
    "parse_question",
    "to_networkx",
    "to_rdflib",
    "write_snapshot",
]

_HOMES: Final = {
    "Question": "questions",
    "Store": "store",
    "Summary": "summary",
    "all_questions": "questions",
    "ask": "questions",
    "load_question": "questions",
    "parse_question": "questions",
    "to_networkx": "frames",
    "to_rdflib": "frames",
    "write_snapshot": "snapshot",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
