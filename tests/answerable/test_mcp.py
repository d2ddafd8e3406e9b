"""The graph offered over the Model Context Protocol, to the protocol's own client in a process of its own."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from answerable import library
from tests.places import EXAMPLES

pytest.importorskip("mcp", reason="the extra mcp is not installed")

ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What one session got to hear, so that the server is started once."""
    folder = tmp_path_factory.mktemp("mcp") / "store"
    library.build(EXAMPLES, to=folder)
    return asyncio.run(session(folder))


async def session(folder: Path) -> dict[str, Any]:
    from mcp import Client, StdioServerParameters  # noqa: PLC0415 - only where the extra is installed

    command = ["-m", "answerable", "mcp", "--store", str(folder), "--timeout", "2"]
    heard: dict[str, Any] = {}
    async with Client(StdioServerParameters(command=sys.executable, args=command, env=dict(os.environ))) as client:

        async def call(name: str, /, **arguments: object) -> Any:  # noqa: ANN401 - whatever the tool gives
            result = await client.call_tool(name, arguments)
            text = "\n".join(getattr(part, "text", "") for part in result.content)
            return text if result.is_error else result.structured_content

        heard["tools"] = sorted(tool.name for tool in (await client.list_tools()).tools)
        heard["search"] = await call("search", text="cas3")
        iri = heard["search"]["result"][0]["iri"]
        heard["entity"] = await call("entity", iri=iri)
        heard["evidence"] = await call("evidence", iri=iri)
        heard["questions"] = await call("questions")
        heard["ask"] = await call("ask", name="joint", limit=3)
        heard["sparql"] = await call("sparql", query="SELECT ?plan WHERE { ?plan a ap:ActionPlan } ORDER BY ?plan")
        heard["update"] = await call("sparql", query="DROP ALL")
        heard["endless"] = await call("sparql", query=ENDLESS)
        heard["after"] = await call("sparql", query="ASK { ?plan a ap:ActionPlan }")
        heard["unknown"] = await call("ask", name="overdeu")
        heard["nothing"] = await call("entity", iri="x:nothing")
    return heard


def test_it_offers_what_it_says(heard: dict[str, Any]) -> None:
    assert heard["tools"] == ["ask", "entity", "evidence", "questions", "search", "sparql"]


def test_a_thing_is_found_and_told_with_its_words(heard: dict[str, Any]) -> None:
    first = heard["search"]["result"][0]
    assert first["label"] == "Community Accommodation Service Tier 3"
    assert heard["entity"]["iri"] == first["iri"]
    assert "CAS3" in json.dumps(heard["evidence"])


def test_a_question_gives_rows_with_their_words(heard: dict[str, Any]) -> None:
    asked = heard["ask"]
    assert (len(asked["rows"]), asked["rows_in_all"], len(asked["evidence"])) == (3, 11, 3)
    assert all(words for words in asked["evidence"])
    assert "overdue" in {one["name"] for one in heard["questions"]["result"]}


def test_sparql_only_reads(heard: dict[str, Any]) -> None:
    assert len(heard["sparql"]["rows"]) == 3
    assert "a query starts with SELECT" in heard["update"]


def test_a_query_without_end_is_ended_and_the_next_one_answered(heard: dict[str, Any]) -> None:
    assert "2 s" in heard["endless"]
    assert heard["after"]["rows"] == [["true"]]


def test_a_mistake_has_its_line(heard: dict[str, Any]) -> None:
    assert "Did you mean overdue?" in heard["unknown"]
    assert "search for its name first" in heard["nothing"]
