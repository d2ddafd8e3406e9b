"""The page of formats, from the code that writes them."""

from __future__ import annotations

from answerable.exporting import RDF
from answerable.exports.formats import FORMATS
from answerable.exports.graphs import NETWORKS
from answerable.exports.register import OWNER_COLUMNS, REGISTER_COLUMNS

__all__ = ["formats_page"]


def formats_page() -> str:
    """Give the page: a table of the formats, the networks, and the columns of the two tables."""
    rows = [(name, ending, holds, "the graph `dataset`") for name, (ending, holds) in RDF.items()]
    rows += [(name, each.ending, each.holds, each.says) for name, each in FORMATS.items()]
    parts = [
        "# Formats",
        "What `answerable export FORMAT` writes. Written from the code by `make reference`.",
        _table(("format", "ending", "holds", "says its scope, snapshot and day in"), rows),
        "## Networks",
        _table(("`--network`", "ties"), list(NETWORKS.items())),
    ]
    for heading, columns in (("The action register", REGISTER_COLUMNS), ("The owners", OWNER_COLUMNS)):
        parts += [f"## {heading}", _table(("column", "holds"), [(each.heading, each.meaning) for each in columns])]
    return "\n\n".join(parts) + "\n"


def _table(heading: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [heading, ("-",) * len(heading), *((f"`{row[0]}`", *row[1:]) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
