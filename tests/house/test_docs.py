"""The documentation builds, agrees with the code, and asks nothing of the network."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)[^)]*\)")
LOADED = {("script", "src"), ("link", "href"), ("img", "src"), ("iframe", "src"), ("source", "src")}


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(out)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


class Loaded(HTMLParser):
    """Collects the addresses that a browser fetches by itself when it opens a page."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = dict(attrs)
        if tag == "link" and of.get("rel") in {"canonical", "next", "prev"}:
            return
        self.addresses += [value for name, value in attrs if (tag, name) in LOADED and value]


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    fetched = [(page.name, address) for page in pages for address in addresses(page) if "//" in address]
    assert (len(pages) > 4, fetched) == (True, [])


def addresses(page: Path) -> list[str]:
    parser = Loaded()
    parser.feed(page.read_text("utf-8"))
    return parser.addresses


@pytest.mark.parametrize("tool", ["make_reference", "make_diagrams", "make_accuracy"])
def test_what_is_generated_is_what_the_code_says(root: Path, tool: str) -> None:
    if tool == "make_accuracy" and not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed, which makes two of the formats that are measured")
    command = [sys.executable, f"tools/{tool}.py", "--check"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_diagrams_name_only_terms_that_the_ontology_has(root: Path) -> None:
    ontology = (root / "ontology" / "answerable.ttl").read_text("utf-8")
    known = set(re.findall(r"^(ap:\w+)\s", ontology, re.MULTILINE))
    drawings = sorted((root / "docs" / "images").glob("*.svg"))
    named = {term for drawing in drawings for term in re.findall(r"\bap:\w+", drawing.read_text("utf-8"))}
    assert (len(named) > 15, named - known) == (True, set())


def test_decisions_are_numbered_without_gaps_and_stand_in_the_navigation(root: Path) -> None:
    records = sorted((root / "docs" / "adr").glob("*.md"))
    assert [path.name[:4] for path in records] == [f"{number:04}" for number in range(1, len(records) + 1)]
    navigation = (root / "mkdocs.yml").read_text("utf-8")
    for number, path in enumerate(records, start=1):
        assert path.read_text("utf-8").startswith(f"# {number}. ")
        assert f"adr/{path.name}" in navigation


def pages_for_people(root: Path) -> list[Path]:
    return [*root.glob("*.md"), *(root / "docs").rglob("*.md"), *(root / "examples").rglob("*.md")]


def test_every_link_to_a_file_leads_somewhere(root: Path) -> None:
    assert [found for page in pages_for_people(root) for found in dead_links(page)] == []


def dead_links(page: Path) -> Iterator[tuple[str, str]]:
    for target in LINK.findall(page.read_text("utf-8")):
        if "://" not in target and not (page.parent / target).exists():
            yield page.name, target


def test_every_task_that_the_pages_name_exists(root: Path) -> None:
    tasks = set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {
        task for page in pages_for_people(root) for task in re.findall(r"`?make ([a-z]+)`", page.read_text("utf-8"))
    }
    assert named - tasks == set()


def test_help_lists_every_task(root: Path) -> None:
    makefile = (root / "Makefile").read_text("utf-8")
    phony = set(re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[0].split())
    done = subprocess.run(["make", "help"], cwd=root, capture_output=True, text=True, check=True)
    assert set(re.findall(r"^  make ([a-z]+) +\S", done.stdout, re.MULTILINE)) == phony


def test_the_map_for_contributors_names_every_package(root: Path, pyproject: dict[str, Any]) -> None:
    contributing = (root / "CONTRIBUTING.md").read_text("utf-8")
    folders = set(pyproject["tool"]["setuptools"]["package-dir"].values())
    assert [folder for folder in sorted(folders) if f"`{folder}/`" not in contributing] == []


def test_the_readme_opens_with_a_picture_that_is_there(root: Path) -> None:
    readme = (root / "README.md").read_text("utf-8")
    picture = re.search(r"!\[[^\]]+\]\(([^)]+)\)", readme)
    assert picture
    assert picture.start() < len(readme) / 3
    assert (root / picture[1]).read_bytes().startswith(b"\x89PNG")
