from __future__ import annotations

import csv
import io
import shutil
import subprocess
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import openpyxl
import pandas as pd
import pytest

from answerable.exports.register import REGISTER_COLUMNS, Column, Table, to_csv, to_workbook
from answerable.exports.register.lines import register_lines
from answerable.exports.scope import Scope, read_scope

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from answerable.graph import Store

COUNT = "SELECT (COUNT(DISTINCT ?a) AS ?n) WHERE { ?a a ap:Assignment }"


@pytest.fixture(scope="module")
def book(written: Callable[..., bytes]) -> Any:  # noqa: ANN401 - openpyxl has no types
    return openpyxl.load_workbook(io.BytesIO(written("register-xlsx")))


@pytest.fixture(scope="module")
def rows(book: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - as above
    headings, *rows = book["Action register"].iter_rows(values_only=True)
    return [dict(zip(headings, row, strict=True)) for row in rows]


def test_every_assignment_has_a_row(rows: list[dict[str, Any]], plans: Store) -> None:
    (count,) = plans.select(COUNT).rows[0]
    assert len({row["Address"] for row in rows if "/assignment/" in row["Address"]}) == int(str(count))


def test_a_recommendation_that_nobody_owns_has_a_row_too(rows: list[dict[str, Any]], plans: Store) -> None:
    (count,) = plans.select("SELECT (COUNT(DISTINCT ?r) AS ?n) WHERE { ?r a ap:Recommendation }").rows[0]
    assert len({(row["Plan"], row["Number"]) for row in rows}) == int(str(count))


def test_days_are_days_with_the_print_beside_them(rows: list[dict[str, Any]], book: Any) -> None:  # noqa: ANN401
    dated = [row for row in rows if row["Due"]]
    assert len(dated) > 20
    assert all(isinstance(row["Due"], datetime) and row["Due as printed"] for row in dated)
    autumn = next(row for row in rows if row["Due as printed"] == "Autumn 2023")
    assert (autumn["Due from"], autumn["Due"]) == (datetime(2023, 9, 1), datetime(2023, 11, 30))  # noqa: DTZ001
    place = [column.heading for column in REGISTER_COLUMNS].index("Due") + 1
    days = [cell for (cell,) in book["Action register"].iter_rows(2, min_col=place, max_col=place) if cell.value]
    assert {cell.number_format for cell in days} == {"d mmmm yyyy"}


def test_each_row_quotes_its_words_and_says_where_they_stand(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        if "/assignment/" in row["Address"] and row["Owner as printed"] not in {None, "as above"}:
            assert row["Owner as printed"].split(";")[0].split("\n")[0][:12] in row["Quote"]
            assert row["Document"].endswith(".txt")
            assert row["Table"] >= 1


def test_the_sheet_has_filters_a_heading_that_stays_and_widths(book: Any) -> None:  # noqa: ANN401 - as above
    sheet = book["Action register"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C2", f"A1:Z{sheet.max_row}")
    assert {sheet.column_dimensions[letter].width > 5 for letter in "ABCDEFGHIJ"} == {True}


def test_the_sheet_about_says_scope_snapshot_day_licence_and_method(book: Any, scope: Scope) -> None:  # noqa: ANN401
    told = {name.value: value.value for name, value in book["About"].iter_rows(3, max_col=2)}
    assert told["Snapshot"] == scope.snapshot
    assert told["As at"] == "14 March 2024, the date of the latest plan"
    assert told["Scope"].startswith("3 plans")
    assert "open-government-licence" in told["Licence"]
    assert told["Method"]
    assert {column.heading for column in REGISTER_COLUMNS} <= told.keys()


def test_pandas_reads_the_csv_with_the_same_values(
    written: Callable[..., bytes], rows: list[dict[str, Any]], scope: Scope
) -> None:
    frame = pd.read_csv(io.BytesIO(written("register")), parse_dates=["Due", "Submitted"])
    assert len(frame) == len(rows)
    assert frame["Due"].dropna().tolist() == [pd.Timestamp(row["Due"]) for row in rows if row["Due"]]
    assert set(frame["Snapshot"]) == {scope.snapshot}


def test_owners_are_listed_by_load(written: Callable[..., bytes], plans: Store) -> None:
    loads = [int(row["Assignments"]) for row in csv.DictReader(io.StringIO(written("owners").decode("utf-8-sig")))]
    assert loads == sorted(loads, reverse=True)
    (count,) = plans.select("SELECT (COUNT(DISTINCT ?o) AS ?n) WHERE { ?a ap:owner ?o }").rows[0]
    assert len(loads) == int(str(count))
    sheet = openpyxl.load_workbook(io.BytesIO(written("owners-xlsx")))["Owners"]
    assert [value for (value,) in sheet.iter_rows(2, min_col=4, max_col=4, values_only=True)] == loads


def test_another_day_gives_other_answers_to_what_is_overdue(plans: Store) -> None:
    early, late = (
        [line.overdue for line in register_lines(plans, read_scope(plans, as_at=date(year, 1, 1)))]
        for year in (2022, 2030)
    )
    assert early.count("yes") < late.count("yes")


HOSTILE = (
    "=1+1",
    "+44 20",
    "-2 pages",
    "@SUM(A1)",
    "\t=cmd",
    '=HYPERLINK("http://x.example")',
    "a\x00b\x0bc",
    "x" * 40_000,
)


@pytest.fixture
def hostile(scope: Scope) -> Table:
    columns = (Column("Words", "words", 20), Column("Day", "a day", 12))
    return Table("Hostile", columns, [(text, date(1850, 1, 1)) for text in HOSTILE], scope)


def test_no_spreadsheet_calculates_what_a_plan_prints(hostile: Table) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(to_workbook(hostile))))["Hostile"]
    cells = [cell for (cell, _) in sheet.iter_rows(2)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.hyperlink for cell in cells} == {None}
    assert [cell.value for cell in cells[:4]] == list(HOSTILE[:4])
    assert cells[7].value.endswith("[... 8,000 more letters: see the document]")
    assert sheet["B2"].value == "1850-01-01"
    lines = csv.reader(io.StringIO(b"".join(to_csv(hostile)).decode("utf-8-sig"), newline=""))
    assert [line[0][:1] for line in list(lines)[1:7]] == ["'"] * 6


def test_no_time_of_making_stands_in_a_workbook(written: Callable[..., bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(written("register-xlsx"))) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2024-03-14T00:00:00Z</dcterms:modified>" in parts.read("docProps/core.xml")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_register_and_its_days(written: Callable[..., bytes], tmp_path: Path) -> None:
    (tmp_path / "register.xlsx").write_bytes(written("register-xlsx"))
    settings = f"-env:UserInstallation=file://{tmp_path}/office"
    plain = "csv:Text - txt - csv (StarCalc):44,34,76,1,,2057,false,true,false"
    command = ["soffice", settings, "--headless", "--convert-to", plain, "--outdir", str(tmp_path), "register.xlsx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    with (tmp_path / "register.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    autumn = next(row for row in rows if row["Due as printed"] == "Autumn 2023")
    assert autumn["Due"] in {"30 November 2023", "11/30/2023", "30/11/2023"}, "written as a day by its own rules"
    assert len(rows) > 20
