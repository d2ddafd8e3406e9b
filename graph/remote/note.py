"""Where publishing notes, beside the graphs of a build, which build they are and what each of them holds."""

from __future__ import annotations

__all__ = ["published_graph"]


def published_graph(base: str) -> str:
    """Give the address of the graph of these notes; no build has one of this name.

    >>> published_graph("https://plans.example/id/")
    'https://plans.example/id/graph/published'
    """
    return f"{base}graph/published"
