"""Which snapshot is current: a small file that is replaced in one step, so that it works where there are no links."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime

from answerable.graph.layout import Layout
from answerable.graph.snapshots.durable import replace_file

__all__ = ["current_name", "make_current", "switched"]


def current_name(layout: Layout) -> str | None:
    """Give the name of the current snapshot; None where there is none yet."""
    try:
        return layout.current.read_text("ascii").strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def make_current(layout: Layout, name: str) -> None:
    """Let a snapshot that stands there answer from now on, and note for people when that was."""
    replace_file(layout.current, f"{name}\n".encode("ascii"))
    noted = {"time": datetime.now(UTC).isoformat(timespec="seconds"), "snapshot": name}
    with layout.history.open("a", encoding="utf-8", newline="\n") as history:
        history.write(json.dumps(noted) + "\n")


def switched(layout: Layout) -> Mapping[str, str]:
    """Give the time at which each snapshot was made current last, the earliest first.

    A line that a crash cut short is left out.
    """
    times: dict[str, str] = {}
    for line in layout.history.read_text("utf-8").splitlines() if layout.history.is_file() else ():
        with suppress(ValueError, KeyError):
            noted = json.loads(line)
            times.pop(noted["snapshot"], None)
            times[noted["snapshot"]] = noted["time"]
    return times
