from __future__ import annotations

import pytest

from answerable.graph.endpoint.media import preferred

OFFERED = ("application/json", "text/csv", "text/html")


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", "application/json"),
        ("*", "application/json"),
        ("*/*", "application/json"),
        ("TEXT/CSV", "text/csv"),
        ("text/csv;q=0.2, text/html;q=0.3", "text/html"),
        ("text/*;q=0.9, text/csv;q=0.1, application/json;q=0.5", "text/html"),
        ("text/html;level=1;q=0.5, text/csv;q=0.4", "text/html"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("image/png", None),
        ("*/*;q=0", None),
        ("text/csv;q=what", None),
        (", ,;;q=1", "application/json"),
    ],
)
def test_the_best_liked_is_chosen(accept: str, chosen: str | None) -> None:
    assert preferred(accept, OFFERED) == chosen
