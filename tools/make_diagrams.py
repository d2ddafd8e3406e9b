"""Draw the diagrams of the documentation as SVG: boxes on a grid, ties between them, the same bytes every time.

`--check` draws nothing and fails where a file is not what would be drawn. A test holds that each term of ours that a
diagram names is one of the ontology's.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

__all__ = ["DIAGRAMS", "Box", "Diagram", "Tie", "drawn", "main"]

IMAGES: Final = Path(__file__).resolve().parent.parent / "docs" / "images"
ACROSS: Final = 290
DOWN: Final = 120
WIDE: Final = 170
HIGH: Final = 56
EDGE: Final = 16
STYLE: Final = """
  .box { fill: #f5f6f8; stroke: #505760; stroke-width: 1.5 }
  .box.round { fill: #e5f0f7; stroke: #0072b2 }
  .box.words { fill: #fbeee5; stroke: #d55e00 }
  .tie { stroke: #505760; stroke-width: 1.5; fill: none; marker-end: url(#end) }
  .tie.inferred { stroke-dasharray: 5 4 }
  .end { fill: #505760 }
  .under { fill: #ffffff }
  text { font: 14px "Liberation Sans", Arial, sans-serif; fill: #1a1d21; text-anchor: middle }
  .name { font-weight: bold }
  .small { font-size: 12px; fill: #505760 }
"""


@dataclass(frozen=True, slots=True)
class Box:
    """A thing at a place of the grid, counted from 0; its second line is small."""

    key: str
    name: str
    note: str
    column: float
    row: float
    look: str = ""

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle in pixels."""
        return EDGE + WIDE / 2 + self.column * ACROSS, EDGE + HIGH / 2 + self.row * DOWN


@dataclass(frozen=True, slots=True)
class Tie:
    """An arrow between two boxes with its label."""

    start: str
    end: str
    label: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Diagram:
    """What one file shows; `told` is its alternative text."""

    title: str
    told: str
    boxes: tuple[Box, ...]
    ties: tuple[Tie, ...]


DIAGRAMS: Final = {
    "model-plan.svg": Diagram(
        "A plan in the graph",
        "A plan responds to a report and inspected a body. Recommendations are part of it; actions answer them. "
        "An assignment is of a recommendation, names actions, has owners and an update, and each of these leads to "
        "evidence, which is part of a document.",
        (
            Box("report", "ap:InspectionReport", "what is answered", 0, 0),
            Box("plan", "ap:ActionPlan", "prov:Plan, p-plan:Plan", 1, 0),
            Box("body", "ap:InspectionSubject", "a body or a theme", 2, 0, "round"),
            Box("action", "ap:Action", "p-plan:Step", 0, 1),
            Box("rec", "ap:Recommendation", "or ap:Concern", 1, 1),
            Box("status", "skos:Concept", "agreed, partly, not", 2, 1),
            Box("update", "ap:Update", "progress, revised date", 0, 2),
            Box("assignment", "ap:Assignment", "an owner with a date", 1, 2),
            Box("owner", "foaf:Agent", "post, group, team, person", 2, 2, "round"),
            Box("document", "ap:SourceDocument", "the file", 0, 3, "words"),
            Box("evidence", "ap:Evidence", "quote, place, rule", 1, 3, "words"),
            Box("thing", "ap:Programme ...", "system, policy, training", 2, 3),
        ),
        (
            Tie("plan", "report", "ap:respondsTo"),
            Tie("plan", "body", "ap:inspected"),
            Tie("rec", "plan", "dcterms:isPartOf"),
            Tie("action", "rec", "ap:answers"),
            Tie("rec", "status", "ap:responseStatus"),
            Tie("assignment", "rec", "ap:of"),
            Tie("assignment", "action", "ap:action"),
            Tie("assignment", "update", "ap:update"),
            Tie("assignment", "owner", "ap:owner"),
            Tie("assignment", "evidence", "ap:evidence"),
            Tie("evidence", "document", "dcterms:source"),
            Tie("assignment", "thing", "dcterms:references"),
        ),
    ),
    "model-inferred.svg": Diagram(
        "What is inferred, in a graph of its own",
        "Shortcuts of the inferred graph: a post is answerable for a recommendation and works with another post, a "
        "recommendation involves a programme, an organisation has a successor. Stated beside them: a post is in an "
        "organisation.",
        (
            Box("rec", "ap:Recommendation", "", 0, 0),
            Box("post", "org:Post", "", 1, 0, "round"),
            Box("other", "org:Post", "another", 2, 0, "round"),
            Box("thing", "ap:Programme ...", "", 0, 1),
            Box("body", "org:Organization", "as it was", 1, 1, "round"),
            Box("heir", "org:Organization", "who came after", 2, 1, "round"),
        ),
        (
            Tie("post", "rec", "ap:answerableFor", "inferred"),
            Tie("post", "other", "ap:worksWith", "inferred"),
            Tie("rec", "thing", "ap:involves", "inferred"),
            Tie("post", "body", "org:postIn"),
            Tie("body", "heir", "ap:successor", "inferred"),
        ),
    ),
    "way-of-a-fact.svg": Diagram(
        "The way of a fact",
        "A file becomes a document, the document a plan record, records a graph, and the graph answers, pages and "
        "files. The vocabulary stands under all of them.",
        (
            Box("file", "file", "PDF, DOCX, HTML, text", 0, 0),
            Box("document", "document", "pages, tables, cells", 1, 0),
            Box("record", "plan record", "values with evidence", 2, 0, "words"),
            Box("graph", "graph", "sorted N-Quads", 3, 0, "round"),
            Box("out", "answers, pages, files", "each with its quotes", 4, 0),
            Box("ontology", "ontology/", "the vocabulary, as data", 2, 1),
        ),
        (
            Tie("file", "document", "reader"),
            Tie("document", "record", "extract/"),
            Tie("record", "graph", "graph/"),
            Tie("graph", "out", "exports/"),
            Tie("ontology", "document", ""),
            Tie("ontology", "record", ""),
            Tie("ontology", "graph", ""),
        ),
    ),
}


def drawn(diagram: Diagram) -> str:
    """Give a diagram as SVG."""
    placed = {box.key: box for box in diagram.boxes}
    width = round(max(box.middle[0] for box in diagram.boxes) + WIDE / 2 + EDGE)
    height = round(max(box.middle[1] for box in diagram.boxes) + HIGH / 2 + EDGE)
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    arrow = 'viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title told">',
        f'<title id="title">{escape(diagram.title)}</title>',
        f'<desc id="told">{escape(diagram.told)}</desc>',
        f"<style>{STYLE}</style>",
        f'<marker id="end" {arrow}><path class="end" d="M0 0L10 5L0 10z"/></marker>',
        f'<rect class="under" width="{width}" height="{height}"/>',
        *(tie_drawn(tie, placed[tie.start], placed[tie.end]) for tie in diagram.ties),
        *(box_drawn(box) for box in diagram.boxes),
    ]
    return "\n".join([*parts, "</svg>", ""])


def box_drawn(box: Box) -> str:
    """Give a box with its two lines."""
    x, y = box.middle
    look = f"box {box.look}".strip()
    lines = [(box.name, "name", y - 3 if box.note else y + 5)]
    lines += [(box.note, "small", y + 16)] if box.note else []
    words = "".join(f'<text class="{kind}" x="{x:g}" y="{at:g}">{escape(text)}</text>' for text, kind, at in lines)
    corner = f'x="{x - WIDE / 2:g}" y="{y - HIGH / 2:g}" width="{WIDE}" height="{HIGH}" rx="6"'
    return f'<rect class="{look}" {corner}/>{words}'


def tie_drawn(tie: Tie, start: Box, end: Box) -> str:
    """Give an arrow from border to border, and its label over a patch of ground."""
    (x1, y1), (x2, y2) = border(start, end), border(end, start)
    look = f"tie {tie.look}".strip()
    line = f'<path class="{look}" d="M{x1:g} {y1:g}L{x2:g} {y2:g}"/>'
    if not tie.label:
        return line
    middle, level = (x1 + x2) / 2, (y1 + y2) / 2
    if y1 == y2:
        return f'{line}<text class="small" x="{middle:g}" y="{level - 7:g}">{escape(tie.label)}</text>'
    patch = 6.6 * len(tie.label) + 6
    ground = f'<rect class="under" x="{middle - patch / 2:g}" y="{level - 10:g}" width="{patch:g}" height="18"/>'
    return f'{line}{ground}<text class="small" x="{middle:g}" y="{level + 4:g}">{escape(tie.label)}</text>'


def border(box: Box, towards: Box) -> tuple[float, float]:
    """Give the point of a box's border on the way from its middle to that of another."""
    (x, y), (to_x, to_y) = box.middle, towards.middle
    across, down = to_x - x, to_y - y
    share = min(
        WIDE / 2 / abs(across) if across else float("inf"),
        HIGH / 2 / abs(down) if down else float("inf"),
    )
    return round(x + across * share, 1), round(y + down * share, 1)


def main(*, check: bool) -> None:
    """Draw the files, or compare them with those that are there."""
    stale = []
    for name, diagram in DIAGRAMS.items():
        path, text = IMAGES / name, drawn(diagram)
        if not check:
            path.write_text(text, encoding="utf-8")
        elif not path.is_file() or path.read_text("utf-8") != text:
            stale.append(name)
    if stale:
        sys.exit(f"{', '.join(stale)}: not as drawn; run `make reference` and commit")


if __name__ == "__main__":
    main(check="--check" in sys.argv[1:])
