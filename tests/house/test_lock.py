"""Versions are pinned twice, without and with hashes, and both lists say the same.

Only what reads our files back in a test (the extra `peers`) has no hashes: it is built from source where CI wants it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

PIN = re.compile(r"^([a-z0-9.-]+)==([^\s;\\]+)( ; [^\\\n]+?)?(?: \\)?$", re.MULTILINE)


def pins(path: Path) -> list[tuple[str, ...]]:
    return PIN.findall(path.read_text("utf-8"))


def test_both_lists_pin_the_same_versions(root: Path) -> None:
    locked = pins(root / "requirements.lock")
    assert locked
    assert set(locked) <= set(pins(root / "constraints.txt"))


def test_every_pin_of_the_lock_has_a_hash(root: Path) -> None:
    entries = re.split(r"\n(?=\S)", (root / "requirements.lock").read_text("utf-8").strip())
    assert [e for e in entries if not e.startswith("#") and "--hash=sha256:" not in e] == []


def test_every_dependency_is_pinned(root: Path, pyproject: dict[str, Any]) -> None:
    project = pyproject["project"]
    extras = project["optional-dependencies"]
    wanted = project["dependencies"] + [need for extra in extras.values() for need in extra]
    names = {re.split(r"[\[<>=~! ]", requirement)[0] for requirement in wanted + pyproject["build-system"]["requires"]}
    assert names - {"answerable"} <= {name for name, *_ in pins(root / "constraints.txt")}


def test_the_lock_covers_every_extra_but_those_of_a_task(root: Path, pyproject: dict[str, Any]) -> None:
    """`peers`, `fuzz` and `watch` are installed by the tasks that need them, from the constraints."""
    extras = pyproject["project"]["optional-dependencies"]
    wanted = [need for name, needs in extras.items() if name not in {"peers", "fuzz", "watch"} for need in needs]
    names = {re.split(r"[\[<>=~! ]", need)[0] for need in [*pyproject["project"]["dependencies"], *wanted]}
    assert names - {"answerable"} <= {name for name, *_ in pins(root / "requirements.lock")}


def test_the_checks_of_a_release_install_by_hash(root: Path) -> None:
    assert "--require-hashes --requirement requirements.lock" in (root / "Makefile").read_text("utf-8")


def test_no_list_names_a_host_to_fetch_from(root: Path) -> None:
    texts = (root / name for name in ("constraints.txt", "requirements.lock", "pyproject.toml", "Makefile", ".ci/run"))
    assert [path.name for path in texts if re.search(r"index-url|find-links", path.read_text("utf-8"))] == []
