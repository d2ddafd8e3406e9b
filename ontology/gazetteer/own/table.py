"""Own names as a table: one line for each thing, with the columns label, kind, acronym, other names and parent."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from answerable.ontology.gazetteer.kinds import BODIES, KINDS
from answerable.ontology.gazetteer.statements import NAMESPACE, ORG, RDF_TYPE, SKOS, Facts, GazetteerError
from answerable.ontology.iris import DEFAULT_BASE, mint

__all__ = ["COLUMNS", "read_table"]

COLUMNS: Final = ("label", "kind", "acronym", "other names", "parent")
_NEEDED: Final = frozenset({"label", "kind"})
_SEPARATORS: Final = ",;\t"

Known = Callable[[str, str | None], str | None]
"""Gives the address of a known thing by a name and, where that matters, its kind."""


class _Line(NamedTuple):
    number: int
    cells: Mapping[str, str]


def read_table(path: Path, known: Known) -> dict[str, Facts]:
    """Read what a table states; a thing that is known already, by name and kind, takes the further names.

    Raises GazetteerError, with the line, where a table cannot be understood.
    """
    lines = list(_lines(path))
    addresses = {line.number: _address(path, line, known) for line in lines}
    inside = {line.cells["label"].casefold(): addresses[line.number] for line in lines}
    inside |= {line.cells["acronym"].casefold(): addresses[line.number] for line in lines if line.cells["acronym"]}
    return {addresses[line.number]: _facts(path, line, known, inside) for line in lines}


def _lines(path: Path) -> Iterator[_Line]:
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path.name}: not UTF-8 text; save the table as CSV in UTF-8") from error
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text), delimiter=max(_SEPARATORS, key=first.count))
    columns = [name.strip().lower() for name in next(reader, [])]
    _check_columns(path, columns)
    for cells in reader:
        if any(cell.strip() for cell in cells):
            if len(cells) > len(columns):
                raise GazetteerError(
                    f"{path.name} line {reader.line_num}: more cells than columns; quote what holds a comma"
                )
            told = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
            yield _Line(reader.line_num, {column: told.get(column, "") for column in COLUMNS})


def _check_columns(path: Path, columns: list[str]) -> None:
    wrong = sorted(set(columns) - set(COLUMNS))
    if missing := sorted(_NEEDED - set(columns)):
        raise GazetteerError(f"{path.name} line 1: no column {' and no column '.join(missing)}; name the columns there")
    if wrong:
        raise GazetteerError(f"{path.name} line 1: no such column: {', '.join(wrong)}; there are {', '.join(COLUMNS)}")


def _address(path: Path, line: _Line, known: Known) -> str:
    label, kind = line.cells["label"], line.cells["kind"].lower()
    if not label:
        raise GazetteerError(f"{path.name} line {line.number}: no label; write the full name there")
    if kind not in KINDS:
        told = f"{kind!r} is no kind" if kind else "no kind"
        raise GazetteerError(f"{path.name} line {line.number}: {told}; choose one of {', '.join(sorted(KINDS))}")
    if line.cells["parent"] and kind not in BODIES:
        raise GazetteerError(f"{path.name} line {line.number}: a {kind} has no parent; leave it empty")
    return known(label, kind) or mint(DEFAULT_BASE, kind, label)


def _facts(path: Path, line: _Line, known: Known, inside: Mapping[str, str]) -> Facts:
    facts: defaultdict[str, list[str]] = defaultdict(list)
    label, kind, acronym, others, parent = (line.cells[column] for column in COLUMNS)
    facts[SKOS + "prefLabel"] = [label]
    facts[NAMESPACE + "kind"] = [kind.lower()]
    facts[SKOS + "notation"] = [acronym] if acronym else []
    facts[SKOS + "altLabel"] = [name.strip() for name in others.replace("|", ";").split(";") if name.strip()]
    facts[NAMESPACE + "capitals"] = ["true"]  # an own name is a proper name
    if kind.lower() in BODIES:
        facts[RDF_TYPE] = [ORG + "Organization"]
    if parent:
        above = inside.get(parent.casefold()) or known(parent, None)
        if above is None:
            raise GazetteerError(
                f"{path.name} line {line.number}: parent {parent!r} is not known; give it a line of its own"
            )
        facts[ORG + "subOrganizationOf"] = [above]
    return facts
