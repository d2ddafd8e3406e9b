"""The published plans kept beside the checkout, written anew in every format at run time: none may read worse."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from answerable.extract import read_plan
from answerable.extract.readers import read_document
from answerable.extract.source import SourceFile
from tests.extract.corpus import SHARED
from tests.twins.copies import copied_as_docx, copied_as_html
from tests.twins.formats import convert, office

SEEDS: Final = sorted((SHARED / "seeds").glob("*.txt"))
SCORE: Final = SHARED / "score" / "score.py"
FIGURES: Final = ("fields", "recs", "text", "status", "pairs", "dates", "actions", "align", "updates", "revised")
SLACK: Final = 0.005
"""One item of some hundred may fall otherwise where a format tells more or less of where paragraphs end."""

pytestmark = pytest.mark.skipif(
    not (SEEDS and SCORE.exists()), reason="the real plans are not here; they are kept beside the checkout, not in it"
)


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copies")
    words = []
    for seed in SEEDS:
        document = read_document(SourceFile.load(seed))
        (folder / f"{seed.stem}.txt").write_bytes(seed.read_bytes())
        (folder / f"{seed.stem}.html").write_bytes(copied_as_html(document))
        words.append(folder / f"{seed.stem}.docx")
        words[-1].write_bytes(copied_as_docx(document))
    if office():
        convert(words, "odt", folder)
    return folder


@cache
def scores(path: Path) -> dict[str, float]:
    """Give the project's own figures for one file."""
    spec = importlib.util.spec_from_file_location("score", SCORE)
    assert spec
    assert spec.loader
    program: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(program)
    gold = json.loads((SHARED / "gold" / f"{path.name[:3]}.json").read_text("utf-8"))
    record = json.loads(read_plan(path, names=False).to_json())
    found = program.score(gold, record, lambda _: None)
    return {name: found[name][0] / found[name][1] for name in FIGURES if found[name][1]}


@pytest.mark.parametrize("ending", ["html", "docx", "odt"])
@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name[:3])
def test_a_copy_in_another_format_reads_as_well(copies: Path, seed: Path, ending: str) -> None:
    if ending == "odt" and not office():
        pytest.skip("LibreOffice is not installed; it makes this format of the Word file")
    wanted, reached = scores(copies / f"{seed.stem}.txt"), scores(copies / f"{seed.stem}.{ending}")
    assert {name: (wanted[name], value) for name, value in reached.items() if value < wanted[name] - SLACK} == {}
