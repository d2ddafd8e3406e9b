"""The worked notebook runs from top to bottom, and is kept without its outputs."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed (extra `dev`)")
pytest.importorskip("nbclient", reason="nbclient is not installed (extra `dev`)")
pytest.importorskip("matplotlib", reason="matplotlib is not installed (extra `figures`)")

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="module")
def notebook() -> Any:  # noqa: ANN401 - nbformat's own type
    return nbformat.read(EXAMPLES / "notebook.ipynb", as_version=4)


def test_no_output_is_kept(notebook: Any) -> None:  # noqa: ANN401 - as above
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [(cell.outputs, cell.execution_count) for cell in code] == [([], None)] * len(code)


@pytest.fixture(scope="module")
def tool() -> dict[str, Any]:
    return runpy.run_path(str(EXAMPLES.parent / "tools" / "make_notebook_page.py"))


@pytest.fixture(scope="module")
def executed(tool: dict[str, Any]) -> Any:  # noqa: ANN401 - as above
    return tool["executed"]()


def test_the_documentation_shows_the_notebook_as_it_runs(executed: Any, tool: dict[str, Any]) -> None:  # noqa: ANN401
    page, pictures = tool["page_of"](executed)
    assert (EXAMPLES.parent / "docs" / "notebook.md").read_text("utf-8") == page
    assert all((EXAMPLES.parent / "docs" / "images" / name).is_file() for name in pictures)


def test_every_cell_runs_and_gives_what_its_words_say(executed: Any) -> None:  # noqa: ANN401 - as above
    outputs = [output for cell in executed.cells if cell.cell_type == "code" for output in cell.outputs]
    shown = [output["data"] for output in outputs if "data" in output]
    texts = [data.get("text/plain", "") for data in shown]
    assert texts[0].startswith("'3 plans, ")
    assert any("cannot tell" in text for text in texts)
    assert any("image/png" in data for data in shown), "the figure is drawn"
    assert any("srcdoc=" in data.get("text/html", "") for data in shown), "the page stands in its cell"
    assert any("named individuals removed: 0 people" in text for text in texts)
