"""Briefings and figures of a store as files: read as at a day, then written in the format that the file's name says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from os import PathLike
    from pathlib import Path

    from answerable.graph.askable import Askable

__all__ = ["Handed", "brief", "figure"]


@dataclass(frozen=True, slots=True)
class Handed:
    """What was written: the file, the finding it opens with, over what, and the alternative text of a figure."""

    path: Path
    title: str
    scope: str
    alt: str | None = None


def brief(graph: Askable, kind: str, name: str, to: str | PathLike[str], *, as_at: date | None = None) -> Handed:
    """Write a briefing on a plan, owner, programme or organisation, found by its name as people type it.

    `to` ends in `.html`, `.docx` or `.pdf`. Without `as_at`, the latest day that the documents state is taken.

    Raises:
        HandOverError: the kind or the ending is not known, or what makes the format is not installed.
        NoSuchThingError: the graph names nothing like it.
        SeveralThingsError: the name may mean several things; the message lists them.
    """
    from pathlib import Path

    from answerable.exports.briefs import read_brief, write_brief

    made = read_brief(kind, name, graph, as_at)
    write_brief(made, Path(to))
    return Handed(Path(to), made.title, made.scope)


def figure(graph: Askable, name: str, to: str | PathLike[str], *, as_at: date | None = None) -> Handed:
    """Write a still figure; `to` ends in `.svg` or `.png`. Without `as_at`, as `brief` does.

    Raises:
        HandOverError: the figure or the ending is not known, or matplotlib is not installed.
    """
    from pathlib import Path

    from answerable.exports.figures import read_figure, write_figure

    words = write_figure(read_figure(name, graph, as_at), Path(to))
    return Handed(Path(to), words.title, words.scope, words.alt)
