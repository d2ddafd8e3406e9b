"""A plan as a saved page of a site: headings, navigation, a script, and the site's own dates around it."""

from __future__ import annotations

import html

from tests.twins.markup import cell_markup
from tests.twins.plan import Plan
from tests.twins.sheet import COVERED, Spread, lay_out

__all__ = ["as_html"]

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} - a publishing site</title>
<style>table {{ border: 1px solid }}</style><script>var published = "<p>Report Published: 1 January 1999</p>";</script>
</head><body>
<header role="banner"><nav><ul><li><a href="/">Home</a></li><li><a href="/browse">Browse</a></li></ul></nav></header>
<main><p class="publication-header__last-changed">Published 2 January 2001</p>
<p>Updated 3 January 2002</p>
{before}
<table class="govuk-table">
<thead><tr>{headings}</tr></thead>
<tbody>
{rows}
</tbody></table>
{after}
</main><footer><p>Report Published: 4 January 2003</p></footer>
</body></html>
"""


def as_html(plan: Plan) -> bytes:
    """Give the file."""
    before = [f"<h1>{html.escape(plan.before[0])}</h1>", *(f"<p>{html.escape(line)}</p>" for line in plan.before[1:])]
    rows = ["<tr>" + "".join(map(_cell, row)) + "</tr>" for row in lay_out(plan)]
    page = PAGE.format(
        title=html.escape(plan.name),
        before="\n".join(before),
        headings="".join(f'<th scope="col">{html.escape(heading)}</th>' for heading in plan.columns.values()),
        rows="\n".join(rows),
        after="\n".join([_totals(plan.totals), *(f"<p>{html.escape(note)}</p>" for note in plan.notes)]),
    )
    return page.encode()


def _cell(cell: Spread) -> str:
    if cell is COVERED:
        return ""
    across = f' colspan="{cell.across}"' if cell.across > 1 else ""
    down = f' rowspan="{cell.down}"' if cell.down > 1 else ""
    return f"<td{across}{down}>{cell_markup(cell)}</td>"


def _totals(totals: dict[str, int] | None) -> str:
    if not totals:
        return ""
    rows = "".join(f"<tr><td>{answer}</td><td>{count}</td></tr>" for answer, count in totals.items())
    return f"<table><tr><th colspan='2'>Recommendations</th></tr>{rows}</table>"
