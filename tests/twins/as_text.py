"""A plan as text: tab-separated rows with HTML in the cells, as converters write them."""

from __future__ import annotations

import html

from tests.twins.markup import cell_markup
from tests.twins.plan import Plan
from tests.twins.sheet import lay_out

__all__ = ["as_text"]


def as_text(plan: Plan) -> bytes:
    """Give the file; a cell that reaches over others leaves them empty."""
    rows = ["\t".join(html.escape(heading, quote=False) for heading in plan.columns.values())]
    rows += ["\t".join(cell_markup(cell) for cell in row) for row in lay_out(plan)]
    totals = [f"{answer}\t{count}" for answer, count in (plan.totals or {}).items()]
    parts = ["\n\n".join(plan.before), "\n".join(rows), "\n".join(["Recommendations\t", *totals] if totals else [])]
    return "\n\n".join([*filter(None, parts), *plan.notes]).encode()
