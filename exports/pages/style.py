"""The one style sheet of all served pages, under a name that changes with it, so that browsers may keep it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from answerable.exports.look import base_style

__all__ = ["Sheet", "style_sheet"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A style sheet: its address on the server, and its bytes."""

    path: str
    content: bytes


@cache
def style_sheet() -> Sheet:
    """Give the look that all pages share, followed by what the served pages add."""
    folder = files("answerable.exports.pages") / "front"
    own = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".css"))
    css = "\n".join([base_style(), *((folder / name).read_text(encoding="utf-8") for name in own)]).encode()
    return Sheet(f"/static/pages-{sha256(css).hexdigest()[:12]}.css", css)
