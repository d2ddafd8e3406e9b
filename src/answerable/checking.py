"""The checks of a build as one call, and its report in words and as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from os import PathLike

    from answerable.graph.checking import Finding

    Watched = Callable[[Sequence[str], str], Iterable[str]]

__all__ = ["CheckReport", "check", "check_build", "report_as_json", "report_as_text"]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was checked, and what was found."""

    checks: tuple[str, ...]
    graphs: int
    """Named graphs that were gone through."""
    quads: int
    findings: tuple[Finding, ...]


def check(
    store: str | PathLike[str] | None = None, *, endpoint: str | None = None, documents: Sequence[str] | None = None
) -> tuple[Finding, ...]:
    """Check that a build keeps what it promises: clean RDF, shapes, evidence, ledger and totals.

    Args:
        store: the folder that `build` wrote.
        endpoint: a SPARQL 1.1 server that `publish` filled, in place of a store; its graphs are fetched, and compared
            with what publishing noted of them too. Credentials come from the environment (docs/how-to/publish.md).
        documents: files, folders or globs of the documents; every quote is compared with them too.

    Raises:
        NotAStoreError: the folder is missing, is no build, or was altered since.
        EndpointError: the server cannot be reached, refuses, holds no build, or gives part of a graph only.
        SettingsError: neither of the two is named, or both are.
    """
    from answerable.graph.addressed.bringing import brought
    from answerable.graph.errors import SettingsError

    if store is None and endpoint is not None:
        return check_build(endpoint, documents=documents).findings
    if store is None or endpoint is not None:
        raise SettingsError("name what to check: either a store or an endpoint")
    return check_build(brought(store), documents=documents).findings


def check_build(
    where: Path | str,
    *,
    documents: Sequence[str] | None = None,
    watched: Watched = lambda graphs, _: graphs,
) -> CheckReport:
    """Check as `check` does the store in a folder, or the build at the address of a server, and say what was checked.

    `watched` goes through the named graphs for whoever looks on, and is told what is done with them.
    """
    from answerable.graph.checking import CHECKS, check_graphs, check_quotes

    build = _here(where) if isinstance(where, Path) else _elsewhere(where, watched)
    found = [*build.findings, *check_graphs(build.groups, watched=lambda graphs: watched(graphs, "Checking"))]
    checks = [*build.checks, *CHECKS]
    if documents:
        checks.append("quotes")
        found += check_quotes(build.groups, dict(_texts(documents)))
    return CheckReport(tuple(checks), len(build.groups), sum(map(len, build.groups.values())), tuple(found))


@dataclass(frozen=True, slots=True)
class _Build:
    """The lines of each named graph of a build, and what is wrong with how they lie."""

    groups: Mapping[str, Sequence[str]]
    findings: Sequence[Finding]
    checks: Sequence[str] = ()
    """What was looked for besides."""


def _here(folder: Path) -> _Build:
    from answerable.graph.checking import by_graph, check_order
    from answerable.library import open_store

    quads = open_store(folder).quads()
    return _Build(by_graph(quads), [*check_order(quads)])


def _elsewhere(url: str, watched: Watched) -> _Build:
    from answerable.graph.checking import PUBLISHED, check_published
    from answerable.graph.publishing import fetch
    from answerable.graph.remote.connection import Connection
    from answerable.graph.remote.endpoint import Endpoint

    with Connection() as connection:
        there = fetch(Endpoint(url, connection), watched=lambda graphs: watched(graphs, "Fetching"))
    noted = bool(there.noted.digests)
    return _Build(there.groups, [*check_published(there)] if noted else [], [PUBLISHED] if noted else [])


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
