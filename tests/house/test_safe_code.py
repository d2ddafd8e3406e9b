"""What may not stand in our code at all, because it would give a document, a query or a server power over us."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from tests.places import ROOT

FOLDERS: Final = ("src", "ontology", "extract", "graph", "exports")
RUNS_TEXT: Final = {"eval", "exec", "compile", "__import__"}
BRINGS_OBJECTS: Final = {"pickle", "cPickle", "marshal", "shelve", "dill", "joblib", "cloudpickle"}
RUNS_A_SHELL: Final = {
    ("os", "system"),
    ("os", "popen"),
    ("subprocess", "getoutput"),
    ("subprocess", "getstatusoutput"),
}
REACHES_OUT: Final = {"httpx", "requests", "urllib.request", "http.client", "socket", "ftplib", "smtplib", "aiohttp"}
MAY_REACH_OUT: Final = {
    "graph/remote/connection.py",  # asks and fills the server that --endpoint names
    "graph/remote/credentials.py",  # says who we are to it
    "graph/endpoint/front/server.py",  # listens, where `serve` was asked for
}
QUERY: Final = re.compile(r"\b(?:SELECT|CONSTRUCT|DESCRIBE|ASK|INSERT|DELETE|DROP|WHERE|VALUES)\b[^.]*[{<?]")
EXPLAINED: Final = {
    "graph/endpoint/clause.py",  # what is no graph of the snapshot is refused above; the text is the refusal
    "exports/view/reading.py",  # our own questions, with a place for the address that a reader will choose
}
CHECKS_ADDRESSES: Final = re.compile(r"\b(?:checked_iri|listed|escape)\(")


def sources() -> list[Path]:
    return [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def everywhere() -> list[tuple[str, ast.AST]]:
    """Give every call and import with its file."""
    kinds = (ast.Call, ast.Import, ast.ImportFrom)
    found = ((path, node) for path in sources() for node in ast.walk(tree_of(path)) if isinstance(node, kinds))
    return [(path.relative_to(ROOT).as_posix(), node) for path, node in found]


def called(node: ast.AST) -> str | None:
    """The name by which something is called, with dots."""
    names, at = [], node.func if isinstance(node, ast.Call) else None
    while isinstance(at, ast.Attribute):
        names.append(at.attr)
        at = at.value
    return ".".join([at.id, *reversed(names)]) if isinstance(at, ast.Name) else None


def imported(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    return {node.module or ""} if isinstance(node, ast.ImportFrom) else set()


def keywords(node: ast.Call) -> dict[str | None, str]:
    return {keyword.arg: ast.unparse(keyword.value) for keyword in node.keywords}


def test_the_code_is_looked_at() -> None:
    assert len(sources()) > 300


def test_no_text_is_run_as_code() -> None:
    assert [(file, called(node)) for file, node in everywhere() if called(node) in RUNS_TEXT] == []


def test_nothing_is_read_that_can_bring_objects_with_it() -> None:
    found = [(file, names) for file, node in everywhere() if (names := imported(node) & BRINGS_OBJECTS)]
    assert found == []


def test_no_shell_is_started() -> None:
    shells = {".".join(pair) for pair in RUNS_A_SHELL}
    assert [(file, called(node)) for file, node in everywhere() if called(node) in shells] == []
    calls = [(file, node) for file, node in everywhere() if isinstance(node, ast.Call)]
    assert [file for file, node in calls if keywords(node).get("shell") not in {None, "False"}] == []
    assert [file for file, node in calls if (called(node) or "").endswith("create_subprocess_shell")] == []


def test_only_what_asks_or_is_a_server_can_reach_the_network() -> None:
    found = {file for file, node in everywhere() if imported(node) & REACHES_OUT}
    assert found - MAY_REACH_OUT == set()


def test_xml_is_parsed_without_entities_and_without_fetching() -> None:
    calls = [(file, node) for file, node in everywhere() if isinstance(node, ast.Call)]
    parsers = [(file, keywords(node)) for file, node in calls if (called(node) or "").endswith("XMLParser")]
    assert parsers
    wanted = {"resolve_entities": "False", "no_network": "True", "load_dtd": "False"}
    assert [(file, told) for file, told in parsers if not wanted.items() <= told.items()] == []
    parsed = [(file, node) for file, node in calls if called(node) in {"etree.fromstring", "etree.parse", "etree.XML"}]
    assert parsed
    assert [file for file, node in parsed if len(node.args) < 2 and "parser" not in keywords(node)] == []
    others = {"xml", "xml.etree.ElementTree", "xml.dom.minidom", "xml.sax", "lxml.html", "html5lib"}
    assert [(file, names) for file, node in everywhere() if (names := imported(node) & others)] == []


def test_every_template_escapes_by_default() -> None:
    calls = [(file, node) for file, node in everywhere() if isinstance(node, ast.Call)]
    made = [(file, keywords(node).get("autoescape")) for file, node in calls if called(node) == "Environment"]
    assert made
    assert [file for file, escapes in made if not (escapes == "True" or "default=True" in (escapes or ""))] == []
    unescaped = re.compile(r"\|\s*safe\b|autoescape\s+false")
    pages = [page for folder in FOLDERS for page in (ROOT / folder).rglob("*.html")]
    assert pages
    assert [page.name for page in pages if unescaped.search(page.read_text("utf-8"))] == []


def test_no_query_is_put_together_from_unchecked_words() -> None:
    """A value is bound as a term; what a query names outright is a term of ours, a constant, or a checked address."""
    found = [*unchecked()]
    assert [(file, part) for file, part in found if file not in EXPLAINED] == []
    assert {file for file, _ in found} == EXPLAINED


def unchecked() -> Iterator[tuple[str, str]]:
    for path in sources():
        for function in (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef)):
            strangers = [part for part in put_together(function) if not is_ours(part)]
            if strangers and not CHECKS_ADDRESSES.search(ast.unparse(function)):
                yield from ((path.relative_to(ROOT).as_posix(), ast.unparse(part)) for part in strangers)


def put_together(function: ast.FunctionDef) -> Iterator[ast.expr]:
    """Give what is put into the texts of queries within a function."""
    for node in ast.walk(function):
        if isinstance(node, ast.JoinedStr):
            said = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
            if QUERY.search(said):
                yield from (part.value for part in node.values if isinstance(part, ast.FormattedValue))


def is_ours(part: ast.expr) -> bool:
    """Whether it is a term of the vocabulary or a constant of the module."""
    named = ast.unparse(part)
    return named.startswith("terms.") or named.strip("_").isupper()


def test_that_rule_would_see_an_unchecked_word() -> None:
    code = 'def f(iri):\n    return f"SELECT ?p WHERE {{ <{iri}> ?p ?o }}"'
    (function,) = ast.parse(code).body
    assert isinstance(function, ast.FunctionDef)
    assert [ast.unparse(part) for part in put_together(function)] == ["iri"]
    assert not CHECKS_ADDRESSES.search(code)
