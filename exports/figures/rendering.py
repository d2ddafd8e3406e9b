"""Marks to SVG and PNG by matplotlib: equal marks give equal bytes.

Letters are drawn as outlines of the font that matplotlib brings along, so that a picture looks the same on a machine
without any fonts and in a word processor that would swap them. What a reader could no longer select or search stands in
the title and the description, which name every finding, and in the table beside the picture.
"""

from __future__ import annotations

import re
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, cast

from answerable.exports.figures.canvas import WIDTH
from answerable.exports.figures.errors import NoMatplotlibError
from answerable.exports.figures.lettering import font, plain
from answerable.exports.figures.marks import Arrow, Box, Line, Mark, Symbol, Text
from answerable.exports.look.colours import LIGHT

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from answerable.exports.figures.canvas import Canvas, Words

__all__ = ["inline_svg", "to_png", "to_svg"]

_MARGIN: Final = 6.0
_DOTS: Final = 200
_SETTINGS: Final[dict[str, Any]] = {
    "svg.fonttype": "path",
    "text.parse_math": False,
    "hatch.linewidth": 1.1,
    "path.simplify": False,
}
_SVG: Final = "{http://www.w3.org/2000/svg}"
_LINK: Final = "{http://www.w3.org/1999/xlink}href"
_OWN_ID: Final = re.compile(r"url\(#([^)]+)\)")


def to_png(canvas: Canvas, words: Words, *, dots: int = _DOTS) -> bytes:
    """Draw a picture as PNG with `dots` to the inch; title and alternative text stand in its metadata."""
    told = {"Title": plain(words.title), "Description": plain(words.alt), "Software": None}
    with _settings("png"):
        data = BytesIO()
        _figure(canvas).savefig(data, format="png", dpi=dots, metadata=told)
    return data.getvalue()


def to_svg(canvas: Canvas, words: Words) -> bytes:
    """Draw a picture as an SVG file with a title and a description."""
    from lxml import etree  # noqa: PLC0415 - drawing alone needs it

    root = _tree(canvas, words, "figure")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def inline_svg(canvas: Canvas, words: Words, name: str) -> str:
    """Draw a picture to stand within a page: its colours follow the page's, its ids begin with `name`.

    Nothing in it is a style, so that it stands in a page whose policy forbids styles from anywhere else.
    """
    from lxml import etree  # noqa: PLC0415 - drawing alone needs it

    root = _tree(canvas, words, name)
    roles = {colour: f"var(--{role}, {colour})" for role, colour in reversed(list(LIGHT.items()))}
    for element in root.iter():
        for attribute in ("fill", "stroke"):
            if element.get(attribute) in roles:
                element.set(attribute, roles[element.get(attribute)])
    return str(etree.tostring(root, encoding="unicode"))


def _settings(name: str) -> Any:  # noqa: ANN401 - matplotlib's own context manager
    try:
        from matplotlib import rc_context  # noqa: PLC0415 - an extra, and heavy
    except ImportError as error:
        raise NoMatplotlibError from error
    return rc_context(cast("Any", {**_SETTINGS, "svg.hashsalt": name}))


def _figure(canvas: Canvas) -> Figure:
    from matplotlib.figure import Figure  # noqa: PLC0415 - an extra, and heavy

    width, height = WIDTH + 2 * _MARGIN, canvas.height + 2 * _MARGIN
    figure = Figure(figsize=(width / 72, height / 72), facecolor=LIGHT["ground"])
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    axes.set_xlim(-_MARGIN, WIDTH + _MARGIN)
    axes.set_ylim(canvas.height + _MARGIN, -_MARGIN)
    for order, mark in enumerate(canvas.marks):
        _draw(axes, mark, order)
    return figure


def _draw(axes: Axes, mark: Mark, order: int) -> None:
    if isinstance(mark, Text):
        _text(axes, mark, order)
    elif isinstance(mark, Box):
        _box(axes, mark, order)
    elif isinstance(mark, Symbol):
        _symbol(axes, mark, order)
    elif isinstance(mark, Line):
        xs, ys = zip(*mark.points, strict=True)
        style = (0, (4, 3)) if mark.dashed else "solid"
        axes.plot(xs, ys, color=LIGHT[mark.colour], linewidth=mark.width, linestyle=style, zorder=1, clip_on=False)
    else:
        _arrow(axes, mark, order)


def _text(axes: Axes, mark: Text, order: int) -> None:
    axes.text(
        mark.x,
        mark.y + 0.36 * mark.size,
        mark.text,
        fontproperties=font(bold=mark.bold),
        fontsize=mark.size,
        color=LIGHT[mark.colour],
        ha=mark.align,
        va="baseline",
        zorder=3 + order / 1e6,
    )


def _box(axes: Axes, mark: Box, order: int) -> None:
    from matplotlib.patches import Rectangle  # noqa: PLC0415 - an extra, and heavy

    axes.add_patch(
        Rectangle(
            (mark.x, mark.y),
            mark.width,
            mark.height,
            facecolor=LIGHT[mark.fill] if mark.fill else LIGHT["ground"],
            edgecolor=LIGHT[mark.edge],
            hatch=mark.hatch or None,
            linestyle=(0, (3, 2)) if mark.dashed else "solid",
            linewidth=1.0,
            zorder=2 + order / 1e6,
            clip_on=False,
        )
    )


def _symbol(axes: Axes, mark: Symbol, order: int) -> None:
    from matplotlib.patches import Circle, RegularPolygon, Wedge  # noqa: PLC0415 - an extra, and heavy

    colour, ground = LIGHT[mark.colour], LIGHT["ground"]
    look: dict[str, Any] = {"edgecolor": colour, "linewidth": 1.3, "clip_on": False}
    face = colour if mark.fill and not mark.half else ground
    place = (mark.x, mark.y)
    add = partial(_added, axes, 2 + order / 1e6)
    if mark.shape in {"circle", "double-circle", "dotted-circle"}:
        add(Circle(place, mark.radius, facecolor=face, **look))
        if mark.half:
            add(Wedge(place, mark.radius, 90, 270, facecolor=colour, **look))
        if mark.shape == "double-circle":
            add(Circle(place, mark.radius * 0.6, facecolor=face, edgecolor=ground, linewidth=1.0, clip_on=False))
        if mark.shape == "dotted-circle":
            add(Circle(place, mark.radius * 0.35, facecolor=ground, edgecolor=ground, linewidth=0, clip_on=False))
        return
    sides, turn = {"square": (4, 0.785398), "diamond": (4, 0.0), "hexagon": (6, 0.0)}[mark.shape]
    reach = mark.radius * (1.2 if mark.shape != "square" else 1.3)
    add(RegularPolygon(place, sides, radius=reach, orientation=turn, facecolor=face, **look))
    if mark.half:
        side = reach * 0.7071
        add(_rectangle(mark.x - side, mark.y - side, side, 2 * side, colour))


def _rectangle(x: float, y: float, width: float, height: float, colour: str) -> Any:  # noqa: ANN401 - a patch
    from matplotlib.patches import Rectangle  # noqa: PLC0415 - an extra, and heavy

    return Rectangle((x, y), width, height, facecolor=colour, edgecolor=colour, linewidth=0, clip_on=False)


def _added(axes: Axes, order: float, patch: Any) -> None:  # noqa: ANN401 - a patch
    patch.set_zorder(order)
    axes.add_patch(patch)


def _arrow(axes: Axes, mark: Arrow, order: int) -> None:
    from matplotlib.patches import FancyArrowPatch  # noqa: PLC0415 - an extra, and heavy

    axes.add_patch(
        FancyArrowPatch(
            (mark.x1, mark.y1),
            (mark.x2, mark.y2),
            arrowstyle="-|>",
            mutation_scale=8,
            connectionstyle=f"arc3,rad={mark.bend}",
            color=LIGHT[mark.colour],
            linewidth=1.2,
            linestyle=(0, (4, 3)) if mark.dashed else "solid",
            shrinkA=0,
            shrinkB=0,
            zorder=2.5 + order / 1e6,
            clip_on=False,
        )
    )


def _tree(canvas: Canvas, words: Words, name: str) -> Any:  # noqa: ANN401 - lxml's element
    """Draw, then put the words in, turn styles into attributes, and name every id after the picture."""
    from lxml import etree  # noqa: PLC0415 - drawing alone needs it

    with _settings(name):
        data = BytesIO()
        _figure(canvas).savefig(
            data, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None}
        )
    parser = etree.XMLParser(load_dtd=False, no_network=True, resolve_entities=False, remove_comments=True)
    read = etree.fromstring(data.getvalue(), parser)
    root = etree.fromstring(etree.tostring(read), parser)  # without the document type, which pages do not want
    for element in [*root.iter(f"{_SVG}metadata"), *root.iter(f"{_SVG}style")]:
        element.getparent().remove(element)
    for element in root.iter():
        _plain_attributes(element, name)
    root.set("stroke-linejoin", "round")
    root.set("stroke-linecap", "butt")
    _describe(root, words, name)
    return root


def _plain_attributes(element: Any, name: str) -> None:  # noqa: ANN401 - lxml's element
    for declared in filter(None, (element.attrib.pop("style", "") or "").split(";")):
        attribute, _, value = declared.partition(":")
        element.set(attribute.strip(), value.strip())
    if "id" in element.attrib:
        element.set("id", f"{name}-{element.get('id')}")
    if element.get(_LINK, "").startswith("#"):
        element.set(_LINK, f"#{name}-{element.get(_LINK)[1:]}")
    for attribute, value in element.attrib.items():
        if "url(#" in value:
            element.set(attribute, _OWN_ID.sub(rf"url(#{name}-\1)", value))


def _describe(root: Any, words: Words, name: str) -> None:  # noqa: ANN401 - lxml's element
    from lxml import etree  # noqa: PLC0415 - drawing alone needs it

    for place, (tag, text) in enumerate((("title", words.title), ("desc", words.alt))):
        child = etree.Element(f"{_SVG}{tag}", id=f"{name}-{tag}")
        child.text = plain(text)
        root.insert(place, child)
    root.set("role", "img")
    root.set("aria-labelledby", f"{name}-title {name}-desc")
