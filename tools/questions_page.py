"""The page of named questions: what each asks, what it is told, what its columns hold, and a command."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from answerable.graph import all_questions

if TYPE_CHECKING:
    from answerable.graph.questions import Address, Parameter, Question

__all__ = ["questions_page"]

LAST = 1_000
EXAMPLES = {"name": "CAS3"}
OPENING = """# Questions

Written from the `.rq` files by `make reference`. The numbers are those of the 25 questions that the graph must answer;
the others go beyond them. `--quotes` adds the words of the plans that prove each row. A table leaves out the addresses;
CSV, TSV and JSON have them as further columns."""


def questions_page() -> str:
    """Give the page, in groups."""
    ordered = sorted(all_questions(), key=lambda one: (one.group, one.number or LAST, one.name))
    groups = groupby(ordered, key=lambda one: one.group)
    parts = (part for group, some in groups for part in (f"## {group}", *map(told, some)))
    return "\n\n".join([OPENING, *parts]) + "\n"


def told(question: Question) -> str:
    """Describe one question."""
    number = f"Question {question.number}. " if question.number else ""
    asked = [one for one in question.parameters if one.default is None]
    given = "".join(f" --param {one.name}={EXAMPLES.get(one.name, one.example)}" for one in asked)
    lines = [f"### {question.name}", "", f"**{question.title}**", "", f"{number}{question.explanation}", ""]
    lines += ["```sh", f"answerable query {question.name}{given} --store graph", "```", ""]
    if question.parameters:
        lines += ["| parameter | type | default | meaning |", "|-|-|-|-|"]
        lines += [f"| `{one.name}` | {one.type} | {default(one)} | {one.description} |" for one in question.parameters]
        lines.append("")
    lines += ["| column | holds |", "|-|-|"]
    lines += [f"| `{one.name}` | {one.description} |" for one in question.columns]
    lines += [f"| `{one.name}` | address: {one.description}{quoted_by(one)} |" for one in question.addresses]
    return "\n".join(lines)


def default(parameter: Parameter) -> str:
    """Say what stands in where nothing is given."""
    return "must be given" if parameter.default is None else parameter.default or "empty"


def quoted_by(address: Address) -> str:
    """Say which fields of a thing's evidence are quoted."""
    return f"; quoted: {', '.join(address.fields)}" if address.fields else ""
