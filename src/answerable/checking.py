"""The checks of a build as one call, and its report in words and as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from os import PathLike

    from answerable.graph.checking import Finding

__all__ = ["CheckReport", "check", "check_build", "report_as_json", "report_as_text"]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was checked, and what was found."""

    checks: tuple[str, ...]
    graphs: int
    """Named graphs that were gone through."""
    quads: int
    findings: tuple[Finding, ...]


def check(store: str | PathLike[str], *, documents: Sequence[str] | None = None) -> tuple[Finding, ...]:
    """Check that a build keeps what it promises: clean RDF, shapes, evidence, ledger and totals.

    Args:
        store: the folder that `build` wrote.
        documents: files, folders or globs of the documents; every quote is compared with them too.

    Raises:
        NotAStoreError: the folder is missing, is no build, or was altered since.
    """
    return check_build(store, documents=documents).findings


def check_build(
    store: str | PathLike[str],
    *,
    documents: Sequence[str] | None = None,
    watched: Callable[[Sequence[str]], Iterable[str]] = iter,
) -> CheckReport:
    """Check as `check` does, and say what was checked; `watched` goes through the named graphs for whoever looks on."""
    from answerable.graph.checking import CHECKS, check_graph, check_quotes
    from answerable.graph.layout import GRAPH_FILE
    from answerable.library import open_store

    opened = open_store(store)
    quads = (opened.directory / GRAPH_FILE).read_bytes()
    found = [*check_graph(quads, watched=watched)]
    if documents:
        found += check_quotes(quads, dict(_texts(documents)))
    return CheckReport((*CHECKS, *(["quotes"] if documents else [])), len(opened.graphs), len(opened), tuple(found))


def _texts(paths: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    from answerable.extract import discover
    from answerable.extract.errors import UnreadableDocumentError
    from answerable.extract.source import SourceFile

    for source in map(SourceFile.load, discover(paths)):
        try:
            yield source.sha256, source.decode()
        except UnreadableDocumentError:  # a PDF or a word processor's file: its quotes have pages and cells, no offsets
            yield source.sha256, None


def report_as_text(report: CheckReport) -> str:
    """Give each finding as a line, and a last line that sums up."""
    count = len(report.findings)
    verdict = "nothing wrong" if not count else f"{count} finding{'s' if count > 1 else ''}"
    summary = f"{', '.join(report.checks)} of {report.graphs} graphs, {report.quads} quads: {verdict}"
    return "\n".join([*map(str, report.findings), summary])


def report_as_json(report: CheckReport) -> str:
    """Give the same as one JSON object."""
    plain: Mapping[str, object] = {
        "checks": report.checks,
        "graphs": report.graphs,
        "quads": report.quads,
        "findings": [finding.as_plain() for finding in report.findings],
    }
    return json.dumps(plain, indent=1, ensure_ascii=False)
