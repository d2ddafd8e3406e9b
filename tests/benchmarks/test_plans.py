"""The generator of plans: the same for a seed, in every format, and read as it was written."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from answerable.extract import read_plan
from answerable.extract.records import PlanRecord
from benchmarks.papers import WRITERS
from benchmarks.plans import main, plan


def holders(record: PlanRecord) -> list[str]:
    return [made.owner_text for each in record.recommendations for made in each.assignments]


@pytest.mark.parametrize("form", WRITERS)
def test_a_seed_gives_the_same_bytes(form: str) -> None:
    once, again, another = (plan(4, seed=seed).written(form) for seed in (1, 1, 2))
    assert once == again != another


@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("number", [0, 4])
def test_every_format_says_what_the_text_says(number: int, form: str, tmp_path: Path) -> None:
    for each in ("txt", form):
        (tmp_path / f"plan.{each}").write_bytes(plan(number).written(each))
    text, other = (read_plan(tmp_path / f"plan.{each}", names=False) for each in ("txt", form))
    assert (other.title, other.submitted, other.report_published) == (text.title, text.submitted, text.report_published)
    assert [each.text for each in other.recommendations] == [each.text for each in text.recommendations]
    assert holders(other) == holders(text) != []


def test_formats_take_turns_and_a_folder_can_grow(tmp_path: Path) -> None:
    main(["3", str(tmp_path), "--format", "txt,docx"])
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert sorted(first) == ["00000.txt", "00001.docx", "00002.txt"]
    main(["4", str(tmp_path), "--format", "txt,docx"])
    assert {name: (tmp_path / name).read_bytes() for name in first} == first


def test_a_few_holders_carry_much_and_most_carry_little() -> None:
    cells = [row[4] for number in range(200) for row in plan(number).rows[1:]]
    counts = [count for _, count in Counter(name for cell in cells for name in cell.split("; ")).most_common()]
    assert sum(counts[:5]) > sum(counts) / 3
    assert counts[0] > 10 * counts[-1]


def test_a_format_that_there_is_not_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["1", str(tmp_path), "--format", "odt"])
    assert "no format is called 'odt'; there are: txt, docx, pdf" in capsys.readouterr().err
