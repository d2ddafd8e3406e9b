"""The fenced blocks of a page for people, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = ["RUN", "STATIC", "Block", "blocks_in", "commands_in"]

RUN: Final = frozenset({"sh", "python", "sparql"})
"""Languages that are run."""
STATIC: Final = frozenset({"text", "json", "toml", "csv", "tsv", "turtle", "mermaid"})
"""Languages that are not: outputs, files, and what only a reader's own machine can run, as `text`."""
_FENCE: Final = re.compile(
    r"^(?P<indent> *)```(?P<language>\S*)[^\n]*\n(?P<text>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL
)
_PRINTED: Final = "<!-- printed -->\n"
"""Stands before a block that shows what the block before it prints."""
_HERE: Final = re.compile(r"<<'(\w+)'")


@dataclass(frozen=True, slots=True)
class Block:
    """A block, its language, and the line of the page where it begins."""

    page: Path
    line: int
    language: str
    text: str
    printed: bool = False
    """Whether it shows what the block before it prints; a line of three dots stands for any lines."""

    def __str__(self) -> str:
        """Say where it stands."""
        return f"{self.page.name}:{self.line}"


def blocks_in(page: Path) -> Iterator[Block]:
    """Give the fenced blocks of a page."""
    text = page.read_text("utf-8")
    for found in _FENCE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Block(page, line, found["language"], found["text"], text[: found.start()].endswith(_PRINTED))


def commands_in(script: str) -> Iterator[str]:
    """Give the commands of a shell script one by one: a line, with those that it goes on in."""
    held = ""
    for line in script.splitlines():
        held = f"{held}\n{line}" if held else line
        if _goes_on(held):
            continue
        if held.strip() and not held.lstrip().startswith("#"):
            yield held
        held = ""


def _goes_on(command: str) -> bool:
    """Whether a backslash ends it, a quote is open, or a text that begins in it has not ended."""
    here = _HERE.search(command)
    if here:
        return not command.endswith(f"\n{here[1]}")
    return command.rstrip().endswith("\\") or command.count("'") % 2 == 1 or command.count('"') % 2 == 1
