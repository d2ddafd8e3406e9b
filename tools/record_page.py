"""The pages of the plan record and of gold, from the classes that say what their fields are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from answerable.extract.accuracy import Gold
from answerable.extract.records import PlanRecord

__all__ = ["gold_page", "record_page"]


def record_page() -> str:
    """Give the page of the plan record: one table of fields for each part."""
    schema = PlanRecord.model_json_schema(by_alias=True, mode="serialization")
    parts = {"PlanRecord": schema, **schema["$defs"]}
    opening = (
        "# The plan record\n\nWhat reading one document gives: one JSON object to a line. Names and meanings are "
        "fixed; fields may be added. Written from the code by `make reference`; the same as JSON Schema: "
        "`answerable read --schema`.\n"
    )
    return "\n".join([opening, *(section(name, part) for name, part in parts.items())])


def gold_page() -> str:
    """Give the page of gold: what it is for, and one table of fields for each part."""
    schema = Gold.model_json_schema(by_alias=True, mode="serialization")
    parts = {"Gold": schema, **schema["$defs"]}
    return "\n".join([_GOLD, *(section(name, part) for name, part in parts.items())])


_GOLD = """# Gold

What a careful reader finds in one document, written by hand and never copied from what a program read. `answerable
evaluate` compares records with a folder of it: `NAME.json` is of the document whose file name begins with NAME. Text
stands as printed, without markup, and in one piece where a page or a row cut it. What is not printed is `null`;
further fields may stand beside these and are left alone. Written from the code by `make reference`.

A named thing counts where it has a proper name or an acronym, and where the gold does not say `optional` or
`only_nested`: those a reader may list or leave out. `examples/gold` holds three to start from.
"""


def section(name: str, part: Mapping[str, Any]) -> str:
    """Describe one part of the record."""
    words = " ".join(part.get("description", "").split())
    lines = [f"## {name}", "", words, ""]
    if "enum" in part:
        lines.append("One of: " + ", ".join(f"`{value}`" for value in part["enum"]) + ".")
    else:
        lines += ["| field | holds | meaning |", "|-|-|-|"]
        lines += [
            f"| `{field}` | {kind(value)} | {value.get('description', '')} |"
            for field, value in part["properties"].items()
        ]
    return "\n".join([*lines, ""])


def kind(value: Mapping[str, Any]) -> str:
    """Say in words what a field holds."""
    match value:
        case {"$ref": reference}:
            name = reference.rpartition("/")[2]
            return f"[{name}](#{name.lower()})"
        case {"anyOf": choices}:
            return " or ".join(map(kind, choices))
        case {"prefixItems": items}:
            return f"{len(items)} of {kind(items[0])}"
        case {"items": item}:
            return f"list of {kind(item)}"
        case {"additionalProperties": {} as item}:
            return f"object of {kind(item)}"
        case {"type": name}:
            return str(name)
    raise ValueError(f"no words for {value}; add a case here")
