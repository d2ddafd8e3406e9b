"""The tools of the project do what their tasks say."""

from __future__ import annotations

import runpy
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def test_links_are_laid_out_as_the_installed_package_is(root: Path, tmp_path: Path) -> None:
    copy = tmp_path / "checkout"
    for folder in ("src", "ontology", "extract", "graph", "exports"):
        shutil.copytree(root / folder, copy / folder)
    shutil.copy(root / "pyproject.toml", copy)
    package = runpy.run_path(str(root / "tools" / "make_links.py"))["make_links"](copy)
    assert package == copy / "links" / "answerable"
    for inside in (
        "__init__.py",
        "cli/app.py",
        "ontology/iris.py",
        "extract/readers/text.py",
        "graph/store.py",
        "exports",
    ):
        assert (package / inside).exists()
    assert (package / "graph").resolve() == (copy / "graph").resolve()
