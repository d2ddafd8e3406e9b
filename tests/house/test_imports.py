"""Data flows one way, and so do imports; a root folder is never imported by its bare name."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Distributions

FOLDERS = ("ontology", "extract", "graph", "exports")
TOOLS = Path(sys.executable).parent


def contracts_broken_in(package: Path, root: Path) -> subprocess.CompletedProcess[str]:
    """Run the import rules over an unpacked wheel: the mapping hides the sub-packages of an editable install."""
    command = [TOOLS / "lint-imports", "--no-cache", "--config", root / "pyproject.toml"]
    return subprocess.run(command, cwd=package, capture_output=True, text=True, check=False)


def test_imports_follow_the_flow_of_data(distributions: Distributions, root: Path) -> None:
    done = contracts_broken_in(distributions.unpacked, root)
    assert done.returncode == 0, done.stdout
    assert " 0 broken" in done.stdout


def test_an_import_against_the_flow_is_found(distributions: Distributions, root: Path, tmp_path: Path) -> None:
    package = tmp_path / "answerable"
    for source in distributions.unpacked.rglob("answerable/**/*.py"):
        copy = tmp_path / source.relative_to(distributions.unpacked)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(source.read_bytes())
    with (package / "ontology" / "iris.py").open("a") as module:
        module.write("\nimport answerable.graph\n")
    done = contracts_broken_in(tmp_path, root)
    assert done.returncode == 1
    assert "answerable.ontology.iris -> answerable.graph" in done.stdout


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("statement", ["import {}\n", "from {} import something\n"])
def test_the_linter_refuses_a_bare_import(folder: str, statement: str, root: Path) -> None:
    done = subprocess.run(
        [TOOLS / "ruff", "check", "--select", "TID251", "--stdin-filename", "tests/example.py", "-"],
        input=statement.format(folder),
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert f"import answerable.{folder}" in done.stdout


def test_no_file_imports_a_root_folder_by_its_bare_name(tracked: set[str], root: Path) -> None:
    found = [
        (name, module)
        for name in sorted(tracked)
        if name.endswith(".py")
        for module in imported_by(root / name)
        if module.partition(".")[0] in FOLDERS
    ]
    assert found == []


def imported_by(path: Path) -> list[str]:
    """List the modules that a file imports, absolute ones only."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    plain = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    return plain + [
        node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level
    ]
