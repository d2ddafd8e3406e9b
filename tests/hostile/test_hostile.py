"""Broken and hostile files end in one clear line within seconds; the files beside them are read."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

import pytest

from answerable.extract.errors import AnswerableError
from answerable.extract.records import PlanRecord
from answerable.extract.source import SourceFile
from answerable.extract.workers import read_guarded
from tests.hostile.files import write_hostile
from tests.twins.as_docx import as_docx
from tests.twins.as_html import as_html
from tests.twins.as_text import as_text
from tests.twins.plan import Block, Deed, Duty, Plan, Reply, Said
from tests.twins.plans import NAMED

SLOWEST: Final = 20.0
"""Seconds for one file, on a machine that does other things too; most take none."""
LONGEST: Final = 300
WORD: Final = SourceFile("good.docx", as_docx(NAMED))


def test_each_file_ends_in_one_line_and_the_ones_beside_it_are_read(tmp_path: Path) -> None:
    hostile = list(write_hostile(tmp_path))
    files: list[Path | SourceFile] = [each for path, _ in hostile for each in (path, WORD)]
    told, times, started = [], [], time.perf_counter()
    for result in read_guarded(files, seconds=60.0, names=False):
        told.append(str(result) if isinstance(result, AnswerableError) else len(result.recommendations))
        times.append(time.perf_counter() - started)
        started = time.perf_counter()
    assert told[1::2] == [3] * len(hostile)
    assert [
        (line, found) for (_, line), found in zip(hostile, told[::2], strict=True) if not str(found).startswith(line)
    ] == []
    assert [found for found in told[::2] if "\n" in str(found) or len(str(found)) > LONGEST] == []
    assert max(times) < SLOWEST


STRANGE: Final = '<script>alert(1)</script> {{7*7}} =HYPERLINK("http://example.org","x") ${jndi:x} %s'
CODED: Final = Plan(
    name="coded",
    before=("A Response to the HMI Probation Inspection: Pellow Vale CRC",),
    columns=NAMED.columns,
    items=(
        Reply(
            "1",
            f"Improve plans {STRANGE} now.",
            status="Agreed",
            blocks=(
                Block(
                    (Deed(f"Plans will be read. {STRANGE}"),),
                    (Duty("=cmd|' /C calc'!A0 Head", "May 2021", Said("by", None, "2021-05"), (0,)),),
                ),
            ),
        ),
    ),
    title="the HMI Probation Inspection: Pellow Vale CRC",
    inspected="Pellow Vale CRC",
    inspectorates=("HM Inspectorate of Probation",),
)


@pytest.mark.parametrize(("ending", "write"), [("docx", as_docx), ("html", as_html), ("txt", as_text)])
def test_content_like_code_is_carried_as_text(ending: str, write: object) -> None:
    assert callable(write)
    (result,) = read_guarded([SourceFile(f"coded.{ending}", write(CODED))], names=False)
    assert isinstance(result, PlanRecord)
    (reply,) = result.recommendations
    assert reply.text == f"Improve plans {STRANGE} now."
    assert reply.actions[0].text == f"Plans will be read. {STRANGE}"
    assert reply.assignments[0].owner_text == "=cmd|' /C calc'!A0 Head"
