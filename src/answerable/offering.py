"""A graph offered to other programs by the Model Context Protocol: search, entities, evidence, questions, SPARQL.

Whatever is asked is answered by the workers of `serve`, within the same limits; answers are cut to a size that fits.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from mcp.server import MCPServer

    from answerable.graph.askable import Askable
    from answerable.graph.endpoint import Service
    from answerable.graph.values import Answer

__all__ = ["mcp_server"]

_Given = TypeVar("_Given")

_INSTRUCTIONS: Final = """Published action plans as one graph: who is answerable for what, by when, where it is said.
Start with search to find the address of a thing, then entity or evidence with that address. questions lists what can be
asked by name, ask puts one of them. sparql is for all else; known prefixes (ap:, org:, skos:, dcterms:, ...) need no
PREFIX lines. Give the words of the plans (evidence) for whatever you tell a person."""
_MOST_ROWS: Final = 500
_MOST_QUOTES: Final = 200
_LONGEST: Final = 2_000


def mcp_server(service: Service) -> MCPServer:
    """Give the server, which is run on standard input and output with `run()`.

    Raises SettingsError where the extra `mcp` is not installed.
    """
    from answerable.graph.errors import SettingsError

    try:
        from mcp.server import MCPServer
    except ImportError as error:
        raise SettingsError("this needs the MCP library; install it: pip install 'answerable[mcp]'") from error

    @asynccontextmanager
    async def lifespan(_server: MCPServer) -> AsyncIterator[None]:
        await service.source.start()
        try:
            yield
        finally:
            await service.source.stop()

    server = MCPServer("answerable", instructions=_INSTRUCTIONS, lifespan=lifespan, log_level="WARNING")
    for tool in _tools(service):
        server.add_tool(tool)
    return server


def _tools(service: Service) -> list[Callable[..., Any]]:
    async def search(text: str, limit: int = 10) -> list[dict[str, Any]]:
        """Find plans, posts, bodies, programmes and other things by a name as people type it; gives their addresses."""
        return await _asked(service, lambda graph: _found(graph, text, limit))

    async def entity(iri: str) -> dict[str, Any]:
        """Give what the plans say of one thing, by its address: facts, promises with owners and dates, neighbours."""
        return await _asked(service, lambda graph: _entity(graph, iri))

    async def evidence(iri: str) -> list[dict[str, Any]]:
        """Give the words of the plans behind one thing, by its address, each with its document and place."""
        return await _asked(service, lambda graph: _quotes(graph, iri))

    async def questions() -> list[dict[str, Any]]:
        """List the questions that can be asked by name, with their parameters."""
        return await _asked(service, lambda _graph: _questions())

    async def ask(name: str, parameters: dict[str, str] | None = None, limit: int = 100) -> dict[str, Any]:
        """Put a question by its name; gives rows, and for each the words that prove it."""
        return await _asked(service, lambda graph: _answered(graph, name, parameters or {}, limit))

    async def sparql(query: str, limit: int = 100) -> dict[str, Any]:
        """Put a SPARQL query that only reads; the default graph is all of what the plans say together."""
        return await _asked(service, lambda graph: _plain(graph.query(query), limit))

    return [search, entity, evidence, questions, ask, sparql]


async def _asked(service: Service, work: Callable[[Askable], _Given]) -> _Given:
    """Do the work in a thread, and tell in one line what went wrong."""
    import asyncio

    from mcp.server.mcpserver.exceptions import ToolError

    from answerable.extract.errors import AnswerableError

    try:
        return await asyncio.to_thread(lambda: work(service.graph()))
    except AnswerableError as error:
        raise ToolError(str(error)) from error


def _found(graph: Askable, text: str, limit: int) -> list[dict[str, Any]]:
    from answerable.graph.lookup import Lookup

    matches = Lookup.of(graph).find(_short(text), limit=_within(limit))
    return [{"iri": one.iri, "kind": one.kind, "label": one.label, "about": one.about} for one in matches]


def _entity(graph: Askable, iri: str) -> dict[str, Any]:
    from dataclasses import asdict

    from answerable.exports.entities import read_entity
    from answerable.graph.errors import NoSuchThingError

    found = read_entity(graph, iri, most=_MOST_ROWS)
    if found is None:
        raise NoSuchThingError(f"nothing has the address {iri[:200]!r}; search for its name first")
    told = asdict(found)
    return {name: told[name] for name in ("iri", "kind", "label", "subtitle", "facts", "promises", "neighbours")}


def _quotes(graph: Askable, iri: str) -> list[dict[str, Any]]:
    told = _entity(graph, iri)
    quotes = [quote for part in (*told["facts"], *told["promises"]) for quote in part["quotes"]]
    once = {repr(quote): quote for quote in quotes}
    return list(once.values())[:_MOST_QUOTES]


def _questions() -> list[dict[str, Any]]:
    from answerable.graph.questions import all_questions

    return [
        {
            "name": one.name,
            "title": one.title,
            "parameters": [
                {"name": p.name, "type": p.type, "default": p.default, "description": p.description}
                for p in one.parameters
            ],
        }
        for one in all_questions()
    ]


def _answered(graph: Askable, name: str, parameters: dict[str, str], limit: int) -> dict[str, Any]:
    from answerable.graph.questions import ask, load_question, quoted
    from answerable.graph.values import Rows

    question = load_question(name)
    answer = ask(graph, question, **{key: _short(value) for key, value in parameters.items()})
    if not isinstance(answer, Rows):
        return _plain(answer, limit)
    first = Rows(answer.columns, answer.rows[: _within(limit)])
    words = quoted(graph, question, first).quotes
    told = _plain(first, limit) | {"rows_in_all": len(answer)}
    evidence = [[{"text": q.text, "place": q.place} for q in quotes] for quotes in words]
    return told | {"evidence": evidence}


def _plain(answer: Answer, limit: int) -> dict[str, Any]:
    from answerable.graph.answers.cells import columns_and_rows

    columns, found = columns_and_rows(answer)
    rows = [[None if term is None else str(term) for term in row] for row in found]
    return {"columns": list(columns), "rows": rows[: _within(limit)], "rows_in_all": len(rows)}


def _within(limit: int) -> int:
    return max(1, min(limit, _MOST_ROWS))


def _short(text: str) -> str:
    from answerable.graph.errors import QuestionError

    if len(text) > _LONGEST:
        raise QuestionError(f"a text may have {_LONGEST} characters; give a shorter one")
    return text
