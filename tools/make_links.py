"""Make links/answerable, a folder of links laid out as the installed package is, for editors and their type checkers.

They cannot follow the mapping of root folders into one package (docs/adr/0001); pointed at `links`, they need not.
"""

from __future__ import annotations

import os
import shutil
import tomllib
from pathlib import Path

__all__ = ["make_links"]

ROOT = Path(__file__).resolve().parent.parent


def make_links(root: Path = ROOT) -> Path:
    """Make the folder anew from the mapping in pyproject.toml and give its path."""
    mapping = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["setuptools"]["package-dir"]
    shutil.rmtree(root / "links", ignore_errors=True)
    package = root / "links" / "answerable"
    package.mkdir(parents=True)
    for entry in sorted((root / mapping.pop("answerable")).iterdir()):
        link(package / entry.name, entry)
    for name, folder in mapping.items():
        link(package / name.removeprefix("answerable."), root / folder)
    return package


def link(place: Path, target: Path) -> None:
    """Link relatively, so that the checkout can move."""
    place.symlink_to(os.path.relpath(target, place.parent))


if __name__ == "__main__":
    make_links()
