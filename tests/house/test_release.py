"""One version: package, changelog, citation and distributions agree, and whoever forgets one is told which."""

from __future__ import annotations

import io
import runpy
import shutil
import tarfile
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Distributions

NAMED = ("pyproject.toml", "CHANGELOG.md", "CITATION.cff")


@pytest.fixture(scope="module")
def tool(root: Path) -> dict[str, Any]:
    return runpy.run_path(str(root / "tools" / "check_release.py"))


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    for name in NAMED:
        shutil.copy(root / name, tmp_path / name)
    return tmp_path


def test_package_changelog_and_citation_agree(tool: dict[str, Any], root: Path) -> None:
    assert list(tool["problems"](root)) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("CITATION.cff", "\nversion: ", "\nversion: 99.", "CITATION.cff: version is 99."),
        ("CHANGELOG.md", "## [Unreleased]\n", "## [0.0.1] - 2020-01-01\n", "[Unreleased] does not stand first"),
        ("CHANGELOG.md", "## [Unreleased]\n", "## [Unreleased]\n## [99.0]\n", "99.0 is told, pyproject.toml has"),
        ("CHANGELOG.md", "## [Unreleased]\n", "## [Unreleased]\n## [0.0.1]\n## [0.0.2]\n", "not the newest first"),
        ("CHANGELOG.md", "## [Unreleased]\n", "## [Unreleased]\n## [{}] - 2020-01-01\n", "date-released is not 2020"),
    ],
)
def test_whatever_is_forgotten_is_told(  # noqa: PLR0917 - the copy, and what is changed in it
    tool: dict[str, Any], copy: Path, name: str, old: str, new: str, told: str
) -> None:
    text = (copy / name).read_text("utf-8")
    changed = new.replace("{}", tool["version_of"](copy))
    (copy / name).write_text(text.replace(old, changed, 1), "utf-8")
    assert any(told in line for line in tool["problems"](copy))


def test_what_is_built_is_fit_for_an_index(
    tool: dict[str, Any], distributions: Distributions, pyproject: dict[str, Any]
) -> None:
    assert list(tool["problems_of_built"](distributions.wheel.parent, pyproject["project"]["version"])) == []


def test_metadata_that_an_index_would_refuse_is_told(tool: dict[str, Any], tmp_path: Path) -> None:
    metadata = b"Metadata-Version: 2.4\nName: answerable\nVersion: 1.0\nRequires-Python: whenever\n"
    with zipfile.ZipFile(tmp_path / "answerable-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("answerable-1.0.dist-info/METADATA", metadata)
    with tarfile.open(tmp_path / "answerable-1.0.tar.gz", "w:gz") as sdist:
        info = tarfile.TarInfo("answerable-1.0/PKG-INFO")
        info.size = len(metadata)
        sdist.addfile(info, io.BytesIO(metadata))
    found = list(tool["problems_of_built"](tmp_path, "1.0"))
    assert [line.partition(":")[0] for line in found] == ["answerable-1.0-py3-none-any.whl", "answerable-1.0.tar.gz"]
    assert all("whenever" in line for line in found)


def test_one_distribution_alone_is_no_release(tool: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "answerable-1.0.tar.gz").touch()
    assert "0 wheels and 1 source" in next(tool["problems_of_built"](tmp_path, "1.0"))
