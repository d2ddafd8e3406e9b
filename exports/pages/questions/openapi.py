"""OpenAPI 3.1 of the named questions, made from what each declares of itself."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

from answerable.exports.pages.questions.asked import LONGEST
from answerable.graph.questions import all_questions

if TYPE_CHECKING:
    from answerable.graph.questions import Parameter, Question

__all__ = ["openapi"]

Json = dict[str, Any]

_TYPES: Final[Mapping[str, Json]] = {
    "string": {"type": "string", "maxLength": LONGEST, "pattern": "^[^\\u0000-\\u001f\\u007f\\ufffd]*$"},
    "integer": {"type": "integer"},
    "decimal": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date", "examples": ["2024-03-31"]},
    "month": {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$", "examples": ["2024-03"]},
    "iri": {"type": "string", "format": "iri", "maxLength": LONGEST},
}
_FORMAT: Final[Json] = {
    "name": "format",
    "in": "query",
    "description": "The format of the answer, before what the Accept header says.",
    "schema": {"type": "string", "enum": ["json", "csv", "html"]},
}
_PROBLEM: Final[Json] = {
    "description": "What is wrong with the request, in one line.",
    "content": {
        "application/json": {"schema": {"$ref": "#/components/schemas/Problem"}},
        "text/html": {},
        "text/plain": {},
    },
}
_BUSY: Final[Json] = {
    "description": "The server is too busy, or the answer takes too long; try again later.",
    "content": {"text/plain": {"schema": {"type": "string"}}},
}
_QUOTE: Final[Json] = {
    "type": "object",
    "required": ["text", "document", "page", "table", "row"],
    "properties": {
        "text": {"type": "string"},
        "document": {"type": "string"},
        **{name: {"type": ["integer", "null"]} for name in ("page", "table", "row")},
    },
}


def openapi(prefix: str = "") -> Json:
    """Describe every path under `/questions`; `prefix` is the path that the server itself stands under."""
    paths: Json = {"/questions": {"get": _listing()}}
    for question in all_questions():
        paths[f"/questions/{question.name}"] = {"get": _asking(question)}
        if any(one.fields for one in question.addresses):
            paths[f"/questions/{question.name}/evidence"] = {"get": _proving(question)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Answerable",
            "version": version("answerable"),
            "summary": "Who is answerable for what, by when, and where does it say so?",
            "description": "Named questions about published action plans. Every row leads to the words that prove it.",
        },
        "servers": [{"url": prefix or "/"}],
        "paths": paths,
        "components": {"schemas": {"Problem": _object(error={"type": "string"}), "Quote": _QUOTE}},
    }


def _listing() -> Json:
    one = _object(name={"type": "string"}, title={"type": "string"}, path={"type": "string"})
    told = _object(snapshot={"type": "string"}, questions={"type": "array", "items": one})
    return {
        "operationId": "questions",
        "summary": "All questions",
        "parameters": [{**_FORMAT, "schema": {"type": "string", "enum": ["json", "html"]}}],
        "responses": _responses(told, csv=False),
    }


def _asking(question: Question) -> Json:
    columns = {one.name: {"description": one.description} for one in question.columns}
    addresses = {one.name: {"description": one.description} for one in question.addresses}
    values = {"type": "object", "properties": columns | addresses}
    row = _object(values=values, evidence={"type": ["string", "null"]})
    told = _object(
        question={"const": question.name},
        title={"type": "string"},
        parameters={"type": "object", "additionalProperties": {"type": "string"}},
        snapshot={"type": "string"},
        columns={"type": "array", "items": {"type": "string"}},
        rows={"type": "array", "items": row},
    )
    return {
        "operationId": question.name,
        "summary": question.title,
        "description": question.explanation,
        "tags": [question.group or "Further"],
        "parameters": [*map(_parameter, question.parameters), _FORMAT],
        "responses": _responses(told),
    }


def _proving(question: Question) -> Json:
    told = _object(
        question={"const": question.name},
        about={"type": "object", "additionalProperties": {"type": "string"}},
        snapshot={"type": "string"},
        quotes={"type": "array", "items": {"$ref": "#/components/schemas/Quote"}},
    )
    about = [
        {"name": one.name, "in": "query", "description": one.description, "schema": _TYPES["iri"]}
        for one in question.addresses
        if one.fields
    ]
    return {
        "operationId": f"{question.name}-evidence",
        "summary": f"The words behind one row of: {question.title}",
        "tags": [question.group or "Further"],
        "parameters": [*about, {**_FORMAT, "schema": {"type": "string", "enum": ["json", "html"]}}],
        "responses": _responses(told, csv=False),
    }


def _parameter(parameter: Parameter) -> Json:
    """Declare one parameter; a day that is left out is the latest that the plans state."""
    schema = {**_TYPES[parameter.type], **({} if parameter.default is None else {"default": parameter.default})}
    by_default = parameter.type == "date" and parameter.default is None
    note = " Where it is left out, the latest day that the plans state of themselves." if by_default else ""
    return {
        "name": parameter.name,
        "in": "query",
        "required": parameter.default is None and not by_default,
        "description": f"{parameter.description}.{note}",
        "schema": schema,
    }


def _responses(body: Json, *, csv: bool = True) -> Json:
    forms: Json = {"application/json": {"schema": body}, "text/html": {}}
    if csv:
        forms["text/csv"] = {"schema": {"type": "string"}}
    return {
        "200": {"description": "The answer", "content": forms},
        "304": {"description": "As the client has it already"},
        "400": _PROBLEM,
        "406": _PROBLEM,
        "503": _BUSY,
    }


def _object(**properties: Json) -> Json:
    return {"type": "object", "required": list(properties), "properties": properties}
