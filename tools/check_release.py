"""Check that what says which version this is agrees: package, changelog, citation, tag, and what was built.

    python tools/check_release.py [--built] [--tagged]

With `--built` what is in dist/ has to be fit for a package index. With `--tagged` the commit has to be a release
besides: a tag, and a dated part of the changelog.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import yaml
from packaging.metadata import Metadata
from packaging.version import Version

__all__ = ["main", "problems", "problems_of_built", "problems_of_release"]

ROOT: Final = Path(__file__).resolve().parent.parent
UNRELEASED: Final = "Unreleased"
_PART: Final = re.compile(r"^## \[([^\]]+)\](?: - (\d{4}-\d\d-\d\d))?$", re.MULTILINE)


def version_of(root: Path) -> str:
    """Give the version, which stands in one place."""
    return str(tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def problems(root: Path) -> Iterator[str]:
    """Give what is wrong on any commit, one line for each."""
    version = version_of(root)
    citation = yaml.safe_load((root / "CITATION.cff").read_text("utf-8"))
    if citation["version"] != version:
        yield f"CITATION.cff: version is {citation['version']}, pyproject.toml has {version}"
    parts = _PART.findall((root / "CHANGELOG.md").read_text("utf-8"))
    names = [name for name, _ in parts]
    if names[:1] != [UNRELEASED]:
        yield "CHANGELOG.md: [Unreleased] does not stand first"
    released = names[1:]
    if released != sorted(released, key=Version, reverse=True):
        yield f"CHANGELOG.md: not the newest first: {', '.join(released)}"
    if released and Version(released[0]) > Version(version):
        yield f"CHANGELOG.md: {released[0]} is told, pyproject.toml has {version}"
    days = dict(parts)
    if days.get(version) and str(citation.get("date-released")) != days[version]:
        yield f"CITATION.cff: date-released is not {days[version]}, the day in CHANGELOG.md"


def problems_of_release(root: Path) -> Iterator[str]:
    """Give what further keeps a commit from being a release."""
    version = version_of(root)
    if not dict(_PART.findall((root / "CHANGELOG.md").read_text("utf-8"))).get(version):
        yield f"CHANGELOG.md: no part [{version}] with a day"
    command = ["git", "tag", "--points-at", "HEAD"]
    tags = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.split()
    if f"v{version}" not in tags:
        yield f"git: HEAD has no tag v{version}"


def problems_of_built(dist: Path, version: str) -> Iterator[str]:
    """Give what is wrong with the two distributions of a folder."""
    (wheels, sdists) = sorted(dist.glob("*.whl")), sorted(dist.glob("*.tar.gz"))
    if (len(wheels), len(sdists)) != (1, 1):
        yield f"{dist}: {len(wheels)} wheels and {len(sdists)} source distributions, not one of each; run `make build`"
        return
    with zipfile.ZipFile(wheels[0]) as wheel:
        yield from _wrong(wheels[0], wheel.read(f"answerable-{version}.dist-info/METADATA"), version)
    with tarfile.open(sdists[0]) as sdist:
        held = sdist.extractfile(f"answerable-{version}/PKG-INFO")
        yield from _wrong(sdists[0], held.read() if held else b"", version)


def _wrong(path: Path, metadata: bytes, version: str) -> Iterator[str]:
    """Metadata has to be what package indexes take, with a description that they can show."""
    try:
        told = Metadata.from_email(metadata, validate=True)
    except ExceptionGroup as group:
        yield from (f"{path.name}: {error}" for error in group.exceptions)
        return
    if str(told.version) != version:
        yield f"{path.name}: says that it is {told.version}, not {version}"
    if told.description_content_type != "text/markdown" or not (told.description or "").strip():
        yield f"{path.name}: no description in Markdown"


def main(*, built: bool, tagged: bool) -> None:
    """Print what is wrong, and fail where anything is."""
    found = list(problems(ROOT))
    found += problems_of_built(ROOT / "dist", version_of(ROOT)) if built or tagged else ()
    found += problems_of_release(ROOT) if tagged else ()
    if found:
        sys.exit("\n".join(found))


if __name__ == "__main__":
    main(built="--built" in sys.argv[1:], tagged="--tagged" in sys.argv[1:])
