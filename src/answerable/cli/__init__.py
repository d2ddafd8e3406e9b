"""The command line: options in, one call of the library, an outcome out; one file to a command.

Importing this package imports Typer and nothing else of weight: `--help` must come at once. For the same reason no
command has `from __future__ import annotations`: Typer would have to compile the types of all options again.
"""

from __future__ import annotations

from answerable.cli.app import app

# Importing a command adds it to the program: `--help` lists them in this order.
from answerable.cli import read, build, query, view, brief, figure, serve, review, check, export, publish  # noqa: F401  # isort: skip
from answerable.cli import mcp, snapshots, diff, evaluate  # noqa: F401  # isort: skip

__all__ = ["app"]
