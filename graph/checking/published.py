"""Whether what lies on a server is what was published there, by the notes that publishing left beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from answerable.graph.checking.finding import Defect
from answerable.graph.checking.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answerable.graph.checking.finding import Finding
    from answerable.graph.publishing import Fetched

__all__ = ["PUBLISHED", "check_published"]

PUBLISHED: Final = "published"
"""The name of this check; it is made where publishing left notes."""


def check_published(there: Fetched) -> Iterator[Finding]:
    """Compare the graphs on a server with the notes on them: each there, as it was sent, and the last one noted."""
    places = Places(there.groups)
    for rule, message, graph in _defects(there):
        yield places.finding(Defect(PUBLISHED, rule, message, graph, graph))


def _defects(there: Fetched) -> Iterator[tuple[str, str, str | None]]:
    sent, held = there.noted.digests, there.parts
    if there.noted.snapshot is None:
        yield "the whole is there", "Publishing is under way or broke off. Publish again, which ends it.", None
    for graph in sorted(sent.keys() | held.keys()):
        if graph not in held:
            yield "every graph is there", "A graph that was published is gone. Publish again, which sends it.", graph
        elif graph not in sent:
            yield "nothing else is there", "A graph was never published. Publish again, which removes it.", graph
        elif held[graph].digest != sent[graph]:
            message = (
                f"The graph has {held[graph].triples} triples that are not those that were published. "
                "Drop it there and publish again."
            )
            yield "each graph is as it was sent", message, graph
