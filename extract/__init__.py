"""Documents to plan records: `discover` the files that are meant, `read_plan` each.

The public names are loaded when they are first used, so that what only knows the errors of reading does not pay for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from answerable.extract.reading import read_plan, read_source
    from answerable.extract.source import discover

__all__ = ["discover", "read_plan", "read_source"]

_HOMES: Final = {"discover": "source", "read_plan": "reading", "read_source": "reading"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
