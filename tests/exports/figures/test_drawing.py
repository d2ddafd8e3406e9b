"""Figures as files: nothing overlaps or runs over the edge, and equal graphs give equal bytes."""

import re
import sys
from io import BytesIO
from itertools import combinations
from pathlib import Path

import pytest
from lxml import etree

from answerable.exports.figures import FIGURES, lettering, read_figure, write_figure
from answerable.exports.figures.canvas import WIDTH, framed
from answerable.exports.figures.lettering import fitted, width_of, wrapped
from answerable.exports.figures.marks import Text
from answerable.exports.figures.rendering import inline_svg
from answerable.exports.figures.writing import drawn
from answerable.exports.look import base_style
from answerable.exports.look.colours import LIGHT
from answerable.graph.errors import HandOverError
from answerable.graph.store import Store

pytest.importorskip("matplotlib")
SVG = "{http://www.w3.org/2000/svg}"


def test_the_palette_is_the_style_sheets() -> None:
    root = base_style().partition("}")[0]
    declared = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", root))
    assert {name: declared[name] for name in LIGHT} == dict(LIGHT)


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("size", ["one", "two", "many"])
def test_no_words_overlap_or_run_over_the_edge(name: str, size: str, stores: dict[str, Store]) -> None:
    figure = read_figure(name, stores[size])
    canvas = framed(figure.words, figure.canvas())
    boxes = [box(mark) for mark in canvas.marks if isinstance(mark, Text) and mark.text]
    assert min(left for left, *_ in boxes) >= -0.5
    assert max(right for _, right, *_ in boxes) <= WIDTH + 0.5
    assert max(bottom for *_, bottom, _ in boxes) <= canvas.height
    over = [(one[4], two[4]) for one, two in combinations(boxes, 2) if overlap(one, two)]
    assert over == []


def box(mark: Text) -> tuple[float, float, float, float, str]:
    width = width_of(mark.text, mark.size, bold=mark.bold)
    left = mark.x - {"left": 0.0, "center": width / 2, "right": width}[mark.align]
    return (left, left + width, mark.y - mark.size * 0.4, mark.y + mark.size * 0.4, mark.text)


def overlap(one: tuple[float, float, float, float, str], two: tuple[float, float, float, float, str]) -> bool:
    return one[0] < two[1] and two[0] < one[1] and one[2] < two[3] and two[2] < one[3]


@pytest.mark.parametrize("name", ["status", "ownership", "timeline"])
def test_equal_graphs_give_equal_bytes(name: str, store: Store) -> None:
    for ending in (".svg", ".png"):
        assert drawn(read_figure(name, store), ending) == drawn(read_figure(name, store), ending)


def test_an_svg_has_a_title_a_description_and_no_style(store: Store) -> None:
    figure = read_figure("months", store)
    root = etree.fromstring(drawn(figure, ".svg"))
    assert root[0].tag == f"{SVG}title"
    assert (root[0].text, root[1].text) == (figure.words.title, figure.words.alt)
    assert root.get("role") == "img"
    assert root.xpath("//@style | //*[local-name()='style'] | //*[local-name()='text']") == []


def test_a_png_carries_its_words(store: Store) -> None:
    from PIL import Image  # noqa: PLC0415 - comes with matplotlib

    figure = read_figure("owners", store)
    picture = Image.open(BytesIO(drawn(figure, ".png")))
    assert picture.info["Title"] == figure.words.title
    assert picture.info["Description"] == figure.words.alt
    assert "Software" not in picture.info


def test_a_drawing_within_a_page_follows_its_colours(store: Store) -> None:
    figure = read_figure("status", store)
    svg = inline_svg(figure.canvas(), figure.words, "status")
    assert "var(--recommendation, #d55e00)" in svg
    assert set(re.findall(r'id="([^-"]+)', svg)) == {"status"}


@pytest.mark.parametrize("text", ["$x^2$ & <b>", "a\u202eb", "\x07bell", "Deputy " * 60, ""])
def test_words_of_any_kind_can_be_drawn(text: str) -> None:
    assert width_of(fitted(text, 8.5, 100), 8.5) <= 100
    assert all(width_of(line, 8.5) <= 100 for line in wrapped(text, 8.5, 100))


def test_hostile_names_stay_words(hostile_store: Store) -> None:
    svg = drawn(read_figure("owners", hostile_store), ".svg")
    assert b"<script" not in svg
    assert etree.fromstring(svg)[1].text


def test_another_ending_is_refused_in_one_line(store: Store, tmp_path: Path) -> None:
    with pytest.raises(HandOverError, match=r"use \.svg or \.png"):
        write_figure(read_figure("status", store), tmp_path / "figure.gif")


def test_without_the_extra_one_line_says_what_to_install(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    figure = read_figure("status", store)
    lettering.font.cache_clear()
    lettering._advance.cache_clear()
    for name in [name for name in sys.modules if name.partition(".")[0] == "matplotlib"]:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(HandOverError, match=r"answerable\[figures\]"):
        drawn(figure, ".svg")
    lettering.font.cache_clear()
