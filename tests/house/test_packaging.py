"""What is built is what is under version control, and only `answerable` becomes importable."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
import tarfile
import venv
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Distributions

MADE_BY_THE_BUILD = {"PKG-INFO", "setup.cfg"}


def test_the_source_distribution_is_the_checkout(distributions: Distributions, tracked: set[str]) -> None:
    with tarfile.open(distributions.sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames() if archive.getmember(name).isfile()}
    shipped = {name for name in names - MADE_BY_THE_BUILD if ".egg-info/" not in name}
    assert shipped == tracked


def test_the_wheel_holds_every_file_of_the_packages_and_nothing_else(
    distributions: Distributions, tracked: set[str], pyproject: dict[str, Any]
) -> None:
    mapping = pyproject["tool"]["setuptools"]["package-dir"]
    expected = {place for name in tracked if (place := place_in_wheel(name, mapping))}
    files = (path for path in distributions.unpacked.rglob("*") if path.is_file())
    shipped = {path.relative_to(distributions.unpacked).as_posix() for path in files}
    assert {name for name in shipped if ".dist-info/" not in name} == expected


def place_in_wheel(name: str, mapping: dict[str, str]) -> str | None:
    """Say where a file of the checkout stands in the wheel, or None where it does not belong there."""
    for package, folder in mapping.items():
        if name.startswith(folder + "/"):
            return package.replace(".", "/") + name.removeprefix(folder)
    return None


def test_every_folder_with_python_in_it_is_a_listed_package(tracked: set[str], pyproject: dict[str, Any]) -> None:
    setuptools = pyproject["tool"]["setuptools"]
    places = filter(None, (place_in_wheel(name, setuptools["package-dir"]) for name in tracked))
    folders = {".".join(PurePosixPath(place).parent.parts) for place in places if place.endswith("/__init__.py")}
    assert sorted(setuptools["packages"]) == sorted(folders)


def test_nothing_but_answerable_becomes_importable(distributions: Distributions, tmp_path: Path) -> None:
    # Without the dependencies: the facade must be importable before anything heavy is.
    venv.create(tmp_path, with_pip=False)
    python = tmp_path / "bin" / "python"
    (packages,) = tmp_path.glob("lib/python*/site-packages")
    (packages / "wheel.pth").write_text(str(distributions.unpacked))
    program = (
        "import answerable, importlib.util as u;"
        "print([n for n in ('ontology', 'extract', 'graph', 'exports', 'cli', 'src') if u.find_spec(n)])"
    )
    done = subprocess.run([python, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
    tops = {path.name for path in distributions.unpacked.iterdir()}
    assert {name for name in tops if not name.endswith(".dist-info")} == {"answerable"}


def test_the_version_is_kept_in_one_place(distributions: Distributions, pyproject: dict[str, Any], root: Path) -> None:
    version = pyproject["project"]["version"]
    assert distributions.wheel.name.startswith(f"answerable-{version}-")
    assert importlib.metadata.version("answerable") == version
    kept = [p for p in root.glob("src/**/*.py") if f'"{version}"' in p.read_text("utf-8")]
    assert kept == []


def test_the_command_and_the_module_are_the_same_program() -> None:
    done = subprocess.run([sys.executable, "-m", "answerable", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"answerable {importlib.metadata.version('answerable')}\n"
