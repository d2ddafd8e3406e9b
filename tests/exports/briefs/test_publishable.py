"""Briefings and figures of a publishable copy hold no named individual in any byte."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from answerable import briefing, library
from answerable.graph.profiles import Publishable, profiled
from tests.graph.profiles.named import FILE, GONE, PLAN

pytest.importorskip("matplotlib")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Publishable:
    folder = tmp_path_factory.mktemp("named")
    (folder / FILE).write_text(PLAN, "utf-8")
    library.build(folder / FILE, to=folder / "store")
    graph = profiled(library.open_store(folder / "store"), "publishable")
    assert isinstance(graph, Publishable)
    return graph


def words_of(path: Path) -> str:
    data = path.read_bytes()
    if path.suffix != ".docx":
        return data.decode().lower()
    with ZipFile(BytesIO(data)) as package:
        texts = [package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels"))]
    return b"".join(texts).decode().lower()


@pytest.mark.parametrize("ending", [".html", ".docx"])
def test_no_name_is_left_in_a_briefing(ending: str, copy: Publishable, tmp_path: Path) -> None:
    path = tmp_path / f"brief{ending}"
    briefing.brief(copy, "plan", "Fennmoor", path)
    written = words_of(path)
    assert "make sure that lamps are lit" in written
    assert [word for word in GONE if word in written] == []


@pytest.mark.parametrize("name", ["owners", "ownership", "timeline"])
def test_no_name_is_left_in_a_figure(name: str, copy: Publishable, tmp_path: Path) -> None:
    path = tmp_path / "figure.svg"
    briefing.figure(copy, name, path)
    assert [word for word in GONE if word in words_of(path)] == []
