"""What the words of a command line mean: files, standard input, values of parameters."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

import typer

from answerable.console import STANDARD

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from answerable.extract.source import Given

__all__ = [
    "day_meant",
    "files_meant",
    "folder_meant",
    "given",
    "in_bytes",
    "store_or_endpoint",
    "text_meant",
    "values_meant",
]

_Value = TypeVar("_Value")


def given(value: _Value | None, name: str, what: str) -> _Value:
    """Give a value that only some uses of a command need; wrong usage where it is missing."""
    if not value:
        raise typer.BadParameter(f"none given; {what}", param_hint=name)
    return value


def day_meant(text: str | None) -> date | None:
    """Give the day that is written as 2024-03-31; wrong usage where it is not."""
    from datetime import date

    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no day; write it as 2024-03-31", param_hint="--as-at") from error


def files_meant(paths: Sequence[str] | None) -> list[Given]:
    """Give the files that paths, folders and globs mean, and what stands on standard input where `-` is given."""
    from answerable.extract import discover
    from answerable.extract.source import SourceFile

    named = given(paths, "PATH", "name files, folders or globs, or - for standard input")
    piped = [SourceFile("stdin", sys.stdin.buffer.read())] if STANDARD in named else []
    return [*discover(path for path in named if path != STANDARD), *piped]


def in_bytes(megabytes: int | None) -> int | None:
    """Give megabytes as bytes."""
    return None if megabytes is None else megabytes * 1_000_000


def folder_meant(store: str) -> Path:
    """Give the folder of a store that is to be changed in place; wrong usage for an address."""
    from pathlib import Path

    from answerable.extract.addresses import is_address

    if is_address(store):
        raise typer.BadParameter(f"{store} is an address; this changes a store in a folder only", param_hint="--store")
    return Path(store)


def store_or_endpoint(store: str | None, endpoint: str | None, snapshot: str | None = None) -> Path | str:
    """Give the folder of a store or the address of a server, whichever was said; wrong usage for both or none.

    A store at an address is brought to a folder, with the snapshot that is asked for.
    """
    from answerable.graph.addressed.bringing import brought

    if store and endpoint:
        raise typer.BadParameter("give either --store or --endpoint, not both", param_hint="--endpoint")
    if endpoint:
        return endpoint
    return brought(
        given(store, "--store", "name the folder that `answerable build` wrote, or a server by --endpoint"), snapshot
    )


def text_meant(text: str) -> str:
    """Give the text, or what stands on standard input for `-`."""
    return sys.stdin.read() if text == STANDARD else text


def values_meant(parameters: Iterable[str] | None) -> dict[str, str]:
    """Take NAME=VALUE apart."""
    pairs = [parameter.partition("=") for parameter in parameters or ()]
    for name, equals, _ in pairs:
        if not (name and equals):
            raise typer.BadParameter(f"{name!r} is not of the form NAME=VALUE", param_hint="--param")
    return {name: value for name, _, value in pairs}
