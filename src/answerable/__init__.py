"""Who is answerable for what, by when, and where does it say so: action plans as one graph.

>>> import answerable, tempfile
>>> folder = tempfile.mkdtemp()
>>> answerable.build("examples/plans", to=folder).plans
3
>>> store = answerable.open_store(folder)
>>> [row["recommendations"] for row in answerable.rows(store, "plans")]
[7, 8, 7]
>>> len(list(answerable.to_rdflib(store).quads())) == len(store)
True

`read` gives plan records, `build` writes a graph, `open_store` loads it, `query` and `rows` ask it, `view` draws it,
`check` tries it and `export` hands it on;
`to_rdflib`, `to_networkx` and `to_pandas` give it to other libraries, `to_frames` gives the records to pandas, and
`profiled` is a copy without named individuals. Importing this package imports nothing else: a name is loaded
when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from answerable.checking import check
    from answerable.exporting import export
    from answerable.extract.errors import AnswerableError
    from answerable.extract.records import PlanRecord
    from answerable.graph.frames import to_networkx, to_rdflib
    from answerable.graph.profiles import profiled
    from answerable.graph.snapshots.building import Built
    from answerable.graph.store import Store
    from answerable.graph.summary import Summary
    from answerable.graph.values import Answer
    from answerable.library import build, open_store, query, read, rows, to_frames, to_pandas, view

__all__ = [
    "Answer",
    "AnswerableError",
    "Built",
    "PlanRecord",
    "Store",
    "Summary",
    "build",
    "check",
    "export",
    "open_store",
    "profiled",
    "query",
    "read",
    "rows",
    "to_frames",
    "to_networkx",
    "to_pandas",
    "to_rdflib",
    "view",
]

_HOMES = {
    "Answer": "answerable.graph.values",
    "AnswerableError": "answerable.extract.errors",
    "Built": "answerable.graph.snapshots.building",
    "PlanRecord": "answerable.extract.records",
    "Store": "answerable.graph.store",
    "Summary": "answerable.graph.summary",
    "build": "answerable.library",
    "check": "answerable.checking",
    "export": "answerable.exporting",
    "open_store": "answerable.library",
    "query": "answerable.library",
    "read": "answerable.library",
    "rows": "answerable.library",
    "profiled": "answerable.graph.profiles",
    "to_frames": "answerable.library",
    "to_networkx": "answerable.graph.frames",
    "to_pandas": "answerable.library",
    "to_rdflib": "answerable.graph.frames",
    "view": "answerable.library",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public name
    if name == "__version__":
        from importlib.metadata import version

        return version("answerable")
    if name not in _HOMES:
        raise AttributeError(f"module 'answerable' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
