"""Answers as text, one format per file."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from answerable.graph.answers.results_json import to_json
from answerable.graph.answers.separated import to_csv, to_tsv
from answerable.graph.answers.table import to_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from answerable.graph.values import Answer

__all__ = ["FORMATS", "to_csv", "to_json", "to_table", "to_tsv"]

FORMATS: Final[Mapping[str, Callable[[Answer], str]]] = MappingProxyType(
    {"table": to_table, "csv": to_csv, "json": to_json, "tsv": to_tsv}
)
"""Every format by its name; each gives the whole text, which ends in a newline."""
