"""The tools of the project do what their tasks say."""

from __future__ import annotations

import re
import runpy
import shutil
import subprocess
import sys
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


def test_the_benchmark_compares_with_a_bare_baseline(root: Path) -> None:
    command = [sys.executable, "benchmarks/reading.py", "--runs", "1"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    ratios = [float(ratio) for ratio in re.findall(r"([\d.]+) x$", done.stdout, re.MULTILINE)]
    assert (len(ratios), ratios[0]) == (3, 1.0)
    assert min(ratios[1:]) > 1
